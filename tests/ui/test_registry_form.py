"""The form of a claim: what is typed is checked beside its field, shown in its effect, saved surgically."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import REGISTRY, field_of, press
from page_text import read_page
from registry_steps import fill, open_registry, save, value_of

from claimdesk.store.drafts import list_drafts

COMMENTED = REGISTRY.replace("    as_of:", "    # Seen by divers.\n    as_of:")


def _read(place: Path) -> str:
    return (place / "claims.yaml").read_text(encoding="utf-8")


def test_one_field_changes_one_line(place: Path) -> None:
    (place / "claims.yaml").write_text(COMMENTED, encoding="utf-8")
    save(fill(open_registry(), "as_of", "2021-03-07"))
    assert _read(place) == COMMENTED.replace("2021-03-05", "2021-03-07")


# Field, what is typed, what the file holds then.
EDITS = [
    ("statement", "The old bridge fell.", "statement: The old bridge fell."),
    ("topic", "Roads", "topic: Roads"),
    ("window_days", "9", "window_days: 9"),
    ("supports.1", "the span fell into the river", "the span fell into the river"),
    ("contradicts.0", "the bridge still stands", "the bridge still stands"),
    ("must_mention.0", ["Arun", "river"], "must_mention: [[Arun, river]]"),
    ("threshold", "80", "threshold: 80"),
    ("notes", "Two lines\nof notes.", "of notes."),
    ("claimed_by.source", "mayor", "claimed_by: {source: mayor}"),
]


@pytest.mark.parametrize(("field", "typed", "written"), EDITS, ids=[field for field, *_ in EDITS])
def test_every_field_is_saved(place: Path, field: str, typed: object, written: str) -> None:
    at = save(fill(open_registry(), field, typed))
    assert written in _read(place)
    assert "Claim bridge edited." in read_page(at)
    assert list_drafts(place / "claims.yaml", "editor-1") == []


@pytest.mark.parametrize(
    ("wording", "low", "high", "written"),
    [
        ("exactly", "40", "", "exactly: 40"),
        ("about", "40", "", "about: 40"),
        ("at_least", "40", "", "at_least: 40"),
        ("at_most", "40", "", "at_most: 40"),
        ("more_than", "40", "", "more_than: 40"),
        ("less_than", "40", "", "less_than: 40"),
        ("between", "40", "50", "between: [40, 50]"),
    ],
)
def test_every_kind_of_number_is_saved(place: Path, wording: str, low: str, high: str, written: str) -> None:
    at = fill(open_registry(), "quantity.wording", wording)
    at = fill(at, "quantity.low", low)
    at = fill(at, "quantity.high", high) if high else at
    save(fill(at, "quantity.unit", ["people", "orang"]))
    assert written in _read(place)
    assert "[people, orang]" in _read(place)


# Field, what is typed, what is said beside it.
WRONG = [
    ("as_of", "5/3/2021", "is no date, write year-month-day"),
    ("window_days", "400", "write a whole number from 0 to 366"),
    ("statement", "", "This is missing"),
    ("supports.0", "", "the claim has no phrase"),
    ("threshold", "x", "write a whole number from 0 to 100"),
    ("claimed_by.url", "ftp://x", "is no web address"),
]


@pytest.mark.parametrize(("field", "typed", "said"), WRONG, ids=[field for field, *_ in WRONG])
def test_what_is_wrong_is_said_and_nothing_is_saved(place: Path, field: str, typed: str, said: str) -> None:
    at = save(fill(open_registry(), field, typed))
    assert said.casefold() in read_page(at).casefold()
    assert "to mend before it can be saved" in read_page(at)
    assert _read(place) == REGISTRY
    assert value_of(at, field) == typed


def test_a_grouped_number_is_refused_with_the_remedy(place: Path) -> None:
    at = fill(fill(open_registry(), "quantity.wording", "at_least"), "quantity.low", "12.000")
    assert "12.000 has a mark between its digits, write 12000." in read_page(save(at))
    assert _read(place) == REGISTRY


@pytest.mark.usefixtures("place")
def test_a_warning_stands_below_its_phrase() -> None:
    at = fill(open_registry(), "supports.1", "the bridge")
    assert "Only one of its words weighs anything, so it matches too much" in read_page(at)


def test_the_effect_is_shown_beside_names_of_any_writing(place: Path) -> None:
    """An emoji among the aliases keeps no form from being checked."""
    (place / "claims.yaml").write_text(f"{REGISTRY}aliases: [[river, \U0001f30a]]\n", encoding="utf-8")
    said = read_page(fill(open_registry(), "statement", "The bridge at \U0001f30a Arun collapsed."))
    assert "It is shown once nothing is wrong" not in said
    assert "No quote and no status changes." in said


@pytest.mark.usefixtures("place")
def test_the_effect_is_shown_before_saving() -> None:
    at = fill(open_registry(), "supports.1", "remains lie in the river")
    said = read_page(at)
    assert "1 quote gained" in said
    assert "Its remains lie in the river." in said
    at = fill(at, "supports.0", "")
    assert "quotes lost" in read_page(at)


@pytest.mark.usefixtures("place")
def test_phrases_that_do_nothing_or_too_much_are_pointed_out() -> None:
    at = fill(open_registry(), "supports.1", "locusts ate the whole harvest")
    assert "Matches nothing in these articles." in read_page(at)
    at = fill(at, "contradicts.0", "the bridge has not collapsed")
    assert "of the other side too" in read_page(at)
    at = fill(fill(at, "contradicts.0", ""), "supports.1", "bridge collapsed")
    assert "other phrases of this side find them all" in read_page(at)


def test_a_draft_is_kept_across_sessions_and_can_be_discarded(place: Path) -> None:
    fill(open_registry(), "notes", "Half a thought")
    at = open_registry()
    assert value_of(at, "notes") == "Half a thought"
    assert "This is your draft of" in read_page(at)
    assert "Your draft waits here" in read_page(open_registry(part="claims"))
    at = press(at, "Discard the draft")
    assert value_of(at, "notes") == ""
    assert _read(place) == REGISTRY
    assert list_drafts(place / "claims.yaml", "editor-1") == []


@pytest.mark.usefixtures("place")
def test_a_draft_is_its_authors(monkeypatch: pytest.MonkeyPatch) -> None:
    fill(open_registry(), "notes", "Half a thought")
    monkeypatch.setattr("claimdesk.ui.reviewer._system_user", lambda: "editor-2")
    assert value_of(open_registry(), "notes") == ""


def test_a_new_claim_gets_an_id_of_its_words(place: Path) -> None:
    at = open_registry(new="1")
    at = fill(at, "statement", "The dam at Arun is leaking.")
    at = fill(at, "supports.0", "the Arun dam is leaking")
    at = save(at)
    assert "- id: the-dam-at-arun-is-leaking\n" in _read(place)
    assert str(at.query_params["id"]) == "the-dam-at-arun-is-leaking"


def test_an_id_that_is_taken_is_refused(place: Path) -> None:
    at = fill(open_registry(new="1"), "statement", "The dam at Arun is leaking.")
    at = fill(fill(at, "supports.0", "the Arun dam is leaking"), "id", "bridge")
    assert "bridge is already the id of the claim in line 7" in read_page(save(at))
    assert _read(place) == REGISTRY


@pytest.mark.usefixtures("place")
def test_a_claim_that_is_there_already_is_pointed_out() -> None:
    at = fill(open_registry(new="1"), "supports.0", "the Arun bridge collapsed")
    at = fill(at, "statement", "The Arun bridge has collapsed.")
    assert "A claim that says nearly the same is there already:" in read_page(at)
    at = fill(at, "statement", "The Arun bridge has not collapsed.")
    assert "The opposite of this claim is there already:" in read_page(at)


@pytest.mark.usefixtures("place")
def test_the_page_speaks_indonesian() -> None:
    at = open_registry(id="bridge", lang="id")
    assert field_of(at.button, "do-save-").label != ""
