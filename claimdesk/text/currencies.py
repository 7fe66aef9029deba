"""Signs and names of currencies, each standing for its ISO 4217 code."""

from __future__ import annotations

from functools import cache

from claimdesk.text.lexicon import load_words
from claimdesk.text.terms import Terms, read_terms


@cache
def currency_signs() -> Terms:
    """Signs and codes, which stand on either side of a number."""
    return read_terms(load_words("", "currencies")["signs"])


@cache
def currency_words() -> Terms:
    """Names, which stand after a number."""
    return read_terms(load_words("", "currencies")["words"])
