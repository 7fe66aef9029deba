"""The raw text: problems by line and column, saved surgically, both sides shown where two edit the same."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from desk_steps import REGISTRY, field_of, press, run
from page_text import read_page
from registry_steps import fill, open_registry, save, value_of
from streamlit.testing.v1 import AppTest

from claimdesk.errors import InputError
from claimdesk.messages import translate
from claimdesk.ui import registry_saving
from claimdesk.ui.registry_ends import restore_text, show_text


def _read(place: Path) -> str:
    return (place / "claims.yaml").read_bytes().decode("utf-8")


def _open() -> AppTest:
    return open_registry(part="text")


def _type(at: AppTest, text: str) -> AppTest:
    at.text_area(key="registry-text-area").set_value(text)
    return run(at)


def _text(at: AppTest) -> str:
    return str(at.text_area(key="registry-text-area").value)


SECOND = REGISTRY + "  - id: dam\n    statement: The dam is leaking.\n    supports: [the dam is leaking]\n"


def test_the_text_is_saved_as_typed(place: Path) -> None:
    at = _type(_open(), REGISTRY.replace("Flood", "Great flood"))
    at = press(at, "Save")
    assert _read(place) == REGISTRY.replace("Flood", "Great flood")
    assert "The text edited." in read_page(at)


def test_problems_stand_with_line_and_column_and_nothing_is_saved(place: Path) -> None:
    broken = REGISTRY.replace("as_of: 2021-03-05", "as_of: 5/3/21").replace("supports:", "suports:")
    at = press(_type(_open(), broken), "Save")
    said = read_page(at)
    assert "3 problems to mend" in said
    assert "no date" in said
    assert _read(place) == REGISTRY
    assert _text(at) == broken


def test_text_that_does_not_parse_is_kept_and_said(place: Path) -> None:
    at = press(_type(_open(), REGISTRY + "  - {id: x\n"), "Save")
    assert "problem to mend" in read_page(at)
    assert _read(place) == REGISTRY
    assert _text(_open()) == REGISTRY + "  - {id: x\n"


@pytest.mark.parametrize("text", ["", "  \n\n"])
def test_an_empty_text_never_wipes(place: Path, text: str) -> None:
    at = press(_type(_open(), text), "Save")
    assert "The text is empty, so nothing is saved." in read_page(at)
    assert _read(place) == REGISTRY


@pytest.mark.usefixtures("place")
def test_the_effect_is_shown_claim_by_claim() -> None:
    more = SECOND.replace("supports: [the bridge collapsed]", "supports: [remains lie in the river]")
    said = read_page(_type(_open(), more))
    assert "The bridge at Arun collapsed." in said
    assert "quote gained" in said
    assert "quotes lost" in said


def test_edits_of_different_claims_are_brought_together(place: Path) -> None:
    (place / "claims.yaml").write_text(SECOND, encoding="utf-8")
    at = _type(_open(), SECOND.replace("The dam is leaking.", "The dam leaks."))
    (place / "claims.yaml").write_text(SECOND.replace("2021-03-05", "2021-03-06"), encoding="utf-8")
    at = run(at)
    assert "Somebody saved the registry since you began." in read_page(at)
    at = press(at, "Save")
    assert _read(place) == SECOND.replace("The dam is leaking.", "The dam leaks.").replace("03-05", "03-06")
    assert "Edits that others made meanwhile are kept beside it." in read_page(at)


MINE, THEIRS = REGISTRY.replace("03-05", "03-07"), REGISTRY.replace("03-05", "03-06")


def _conflict(place: Path) -> AppTest:
    at = _type(_open(), MINE)
    (place / "claims.yaml").write_text(THEIRS, encoding="utf-8")
    return press(run(at), "Save")


def test_a_conflict_shows_both_sides_and_loses_nothing(place: Path) -> None:
    at = _conflict(place)
    said = read_page(at)
    assert "claim bridge" in said
    assert "as_of: 2021-03-06" in said
    assert "as_of: 2021-03-07" in said
    assert _read(place) == THEIRS
    assert _text(at) == MINE


@pytest.mark.parametrize(("choice", "left"), [("mine", MINE), ("theirs", THEIRS)])
def test_a_conflict_is_settled_by_a_choice(place: Path, choice: str, left: str) -> None:
    at = _conflict(place)
    at.session_state["choose-claim bridge"] = choice
    at = press(run(at), "Take this into the text")
    assert _text(at) == left
    press(at, "Save")
    assert _read(place) == left


def test_one_can_go_back_from_a_conflict(place: Path) -> None:
    at = press(_conflict(place), "Back to my text")
    assert _text(at) == MINE
    assert _read(place) == THEIRS


def test_a_form_shows_both_sides_of_a_field(place: Path) -> None:
    at = fill(fill(open_registry(), "as_of", "2021-03-07"), "topic", "Roads")
    (place / "claims.yaml").write_text(THEIRS.replace("bridge at", "old bridge at"), encoding="utf-8")
    at = run(at)
    assert "Somebody else changed the same meanwhile." in read_page(at)
    assert value_of(at, "statement") == "The old bridge at Arun collapsed."
    assert field_of(at.button, "do-save-").disabled
    at = press(at, "Keep yours")
    save(at)
    assert "2021-03-07" in _read(place)
    assert "topic: Roads" in _read(place)
    assert "old bridge at" in _read(place)


def test_theirs_can_be_taken_in_a_form(place: Path) -> None:
    at = fill(open_registry(), "as_of", "2021-03-07")
    (place / "claims.yaml").write_text(THEIRS, encoding="utf-8")
    at = press(run(at), "Take theirs")
    assert value_of(at, "as_of") == "2021-03-06"
    assert "Discard the draft" not in [one.label for one in at.button]


def _break(place: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place / "claims.yaml"
    if how == "deleted":
        path.unlink()
    elif how == "a folder":
        path.unlink()
        path.mkdir()
    elif how == "read-only":
        path.chmod(0o444)
    else:
        said = f"{path}: cannot be saved, the disk is full. Make room and save again. The file is as it was."

        def refuse(*_: object, **__: object) -> None:
            raise InputError(said)

        monkeypatch.setattr(registry_saving, "save_registry", refuse)


# What happens to the file, what is said then.
BROKEN = [
    ("deleted", "there is no such file"),
    ("a folder", "this is a folder"),
    ("read-only", "the file is read-only"),
    ("disk full", "the disk is full"),
]


@pytest.mark.parametrize(("how", "said"), BROKEN)
def test_a_file_that_cannot_be_written_costs_no_draft(
    place: Path, monkeypatch: pytest.MonkeyPatch, how: str, said: str
) -> None:
    at = fill(open_registry(), "notes", "Half a thought")
    _break(place, how, monkeypatch)
    at = save(run(at))
    assert said in read_page(at)
    assert value_of(at, "notes") == "Half a thought"
    if (place / "claims.yaml").is_dir():
        shutil.rmtree(place / "claims.yaml")
    (place / "claims.yaml").unlink(missing_ok=True)
    (place / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    os.chmod(place / "claims.yaml", 0o644)
    monkeypatch.undo()
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(place / "claims.yaml"))
    monkeypatch.setenv("CLAIMDESK_ARTICLES", str(place / "articles"))
    save(run(at))
    assert "notes: Half a thought" in _read(place)


def test_a_text_over_the_limit_is_said(place: Path) -> None:
    at = press(_type(_open(), REGISTRY + "# " + "x" * (16 * 1024 * 1024)), "Save")
    assert "larger than 16 MB" in read_page(at)
    assert _read(place) == REGISTRY


# The file, what is typed over it, what is written.
ENDS = [
    (b"a\r\nb\r\n", "a\nb\n", b"a\r\nb\r\n"),
    (b"a\r\nb\r\n", "a\nc\nb\n", b"a\r\nc\r\nb\r\n"),
    (b"a\nb\r\nc\n", "a\nb\nc\nd\n", b"a\nb\r\nc\nd\n"),
    (b"\xef\xbb\xbfa\r\nb", "a\nb\nc", b"\xef\xbb\xbfa\r\nb\r\nc"),
    (b"\xef\xbb\xbfa\n", "a\nb\n", b"\xef\xbb\xbfa\nb\n"),
    (b"a\rb\r", "a\nx\nb\n", b"a\rx\rb\r"),
    (b"a\nb", "a", b"a"),
]


@pytest.mark.parametrize(("base", "typed", "written"), ENDS)
def test_line_ends_and_marks_stay(base: bytes, typed: str, written: bytes) -> None:
    assert restore_text(base, typed) == written
    assert restore_text(base, show_text(base)) == base


def test_a_full_disk_is_said_in_the_readers_language(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    at = open_registry(part="text", lang="id")
    at = _type(at, REGISTRY.replace("Flood", "Great flood"))
    monkeypatch.setattr("claimdesk.registry.disk.open_part", refuse)
    said = read_page(press(at, translate("Save", "id")))
    assert "the disk is full" not in said
    assert translate("the disk is full. Make room and save again", "id") in said
    assert _read(place) == REGISTRY
