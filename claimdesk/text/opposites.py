"""Words with an opposite: *open* and *closed*, *naik* and *turun*, alike in both languages.

The pairs are data (`lang/opposites.yaml`); what a pair does to a match is `claimdesk.evidence.opposition`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimdesk.model import Span, Token
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns

_MARKS = ("gradable", "directed", "passing", "counted", "object")


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of opposites by name, with what `lang/opposites.yaml` says of it."""

    name: str
    gradable: bool = False
    directed: bool = False
    passing: bool = False
    counted: bool = False
    object: bool = False


@dataclass(frozen=True, slots=True)
class Pole:
    """A word on one `side`, 0 or 1, of a pair: the tokens ``[first, last)`` at `span`."""

    pair: Pair
    side: int
    span: Span
    first: int
    last: int


def find_poles(tokens: Sequence[Token], language: str) -> tuple[Pole, ...]:
    """The words of `tokens` that have an opposite, in order. `language` is ``id`` or ``en``; linear time."""
    return tuple(
        Pole(*one.value, Span(tokens[one.first].start, tokens[one.last - 1].end), one.first, one.last)
        for one in find_patterns(_patterns(language), tokens)
    )


@cache
def _patterns(language: str) -> Patterns[tuple[Pair, int]]:
    pairs: dict[str, dict[str, Any]] = load_words("", "opposites")["pairs"]
    rows = []
    for name, entry in pairs.items():
        pair = Pair(name, *(entry.get(mark) == "true" for mark in _MARKS))
        for side, words in enumerate(entry[language]):
            rows += [(word, (pair, side)) for word in words]
    return compile_patterns(rows, {})
