"""Bare numbers: spelled, in digits, and indefinite."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from claimdesk.text.digits import parse_digits, separate_numbers
from claimdesk.text.numerals import find_numerals
from claimdesk.text.tokens import find_tokens

TRILLION = 10**12


def _read(text: str, language: str) -> list[tuple[str, float, float]]:
    numerals = find_numerals(text, find_tokens(text), language)
    return [(numeral.span.of(text), numeral.interval.low, numeral.interval.high) for numeral in numerals]


@pytest.mark.parametrize("language", ["id", "en"])
@given(value=st.one_of(st.integers(0, TRILLION), st.integers(0, 12).map(lambda power: 10**power)))
@example(0)
@example(11)
@example(1_001_000)
@example(100_100)
@example(TRILLION)
def test_spelled_numbers_round_trip(language: str, value: int) -> None:
    """Against num2words, whose English has commas, hyphens and *and*."""
    words = num2words(value, lang=language)
    assert _read(words, language) == [(words, value, value)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_number_up_to_three_thousand(language: str) -> None:
    wrong = [
        value
        for value in range(3000)
        if _read(num2words(value, lang=language), language)
        != [(num2words(value, lang=language), value, value)]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "note"),
    [
        ("id", "1,5 juta", 1_500_000, 1_500_000, "digits and scale"),
        ("id", "50 ribu", 50_000, 50_000, "digits and scale"),
        ("id", "50rb", 50_000, 50_000, "abbreviated, written together"),
        ("id", "1 juta 200 ribu", 1_200_000, 1_200_000, "two scales"),
        ("id", "setengah juta", 500_000, 500_000, "a half of a scale"),
        ("id", "satu setengah juta", 1_500_000, 1_500_000, "one and a half"),
        ("id", "dua koma lima juta", 2_500_000, 2_500_000, "a spelled decimal"),
        ("id", "seperempat juta", 250_000, 250_000, "a quarter of a scale"),
        ("id", "dua lusin", 24, 24, "dozens"),
        ("id", "selusin", 12, 12, "a word with its own one"),
        ("id", "sebelas ribu", 11_000, 11_000, "a teen and a scale"),
        ("id", "seribu lima ratus", 1_500, 1_500, "se- and a further part"),
        ("id", "dua-tiga ratus", 200, 300, "two words with a hyphen"),
        ("id", "belasan", 11, 19, "indefinite, closed"),
        ("id", "puluhan", 20, math.inf, "indefinite, open"),
        ("id", "ratusan", 200, math.inf, "indefinite, open"),
        ("id", "ribuan", 2_000, math.inf, "indefinite, open"),
        ("id", "puluhan ribu", 20_000, math.inf, "indefinite with a scale"),
        ("id", "ratusan ribu", 200_000, math.inf, "indefinite with a scale"),
        ("id", "belasan ribu", 11_000, 20_000, "closed with a scale"),
        ("id", "jutaan", 2_000_000, math.inf, "indefinite, open"),
        ("id", "beberapa ratus", 200, 1_000, "a few"),
        ("id", "20 ribuan", 20_000, 30_000, "about a stated number"),
        ("id", "seratusan", 100, 200, "about a stated number"),
        ("en", "2.5 million", 2_500_000, 2_500_000, "digits and scale"),
        ("en", "1.2bn", 1_200_000_000, 1_200_000_000, "abbreviated, written together"),
        ("en", "12k", 12_000, 12_000, "one letter"),
        ("en", "a dozen", 12, 12, "article and scale"),
        ("en", "half a dozen", 6, 6, "a half of a scale"),
        ("en", "half a million", 500_000, 500_000, "a half of a scale"),
        ("en", "a quarter of a million", 250_000, 250_000, "a quarter of a scale"),
        ("en", "two and a half million", 2_500_000, 2_500_000, "and a half"),
        ("en", "two point five million", 2_500_000, 2_500_000, "a spelled decimal"),
        ("en", "twenty-five hundred", 2_500, 2_500, "hundreds beyond nine"),
        ("en", "a hundred and five", 105, 105, "article, hundred, and"),
        ("en", "5 lakh", 500_000, 500_000, "an Indian scale"),
        ("en", "dozens", 24, math.inf, "indefinite"),
        ("en", "scores", 40, math.inf, "indefinite"),
        ("en", "tens of thousands", 20_000, math.inf, "indefinite with a scale"),
        ("en", "hundreds of thousands", 200_000, math.inf, "indefinite with a scale"),
        ("en", "several hundred", 200, 1_000, "a few"),
        ("en", "a few thousand", 2_000, 10_000, "a few"),
    ],
)
def test_one_number_fills_the_text(language: str, text: str, low: float, high: float, note: str) -> None:
    assert _read(text, language) == [(text, low, high)], note


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("id", "setengah hari", "a half of no scale is no number"),
        ("id", "F-16 dan COVID-19", "digits inside words"),
        ("id", "versi 2.0.1", "marks that make no number"),
        ("id", "1" * 16, "more digits than any amount has"),
        ("en", "a man and a half", "articles alone"),
        ("en", "one-off", "a hyphened word that is not all number"),
    ],
)
def test_no_number(language: str, text: str, note: str) -> None:
    assert [numeral for numeral in _read(text, language) if numeral[0] != "1"] == [], note


def test_a_letter_after_money_is_a_scale_of_the_language() -> None:
    assert _read("Rp5 M", "id") == [("5 M", 5e9, 5e9)]
    assert _read("$5m", "en") == [("5m", 5e6, 5e6)]
    assert _read("5m people", "en") == [("5m", 5e6, 5e6)]
    assert _read("5m deep", "en") == [("5", 5, 5)]


@pytest.mark.parametrize(
    ("written", "language", "scaled", "value", "note"),
    [
        ("10.000", "id", False, "10000", "own grouping mark"),
        ("10.000", "en", False, "10000", "a copy that kept its source's marks"),
        ("10,000", "id", False, "10000", "a copy that kept its source's marks"),
        ("1,234", "id", True, "1.234", "before a scale nobody groups"),
        ("3.125", "en", True, "3.125", "before a scale nobody groups"),
        ("1.234", "id", True, "1234", "the own mark groups all the same"),
        ("1,5", "id", False, "1.5", "decimal"),
        ("1.5", "id", False, "1.5", "a copy's decimal"),
        ("1.234,5", "id", False, "1234.5", "two marks: the last is decimal"),
        ("1,234.5", "id", False, "1234.5", "two marks: the last is decimal"),
        ("1.234.567", "en", False, "1234567", "two groups"),
        ("0,500", "id", False, "0.500", "a leading zero groups nothing"),
        ("1,00,000", "en", False, "100000", "Indian groups"),
        ("2.0.1", "id", False, None, "a version"),
        ("12.34.56", "id", False, None, "no groups of three"),
    ],
)
def test_what_points_and_commas_mean(
    written: str, language: str, scaled: bool, value: str | None, note: str
) -> None:
    parsed = parse_digits(written, language, scaled)
    assert (None if parsed is None else str(parsed)) == value, note


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rp1,5 miliar", ["Rp", "1,5", "miliar"]),
        ("USD50", ["USD", "50"]),
        ("Rp15juta", ["Rp", "15", "juta"]),
        ("M5,6", ["M", "5,6"]),
        ("G20 dan M16", ["G20", "dan", "M16"]),
        ("10\u00a0000 orang", ["10\u00a0000", "orang"]),
        ("10 000", ["10", "000"]),
    ],
)
def test_numbers_are_parted_from_letters(text: str, parts: list[str]) -> None:
    row = separate_numbers(text, find_tokens(text))
    assert [token.text for token in row] == parts
    assert all(text[token.start : token.end] == token.text for token in row)


PIECES = st.sampled_from(
    ["1", "2,5", "10.000", "juta", "ribu", "satu", "dua", "puluh", "ratus", "of", "a", "and", "one",
     "hundred", "half", "thousands", ",", "-", "orang", "setengah", "belasan"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
def test_numbers_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("id", "en"):
        spans = [numeral.span for numeral in find_numerals(text, find_tokens(text), language)]
        assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("text", ["juta " * 500, "1.000 juta " * 500, "thousands of " * 500, "9" * 50_000])
def test_long_rows_of_number_words_end(text: str) -> None:
    for language in ("id", "en"):
        for numeral in find_numerals(text, find_tokens(text), language):
            assert numeral.interval.low < 1e60
