"""Phrases whose report is nothing but light words."""

from __future__ import annotations

import pytest

from claimdesk.matching.light_words import find_told_lightly, tells_lightly
from claimdesk.matching.vocabulary import weigh_words
from claimdesk.text.names import build_name_finder
from claimdesk.text.reading import Reading

TOLD = [
    # language, phrase, lemmas that must be met, note
    ("en", "police say they did all they could", "they do all they could", "nothing of its own"),
    ("en", "police say they did their duty", "", "a word of its own"),
    ("en", "police said they did not", "", "a denial says something"),
    ("en", "police say so", "", "too little"),
    ("en", "they did all they could", "", "nobody says it"),
    (
        "id",
        "polisi mengatakan mereka sudah melakukan semua yang bisa",
        "mereka sudah lakukan semua yang bisa",
        "in Indonesian",
    ),
    ("id", "polisi mengatakan jalan dibuka", "", "words of its own"),
]


@pytest.mark.parametrize(("language", "phrase", "told", "note"), TOLD)
def test_what_is_told_lightly(language: str, phrase: str, told: str, note: str) -> None:
    reading = Reading(phrase, language)
    words = weigh_words(reading, build_name_finder([]))
    assert " ".join(find_told_lightly(reading, words)) == told, note


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Police said they had done all they could.", True),
        ("They did, police said, all that they could.", True),
        ("Police said they had received all the reports.", False),
        ("They came, police said, and if the river could be crossed at all by noon, some did cross.", False),
    ],
)
def test_light_words_are_met_close_together(text: str, tells: bool) -> None:
    assert tells_lightly(("they", "do", "all", "they", "could"), Reading(text, "en")) is tells
