"""Bare figures: numbers of which their sentence says only that they were counted, stated or estimated.

*The union puts it at seven*, *catatan dinas berhenti di 1.098 orang*: what they count stands earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimdesk.model import Figure
from claimdesk.text.keys import general_nouns
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.matters import find_matters, names_nothing
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.reading import Reading

_OPENERS = frozenset("([")


def find_bare(reading: Reading) -> tuple[Figure, ...]:
    """The bare figures of a passage, right behind words for counting or stating a number."""
    if not reading.may_state:
        return ()
    tokens = reading.tokens
    ends = [tokens[one.last - 1].end for one in find_patterns(_stating(reading.language), tokens)]
    if not ends:
        return ()  # before figures are read, which takes longer
    able = [figure for figure in reading.figures if _is_bare(figure, reading)]
    if not able or len(able) < sum(figure.kind == able[0].kind for figure in reading.figures):
        return ()  # among figures that say what they count, one that does not is a part of them
    return tuple(one for one in able if _is_stated(one, ends, reading) and _is_last(one, reading))


def _is_stated(figure: Figure, ends: Sequence[int], reading: Reading) -> bool:
    """Whether nothing that could be counted stands between the words that state the number and the number."""
    last = max((end for end in ends if end <= figure.number.start), default=-1)
    return last >= 0 and not any(
        _is_content(at, reading) or token.text in _OPENERS
        for at, token in enumerate(reading.tokens)
        if last <= token.start < figure.span.start
    )


def _is_content(at: int, reading: Reading) -> bool:
    token = reading.tokens[at]
    content = token.kind == "word" and word_weight(reading.lemmas[at], reading.language) == CONTENT_WEIGHT
    plain = _number_nouns(reading.language).union(load_words(reading.language, "tallies")["fillers"])
    return content and token.lower not in plain and token.text.islower()


def _is_last(figure: Figure, reading: Reading) -> bool:
    """Whether nothing is said of the number behind it: *eleven, not nineteen*, but not *11 of which sank*."""
    end = max(figure.span.end, figure.unit_span.end if figure.unit_span else 0)
    behind = next((token for token in reading.tokens if token.start >= end), None)
    followers = load_words(reading.language, "tallies")["followers"]
    return behind is None or behind.kind == "mark" or behind.lower in followers


def _is_bare(figure: Figure, reading: Reading) -> bool:
    """Whether the figure itself names nothing that it counts."""
    if figure.part or figure.increment or figure.per or figure.states or figure.kind == "measure":
        return False
    if names_nothing(figure):
        return len(reading.figures) == 1 and not find_matters(reading)
    general = general_nouns(reading.language) | _number_nouns(reading.language)
    return all(word.casefold() in general or not word.islower() for word in figure.unit)


@cache
def _number_nouns(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "counted")["number_nouns"])


@cache
def _stating(language: str) -> Patterns[None]:
    return compile_patterns(((pattern, None) for pattern in load_words(language, "tallies")["stating"]), {})
