"""Counts that go on over sentences: *19 drones crossed. The opposition puts the number at 11.*

A bare figure says nothing of what it counts. Where its sentence says that something is counted, and one of
the few before it counts what a claim does, it counts the same. The number itself is never taken from there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimdesk.model import Figure, Match, Passage, Span
from claimdesk.settings import Settings
from claimdesk.text.bare import find_bare, find_parts, find_stated, find_stating, find_untold
from claimdesk.text.claim_units import Counted
from claimdesk.text.claims import ClaimReading
from claimdesk.text.keys import fate_concepts
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts

REACH = 3  # passages after a count in which a bare figure may go on with it
_SUMS = 1_000_000  # from this number on, one without a unit may be a sum of money
_ALL = 100  # percent
_APART = 1000  # how many times as much or as little is no other version of the same count


@dataclass(frozen=True, slots=True)
class Running:
    """The last count: passage `at` with its place `span`, and for each claim the figures it counts."""

    at: int
    span: Span
    counted: Mapping[int, tuple[tuple[str, str, float], ...]]

    def reaches(self, at: int) -> bool:
        """Whether passage `at` may go on with the count."""
        return 0 < at - self.at <= REACH


def carry_on(
    running: Running | None,
    at: int,
    passage: Passage,
    reading: Reading,
    rows: Sequence[Match],
    settings: Settings,
    claims: Sequence[ClaimReading],
) -> tuple[list[Match], Running | None]:
    """The matches of a passage with those of bare figures, and the count that runs after it."""
    met = {row.claim for row in rows if row.about < 0}
    more = _go_on(running, at, passage, reading, settings.figure_score, claims) if running else []
    more = [row for row in more if row.claim not in met]
    anew = {row.claim for row in more}  # who tells a figure does not only point back
    found = [*(row for row in rows if row.claim not in anew), *more]
    going = replace(running, at=at) if running and more else running  # where another version was told
    return found, _read_running(at, passage, reading, found, claims) or going


def _read_running(
    at: int, passage: Passage, reading: Reading, rows: Sequence[Match], claims: Sequence[ClaimReading]
) -> Running | None:
    """What the passage counts for the claims of `rows`; None where it counts nothing of them, or for several
    claims several things."""
    told: dict[int, tuple[tuple[str, str, float], ...]] = {}
    spans: list[frozenset[Span]] = []
    for claim in dict.fromkeys(row.claim for row in rows):
        asked = claims[claim].counted
        if asked is None:
            continue
        bare = {span for row in rows if row.claim == claim and row.phrase < 0 for span in row.matched}
        own = [
            figure
            for figure in reading.figures
            if counts(figure, asked, reading) or figure.span.shift(passage.start) in bare
        ]
        if own:
            told[claim] = tuple(
                (one.kind, one.currency, one.interval.low or one.interval.high) for one in own
            )
            spans.append(frozenset(one.span for one in own))
    if not told or any(one.isdisjoint(other) for one in spans for other in spans):
        return None
    return Running(at, passage.span, told)


def _go_on(
    running: Running,
    at: int,
    passage: Passage,
    reading: Reading,
    score: int,
    claims: Sequence[ClaimReading],
) -> list[Match]:
    """The matches of a passage that states bare figures of the count that runs, or parts of it."""
    if not reading.may_state:
        return []
    bare = find_bare(reading)
    parts = find_parts(reading) if at == running.at + 1 else ()
    if not (bare or parts or find_stated(reading)):
        return []
    stating = find_stating(reading)  # who admits to 40 puts nobody into hospital
    spans = [Span(reading.tokens[at].start, reading.tokens[end - 1].end) for at, end, _ in reading.concepts]
    told_of = zip(spans, reading.concepts, strict=True)
    names = {name for span, (_, _, name) in told_of if not any(span.overlaps(one) for one in stating)}
    fates = names & fate_concepts()
    rows = []
    for claim, told in running.counted.items():
        asked = claims[claim].counted
        if asked is None or fates - asked.fates:
            continue
        spans = [
            one.span
            for one in (*bare, *find_untold(asked, reading))
            if any(_is_version(one.kind, one.currency, _size(one), told_one) for told_one in told)
        ]
        spans += [one.span for one in parts if _is_part(one, asked, told)]
        if spans:
            matched = tuple(span.shift(passage.start) for span in spans)
            rows.append(Match(claim, passage.index, -1, "supports", score, matched, context=(running.span,)))
    return rows


def _is_part(part: Figure, asked: Counted, told: Sequence[tuple[str, str, float]]) -> bool:
    """Whether `part` can be some of those that were counted."""
    befell = fate_concepts().intersection(part.states)
    if not befell and asked.fates and not asked.kinds:
        return False  # what those are who were counted tells no more of how many there are
    return befell <= asked.fates and any(kind == "count" and _size(part) <= whole for kind, _, whole in told)


def _size(figure: Figure) -> float:
    """The number that a figure names, whatever it bounds: 30 of *past 30*."""
    return figure.interval.low if math.isinf(figure.interval.high) else figure.interval.high


def _is_version(kind: str, currency: str, value: float, told: tuple[str, str, float]) -> bool:
    """Whether a number may be another version of one that was told: of its kind and not of another world."""
    # Without a unit it may go on with money, a share or a measure: "the bank admits to 870 billion".
    unnamed = kind == "count" and (
        (bool(told[1]) and value >= _SUMS) or (told[0] == "percent" and value <= _ALL) or told[0] == "measure"
    )
    if (kind, currency) != told[:2] and not unnamed:
        return False
    return told[0] == "percent" or told[2] / _APART <= value <= told[2] * _APART
