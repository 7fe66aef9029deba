"""People's decisions on the claim page, from the click to the disk and back onto the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from page_text import ROOT, read_page
from streamlit.testing.v1 import AppTest

from claimdesk.model import Decision
from claimdesk.store.reviews import Reviews, load_reviews

CLAIM = "pages/1_Claim.py"
REGISTRY = """\
version: 1
title: Flood
sources:
  - {id: mayor, name: Mayor of Arun}
  - {id: wire, name: Wire Agency, kind: agency, aliases: [Wire]}
claims:
  - id: bridge
    statement: The bridge at Arun collapsed.
    as_of: 2021-03-05
    supports: [the bridge collapsed]
"""
FIRST = "The bridge collapsed, the Mayor of Arun said."
SECOND = "The bridge has not collapsed, the Dam Authority said."
MISSED = "Its remains lie in the river."
HEAD = "---\ntitle: Bridge\noutlet: Wire\npublished: 2021-03-05\nlanguage: en\n---\n"
BODY = f"{FIRST}\n\nRain fell.\n\n{SECOND}\n\n{MISSED}\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a registry and an article with a quote on each side."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "articles" / "wire.md").write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    monkeypatch.setenv("CLAIMDESK_ARTICLES", str(tmp_path / "articles"))
    monkeypatch.setattr("claimdesk.ui.reviewer._system_user", lambda: "editor-1")
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


def _open(**parameters: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20)
    at.switch_page(CLAIM)
    for name, value in {"id": "bridge", **parameters}.items():
        at.query_params[name] = value
    return _run(at)


def _run(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception, at.exception
    return at


def _press(at: AppTest, label: str, number: int = 0) -> AppTest:
    button = [one for one in at.button if one.label == label][number]
    button.click()
    return _run(at)


def _type(at: AppTest, key: str, text: str) -> AppTest:
    field = next(one for one in at.text_input if str(one.key).startswith(key))
    field.set_value(text)
    return _run(at)


def _log(place: Path) -> Reviews:
    found = load_reviews(place / "reviews.jsonl")
    assert found.problems == ()
    return found


def _last(place: Path) -> Decision:
    return _log(place).decisions[-1]


def test_confirming_marks_the_quote_and_the_card(place: Path) -> None:
    at = _press(_open(), "Confirm")
    said = read_page(at)
    assert f"Confirmed by editor-1, {date.today():%-d %b %Y}." in said
    assert "1 of 2 decisive quotes" in said
    decision = _last(place)
    assert (decision.kind, decision.by, decision.on) == ("confirmed", "editor-1", date.today())
    assert (decision.text, decision.prefix, decision.suffix[:6]) == (FIRST, "", "\n\nRain")


def test_a_rejected_quote_goes_to_the_foot_with_its_reason_and_comes_back(place: Path) -> None:
    at = _press(_open(), "Reject")
    _type(at, "note-", "see the second line")
    at = _press(at, "Wrong place")
    said = read_page(at)
    assert said.index("Rejected quotes") < said.rindex(FIRST)
    assert "wrong place: see the second line." in said
    assert (_last(place).reason, _last(place).note) == ("wrong place", "see the second line")
    at = _press(at, "Undo")
    assert "Rejected quotes" not in read_page(at)
    assert _last(place).kind == "withdrawn"


def test_undo_gives_the_decision_before_it_back(place: Path) -> None:
    at = _press(_open(), "Confirm")
    at = _press(_press(_press(at, "Decide again"), "Reject"), "Copy")
    assert "Confirmed by" not in read_page(at)
    at = _press(at, "Undo")
    assert "Confirmed by editor-1" in read_page(at)
    assert [one.kind for one in _log(place).decisions] == ["confirmed", "rejected", "withdrawn"]


def test_a_quote_moves_to_the_other_side_and_says_what_the_engine_had_said(place: Path) -> None:
    at = _press(_open(), "Other side")
    said = read_page(at)
    assert "Side: contradicts. The engine had said: supports." in said
    assert "No origin supports this." in said
    assert _last(place).corrections == (("stance", "contradicts"),)
    at = _press(_press(at, "Decide again"), "Correct")
    _type(at, "date-", "2021-03")
    at = _press(at, "Save the correction")
    assert _last(place).corrections == (("stance", "contradicts"), ("date", "2021-03"))
    at = _press(_press(at, "Decide again"), "Other side")
    assert _last(place).corrections == (("date", "2021-03"),)


def test_speaker_date_and_hedge_are_corrected(place: Path) -> None:
    at = _press(_open(), "Correct")
    speaker = next(one for one in at.selectbox if str(one.key).startswith("origin-"))
    assert speaker.value == "Mayor of Arun"
    assert "Wire Agency" in speaker.options
    speaker.set_value("Wire Agency")
    hedge = next(one for one in at.get("button_group") if str(one.key).startswith("hedged-"))
    hedge.set_value("true")
    _type(at, "date-", "2021-02-01")
    at = _press(at, "Save the correction")
    corrected = {"origin": "Wire Agency", "date": "2021-02-01", "hedged": "true"}
    assert (_last(place).kind, dict(_last(place).corrections)) == ("corrected", corrected)
    said = read_page(at)
    assert "Speaker: Wire Agency. The engine had said: Mayor of Arun." in said
    assert "Date: 1 Feb 2021. The engine had said: 5 Mar 2021." in said


def test_a_value_that_cannot_be_kept_is_said_and_what_was_typed_stays(place: Path) -> None:
    at = _press(_open(), "Correct")
    _type(at, "date-", "last week")
    at = _press(at, "Save the correction")
    assert "This was not kept; what you typed still stands." in read_page(at)
    assert "'last week' is not a date" in read_page(at)
    assert next(one for one in at.text_input if str(one.key).startswith("date-")).value == "last week"
    assert not (place / "reviews.jsonl").exists()
    assert "not kept" not in read_page(_run(at))


def test_a_broken_log_refuses_new_decisions_and_says_so(place: Path) -> None:
    _press(_open(), "Confirm")
    log = place / "reviews.jsonl"
    log.write_bytes(log.read_bytes().replace(b"editor-1", b"editor-9"))
    broken = log.read_bytes()
    at = _press(_open(), "Confirm")
    assert "the last line is not as it was written" in read_page(at)
    assert log.read_bytes() == broken


@pytest.mark.usefixtures("place")
def test_a_half_typed_note_outlives_a_look_at_another_page() -> None:
    at = _press(_open(), "Reject")
    _type(at, "note-", "half ty")
    at.switch_page("pages/5_Method.py")
    _run(at)
    at.switch_page(CLAIM)
    at.query_params["id"] = "bridge"
    _run(at)
    assert next(one for one in at.text_input if str(one.key).startswith("note-")).value == "half ty"


def test_the_name_may_be_empty_or_another(place: Path) -> None:
    at = _open()
    at.sidebar.text_input(key="reviewer").set_value("  Second   Editor ")
    at = _press(_run(at), "Confirm")
    assert _last(place).by == "Second Editor"
    at.sidebar.text_input(key="reviewer").set_value("")
    at = _press(_run(at), "Confirm")
    assert _last(place).by == ""
    assert "Confirmed by a reviewer" in read_page(at)


def _add(at: AppTest, words: str) -> AppTest:
    at.session_state[next(one.key for one in at.expander if one.label == "Add a passage by hand")] = True
    _run(at)
    _type(at, "words-", words)
    return _press(at, "Choose this")


def test_a_missed_passage_is_added_by_hand(place: Path) -> None:
    at = _press(_add(_open(), "remains river"), "Add to the claim")
    added = _last(place)
    assert (added.kind, added.text, added.corrections) == ("added", MISSED, (("stance", "supports"),))
    said = read_page(at)
    assert "Added by editor-1" in said
    assert "The passage was added to the claim." in said
    assert "3 decisive quotes" in said
    at = _press(at, "Undo")
    assert "Added by editor-1" not in read_page(at)


def test_any_words_can_be_added_not_only_whole_passages(place: Path) -> None:
    _press(_add(_open(), "rain  fell. the bridge has not"), "Add to the claim")
    assert _last(place).text == "Rain fell.\n\nThe bridge has not"


def test_a_decision_follows_its_words_or_is_listed_as_lost(place: Path) -> None:
    _press(_press(_open(), "Confirm"), "Confirm")
    article = place / "articles" / "wire.md"
    article.write_text(f"{HEAD}Corrected.\n\n{BODY}".replace(SECOND, "No."), encoding="utf-8")
    at = _open()
    said = read_page(at)
    assert "Moved. The article has changed since the decision" in said
    lost = said[said.index("Decisions that lost their place") :]
    assert SECOND in lost
    assert "The article was changed: these words no longer stand in it." in lost
    at = _press(at, "Withdraw the decision")
    assert "Decisions that lost their place" not in read_page(at)
    assert _last(place).kind == "withdrawn"


@pytest.mark.usefixtures("place")
def test_a_past_day_is_only_looked_at() -> None:
    at = _open(until="2021-03-06")
    assert [one.label for one in at.main.button] == []
    assert FIRST in read_page(at)


def _judge(at: AppTest, rationale: str) -> AppTest:
    at = _press(at, "Give a verdict")
    next(one for one in at.text_area if str(one.key).startswith("rationale-")).set_value(rationale)
    return _press(_run(at), "Save the verdict")


def test_a_verdict_is_written_into_the_registry_and_nothing_else_changes(place: Path) -> None:
    at = _judge(_open(), "One says so, one denies it.")
    written = (place / "claims.yaml").read_text(encoding="utf-8")
    assert written.startswith(REGISTRY)
    assert f"on: {date.today()}" in written
    said = read_page(at)
    assert "One says so, one denies it." in said
    assert f"editor-1, {date.today():%-d %b %Y}" in said
    at = _press(_press(at, "Change the verdict"), "Take the verdict back")
    assert "Nobody has judged this claim yet." in read_page(at)
    assert (place / "claims.yaml").read_text(encoding="utf-8").rstrip() == REGISTRY.rstrip()


def test_a_registry_that_was_changed_meanwhile_is_not_written_over(place: Path) -> None:
    at = _press(_open(), "Give a verdict")
    changed = REGISTRY.replace("title: Flood", "title: Floods")
    (place / "claims.yaml").write_text(changed, encoding="utf-8")
    at = _press(at, "Save the verdict")
    assert "was changed meanwhile" in read_page(at)
    assert (place / "claims.yaml").read_text(encoding="utf-8") == changed


def _with_name(at: AppTest, name: str) -> AppTest:
    at.sidebar.text_input(key="reviewer").set_value(name)
    return _run(at)


def _is_off(at: AppTest, label: str) -> bool:
    return bool(next(one for one in at.button if one.label == label).disabled)


def test_where_it_is_asked_for_a_second_person_confirms_a_verdict(place: Path) -> None:
    at = _open()
    at.main.toggle[0].set_value(True)
    at = _judge(_run(at), "Plain.")
    assert "Waits for a second person's word and does not count yet." in read_page(at)
    assert _is_off(at, "Confirm the verdict")
    at = _with_name(at, "editor-2")
    assert not _is_off(at, "Confirm the verdict")
    at = _press(at, "Confirm the verdict")
    assert "Confirmed by editor-2." in read_page(at)
    assert [one.by for one in _log(place).seconds] == ["editor-2"]
    at.main.toggle[0].set_value(False)
    assert [one.second_person for one in _log(place).rules] == [True]
    _run(at)
    assert [one.second_person for one in _log(place).rules] == [True, False]
