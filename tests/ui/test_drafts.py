"""What is half typed: it stays with the passage it was typed for, and only what was typed is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import BODY, HEAD, MISSED, REGISTRY, choose, field_of, last, open_claim, press, run, type_into
from page_text import read_page
from streamlit.testing.v1 import AppTest

from claimdesk.registry.history import load_history

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


THEIRS = "    verdict: {status: corroborated, rationale: Seen by two, by: editor-2, on: 2021-03-09}\n"


def _rationale(at: AppTest, typed: str | None = None) -> str:
    area = field_of(at.text_area, "rationale-")
    if typed is not None:
        area.set_value(typed)
        run(at)
    return str(field_of(at.text_area, "rationale-").value)


def test_an_untouched_draft_follows_the_verdict_of_another(place: Path) -> None:
    at = press(press(open_claim(), "Give a verdict"), "Close", -1)
    (place / "claims.yaml").write_text(REGISTRY + THEIRS, encoding="utf-8")
    at = press(run(at), "Change the verdict")
    assert _rationale(at) == "Seen by two"
    assert field_of(at.selectbox, "status-").value == "corroborated"


def _overtake(place: Path) -> AppTest:
    """A page where a draft was typed before another person's verdict came."""
    at = press(open_claim(), "Give a verdict")
    _rationale(at, "Mine.")
    (place / "claims.yaml").write_text(REGISTRY + THEIRS, encoding="utf-8")
    return run(at)


def test_a_draft_that_was_overtaken_is_shown_beside_the_other(place: Path) -> None:
    at = _overtake(place)
    said = read_page(at)
    assert "Somebody gave another verdict since you began." in said
    assert "Seen by two" in said
    assert _rationale(at) == "Mine."
    assert "Save the verdict" not in [one.label for one in at.button]
    press(press(at, "Go on with mine"), "Save the verdict")
    assert "rationale: Mine." in (place / "claims.yaml").read_text(encoding="utf-8")


def test_a_draft_that_was_overtaken_can_be_dropped(place: Path) -> None:
    at = press(_overtake(place), "Drop mine")
    assert _rationale(at) == "Seen by two"
    assert "since you began" not in read_page(at)


@pytest.mark.usefixtures("place")
def test_asking_for_a_second_person_keeps_the_draft() -> None:
    at = press(open_claim(), "Give a verdict")
    _rationale(at, "Long and careful.")
    at.main.toggle[0].set_value(True)
    assert _rationale(run(at)) == "Long and careful."


def test_a_verdict_that_must_be_confirmed_says_who_gave_it(place: Path) -> None:
    at = open_claim()
    at.sidebar.text_input(key="reviewer").set_value("")
    run(at).main.toggle[0].set_value(True)
    at = press(run(at), "Give a verdict")
    _rationale(at, "Plain.")
    at = press(run(at), "Save the verdict")
    assert "Give your name first" in read_page(at)
    assert (place / "claims.yaml").read_text(encoding="utf-8") == REGISTRY
    nameless = THEIRS.replace("by: editor-2, ", "")
    (place / "claims.yaml").write_text(REGISTRY + nameless, encoding="utf-8")
    at.sidebar.text_input(key="reviewer").set_value("editor-1")
    assert field_of(run(at).button, "do-second-").disabled


def test_the_history_names_who_gave_a_verdict(place: Path) -> None:
    at = press(open_claim(), "Give a verdict")
    at.text_input(key="reviewer").set_value("editor-7")
    _rationale(at, "Plain.")
    press(run(at), "Save the verdict")
    entry = load_history(place / "claims.yaml").entries[-1]
    assert (entry.kind, entry.by) == ("saved", "editor-7")
