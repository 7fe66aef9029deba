"""People's decisions on the claim page, from the click to the disk and back onto the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk_steps import (
    BODY,
    CLAIM,
    FIRST,
    HEAD,
    MISSED,
    REGISTRY,
    SECOND,
    choose,
    last,
    open_claim,
    press,
    read_log,
    run,
    type_into,
)
from page_text import read_page
from streamlit.testing.v1 import AppTest


def test_confirming_marks_the_quote_and_the_card(place: Path) -> None:
    at = press(open_claim(), "Confirm")
    said = read_page(at)
    assert f"Confirmed by editor-1, {date.today():%-d %b %Y}." in said
    assert "1 of 2 decisive quotes" in said
    decision = last(place)
    assert (decision.kind, decision.by, decision.on) == ("confirmed", "editor-1", date.today())
    assert (decision.text, decision.prefix, decision.suffix[:6]) == (FIRST, "", "\n\nRain")


def test_a_rejected_quote_goes_to_the_foot_with_its_reason_and_comes_back(place: Path) -> None:
    at = press(open_claim(), "Reject")
    type_into(at, "note-", "see the second line")
    at = press(at, "Wrong place")
    said = read_page(at)
    assert said.index("Rejected quotes") < said.rindex(FIRST)
    assert "wrong place: see the second line." in said
    assert (last(place).reason, last(place).note) == ("wrong place", "see the second line")
    at = press(at, "Undo")
    assert "Rejected quotes" not in read_page(at)
    assert last(place).kind == "withdrawn"


def test_undo_gives_the_decision_before_it_back(place: Path) -> None:
    at = press(open_claim(), "Confirm")
    at = press(press(press(at, "Decide again"), "Reject"), "Copy")
    assert "Confirmed by" not in read_page(at)
    at = press(at, "Undo")
    assert "Confirmed by editor-1" in read_page(at)
    assert [one.kind for one in read_log(place).decisions] == ["confirmed", "rejected", "withdrawn"]


def test_a_quote_moves_to_the_other_side_and_says_what_the_engine_had_said(place: Path) -> None:
    at = press(open_claim(), "Other side")
    said = read_page(at)
    assert "Side: contradicts. The engine had said: supports." in said
    assert "No origin supports this within" in said
    assert last(place).corrections == (("stance", "contradicts"),)
    at = press(press(at, "Decide again"), "Correct")
    type_into(at, "date-", "2021-03")
    at = press(at, "Save the correction")
    assert last(place).corrections == (("stance", "contradicts"), ("date", "2021-03"))
    at = press(press(at, "Decide again"), "Other side")
    assert last(place).corrections == (("date", "2021-03"),)


def test_speaker_date_and_hedge_are_corrected(place: Path) -> None:
    at = press(open_claim(), "Correct")
    speaker = next(one for one in at.selectbox if str(one.key).startswith("origin-"))
    assert speaker.value == "Mayor of Arun"
    assert "Wire Agency" in speaker.options
    speaker.set_value("Wire Agency")
    hedge = next(one for one in at.get("button_group") if str(one.key).startswith("hedged-"))
    hedge.set_value("true")
    type_into(at, "date-", "2021-02-01")
    at = press(at, "Save the correction")
    corrected = {"origin": "Wire Agency", "date": "2021-02-01", "hedged": "true"}
    assert (last(place).kind, dict(last(place).corrections)) == ("corrected", corrected)
    said = read_page(at)
    assert "Speaker: Wire Agency. The engine had said: Mayor of Arun." in said
    assert "Date: 1 Feb 2021. The engine had said: 5 Mar 2021." in said


def test_a_value_that_cannot_be_kept_is_said_and_what_was_typed_stays(place: Path) -> None:
    at = press(open_claim(), "Correct")
    type_into(at, "date-", "last week")
    at = press(at, "Save the correction")
    assert "This was not kept; what you typed still stands." in read_page(at)
    assert "'last week' is not a date" in read_page(at)
    assert next(one for one in at.text_input if str(one.key).startswith("date-")).value == "last week"
    assert not (place / "reviews.jsonl").exists()
    assert "not kept" not in read_page(run(at))


def test_a_broken_log_refuses_new_decisions_and_says_so(place: Path) -> None:
    press(open_claim(), "Confirm")
    log = place / "reviews.jsonl"
    log.write_bytes(log.read_bytes().replace(b"editor-1", b"editor-9"))
    broken = log.read_bytes()
    at = press(open_claim(), "Confirm")
    assert "the last line is not as it was written" in read_page(at)
    assert log.read_bytes() == broken


@pytest.mark.usefixtures("place")
def test_a_half_typed_note_outlives_a_look_at_another_page() -> None:
    at = press(open_claim(), "Reject")
    type_into(at, "note-", "half ty")
    at.switch_page("pages/5_Method.py")
    run(at)
    at.switch_page(CLAIM)
    at.query_params["id"] = "bridge"
    run(at)
    assert next(one for one in at.text_input if str(one.key).startswith("note-")).value == "half ty"


def test_the_name_may_be_empty_or_another(place: Path) -> None:
    at = open_claim()
    at.sidebar.text_input(key="reviewer").set_value("  Second   Editor ")
    at = press(run(at), "Confirm")
    assert last(place).by == "Second Editor"
    at.sidebar.text_input(key="reviewer").set_value("")
    at = press(run(at), "Confirm")
    assert last(place).by == ""
    assert "Confirmed by a reviewer" in read_page(at)


def test_a_missed_passage_is_added_by_hand(place: Path) -> None:
    at = press(choose(open_claim(), "remains river"), "Add to the claim")
    added = last(place)
    assert (added.kind, added.text, added.corrections) == ("added", MISSED, (("stance", "supports"),))
    said = read_page(at)
    assert "Added by editor-1" in said
    assert "The passage was added to the claim." in said
    assert "3 decisive quotes" in said
    at = press(at, "Undo")
    assert "Added by editor-1" not in read_page(at)


def test_what_phrases_come_near_is_offered_with_what_was_read_off_it(place: Path) -> None:
    near = "The bridge may fall, the Mayor of Arun said."
    (place / "articles" / "wire.md").write_text(f"{HEAD}{BODY}\n{near}\n", encoding="utf-8")
    at = open_claim()
    assert near not in read_page(at)
    at.session_state[next(one.key for one in at.expander if one.label == "Add a passage by hand")] = True
    assert "Near a phrase, and not near enough to count:" in read_page(run(at))
    press(press(at, "Choose this"), "Add to the claim")
    added = last(place)
    assert (added.kind, added.text) == ("added", near)
    assert dict(added.corrections)["origin"] == "Mayor of Arun"


def test_any_words_can_be_added_not_only_whole_passages(place: Path) -> None:
    press(choose(open_claim(), "rain  fell. the bridge has not"), "Add to the claim")
    assert last(place).text == "Rain fell.\n\nThe bridge has not"


def test_a_decision_follows_its_words_or_is_listed_as_lost(place: Path) -> None:
    press(press(open_claim(), "Confirm"), "Confirm")
    article = place / "articles" / "wire.md"
    article.write_text(f"{HEAD}Corrected.\n\n{BODY}".replace(SECOND, "No."), encoding="utf-8")
    at = open_claim()
    said = read_page(at)
    assert "Moved. The article has changed since the decision" in said
    lost = said[said.index("Decisions that lost their place") :]
    assert SECOND in lost
    assert "The article was changed: these words no longer stand in it." in lost
    at = press(at, "Withdraw the decision")
    assert "Decisions that lost their place" not in read_page(at)
    assert last(place).kind == "withdrawn"


@pytest.mark.usefixtures("place")
def test_a_past_day_is_only_looked_at() -> None:
    at = open_claim(until="2021-03-06")
    assert [one.label for one in at.main.button] == []
    assert FIRST in read_page(at)


def _judge(at: AppTest, rationale: str) -> AppTest:
    at = press(at, "Give a verdict")
    next(one for one in at.text_area if str(one.key).startswith("rationale-")).set_value(rationale)
    return press(run(at), "Save the verdict")


def test_a_verdict_is_written_into_the_registry_and_nothing_else_changes(place: Path) -> None:
    at = _judge(open_claim(), "One says so, one denies it.")
    written = (place / "claims.yaml").read_text(encoding="utf-8")
    assert written.startswith(REGISTRY)
    assert f"on: {date.today()}" in written
    said = read_page(at)
    assert "One says so, one denies it." in said
    assert f"editor-1, {date.today():%-d %b %Y}" in said
    at = press(press(at, "Change the verdict"), "Take the verdict back")
    assert "Nobody has judged this claim yet." in read_page(at)
    assert (place / "claims.yaml").read_text(encoding="utf-8").rstrip() == REGISTRY.rstrip()


def test_a_registry_that_was_changed_meanwhile_is_not_written_over(place: Path) -> None:
    at = press(open_claim(), "Give a verdict")
    next(one for one in at.text_area if str(one.key).startswith("rationale-")).set_value("Plain.")
    at = run(at)
    changed = REGISTRY.replace("title: Flood", "title: Floods")
    (place / "claims.yaml").write_text(changed, encoding="utf-8")
    at = press(at, "Save the verdict")
    assert "was changed meanwhile" in read_page(at)
    assert (place / "claims.yaml").read_text(encoding="utf-8") == changed


def test_no_verdict_is_saved_without_a_rationale(place: Path) -> None:
    at = _judge(open_claim(), "   ")
    assert read_page(at).count("A verdict is saved only with a rationale") == 2  # refused, and by the field
    assert (place / "claims.yaml").read_text(encoding="utf-8") == REGISTRY


def _with_name(at: AppTest, name: str) -> AppTest:
    at.sidebar.text_input(key="reviewer").set_value(name)
    return run(at)


def _is_off(at: AppTest, label: str) -> bool:
    return bool(next(one for one in at.button if one.label == label).disabled)


def test_where_it_is_asked_for_a_second_person_confirms_a_verdict(place: Path) -> None:
    at = open_claim()
    at.main.toggle[0].set_value(True)
    at = _judge(run(at), "Plain.")
    assert "Waits for a second person's word and does not count yet." in read_page(at)
    assert _is_off(at, "Confirm the verdict")
    at = _with_name(at, "editor-2")
    assert not _is_off(at, "Confirm the verdict")
    at = press(at, "Confirm the verdict")
    assert "Confirmed by editor-2." in read_page(at)
    assert [one.by for one in read_log(place).seconds] == ["editor-2"]
    at.main.toggle[0].set_value(False)
    assert [one.second_person for one in read_log(place).rules] == [True]
    run(at)
    assert [one.second_person for one in read_log(place).rules] == [True, False]


@pytest.mark.usefixtures("place")
def test_a_quote_that_leaves_says_where_it_stands_now_and_comes_back() -> None:
    at = open_claim()
    for key, told in (("do-move-", True), ("do-undo-moved-", False)):
        next(button for button in at.button if button.key.startswith(key)).click()
        run(at)
        assert ("Kept. It now stands under" in read_page(at)) is told
