"""Words of a phrase that say nothing by themselves, so that no passage is asked for them.

What only bounds a figure, or names its currency, speaks through the figure, which has a gate of its own; what
only says that something is not there speaks through its negation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from claimdesk.matching.deeds import helper_words
from claimdesk.model import Span
from claimdesk.text.lemmas import LIGHT_WEIGHT
from claimdesk.text.reading import Reading

W = TypeVar("W")
Words = tuple[tuple[W, int, int, int], ...]


def leave_bare(reading: Reading, words: Words[W]) -> Words[W]:
    """`words`, as `vocabulary.weigh_words` gives them, without those that say nothing by themselves.

    *More than* 300, *tidak sampai* 1.200, 40.000 dolar *AS*, tidak *ada*.

    A phrase that is nothing else keeps its words.
    """
    bounds = list(_find_bounds(reading))
    left = tuple(
        row
        for row in words
        if not _only_exists(reading, row[2])
        and not any(span.contains(_span(reading, row[2], row[3])) for span in bounds)
    )
    return left if any(row[1] > LIGHT_WEIGHT for row in left) else words


def _find_bounds(reading: Reading) -> Iterator[Span]:
    """What stands in a figure before its number, and behind a sum of money; nothing for a figure of none."""
    for figure in reading.figures:
        if figure.interval.high:
            yield Span(figure.span.start, figure.number.start)
            if figure.kind == "money":
                yield Span(figure.number.end, figure.span.end)


def _only_exists(reading: Reading, at: int) -> bool:
    """Whether token `at` says that something is there, right behind a negation."""
    if not at or reading.tokens[at].lower not in helper_words(reading.language, "existential"):
        return False
    before = reading.tokens[at - 1].span
    return any(cue.kind == "negation" and cue.span.overlaps(before) for cue in reading.cues)


def _span(reading: Reading, first: int, last: int) -> Span:
    return Span(reading.tokens[first].start, reading.tokens[last - 1].end)
