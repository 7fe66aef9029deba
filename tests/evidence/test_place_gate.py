"""Which place the words around a count speak of, at each edge of the rule."""

from __future__ import annotations

import pytest
from desk_cases import ALIASES, at_least, make_claim

from claimdesk.evidence.place_gate import names_elsewhere, names_more, nearest_place
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

TROOPS = ClaimReading(
    make_claim(
        "troops",
        ["6,000 soldiers are in Zandia"],
        quantity=at_least(6000, "soldiers"),
        must_mention=[["Zandia"]],
        statement="At least 6,000 soldiers are in Zandia.",
    ),
    ALIASES,
)
ANYWHERE = ClaimReading(make_claim("any", ["6,000 soldiers"], quantity=at_least(6000, "soldiers")), ALIASES)

# sentence, the other place of its first count, whether that lies in the claim's, note
PLACES = [
    ("6,000 soldiers wait.", "", True, "no place"),
    ("6,000 soldiers wait in Zandia.", "", True, "the claim's own"),
    ("6,000 soldiers wait in Belmar.", "Belmar", False, "another"),
    ("In Belmar, 6,000 soldiers wait.", "Belmar", False, "before the count"),
    ("There are 6,000 soldiers; they wait in Belmar.", "Belmar", False, "in another clause"),
    ("6,000 soldiers wait in Belmar in Zandia.", "Belmar", True, "another within its own"),
    (f"6,000 soldiers wait in Belmar {'x' * 28} Zandia.", "Belmar", True, "thirty characters are close"),
    (f"6,000 soldiers wait in Belmar {'x' * 29} Zandia.", "Belmar", False, "thirty-one are not"),
    ("In Zandia and in Belmar 6,000 soldiers wait.", "Belmar", False, "of two before it the nearer"),
    ("In Belmar and in Zandia 6,000 soldiers wait.", "", True, "the same the other way round"),
    ("In Belmar 6,000 soldiers wait for Zandia.", "", True, "what stands behind goes before"),
    ("6,000 soldiers are there, 40 in Belmar.", "", True, "a place with another count"),
    ("Zandia, which lies on the island of Corvo, has 6,000 soldiers.", "", True, "told of its own"),
    ("Zandia shelled farms in Corvo with 6,000 soldiers.", "Corvo", False, "nothing told of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "lies", "note"), PLACES)
def test_the_nearest_place(text: str, place: str, lies: bool, note: str) -> None:
    reading = Reading(text, "en")
    assert nearest_place(TROOPS, reading, reading.figures[0].span) == (place, lies), note


def test_the_claims_own_bay_in_the_other_language() -> None:
    spill = ClaimReading(
        make_claim("spill", ["oil in Osprey Bay"], statement="Oil is in Osprey Bay."), ALIASES
    )
    for text, place in (("200 barel di Teluk Osprey.", ""), ("200 barel di Teluk Arlen.", "Arlen")):
        reading = Reading(text, "id")
        assert nearest_place(spill, reading, reading.figures[0].span)[0] == place


def test_a_claim_without_places_has_none_elsewhere() -> None:
    reading = Reading("6,000 soldiers wait in Belmar and Lorvania.", "en")
    assert nearest_place(ANYWHERE, reading, reading.figures[0].span) == ("", True)
    assert not names_more(ANYWHERE, reading, reading.figures[0].span)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("6,000 soldiers are in Zandia and Lorvania.", True),
        ("6,000 soldiers are in Lorvania and Zandia.", True),
        ("6,000 soldiers are in Zandia.", False),
        ("6,000 soldiers are in Lorvania.", False),
        ("6,000 soldiers are in Zandia and the Zandian hills.", False),
    ],
)
def test_a_count_of_more_than_its_own_place(text: str, more: bool) -> None:
    reading = Reading(text, "en")
    assert names_more(TROOPS, reading, reading.figures[0].span) == more


@pytest.mark.parametrize(
    ("text", "words", "note"),
    [
        ("6,000 soldiers wait elsewhere.", "elsewhere", "in its clause"),
        ("Elsewhere 6,000 soldiers wait.", "Elsewhere", "ahead of it"),
        ("Elsewhere 40 boats and 6,000 soldiers wait.", "", "another count stands between"),
        ("Boats burned elsewhere as 6,000 soldiers came.", "", "a conjunction parts them"),
        ("Boats burned elsewhere; 6,000 soldiers came.", "", "a mark parts them"),
        ("6,000 soldiers came; boats burned elsewhere.", "", "a later clause"),
        ("6,000 soldiers from Belmar, Karsa and elsewhere came.", "", "where they come from"),
        ("6,000 soldiers died in Belmar and elsewhere.", "elsewhere", "where they died"),
    ],
)
def test_words_that_turn_to_another_place(text: str, words: str, note: str) -> None:
    reading = Reading(text, "en")
    at = reading.figures[-1].span
    assert names_elsewhere(reading, at) == words, note
