"""The figure gate: does the figure of a passage agree with what the claim counts?

The figure whose counted noun is one of the claim's units and that stands nearest to the matched words speaks;
a total before an addition. A figure belongs to the place named nearest to it in its own clause. A part of the
whole bounds the whole from below. Stated interval inside the claim's: agrees; disjoint: conflicts; otherwise
compatible.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimdesk.model import Figure, Interval, Reason, Span
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading
from claimdesk.text.tallies import is_partial, speaks_of_part
from claimdesk.text.units import counts, part_words

_BESIDE = 30  # code points between a place and the larger one it lies in: "Kursk in western Russia"

FigureVerdict = Literal["agrees", "conflicts", "compatible", "missing", "unasked", "elsewhere", "none"]


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """What the gate found: `figure` with the interval it sets for the whole, and how that compares.

    ``none``: the claim counts nothing. ``missing``: the passage counts nothing the claim counts.
    ``elsewhere``: it counts that in another place.
    """

    verdict: FigureVerdict
    figure: Figure | None = None
    interval: Interval | None = None
    reasons: tuple[Reason, ...] = ()


def compare_intervals(stated: Interval, claimed: Interval) -> FigureVerdict:
    """How a stated interval bears on the claimed one; *at least n* agrees with exactly n."""
    if stated.inside(claimed) or (claimed.exact and stated.low == claimed.low and not stated.low_open):
        return "agrees"
    return "conflicts" if stated.disjoint(claimed) else "compatible"


def find_speaking_figure(claim: ClaimReading, reading: Reading, matched: Sequence[Span]) -> Figure | None:
    """The figure of the passage that counts what the claim counts and stands nearest to `matched`."""
    if claim.counted is None:
        return None
    able = [figure for figure in reading.figures if counts(figure, claim.counted, reading)]
    if not claim.counted.fates:
        able = _without_wholes(able, reading)
    if any("former" not in figure.states for figure in able):
        able = [figure for figure in able if "former" not in figure.states]
    if any(not figure.increment for figure in able):
        able = [figure for figure in able if not figure.increment]
    if not able:
        return None
    return min(able, key=lambda figure: (figure.part, not figure.total, _distance(figure, reading, matched)))


def _without_wholes(figures: Sequence[Figure], reading: Reading) -> list[Figure]:
    """The figures without those that only say of how many something befell: *shot down 12 of the 20 drones*.

    Where the claim counts the dead, *9 of the 20 dead* is about the 20: then this is not asked.
    """
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        between = reading.text[before.span.end : figure.span.start].casefold().split() if before else ["-"]
        if before is not None and between and set(between) <= part_words(reading.language):
            kept[-1] = replace(before, part=False, unit=before.unit or figure.unit)
        else:
            kept.append(figure)
    return kept


def _distance(figure: Figure, reading: Reading, matched: Sequence[Span]) -> tuple[int, int]:
    """First the matched words its clause lacks, then the code points to the nearest of them."""
    clause = reading.clause_of(figure.span)
    apart = [span for span in matched if not span.overlaps(figure.span)]
    outside = sum(not clause.contains(span) for span in apart)
    gaps = [max(span.start - figure.span.end, figure.span.start - span.end) for span in apart]
    return outside, min(gaps, default=0)


def weigh_figure(
    claim: ClaimReading, phrase: Reading | None, reading: Reading, matched: Sequence[Span]
) -> FigureFinding:
    """The finding for a passage that matched `phrase`; `matched` are spans from the passage's start."""
    quantity = claim.claim.quantity
    if quantity is None:
        return FigureFinding("none")
    figure = find_speaking_figure(claim, reading, matched)
    if figure is None:
        asked = phrase is not None and find_speaking_figure(claim, phrase, ()) is not None
        return FigureFinding("missing" if asked else "unasked", reasons=(Reason.of("figure_missing"),))
    place, whole = nearest_place(claim, reading, figure.span)
    if place and not whole:
        reason = Reason.of("figure_other_place", place=place)
        return FigureFinding("elsewhere", figure, figure.interval, (reason,))
    interval = figure.interval
    counted_part = figure.part or bool(place)
    if counted_part or (is_partial(figure, reading) and not speaks_of_part(claim.statement)):
        counted_part = True
        interval = Interval(interval.low, math.inf, interval.low_open)
    verdict = compare_intervals(interval, quantity.interval)
    if counted_part and quantity.interval.exact and verdict == "agrees":
        verdict = "compatible"  # a part of that size leaves the whole open
    return FigureFinding(verdict, figure, interval, (Reason.of(f"figure_{verdict}", figure=figure.text),))


def nearest_place(claim: ClaimReading, reading: Reading, at: Span) -> tuple[str, bool]:
    """The other place that the clause around `at` speaks of, and whether it is known to lie in the claim's.

    ``("", True)`` where neither the clause nor, without a place in it, the passage names one, or where the
    claim's own stands nearest. Another place lies in the claim's where the claim's own is named right behind
    it ("Kursk in Russia"), or where the registry lets
    either satisfy one group of `must_mention`.
    """
    if not claim.has_own_places:
        return "", True
    for ground in (reading.clause_of(at), Span(0, len(reading.text))):
        own, others = _places_in(claim, reading, ground)
        if own or others:
            break
    else:
        return "", True
    nearest = min([*own, *others], key=lambda span: (span.start < at.start, _gap(span, at), span.start))
    if nearest in own:
        return "", True
    name = nearest.of(reading.text)
    holds = any(span.start >= nearest.end and _gap(span, nearest) <= _BESIDE for span in own)
    return name, holds or claim.lies_within(name)


def _places_in(claim: ClaimReading, reading: Reading, ground: Span) -> tuple[list[Span], list[Span]]:
    """The claim's own places in a stretch, and the others."""
    tokens = [token for token in reading.tokens if ground.contains(token.span)]
    own = [name.span for name in claim.own_places.find(tokens)]
    places = [span for span in reading.places if ground.contains(span)]
    return own, [span for span in places if not any(span.overlaps(one) for one in own)]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
