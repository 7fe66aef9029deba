"""A store can be damaged, full, old or gone: that makes work, and never a wrong result."""

from __future__ import annotations

import errno
import os
import random
import time
from pathlib import Path

import pytest
from desk_cases import make_article, make_claim, make_registry

from claimdesk import desk, incremental
from claimdesk.model import Evidence
from claimdesk.store import results
from claimdesk.store.keys import engine_version
from claimdesk.store.results import open_results

REGISTRY = make_registry(
    make_claim("sent", ["Zandia sent troops to Lorvania"]), make_claim("flood", ["people died in the flood"])
)
LIBRARY = [make_article("Zandia sent troops to Lorvania, General Orsk said. 300 people died in the flood.")]
DAMAGED = "damaged; what they held is matched again."


@pytest.fixture
def fresh() -> Evidence:
    """What is found without a store."""
    return desk.match(REGISTRY, LIBRARY)


def _fill(folder: Path) -> list[Path]:
    """A store with everything in it; its files."""
    incremental.match(REGISTRY, LIBRARY, store=open_results(folder))
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _flip(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


DAMAGE = [
    (lambda path: path.write_bytes(path.read_bytes()[:-1]), "cut short"),
    (lambda path: path.write_bytes(b""), "emptied"),
    (lambda path: path.write_bytes(path.read_bytes() + b"0"), "added to"),
    (lambda path: path.rename(path.with_name("0" * 32)), "another name"),
    (lambda path: path.rename(path.with_name("notes.txt")), "no name of ours"),
]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize(("damage", "note"), DAMAGE, ids=[note for _, note in DAMAGE])
def test_damage_is_said_and_made_good(
    number: int, damage: object, note: str, tmp_path: Path, fresh: Evidence
) -> None:
    path = _fill(tmp_path)[number]
    damage(path)  # type: ignore[operator]
    store = open_results(tmp_path)
    assert [problem.endswith(DAMAGED) for problem in store.problems] == [True], note
    assert incremental.match(REGISTRY, LIBRARY, store=store) == fresh
    assert open_results(tmp_path).problems == []


@pytest.mark.parametrize("seed", range(20))
def test_no_flipped_bit_changes_a_result(seed: int, tmp_path: Path, fresh: Evidence) -> None:
    rng = random.Random(seed)
    _flip(rng.choice(_fill(tmp_path)), rng)
    store = open_results(tmp_path)
    assert incremental.match(REGISTRY, LIBRARY, store=store) == fresh
    assert len(store.problems) == 1


def test_a_bit_may_also_flip_after_it_was_opened(tmp_path: Path, fresh: Evidence) -> None:
    files = _fill(tmp_path)
    store = open_results(tmp_path)
    for path in files:
        _flip(path, random.Random(1))
    assert incremental.match(REGISTRY, LIBRARY, store=store) == fresh
    assert len(store.problems) == 1


def test_a_lost_file_is_matched_again(tmp_path: Path, fresh: Evidence) -> None:
    for path in _fill(tmp_path):
        path.unlink()
        assert incremental.match(REGISTRY, LIBRARY, store=open_results(tmp_path)) == fresh


def test_another_version_is_said_and_redone(
    tmp_path: Path, fresh: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(tmp_path)
    (tmp_path / engine_version()).rename(tmp_path / ("0" * 32))
    store = open_results(tmp_path)
    assert "another version of Claimdesk" in store.problems[0]
    monkeypatch.setattr(results, "_read_whole", lambda path: pytest.fail(f"{path} was read"))
    assert not store.done([b"any"])
    monkeypatch.undo()
    assert incremental.match(REGISTRY, LIBRARY, store=store) == fresh
    assert [path.name for path in tmp_path.iterdir()] == [engine_version()]


def test_a_full_disk_is_said_once_and_leaves_nothing_torn(
    tmp_path: Path, fresh: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", fill_up)
    store = open_results(tmp_path)
    assert incremental.match(REGISTRY, LIBRARY, store=store) == fresh
    assert store.problems == [
        f"{tmp_path} cannot be written (No space left on device): new results are not kept. "
        "Make room or check its rights."
    ]
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_where_the_folder_should_be(tmp_path: Path, fresh: Evidence) -> None:
    (tmp_path / "results").write_text("mine")
    store = open_results(tmp_path / "results")
    assert incremental.match(REGISTRY, LIBRARY, store=store) == fresh
    assert len(store.problems) == 1
    assert (tmp_path / "results").read_text() == "mine"


def test_two_may_write_at_once(tmp_path: Path, fresh: Evidence) -> None:
    one, other = open_results(tmp_path), open_results(tmp_path)
    assert incremental.match(REGISTRY, LIBRARY, store=one) == fresh
    assert incremental.match(REGISTRY, LIBRARY, store=other) == fresh
    assert incremental.match(REGISTRY, LIBRARY, store=open_results(tmp_path)) == fresh


def test_what_nobody_used_for_a_month_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = _fill(tmp_path)
    now = time.time()
    for path in files:
        os.utime(path, (now, now - 20 * 86_400))
    incremental.match(REGISTRY, LIBRARY, store=open_results(tmp_path))
    used = [path for path in files if path.stat().st_mtime > now - 86_400]
    assert {path.parent.name for path in used} == {"parts", "sets"}
    monkeypatch.setattr(time, "time", lambda: now + 31 * 86_400)
    assert open_results(tmp_path).problems == []
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
