"""Words with an opposite, words for all and some, and which of two things came first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.opposites import find_poles
from claimdesk.text.order import find_orders, find_reversed
from claimdesk.text.quantifiers import find_quantifiers
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import find_tokens

POLES = [
    ("en", "The bridge is closed.", ["open 1"], "a state"),
    ("id", "Jembatan itu dibuka kembali.", ["open 0"], "the same pair in Indonesian"),
    ("en", "The party was behind in the count.", ["lead 1"], "two words"),
    ("en", "They hid behind the wall.", [], "a place, no contest"),
    ("id", "Warga turun ke jalan.", [], "to go out into the street is no fall"),
    ("id", "Harga cabai turun.", ["rise 1"], "a fall"),
    ("en", "He declined to comment.", [], "no fall either"),
    ("en", "Troops opened fire.", [], "nothing was closed"),
]
REVERSED = [
    ("The alarm rang before the fire broke out", "The alarm rang after the fire broke out.", "after"),
    ("The alarm rang before the fire broke out", "The fire broke out after the alarm rang.", ""),
    ("The alarm rang before the fire broke out", "After the fire broke out, the alarm rang.", "After"),
    ("The alarm rang before the fire broke out", "The alarm rang before noon.", ""),
    ("The alarm rang", "The alarm rang after the fire broke out.", ""),
]


@pytest.mark.parametrize(("language", "text", "poles", "note"), POLES)
def test_poles(language: str, text: str, poles: list[str], note: str) -> None:
    found = find_poles(find_tokens(text), language)
    assert [f"{pole.pair.name} {pole.side}" for pole in found] == poles, note


def test_every_pair_has_both_sides_in_some_language() -> None:
    for name, entry in load_words("", "opposites")["pairs"].items():
        sides = [entry[language] for language in LANGUAGES]
        assert all(len(one) == len(("this", "that")) for one in sides), name
        assert any(all(one) for one in sides), name


def test_quantifiers() -> None:
    found = find_quantifiers(find_tokens("Semua sekolah tutup, kecuali dua SMA."), "id")
    assert (len(found.all), len(found.some), len(found.excepting)) == (1, 0, 1)
    found = find_quantifiers(find_tokens("Most of the schools are shut."), "en")
    assert (len(found.all), len(found.some), len(found.excepting)) == (0, 1, 0)


@pytest.mark.parametrize(("phrase", "passage", "word"), REVERSED)
def test_order(phrase: str, passage: str, word: str) -> None:
    assert find_reversed(Reading(phrase, "en"), Reading(passage, "en")) == word


@given(st.lists(st.sampled_from(["before", "after", ",", "rain", "fell", "closed", "all"]), max_size=30))
def test_what_is_found_stands_in_the_text(words: list[str]) -> None:
    reading = Reading(" ".join(words), "en")
    assert all(pole.span.of(reading.text) for pole in reading.poles)
    for order in find_orders(reading):
        assert order.main
        assert order.behind
        assert not set(order.main) & set(order.behind)
