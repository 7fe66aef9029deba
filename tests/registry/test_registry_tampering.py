"""What becomes of a history whose bytes are altered, whose saver is killed, whose file is written by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saving import by_hand, save, set_field, told

from benchmarks.savers import write_registry
from claimdesk.errors import ConflictError
from claimdesk.model import RecordChange
from claimdesk.registry import disk, journal
from claimdesk.registry.history import history_beside, load_history, verify_history
from claimdesk.registry.save import save_registry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A registry of three claims."""
    file = tmp_path / "claims.yaml"
    write_registry(file, 3)
    return file


def make_log(folder: Path) -> Path:
    """A registry with a history of each kind of entry."""
    path = folder / "claims.yaml"
    write_registry(path, 2)
    save(path, set_field("notes", "satu"))
    by_hand(path, set_field("notes", "di luar – “tanda”", 1))
    save(path, set_field("verdict", {"status": "contested"}), by="Édith")
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One history for all trials; each restores it."""
    return make_log(tmp_path_factory.mktemp("history"))


@given(data=st.data())
def test_any_flipped_byte_is_found(kept: Path, data: st.DataObject) -> None:
    log = history_beside(kept)
    good = log.read_bytes()
    at = data.draw(st.integers(0, len(good) - 1), label="byte")
    other = data.draw(st.integers(1, 255), label="flipped")
    try:
        log.write_bytes(good[:at] + bytes([good[at] ^ other]) + good[at + 1 :])
        assert verify_history(kept)
    finally:
        log.write_bytes(good)
    assert verify_history(kept) == ()


def test_each_byte_of_each_entry_flipped_in_turn_is_found(kept: Path) -> None:
    log = history_beside(kept)
    good = log.read_bytes()
    try:
        for at in range(len(good)):
            log.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            assert load_history(kept).problems, at
    finally:
        log.write_bytes(good)


@given(data=st.data())
def test_lines_taken_out_or_moved_are_found(kept: Path, data: st.DataObject) -> None:
    log = history_beside(kept)
    good = log.read_bytes()
    lines = good.splitlines(keepends=True)
    order = data.draw(st.lists(st.sampled_from(range(len(lines))), max_size=5).filter(
        lambda order: order not in ([], list(range(len(lines))))
    ))  # fmt: skip
    try:
        log.write_bytes(b"".join(lines[at] for at in order))
        assert verify_history(kept)
    finally:
        log.write_bytes(good)


def test_any_flipped_byte_of_the_registry_is_found(kept: Path) -> None:
    good = kept.read_bytes()
    try:
        for at in range(len(good)):
            kept.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            assert verify_history(kept), at
    finally:
        kept.write_bytes(good)


FOREIGN = [
    {"kind": "saved"},
    {"kind": "saved", "at": "yesterday", "by": "", "before": "0" * 64, "after": "0" * 64, "changes": []},
    {"kind": "saved", "at": "2031-05-10T08:00:00+00:00", "by": "", "before": "../x", "after": "0" * 64},
    {"kind": "saved", "at": "2031-05-10T08:00:00+00:00", "by": "", "before": "0" * 64, "after": "0" * 64,
     "changes": [{"kind": "claims", "id": 3}]},
    {"kind": "saved", "at": "2031-05-10T08:00:00+00:00", "by": "", "before": "0" * 64, "after": "0" * 64,
     "changes": "none"},
]  # fmt: skip


@pytest.mark.parametrize("entry", FOREIGN, ids=lambda entry: json.dumps(entry)[:40])
def test_an_entry_of_another_kind_is_said(path: Path, entry: dict[str, object]) -> None:
    save(path, set_field("notes", "one"))
    journal.append_entry(history_beside(path), entry)
    assert any("this is no entry of a history" in problem for problem in verify_history(path))
    save(path, set_field("notes", "two"))
    assert told(path)[-1][0] == "saved"


STEPS = {
    "before the entry": ("claimdesk.registry.journal", "append_entry", "before", "begun"),
    "behind the entry": ("claimdesk.registry.save", "replace_file", "before", "reverted"),
    "behind the exchange": ("claimdesk.registry.disk", "sync_folder", "before", "saved"),
    "behind the save": ("claimdesk.registry.save", "replace_file", "after", "saved"),
}
KILLED = """
import os, sys
from importlib import import_module
from pathlib import Path
from claimdesk.registry.edit import change_claim
from claimdesk.registry.save import save_registry
path, module, name, when = Path(sys.argv[1]), import_module(sys.argv[2]), *sys.argv[3:]
real = getattr(module, name)
def die(*args, **options):
    if when == "after":
        real(*args, **options)
    os._exit(9)
setattr(module, name, die)
base = path.read_bytes()
save_registry(path, change_claim(base, "claim-0", "notes", "killed"), base=base, by="Ani")
"""


@pytest.mark.skipif(os.name != "posix", reason="files are exchanged in one step on Linux only")
@pytest.mark.parametrize("step", STEPS)
def test_who_was_killed_in_a_save_is_in_the_history_if_the_edit_is_in_the_file(path: Path, step: str) -> None:
    module, name, when, kind = STEPS[step]
    save(path, set_field("notes", "first"))
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), module, name, when], check=False)
    assert killed.returncode == 9
    done = b"notes: killed" in path.read_bytes()
    assert done == (kind == "saved")
    save(path, set_field("notes", "next", 1), by="Budi")
    assert verify_history(path) == ()
    changes = [("claim-0", "notes", ("first",), ("killed",))]
    entries = told(path)
    assert (("saved", "Ani", changes) in entries) == (step != "before the entry")
    assert ("reverted" in [entry[0] for entry in entries]) == (kind == "reverted")
    assert load_history(path).entries[-1].changes == (
        RecordChange("claims", "claim-1", "notes", ("edit 0",), ("next",)),
    )


@pytest.mark.parametrize("builds_on_ours", [True, False])
def test_a_hand_that_writes_twice_leaves_no_refused_edit_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, builds_on_ours: bool
) -> None:
    base, real = path.read_bytes(), disk._exchange
    if not real(path, path):
        pytest.skip("no exchange of files here")
    written = iter([set_field("notes", "first", 1)(base)])

    def write_around(one: Path, other: Path) -> bool:
        first = next(written, None)
        if first is None:
            return real(one, other)
        path.write_bytes(first)
        done = real(one, other)
        ground = path.read_bytes() if builds_on_ours else base
        path.write_bytes(set_field("notes", "second", 1)(ground))
        return done

    monkeypatch.setattr(disk, "_exchange", write_around)
    ours = set_field("notes", "ours")(base)
    if builds_on_ours:
        saved = save_registry(path, ours, base=base)
        assert saved.data == path.read_bytes() == set_field("notes", "second", 1)(ours)
        (found,) = saved.found
        assert b"notes: first" in found.read_bytes()
    else:
        with pytest.raises(ConflictError):
            save_registry(path, ours, base=base)
        assert b"ours" not in path.read_bytes()
        assert b"second" in path.read_bytes()
    assert verify_history(path) == ()
