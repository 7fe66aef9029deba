"""Phrases made of passages, and claims that say nearly the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimdesk.model import Claim, Interval, Phrase, Quantity, Registry
from claimdesk.phrasing import MOST_WORDS, find_similar, suggest_phrase
from claimdesk.text.reading import Reading

# Passage, language, whether the claim counts something, the phrase, why.
SUGGESTIONS = [
    ("The bridge collapsed, the mayor said.", "en", False, "bridge collapsed", "the speaker goes"),
    ("The mayor said that the old bridge at Arun collapsed.", "en", False, "old bridge at Arun collapsed",
     "the speaker goes, small words between two others stay"),
    ("Wali kota mengatakan jembatan Arun ambruk pada 5 Maret 2021.", "id", False, "jembatan Arun ambruk",
     "the date goes"),
    ("At least 3,000 people fled the valley.", "en", True, "At least 3,000 people fled the valley",
     "a figure"),
    ("At least 3,000 people fled the valley.", "en", False, "people fled the valley",
     "no figure is asked for"),
    ("The dam was not opened.", "en", False, "dam was not opened", "a negation stays"),
    ("Bendungan Arun tidak dibuka.", "id", False, "Bendungan Arun tidak dibuka", "a negation stays"),
    ("The army will close the bridge (built in 1931).", "en", False, "army will close the bridge",
     "a plan stays, brackets go"),
    ("It was there.", "en", False, "It was there.", "nothing has weight, so all stays"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "counts", "phrase", "note"), SUGGESTIONS)
def test_a_phrase_keeps_what_matters(text: str, language: str, counts: bool, phrase: str, note: str) -> None:
    assert suggest_phrase(text, language, counts) == phrase, note


def test_a_long_passage_gives_a_phrase_that_others_can_hold() -> None:
    text = (
        "Divers from seven villages searched the river below the broken bridge for lorries and timber "
        "while engineers measured cracks in the remaining pillars and farmers carried sandbags."
    )
    phrase = suggest_phrase(text, "en")
    reading = Reading(phrase, "en")
    assert 3 <= len(phrase.split()) < len(text.split())
    assert len([lemma for lemma in reading.lemmas if len(lemma) > 3]) <= MOST_WORDS + 2
    assert set(phrase.split()) <= set(text.replace(".", "").split())


BRIDGE = Claim(
    "bridge", "The bridge at Arun collapsed.", (Phrase("x y", "supports"),), as_of=date(2021, 3, 5)
)
COUNT = Quantity(Interval(3000, 3000), ("people",))
# A claim's other wording, whether it is taken for the same, whether for the opposite, why.
OTHERS = [
    (Claim("b", "The Arun bridge has collapsed.", ()), True, False, "order and tense"),
    (Claim("b", "Jembatan di Arun ambruk.", ()), True, False, "in the other language"),
    (Claim("b", "The Arun bridge gave way.", ()), True, False, "one thing that collapsing may be"),
    (Claim("b", "The Arun bridge went bankrupt.", ()), True, False, "the other"),
    (Claim("b", "The bridge at Arun has not collapsed.", ()), True, True, "denied"),
    (Claim("b", "The dam at Arun collapsed.", ()), False, False, "another thing"),
    (Claim("b", "The bridge at Arun collapsed.", (), as_of=date(2022, 3, 5)), False, False, "another year"),
    (Claim("b", "The bridge at Arun collapsed.", (), quantity=COUNT), False, False, "a number"),
]


@pytest.mark.parametrize(("other", "same", "opposite", "note"), OTHERS, ids=[note for *_, note in OTHERS])
def test_claims_that_say_the_same_are_found(other: Claim, same: bool, opposite: bool, note: str) -> None:
    found = find_similar(BRIDGE, Registry("", (BRIDGE, other)))
    assert [(one.claim.id, one.opposite) for one in found] == ([("b", opposite)] if same else []), note


def test_names_of_one_thing_are_one_word() -> None:
    one = replace(BRIDGE, statement="Hill Force left Arun.")
    other = replace(BRIDGE, id="b", statement="Pasukan Bukit left Arun.")
    assert find_similar(one, Registry("", (one, other))) == ()
    assert find_similar(one, Registry("", (one, other), aliases=(("Hill Force", "Pasukan Bukit"),)))
