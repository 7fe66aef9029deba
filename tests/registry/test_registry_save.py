"""A save: the old file or the new one, whole; other people's edits kept, or a conflict."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.savers import write_registry
from benchmarks.saves import crowd, kill_savers
from claimdesk.errors import ClaimdeskError, ConflictError, InputError, RegistryError
from claimdesk.registry import disk, save
from claimdesk.registry.characters import MAX_BYTES
from claimdesk.registry.edit import change_claim
from claimdesk.registry.records import add_record, move_record, remove_record
from claimdesk.registry.save import save_registry, sweep

HISTORY = [".claims.history.jsonl.lock", "claims.history.jsonl"]  # is kept beside a registry
LEFT = sorted([".claimdesk", ".claims.yaml.lock", "claims.yaml", *HISTORY])
NEW = {"statement": "It snows.", "supports": ["snow falls"]}
HISTORY_GAPS = "gaps in the history"
Edit = Callable[[bytes], bytes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A registry of three claims."""
    file = tmp_path / "claims.yaml"
    write_registry(file, 3)
    return file


def note(claim: int, text: str) -> Edit:
    """The edit that gives a claim a note."""
    return lambda data: change_claim(data, f"claim-{claim}", "notes", text)


def add(claim_id: str) -> Edit:
    """The edit that adds a claim at the end."""
    return lambda data: add_record(data, "claims", {"id": claim_id, **NEW})


def test_a_save_replaces_the_file_and_leaves_only_its_lock_behind(path: Path) -> None:
    base = path.read_bytes()
    saved = save_registry(path, note(1, "edit 1")(base), base=base)
    assert (
        path.read_bytes()
        == saved.data
        == base.replace(b"edit 0", b"edit 1", 2).replace(b"edit 1", b"edit 0", 1)
    )
    assert not saved.merged
    assert sorted(os.listdir(path.parent)) == LEFT


def test_mode_owner_and_link_stay(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    before = path.stat()
    save_registry(link, note(0, "x")(path.read_bytes()), base=path.read_bytes())
    after = path.stat()
    assert link.is_symlink()
    assert b"notes: x" in path.read_bytes()
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (0o640, before.st_uid, before.st_gid)


# What we and they do to the same file, and what is in the end.
MERGED: list[tuple[Edit, Edit, str]] = [
    (note(0, "ours"), note(1, "theirs"), "different claims"),
    (note(0, "ours"), lambda data: data + b"# theirs\n", "a comment by hand"),
    (lambda data: data + b"# ours\n", lambda data: data + b"# theirs\n", "two comments by hand"),
    (add("ours"), add("theirs"), "two new claims in one place"),
    (note(0, "ours"), lambda data: add("theirs")(remove_record(data, "claims", "claim-2")), "one less"),
    (lambda data: move_record(note(0, "ours")(data), "claims", "claim-2", after=None), add("theirs"), "move"),
    (note(0, "ours"), lambda data: b"title: theirs\n" + data, "the first lines"),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "why"), MERGED, ids=[row[-1] for row in MERGED])
@pytest.mark.parametrize("swapped", [False, True])
def test_edits_of_different_claims_are_merged(
    path: Path, ours: Edit, theirs: Edit, why: str, swapped: bool
) -> None:
    base = path.read_bytes()
    first, second = (ours, theirs) if swapped else (theirs, ours)
    path.write_bytes(first(base))
    saved = save_registry(path, second(base), base=base)
    assert saved.merged, why
    assert (b"ours" in saved.data, b"theirs" in saved.data) == (True, True)
    assert path.read_bytes() == saved.data
    assert (b"claim-2" in saved.data) == (b"claim-2" in theirs(base))


CLASHING: list[tuple[Edit, Edit, str]] = [
    (note(1, "ours"), note(1, "theirs"), "claim claim-1"),
    (lambda data: remove_record(data, "claims", "claim-1"), note(1, "theirs"), "claim claim-1"),
    (add("same"), lambda data: add("same")(data).replace(b"snows", b"hails"), "claim same"),
    (lambda data: b"title: ours\n" + data, lambda data: b"title: theirs\n" + data, "the lines before claims"),
    (
        lambda data: move_record(data, "claims", "claim-2", after=None),
        lambda data: move_record(data, "claims", "claim-0", after="claim-1"),
        "the order",
    ),
    (note(1, "ours"), lambda data: data + b"no registry: [", "the file as a whole"),
]


@pytest.mark.parametrize(("ours", "theirs", "place"), CLASHING, ids=[row[-1] for row in CLASHING])
def test_edits_of_the_same_claim_are_a_conflict_with_both_sides(
    path: Path, ours: Edit, theirs: Edit, place: str
) -> None:
    base = path.read_bytes()
    path.write_bytes(theirs(base))
    with pytest.raises(ConflictError) as raised:
        save_registry(path, ours(base), base=base)
    conflict = raised.value
    assert (conflict.base, conflict.ours, conflict.theirs) == (base, ours(base), theirs(base))
    assert conflict.places == (place,)
    assert path.read_bytes() == theirs(base)


def be_folder(path: Path) -> None:
    """Put a folder in the place of the file."""
    path.unlink()
    path.mkdir()


BAD: list[tuple[Callable[[Path], object], str]] = [
    (Path.unlink, "there is no such file any more"),
    (be_folder, "a folder stands in its place"),
    (lambda path: path.chmod(0o444), "read-only"),
]


@pytest.mark.parametrize(("spoil", "said"), BAD, ids=[row[-1] for row in BAD])
def test_a_file_that_cannot_be_written_is_left_alone(
    path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    base = path.read_bytes()
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(InputError, match=said):
        save_registry(path, note(0, "x")(base), base=base)
    assert (path.read_bytes() if path.is_file() else None) == before


DRAFTS = [b"", b"claims: [", b"claims: []\n", b"#" * (MAX_BYTES + 1)]


@pytest.mark.parametrize("draft", DRAFTS, ids=["empty", "does not parse", "no claim", "too large"])
def test_a_draft_that_is_no_registry_is_refused(path: Path, draft: bytes) -> None:
    base = path.read_bytes()
    with pytest.raises(RegistryError):
        save_registry(path, draft, base=base)
    assert path.read_bytes() == base


FAILING = [
    (name, number)
    for name in ("fsync", "rename", "fchmod", "open")
    for number in (errno.ENOSPC, errno.EIO, errno.EROFS)
]  # fmt: skip


@pytest.mark.parametrize(("call", "number"), FAILING)
def test_a_failing_disk_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    base = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(disk.os, call, fail)
        with pytest.raises(InputError, match="cannot be saved"):
            save_registry(path, note(0, "x")(base), base=base)
    assert path.read_bytes() == base
    assert save_registry(path, note(0, "x")(base), base=base).data == path.read_bytes()
    assert [name for name in os.listdir(path.parent) if name.endswith((".part", ".swap"))] == []


@pytest.mark.parametrize("claim", [1, 0], ids=["another claim", "the same claim"])
def test_what_is_written_in_the_very_moment_is_not_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch, claim: int
) -> None:
    theirs = note(claim, "theirs")
    base, real = path.read_bytes(), disk._exchange
    if not real(path, path):
        pytest.skip("no exchange of files here")

    def write_first(one: Path, other: Path) -> bool:
        if b"theirs" not in path.read_bytes() + one.read_bytes():
            path.write_bytes(theirs(base))
        return real(one, other)

    monkeypatch.setattr(disk, "_exchange", write_first)
    if claim:
        saved = save_registry(path, note(0, "ours")(base), base=base)
        assert path.read_bytes() == saved.data == theirs(note(0, "ours")(base))
    else:
        with pytest.raises(ConflictError):
            save_registry(path, note(0, "ours")(base), base=base)
        assert path.read_bytes() == theirs(base)
    assert sorted(os.listdir(path.parent)) == LEFT


def test_leftovers_are_swept_and_writing_found_in_them_is_shown(path: Path) -> None:
    data = path.read_bytes()
    digest = disk._digest(data)
    left = {".claims.yaml.abc.part": b"t", f".claims.yaml.{digest}-0.swap": data,
            ".claims.yaml.0-1.swap": b"mine", ".other.yaml.x.part": b"not ours",
            "claims.yaml.part": b"a person's"}  # fmt: skip
    for name, content in left.items():
        (path.parent / name).write_bytes(content)
    (found,) = sweep(path)
    assert found.read_bytes() == b"mine"
    assert sorted(os.listdir(path.parent)) == sorted(
        [".claims.yaml.lock", ".other.yaml.x.part", "claims.yaml", "claims.yaml.part", found.name]
    )


def test_who_cannot_get_the_lock_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.01)
    base = path.read_bytes()
    with disk.lock_file(path), pytest.raises(ClaimdeskError, match="Save again later"):
        save_registry(path, note(0, "x")(base), base=base)


def test_a_file_that_is_being_written_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "WRITING_SECONDS", 0.02)
    monkeypatch.setattr(save, "WRITING_SECONDS", 0.02)
    base = path.read_bytes()
    with open(path, "ab"):
        if disk.read_unwritten(path) is not None:
            pytest.skip("writers cannot be seen here")
        with pytest.raises(InputError, match="another program is writing"):
            save_registry(path, note(0, "x")(base), base=base)
    assert path.read_bytes() == base


posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@posix
def test_killed_savers_tear_nothing_and_lose_nothing(tmp_path: Path) -> None:
    counts = kill_savers(tmp_path, 200)
    assert counts["killed"] == 200
    lost = ("torn", "lost", "found", "left over", HISTORY_GAPS)
    assert {name: counts[name] for name in lost} == dict.fromkeys(lost, 0)


@posix
def test_a_crowd_of_savers_and_a_hand_lose_nothing(tmp_path: Path) -> None:
    counts = crowd(tmp_path, 4, 15)
    assert counts["edits"] == 60
    lost = ("broken", "edits lost", "lines lost", HISTORY_GAPS)
    assert {name: counts[name] for name in lost} == dict.fromkeys(lost, 0)
