"""Words of a phrase that no passage is asked for."""

from __future__ import annotations

import pytest

from claimdesk.matching.bare_words import leave_bare
from claimdesk.matching.nominate import build_nominator
from claimdesk.matching.vocabulary import weigh_words
from claimdesk.model import Claim, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.names import build_name_finder
from claimdesk.text.reading import Reading

CASES = [
    # language, phrase, words that are left, note
    ("id", "lebih dari 300 kuda mati", "kuda mati", "what bounds a figure"),
    ("id", "kuda mati tidak sampai 1.200 ekor", "kuda mati ekor", "and is negated"),
    ("en", "far more than 300 horses died", "horse die", "in English"),
    ("id", "kuda dijual 40.000 dolar AS", "kuda jual", "a currency"),
    ("id", "tidak ada kuda mati", "tidak kuda mati", "that something is not there"),
    ("id", "ada kuda mati", "ada kuda mati", "that something is there is said"),
    ("id", "kuda mati, tidak pernah ada", "kuda mati tidak", "the negation may have two words"),
    ("id", "bukan kuda yang ada", "bukan kuda ada", "not right behind the negation"),
    ("id", "tidak sampai 300 orang", "tidak sampai orang", "nothing else is left"),
]


@pytest.mark.parametrize(("language", "phrase", "left", "note"), CASES)
def test_what_is_left(language: str, phrase: str, left: str, note: str) -> None:
    reading = Reading(phrase, language)
    words = leave_bare(reading, weigh_words(reading, build_name_finder([])))
    assert " ".join(reading.lemmas[first] for _, _, first, _ in words) == left, note


@pytest.mark.parametrize(("text", "near"), [("Enam orang pulang.", False), ("Enam peserta pulang.", True)])
def test_light_words_alone_come_near_nothing(text: str, near: bool) -> None:
    claim = Claim("one", "Pawai.", (Phrase("peserta pawai melebihi 5.000 orang", "supports"),))
    nominator = build_nominator(
        Registry("Test", (claim,)), read_claims(Registry("Test", (claim,))), DEFAULT_SETTINGS
    )
    own = nominator.coverage.credits(Reading(text, "id"))
    assert bool(nominator.matcher.find_near(own, [0])) == near
