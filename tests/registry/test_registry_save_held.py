"""A save while somebody writes into the new file and keeps it open: what is said of the edit is so."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.savers import find_gaps, noted, write_registry
from claimdesk.errors import InputError
from claimdesk.registry import disk, leases
from claimdesk.registry.edit import change_claim
from claimdesk.registry.save import save_registry, sweep


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry of two claims; who writes it is waited for a moment only."""
    file = tmp_path / "claims.yaml"
    write_registry(file, 2)
    monkeypatch.setattr(disk, "WRITING_SECONDS", 0.01)
    if not disk._exchange(file, file):
        pytest.skip("no exchange of files here")
    return file


def append(path: Path, line: str) -> None:
    """Write a comment by hand."""
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"# {line}\n")


def hold(path: Path, monkeypatch: pytest.MonkeyPatch, attempt: int, lines: list[str]) -> Callable[[], None]:
    """Write by hand around each exchange, and from that attempt on keep the files open.

    Gives what ends the holding.
    """
    attempts, held = [0], [False]
    exchange, write, read = disk._exchange, disk._write_beside, leases.read_unwritten

    def write_around(one: Path, other: Path) -> bool:
        if held[0]:
            return exchange(one, other)
        for when in ("before", "after"):
            lines.append(f"{when} exchange {attempts[0]}")
            append(path, lines[-1])
            if when == "before":
                done = exchange(one, other)
        return done

    def count(*given: object) -> Path:
        attempts[0] += 1
        held[0] = attempts[0] >= attempt
        return write(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(disk, "_exchange", write_around)
    monkeypatch.setattr(disk, "_write_beside", count)
    monkeypatch.setattr(disk, "read_unwritten", lambda *given: None if held[0] else read(*given))
    return monkeypatch.undo


@pytest.mark.parametrize("attempt", [1, 2, 3, 4])
def test_a_save_that_raises_is_not_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, attempt: int
) -> None:
    lines: list[str] = []
    base = path.read_bytes()
    release = hold(path, monkeypatch, attempt, lines)
    try:
        save_registry(path, change_claim(base, "claim-0", "notes", "edit 1"), base=base)
        said = True
    except InputError:
        said = False
    assert said == (noted(path.read_bytes()) == 1)
    release()
    sweep(path)
    found = b"".join(one.read_bytes() for one in path.parent.glob("claims.yaml.found-*"))
    assert [line for line in lines if line.encode() not in path.read_bytes() + found] == []
    assert find_gaps(path, 2) == 0
    assert [name for name in os.listdir(path.parent) if name.endswith((".part", ".swap"))] == []


def test_the_edit_is_said_to_be_saved_though_nobody_can_look_at_the_file_any_more(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = path.read_bytes()
    release = hold(path, monkeypatch, 3, [])
    saved = save_registry(path, change_claim(base, "claim-0", "notes", "edit 1"), base=base)
    release()
    assert saved.data == path.read_bytes()
    assert noted(saved.data) == 1
