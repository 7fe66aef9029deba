"""What is half typed: it stays with the passage it was typed for, and only what was typed is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import BODY, HEAD, MISSED, choose, field_of, last, open_claim, press, run, type_into
from page_text import read_page

OTHER = (
    "---\ntitle: Other\noutlet: Daily\npublished: 2021-04-09\nlanguage: en\n---\nDivers sought the wreck.\n"
)


def test_another_passage_begins_with_its_own_speaker_and_date(place: Path) -> None:
    (place / "articles" / "daily.md").write_text(OTHER, encoding="utf-8")
    at = choose(open_claim(), "its remains lie river")
    type_into(at, "date-", "2021-02")
    at = press(at, "Another passage")
    type_into(at, "words-", "divers sought wreck")
    at = press(at, "Choose this")
    assert field_of(at.selectbox, "origin-").value == "Daily"
    assert field_of(at.text_input, "date-").value == "2021-04-09"
    press(at, "Add to the claim")
    assert (last(place).article, last(place).corrections) == ("daily", (("stance", "supports"),))


def test_a_chosen_passage_that_changed_is_dropped_and_said(place: Path) -> None:
    at = choose(open_claim(), "its remains lie river")
    (place / "articles" / "wire.md").write_text(f"{HEAD}A new line.\n\n{BODY}", encoding="utf-8")
    at = run(at)
    assert "The article was changed: choose the passage again." in read_page(at)
    press(press(at, "Choose this"), "Add to the claim")
    assert last(place).text == MISSED


def test_what_nobody_typed_is_no_correction(place: Path) -> None:
    at = press(press(open_claim(), "Correct"), "Close")
    registry = place / "claims.yaml"
    renamed = registry.read_text(encoding="utf-8").replace(
        "Mayor of Arun}", "Lord, aliases: [Mayor of Arun]}"
    )
    registry.write_text(renamed, encoding="utf-8")
    at = press(run(at), "Correct")
    assert field_of(at.selectbox, "origin-").value == "Lord"
    type_into(at, "date-", "2021-03")
    registry.write_text(renamed.replace("name: Lord", "name: Lord Mayor"), encoding="utf-8")
    at = run(at)
    assert field_of(at.text_input, "date-").value == "2021-03"
    press(at, "Save the correction")
    assert last(place).corrections == (("date", "2021-03"),)


@pytest.mark.usefixtures("place")
def test_a_typed_value_outlives_closing_the_form() -> None:
    at = press(open_claim(), "Correct")
    type_into(at, "date-", "2021-03")
    at = press(press(at, "Close"), "Correct")
    assert field_of(at.text_input, "date-").value == "2021-03"
