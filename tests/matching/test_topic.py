"""What the headline and the lead of an article let a passage leave unsaid, and what they do not."""

from __future__ import annotations

import pytest
from made_registries import make_passages

from claimdesk.matching.nominate import build_nominator
from claimdesk.model import Claim, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.reading import Reading

ALIASES = (("Zandia", "Zandian"), ("Lorvania", "Lorvan"))
CASES = [
    # phrase, language, title, lead, passage, whether it is found, note
    (
        "the airport in Ostrava has reopened to passengers",
        "en",
        "Passengers back at Ostrava airport",
        "Ostrava was under snow for days.",
        "Ostrava reopened at noon.",
        True,
        "the headline names thing and people",
    ),
    (
        "mesin kedua pabrik pupuk berhenti beroperasi",
        "id",
        "",
        "Pabrik pupuk di Karsa punya tiga mesin.",
        "Manajer mengatakan mesin kedua berhenti beroperasi pekan lalu.",
        True,
        "the lead names the whole",
    ),
    (
        "pabrik semen ditutup akibat kekeringan panjang",
        "id",
        "",
        "Kekeringan panjang melanda Karsa.",
        "Pabrik semen di kota lain ditutup karena mogok.",
        False,
        "a cause is never supplied",
    ),
    (
        "the library lost its roof to the storm",
        "en",
        "Storm over Ostrava",
        "The library of Ostrava was hit.",
        "The cinema was not insured.",
        False,
        "what is done is not said",
    ),
    (
        "the town sent rifles and mortars to the islanders",
        "en",
        "Rifles, mortars and islanders",
        "The town has rifles and mortars to spare.",
        "The town sent blankets to the islanders.",
        False,
        "what is given is the point",
    ),
    (
        "Zandian ships entered the strait of Lorvania",
        "en",
        "Ships near Lorvania",
        "Ships were seen at dawn.",
        "A Zandian minister entered Lorvania.",
        False,
        "an owner alone is not what it owns",
    ),
    (
        "Zandia was behind the factory fire",
        "en",
        "Fire in factory",
        "A factory burnt down.",
        "The Zandians had no part in it, a minister said.",
        True,
        "a part is had in what the article is about",
    ),
    (
        "Lorvania says Zandia was behind the factory fire",
        "en",
        "Fire in factory",
        "A factory burnt down.",
        "The Zandians had no part in it, a minister said.",
        False,
        "who says so is not said",
    ),
    (
        "the governor apologised to the farmers",
        "en",
        "The governor and the farmers",
        "The governor met farmers.",
        "A singer apologised.",
        False,
        "too little of it is said here",
    ),
]


@pytest.mark.parametrize(("phrase", "language", "title", "lead", "text", "found", "note"), CASES)
def test_nouns_of_the_topic(
    phrase: str, language: str, title: str, lead: str, text: str, found: bool, note: str
) -> None:
    claim = Claim("one", "One.", (Phrase(phrase, "supports"),))
    registry = Registry("Test", (claim,), aliases=ALIASES)
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    sentences = [lead, "It was a Monday.", text]
    readings = {number: Reading(sentence, language) for number, sentence in enumerate(sentences)}
    matches = nominator.nominate(make_passages(sentences), readings, Reading(title, language))
    assert any(match.passage == 2 for match in matches) == found, note


def test_without_headline_and_lead_the_same_passage_is_not_found() -> None:
    claim = Claim("one", "One.", (Phrase("mesin kedua pabrik pupuk berhenti beroperasi", "supports"),))
    registry = Registry("Test", (claim,))
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    sentences = [
        "Hujan turun di Karsa.",
        "Hari itu Senin.",
        "Manajer mengatakan mesin kedua berhenti beroperasi.",
    ]
    readings = {number: Reading(sentence, "id") for number, sentence in enumerate(sentences)}
    assert not nominator.nominate(make_passages(sentences), readings, Reading("", "id"))
