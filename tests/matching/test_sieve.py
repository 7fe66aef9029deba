"""Nomination through the sieve against one that looks at every phrase and claim in every passage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from made_registries import articles, make_passages

from claimdesk.matching.nominate import Nominator, build_nominator
from claimdesk.matching.sieve import Chance
from claimdesk.model import (
    Claim,
    Match,
    Phrase,
    Registry,
    Span,
)
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.reading import Reading


def look_at_everything(nominator: Nominator) -> Nominator:
    """The nominator with a sieve that lets everything through."""

    class Open:
        def sift(self, texts: list[Reading], _near: object, _title: Reading) -> list[Chance]:
            phrases = range(len(nominator.coverage.vocabulary.phrases))
            claims = enumerate(nominator.claims)
            counting = [number for number, claim in claims if claim.claim.quantity is not None]
            return [Chance(phrases, counting) for _ in texts]

    return replace(nominator, sieve=Open())  # type: ignore[arg-type]


def nominate(
    nominator: Nominator, sentences: list[str], title: str
) -> tuple[tuple[Match, ...], tuple[tuple[str, Span], ...]]:
    """Matches and leads of an article of `sentences`."""
    passages = make_passages(sentences)
    readings = {number: Reading(text, "id") for number, text in enumerate(sentences)}
    leads = nominator.find_leads(passages, readings)
    return nominator.nominate(passages, readings, Reading(title, "id")), leads


@settings(max_examples=300, deadline=None)
@given(articles())
def test_the_sieve_loses_nothing(drawn: tuple[Registry, list[str], str]) -> None:
    registry, sentences, title = drawn
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    assert nominate(nominator, sentences, title) == nominate(look_at_everything(nominator), sentences, title)


BOUND = Claim(
    "bound", "Banjir.", (Phrase("warga tewas karena banjir", "supports"),), must_mention=(("Karsa",),)
)
FREE = Claim("free", "Banjir.", (Phrase("warga tewas karena banjir", "supports"),))
CASES = [
    # claim, text, title, whether the sieve lets it through; note
    (FREE, "Warga tewas karena banjir.", "", True),  # every word
    (FREE, "Warga menonton pertandingan.", "", False),  # one word of three
    (FREE, "Pertandingan dimulai.", "", False),  # no word
    (BOUND, "Warga tewas karena banjir.", "", False),  # the place is missing
    (BOUND, "Warga tewas karena banjir.", "Karsa", True),  # the place stands in the title
]


def test_names_of_the_sentence_before_are_looked_at() -> None:
    """*Banjir* alone is a third of the phrase; two names before it make it enough."""
    claim = Claim("names", "Banjir.", (Phrase("banjir Zandia Karsa", "supports"),))
    registry = Registry("Test", (claim,), aliases=(("Zandia", "Zandian"), ("Karsa", "Karsan")))
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    matches, _ = nominate(nominator, ["Zandia dan Karsa bertemu.", "Banjir melanda."], "")
    assert [match.passage for match in matches] == [1]


@pytest.mark.parametrize(("claim", "text", "title", "passes"), CASES)
def test_what_bears_on_nothing_is_sifted_out(claim: Claim, text: str, title: str, passes: bool) -> None:
    registry = Registry("Test", (claim,))
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    (chance,) = nominator.sieve.sift([Reading(text, "id")], [()], Reading(title, "id"))
    assert bool(chance) == passes
