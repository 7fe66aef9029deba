"""Decisions on the disk: they come back as they were made, and what is none is said with its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from evidence.builders import make_decision

from claimdesk.errors import InputError
from claimdesk.logs.chain import append_entry
from claimdesk.model import Decision
from claimdesk.store.reviews import append_decision, load_reviews, render_decision, reviews_beside

DECISIONS = (
    make_decision(prefix="Kemarin. ", suffix=" “Ya”", note="dua\nbaris"),
    make_decision("rejected", reason="wrong place", by=""),
    make_decision("corrected", corrections=(("stance", "contradicts"), ("date", ""), ("hedged", "true"))),
    make_decision("added", start=7, corrections=(("origin", "Red Cross"), ("date", "2031-05"))),
    make_decision("withdrawn", on=date(2031, 6, 1)),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return reviews_beside(tmp_path / "claims.yaml")


def test_decisions_come_back_in_order(file: Path) -> None:
    for decision in DECISIONS:
        append_decision(file, decision)
    found = load_reviews(file)
    assert (found.decisions, found.problems) == (DECISIONS, ())


def test_no_file_is_no_decision(file: Path) -> None:
    assert load_reviews(file).decisions == ()
    assert load_reviews(file).sha256 == ""


def test_the_fingerprint_changes_with_the_file(file: Path) -> None:
    append_decision(file, DECISIONS[0])
    first = load_reviews(file).sha256
    append_decision(file, DECISIONS[0])
    assert load_reviews(file).sha256 != first


# field, value, what is said
WRONG: list[tuple[str, Any, str]] = [
    ("kind", "maybe", "kind is 'maybe'"),
    ("kind", None, "kind is None"),
    ("claim", "", "claim is ''"),
    ("text", 7, "text is 7"),
    ("note", ["x"], r"note is \['x'\]"),
    ("start", -1, "start and end are -1"),
    ("start", True, "start and end are True"),
    ("end", 2, "start and end are 0 and 2"),
    ("on", "yesterday", "on is 'yesterday'"),
    ("corrections", [], r"corrections is \[\]"),
    ("corrections", {"score": "100"}, "sets score to '100'"),
    ("corrections", {"hedged": True}, "sets hedged to True"),
    ("corrections", {"stance": ["supports"]}, r"sets stance to \['supports'\]"),
    ("corrections", {"date": {}}, "sets date to {}"),
    ("corrections", {"origin": " "}, "sets origin to ' '"),
    ("corrections", {"date": "2031-13"}, "'2031-13' is not a date"),
]


@pytest.mark.parametrize(("field", "value", "said"), WRONG)
def test_what_is_no_decision_is_left_out_and_said(file: Path, field: str, value: object, said: str) -> None:
    append_decision(file, DECISIONS[0])
    append_entry(file, {**render_decision(DECISIONS[0]), field: value})
    append_decision(file, DECISIONS[1])
    found = load_reviews(file)
    assert found.decisions == DECISIONS[:2]
    (problem,) = found.problems
    assert problem.startswith(f"{file}:2: ")
    with pytest.raises(InputError, match=said):
        raise InputError(problem)


def test_what_could_not_be_read_back_is_not_written(file: Path) -> None:
    for wrong in (
        replace(DECISIONS[0], claim=""),
        replace(DECISIONS[0], end=3),
        replace(DECISIONS[0], corrections=(("stance", "maybe"),)),
    ):
        with pytest.raises(InputError):
            append_decision(file, wrong)
    assert not file.exists()


def test_a_tampered_decision_does_not_count(file: Path) -> None:
    for decision in DECISIONS[:3]:
        append_decision(file, decision)
    file.write_bytes(file.read_bytes().replace(b"wrong place", b"wrong plaza"))
    found = load_reviews(file)
    assert found.decisions == (DECISIONS[0], DECISIONS[2])
    assert f"{file}:2: this line is not as it was written" in found.problems[0]


def test_empty_fields_are_not_written() -> None:
    decision = Decision("c", "a", 0, 1, "x", "confirmed", date(2031, 1, 2))
    written = {"claim": "c", "article": "a", "start": 0, "end": 1, "text": "x"}
    assert render_decision(decision) == {**written, "kind": "confirmed", "on": "2031-01-02"}
