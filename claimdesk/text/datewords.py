"""The words of dates, read once a language from `lang/<language>/dates.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimdesk.model import Token
from claimdesk.text.digits import separate_numbers
from claimdesk.text.lexicon import load_words
from claimdesk.text.terms import Terms, read_terms

UNITS = {"day": 0, "week": 1, "month": 2, "year": 3, "weekend": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

_JOINED_PART = re.compile(r"(mid|early|late)-(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Tables of one language. `terms` are groups of words by topic, `sets` single words by topic."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    terms: Mapping[str, Terms]
    sets: Mapping[str, frozenset[str]]


@cache
def date_words(language: str) -> DateWords:
    """The tables of `language`."""
    words = load_words(language, "dates")
    by_value = {"parts", "relative", "told", "told_before", "units", "seasons"}
    return DateWords(
        months=_by_word(words["months"]),
        weekdays=_by_word(words["weekdays"]),
        terms={
            key: read_terms({str(name): terms for name, terms in value.items()} if key in by_value else value)
            for key, value in words.items()
            if key not in {"months", "weekdays"}
        },
        sets={key: frozenset(value) for key, value in words.items() if isinstance(value, list)},
    )


def _by_word(words: Mapping[Any, Sequence[str]]) -> dict[str, int]:
    return {word: int(value) for value, listed in words.items() for word in listed}


def date_row(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`tokens` with numbers apart (`separate_numbers`), and "mid-October" or "mid-2023" in two."""
    row: list[Token] = []
    for token in separate_numbers(text, tokens):
        joined = _JOINED_PART.match(token.text) if token.kind == "word" else None
        if joined is None:
            row.append(token)
            continue
        cut = token.start + len(joined.group())
        rest = text[cut : token.end]
        row.append(token._replace(end=cut, text=joined.group(), lower=joined.group(1).casefold()))
        kind = "number" if rest.isdecimal() else "word"
        row.append(Token(cut, token.end, rest, rest.casefold(), "number" if kind == "number" else "word"))
    return tuple(row)
