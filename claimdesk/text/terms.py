"""Groups of words from `lang/`, found where they stand in a row of tokens.

A term is one or more tokens ("lebih dari", "a.m."); the table maps it to what it stands for. The longest term
wins, so that "tidak lebih dari" is never read as "lebih dari".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimdesk.model import Token
from claimdesk.text.tokens import find_tokens

_NO_TERM = ("", 0)

_Row = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms by their first and by their last token, longest first."""

    starting: _Row
    ending: _Row


def read_terms(words: Mapping[str, Iterable[Any]] | Iterable[Any] | None) -> Terms:
    """A table from a mapping of meanings to terms, or from a list of terms that mean just themselves."""
    named = words.items() if isinstance(words, Mapping) else [("", words or ())]
    starting: _Row = {}
    ending: _Row = {}
    for meaning, terms in named:
        for term in terms or ():
            key = tuple(token.lower for token in find_tokens(str(term)))
            starting.setdefault(key[0], []).append((key, meaning or str(term)))
            ending.setdefault(key[-1], []).append((key, meaning or str(term)))
    for row in (*starting.values(), *ending.values()):
        row.sort(key=lambda entry: -len(entry[0]))
    return Terms(starting, ending)


def term_at(terms: Terms, tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The longest term that starts at token `at`: its meaning and its length in tokens, or ("", 0)."""
    if 0 <= at < len(tokens):
        for key, meaning in terms.starting.get(tokens[at].lower, ()):
            if len(key) == 1 or _reads(key, tokens, at):
                return meaning, len(key)
    return _NO_TERM


def term_before(terms: Terms, tokens: Sequence[Token], end: int) -> tuple[str, int]:
    """The longest term whose last token is the one before token `end`, as `term_at` gives it."""
    if 0 < end <= len(tokens):
        for key, meaning in terms.ending.get(tokens[end - 1].lower, ()):
            if end >= len(key) and _reads(key, tokens, end - len(key)):
                return meaning, len(key)
    return _NO_TERM


def _reads(key: tuple[str, ...], tokens: Sequence[Token], start: int) -> bool:
    if start + len(key) > len(tokens):
        return False
    return all(tokens[start + step].lower == word for step, word in enumerate(key))
