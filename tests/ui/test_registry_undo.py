"""Who changed what, as it is now in every session, and the one save that can be undone: the latest."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import REGISTRY, open_claim, press
from page_text import read_page
from registry_steps import fill, open_registry, save
from streamlit.testing.v1 import AppTest

from claimdesk.registry.edit import change_record
from claimdesk.registry.history import load_history
from claimdesk.registry.save import save_registry


def _read(place: Path) -> str:
    return (place / "claims.yaml").read_text(encoding="utf-8")


def _save_elsewhere(place: Path, topic: str, by: str) -> None:
    """Another process, which no page hears of."""
    before = (place / "claims.yaml").read_bytes()
    edited = change_record(before, "claims", "bridge", "topic", topic)
    save_registry(place / "claims.yaml", edited, base=before, by=by)


def _offers(at: AppTest) -> list[str]:
    return [one.label for one in at.button if one.label.startswith(("Undo", "Redo"))]


def test_every_session_lists_what_another_process_saved_since(place: Path) -> None:
    save(fill(open_registry(), "topic", "Roads"))
    assert "Roads" in read_page(open_registry(part="history"))
    _save_elsewhere(place, "Rivers", "editor-2")
    assert "“Roads” → “Rivers”" in read_page(open_registry(part="history"))
    assert "“Roads” → “Rivers”" in read_page(open_claim())


def test_a_save_is_undone_and_done_again(place: Path) -> None:
    at = save(fill(open_registry(), "topic", "Roads"))
    after = _read(place)
    at = press(at, "Undo: claim bridge was edited")
    assert _read(place) == REGISTRY
    assert "This was undone: claim bridge was edited." in read_page(at)
    assert _offers(at) == ["Redo: claim bridge was edited"]
    at = press(at, "Redo: claim bridge was edited")
    assert _read(place) == after
    assert "This was done again: claim bridge was edited." in read_page(at)
    assert [entry.by for entry in load_history(place / "claims.yaml").entries if entry.kind == "saved"] == [
        "editor-1"
    ] * 3


def test_save_after_save_is_undone(place: Path) -> None:
    at = save(fill(open_registry(), "topic", "Roads"))
    at = save(fill(at, "topic", "Rivers"))
    at = press(at, "Undo: claim bridge was edited")
    assert "topic: Roads" in _read(place)
    press(at, "Undo: claim bridge was edited")
    assert _read(place) == REGISTRY


def test_a_later_session_can_still_undo(place: Path) -> None:
    save(fill(open_registry(), "topic", "Roads"))
    press(open_registry(), "Undo: claim bridge was edited")
    assert _read(place) == REGISTRY
    assert _offers(open_registry()) == []


def test_the_latest_save_is_undone_whichever_process_made_it(place: Path) -> None:
    at = save(fill(open_registry(), "topic", "Roads"))
    after = _read(place)
    _save_elsewhere(place, "Rivers", "editor-1")
    press(open_registry(), "Undo: claim bridge was edited")
    assert _read(place) == after
    assert _offers(at)


# Who saved elsewhere; none: a hand edit that no history knows of yet.
@pytest.mark.parametrize("by", ["editor-1", "editor-2", None])
def test_an_undo_of_a_page_that_is_behind_is_refused(place: Path, by: str | None) -> None:
    at = save(fill(open_registry(), "topic", "Roads"))
    if by:
        _save_elsewhere(place, "Rivers", by)
    else:
        (place / "claims.yaml").write_text(_read(place).replace("Flood", "Great flood"), encoding="utf-8")
    theirs = _read(place)
    at = press(at, "Undo: claim bridge was edited")
    assert _read(place) == theirs
    assert "The registry was edited after this page was drawn, so nothing was done." in read_page(at)
    assert bool(_offers(at)) == (by == "editor-1")
