"""Words for all, for some, for what is excepted and for nothing else: `lang/<language>/quantifiers.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.model import Span, Token
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns


@dataclass(frozen=True, slots=True)
class Quantifiers:
    """Where a text speaks of all, of some, leaves some out, and says that there is no more."""

    all: tuple[Span, ...] = ()
    some: tuple[Span, ...] = ()
    excepting: tuple[Span, ...] = ()
    only: tuple[Span, ...] = ()


def find_quantifiers(tokens: Sequence[Token], language: str) -> Quantifiers:
    """The quantifiers of `tokens`. `language` is ``id`` or ``en``; linear time."""
    spans: dict[str, list[Span]] = {"all": [], "some": [], "excepting": [], "only": []}
    for one in find_patterns(_patterns(language), tokens):
        spans[one.value].append(Span(tokens[one.first].start, tokens[one.last - 1].end))
    return Quantifiers(*(tuple(found) for found in spans.values()))


@cache
def _patterns(language: str) -> Patterns[str]:
    data = load_words(language, "quantifiers")
    return compile_patterns(((pattern, kind) for kind in data for pattern in data[kind]), {})
