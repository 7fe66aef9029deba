"""Of a folder of articles only what changed is read, and nobody waits for a long look at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimdesk.library.read import Library
from claimdesk.ui import folder
from claimdesk.ui.folder import Folder, load_folder, mark_folder

TEXT = "---\ntitle: Bridge\npublished: 2021-03-05\nlanguage: en\n---\nThe bridge collapsed.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    names: list[str] = []
    load = folder.load_named

    def watch(place: str, files: list[str], **options: Any) -> Library:
        names.extend(files)
        return load(place, files, **options)

    monkeypatch.setattr(folder, "load_named", watch)
    return names


def test_only_changed_files_are_read(place: Path, read: list[str]) -> None:
    kept = load_folder(str(place), Folder())
    assert [article.id for article in kept.library] == ["a", "b"]
    read.clear()
    assert load_folder(str(place), kept).library == kept.library
    assert read == []
    (place / "b.md").write_text(TEXT + "It rained.\n", encoding="utf-8")
    (place / "c.md").write_text(TEXT, encoding="utf-8")
    (place / "a.md").unlink()
    assert [article.id for article in load_folder(str(place), kept).library] == ["b", "c"]
    assert read == ["b.md", "c.md"]


def test_a_second_file_of_an_id_is_told_whichever_came_first(place: Path) -> None:
    kept = load_folder(str(place), Folder())
    (place / "b.txt").write_text("The bridge stands.\n", encoding="utf-8")
    found = load_folder(str(place), kept).library
    assert [article.id for article in found] == ["a", "b"]
    assert any("already that of b.md" in str(problem) for problem in found.problems)


def test_what_could_not_be_read_is_tried_again(place: Path, read: list[str]) -> None:
    (place / "b.md").write_text("---\ntitle: [\n---\nText", encoding="utf-8")
    kept = load_folder(str(place), Folder())
    read.clear()
    load_folder(str(place), kept)
    assert read == ["b.md"]


def test_a_long_look_is_made_aside_but_new_files_are_seen_at_once(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_LONG", 0.0)
    first = mark_folder(str(place))
    assert mark_folder(str(place)) == first
    (place / "c.md").write_text(TEXT, encoding="utf-8")
    assert mark_folder(str(place)) != first


def test_lines_taught_meanwhile_are_marked_in_all_articles(place: Path) -> None:
    kept = load_folder(str(place), Folder())
    (place / "boilerplate.yaml").write_text('"*":\n  - "The bridge collapsed."\n', encoding="utf-8")
    found = load_folder(str(place), kept).library
    assert [len(article.never_text) for article in kept.library] == [0, 0]
    assert [len(article.never_text) for article in found] == [1, 1]
