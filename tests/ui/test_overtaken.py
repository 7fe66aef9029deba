"""Two pages at once: a decision on a passage that somebody decided on meanwhile is not kept, and said."""

from __future__ import annotations

from pathlib import Path

from desk_steps import open_claim, press, read_log
from page_text import read_page


def _kinds(place: Path) -> list[str]:
    return [one.kind for one in read_log(place).decisions]


def test_undo_of_a_stale_page_takes_back_nothing_else(place: Path) -> None:
    ours = press(open_claim(), "Confirm")
    ours = press(press(press(ours, "Decide again"), "Reject"), "Copy")
    theirs = open_claim()
    press(ours, "Undo")
    said = read_page(press(theirs, "Undo"))
    assert _kinds(place) == ["confirmed", "rejected", "withdrawn"]
    assert "Somebody decided on this passage meanwhile: withdrawn, editor-1." in said
    assert "Confirmed by editor-1" in said


def test_a_decision_of_a_stale_page_does_not_replace_another(place: Path) -> None:
    ours, theirs = open_claim(), open_claim()
    press(press(ours, "Reject"), "Copy")
    said = read_page(press(theirs, "Confirm"))
    assert _kinds(place) == ["rejected"]
    assert "Somebody decided on this passage meanwhile: rejected, editor-1." in said


def test_the_same_decision_twice_is_one(place: Path) -> None:
    ours, theirs = open_claim(), open_claim()
    press(ours, "Confirm")
    at = press(theirs, "Confirm")
    assert _kinds(place) == ["confirmed"]
    assert "meanwhile" not in read_page(at)
    at = press(press(at, "Decide again"), "Other side")
    press(press(at, "Decide again"), "Other side")
    assert _kinds(place) == ["confirmed", "corrected", "confirmed"]


def test_decisions_on_other_passages_do_not_stand_in_the_way(place: Path) -> None:
    ours, theirs = open_claim(), open_claim()
    press(ours, "Confirm")
    press(press(theirs, "Reject", 1), "Copy")
    assert _kinds(place) == ["confirmed", "rejected"]


def test_a_damaged_line_is_said_before_another_takes_its_place(place: Path) -> None:
    at = press(open_claim(), "Confirm")
    log = place / "reviews.jsonl"
    torn = log.read_bytes()[:-2]
    log.write_bytes(torn)
    at = press(at, "Confirm")
    assert "is kept as reviews.jsonl.torn-" in read_page(at)
    assert log.read_bytes() == torn
    press(at, "Confirm", 1)
    assert _kinds(place) == ["confirmed"]
    assert [path.read_bytes() for path in place.glob("reviews.jsonl.torn-*")] == [torn]
