"""Passages that only point back, and to what."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.pointing import find_pointing

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "pointing.yaml").read_text(encoding="utf-8"))
WORDS = ["hal", "itu", "dibantah", "mereka", "they", "denied", "this", "claim", ".", "Rusia", "said", "its"]


@pytest.mark.parametrize(("language", "text", "kind", "words"), ROWS, ids=[row[1] for row in ROWS])
def test_points_back(language: str, text: str, kind: str | None, words: str) -> None:
    pointing = find_pointing(text, language)
    found = (pointing.kind, pointing.text) if pointing else (None, "")
    assert found == (kind, words)


FAR = [
    # language, passage, whether what it means may stand some sentences back, note
    ("id", "Wali kota menyanggah tudingan itu.", True, "an accusation is named"),
    ("id", "Bendahara membantah keras.", True, "nothing else can be denied"),
    ("id", "Bendahara membantahnya.", False, "the last thing said"),
    ("id", "Hal itu dibantah wali kota.", False, "the last thing said"),
    ("en", "The mayor rejected these claims.", True, "claims are named"),
    ("en", "The mayor called that absurd.", False, "the last thing said"),
]


@pytest.mark.parametrize(("language", "text", "far", "note"), FAR)
def test_accusations_may_stand_far_back(language: str, text: str, far: bool, note: str) -> None:
    pointing = find_pointing(text, language)
    assert pointing is not None
    assert pointing.far == far, note


BLAMING = [
    # language, passage, whether its noun blames, whether it takes up all that was said, note
    ("id", "Wali kota menyanggah tudingan itu.", True, False, "an accusation"),
    ("id", "Wali kota menepis kabar itu.", False, False, "a report blames nobody"),
    ("id", "Bendahara membantah keras.", False, False, "a bare denial"),
    ("id", "Bendahara menyanggah semuanya.", False, True, "all of it"),
    ("en", "The mayor rejected the allegation.", True, False, "an accusation"),
    ("en", "The mayor rejected the report.", False, False, "a report blames nobody"),
    ("en", "The mayor rejected these allegations.", True, True, "more than one"),
]


@pytest.mark.parametrize(("language", "text", "blames", "sums_up", "note"), BLAMING)
def test_what_is_answered(language: str, text: str, blames: bool, sums_up: bool, note: str) -> None:
    pointing = find_pointing(text, language)
    assert pointing is not None
    assert (pointing.blames, pointing.sums_up) == (blames, sums_up), note


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40), st.sampled_from(["id", "en"]))
def test_the_words_stand_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    pointing = find_pointing(text, language)
    assert pointing is None or pointing.span.of(text) == pointing.text != ""
