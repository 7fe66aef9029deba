"""Tokens: what is one word, one number, one mark; and nothing but white space between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.tokens import find_tokens

CASES = [
    ("lebih dari 10.000 tentara", ["lebih", "dari", "10.000", "tentara"], "grouped number"),
    ("naik 2,5 persen.", ["naik", "2,5", "persen", "."], "decimal comma, final stop apart"),
    ("total 3.000.", ["total", "3.000", "."], "a number never ends in a mark"),
    ("F-16 dan COVID-19", ["F-16", "dan", "COVID-19"], "model names are one word"),
    ("diam-diam", ["diam-diam"], "reduplication"),
    ("They didn’t know", ["They", "didn’t", "know"], "contraction with a curly mark"),
    ("3-4 juta", ["3", "-", "4", "juta"], "a range is two numbers"),
    ("“Kami”, katanya", ["“", "Kami", "”", ",", "katanya"], "quote marks are marks"),
    ("USD50", ["USD50"], "currency stuck to its number"),
    ("Ha-kyou", ["Ha-kyou"], "hyphened name"),
]


@pytest.mark.parametrize(("text", "words", "note"), CASES)
def test_tokens(text: str, words: list[str], note: str) -> None:
    assert [token.text for token in find_tokens(text)] == words, note


@given(st.text())
def test_tokens_are_slices_in_order_with_only_space_between(text: str) -> None:
    at = 0
    for token in find_tokens(text):
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()


def test_lower_folds_case_apostrophes_and_hidden_characters() -> None:
    (token,) = find_tokens("Did\u200bn’T")
    assert (token.lower, token.text) == ("didn't", "Did\u200bn’T")
