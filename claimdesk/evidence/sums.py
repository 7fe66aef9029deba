"""Counts of one thing in several places, told side by side: *two on the north side and two on the south*.

None of them is the whole, and none is a rival of it: the whole is their sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimdesk.evidence.comparison import FigureVerdict, compare_intervals
from claimdesk.model import Figure, Interval
from claimdesk.text.claims import ClaimReading
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts


def find_addends(claim: ClaimReading, reading: Reading, figure: Figure) -> tuple[Figure, ...]:
    """The counts that `figure` is one of, at least two, each followed by where or when it was; else none."""
    if claim.counted is None:
        return ()
    able = [one for one in reading.figures if _may_add(one) and counts(one, claim.counted, reading)]
    if len(able) < 2 or able[0].increment or figure.span not in {one.span for one in able}:
        return ()
    joined = all(_are_joined(one, other, reading) for one, other in pairwise(able))
    return tuple(able) if joined and _is_placed(able[-1].span.end, len(reading.text), reading) else ()


def compare_sum(addends: Sequence[Figure], claimed: Interval) -> tuple[FigureVerdict, Interval]:
    """How the sum of exact counts bears on the claimed interval, and the sum; less may not be all."""
    total = sum(one.interval.low for one in addends)
    whole = Interval(total, total)
    return "compatible" if total < claimed.low else compare_intervals(whole, claimed), whole


def _may_add(figure: Figure) -> bool:
    whole_or_part = figure.total or figure.part
    return figure.kind == "count" and figure.interval.exact and not whole_or_part and not figure.per


def _are_joined(one: Figure, other: Figure, reading: Reading) -> bool:
    """Whether the first of two counts is placed, and a word that adds stands right before the second.

    With a verb of its own each tells another thing: *15 died in a fire, and 12 died in the flood*.
    """
    between = [token for token in reading.tokens if one.span.end <= token.start < other.span.start]
    adding = _words(reading.language, "adding")
    last = next((at for at in range(len(between) - 1, -1, -1) if between[at].lower in adding), -1)
    near = [token.lower for token in between[last + 1 :]]
    told = any(looks_like_verb(reading.language, token) for token in between[: max(last, 0)])
    if last < 0 or told or any(word not in _words(reading.language, "beside") for word in near):
        return False
    return _is_placed(one.span.end, between[last].start, reading)


def _is_placed(start: int, end: int, reading: Reading) -> bool:
    """Whether a word for where or when stands from `start` to `end`."""
    placing = _words(reading.language, "placing")
    return any(start <= token.start < end and token.lower in placing for token in reading.tokens)


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(load_words(language, "sums")[key])
