"""Numbers of those who tell, and of places, that no claim about people counts."""

from __future__ import annotations

import pytest

from claimdesk.text.bystanders import counts_tellers, is_other_kind, kinds_of, site_of
from claimdesk.text.negative_states import find_negative_states
from claimdesk.text.reading import Reading

TELLERS = [
    (
        "en",
        "Two people close to the inquiry told us that the gate failed.",
        True,
        "before the verb",
    ),
    ("en", "The gate failed, according to three officials.", True, "after the preposition"),
    ("id", "Dua warga mengatakan air naik cepat.", True, "in Indonesian"),
    ("id", "Menurut tiga saksi, air naik cepat.", True, "behind *menurut*"),
    ("en", '"It fell at noon," said two farmers.', True, "behind the verb"),
    ("en", "He said two jets were shot down.", False, "somebody else has said it"),
    ("en", "The army, he wrote, said two jets were shot down.", False, "they are what is told of"),
    ("en", '"It fell at noon," said two farmers who were there.', True, "a relative clause describes them"),
    ("en", "Two people died, officials said.", False, "somebody else says it"),
    ("en", "Two people fled.", False, "nobody says anything"),
]


@pytest.mark.parametrize(("language", "text", "expected", "note"), TELLERS)
def test_those_who_tell(language: str, text: str, expected: bool, note: str) -> None:
    reading = Reading(text, language)
    assert counts_tellers(reading.figures[0], reading) == expected, note


SITES = [
    ("id", "Mereka tersebar di lima titik pengungsian.", "titik", "the head stands first"),
    ("en", "They stay in five evacuation centres.", "centres", "the head stands last"),
    ("id", "Ada lima pengungsi desa.", "", "a place that is no head"),
]


@pytest.mark.parametrize(("language", "text", "expected", "note"), SITES)
def test_counted_places(language: str, text: str, expected: str, note: str) -> None:
    assert site_of(Reading(text, language).figures[0], language) == expected, note


STATES = [
    ("id", "Dua nelayan belum ditemukan.", ["belum ditemukan"]),
    ("en", "Two divers had not been found.", ["not been found"]),
    ("id", "Dua nelayan belum melaut.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), STATES)
def test_states_told_by_a_negation(language: str, text: str, expected: list[str]) -> None:
    found = find_negative_states(Reading(text, language))
    assert [span.of(text) for span in found] == expected


KINDS = [
    ("en", "The raid killed 300 militants.", ["police"], True, "militants are no police"),
    ("en", "The raid killed 300 people.", ["police"], False, "people may be anybody"),
    ("id", "Sebanyak 40 tentara tewas.", ["police"], False, "forces of one state"),
    ("id", "Sebanyak 40 tentara tewas.", [], False, "the claim names no kind"),
]


@pytest.mark.parametrize(("language", "text", "claimed", "expected", "note"), KINDS)
def test_kinds_of_people(language: str, text: str, claimed: list[str], expected: bool, note: str) -> None:
    figure = Reading(text, language).figures[0]
    assert is_other_kind(figure, kinds_of(frozenset(claimed)), language) == expected, note
