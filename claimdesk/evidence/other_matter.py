"""Whether a figure that could count what a claim counts is of another matter: background, not evidence.

What was counted before the event, over several events, or as the share of each one is no statement on the
claim, nor is a figure so far from the claim's that nobody can have counted the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimdesk.evidence.figure_gate import FigureFinding, weigh_figure
from claimdesk.model import Figure, Interval, Reason, Span
from claimdesk.text.claims import ClaimReading
from claimdesk.text.keys import telling_keys
from claimdesk.text.other_events import (
    find_before,
    find_compared,
    find_several,
    find_share,
    is_duration,
    speaks_of_one,
)
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import find_tokens

# Two counts of one thing differ less than this many times.
_APART = 1000


def find_other_matter(claim: ClaimReading, reading: Reading, figure: Figure) -> Reason | None:
    """Why `figure`, one of `reading`, is of another matter; None where it may well be the claim's."""
    before = find_before(reading)
    if before:
        return Reason.of("figure_earlier", word=before)
    other = find_several(figure, reading) if speaks_of_one(claim.statement) else ""
    other = other or _find_compared(claim, reading, figure)
    if not other and not any(find_share(one, claim.statement) for one in claim.statement.figures):
        other = find_share(figure, reading)
    return Reason.of("figure_other_matter", words=other) if other else None


def _find_compared(claim: ClaimReading, reading: Reading, figure: Figure) -> str:
    """The event that the passage compares its matter with and tells `figure` of; not the claim's own."""
    compared = find_compared(figure, reading)
    return "" if compared and claim.own_places.find(find_tokens(compared)) else compared


def weigh_own_figure(
    claim: ClaimReading,
    phrase: Reading | None,
    reading: Reading,
    matched: Sequence[Span],
    published: date | None = None,
    *,
    bare: bool = False,
) -> FigureFinding:
    """What the figure gate finds, as `weigh_figure` says it; nothing where its figure is of another matter.

    Without a `phrase` nothing but the figure nominated the passage, so that it must be likely by itself.
    """
    found = weigh_figure(claim, phrase, reading, matched, published, bare=bare)
    figure, quantity = found.figure, claim.claim.quantity
    if figure is None or quantity is None or found.verdict not in {"agrees", "conflicts"}:
        return found
    reason = find_other_matter(claim, reading, figure)
    if reason is None and phrase is None:
        far_off = is_far_off(figure, quantity.interval) or is_measured_only(claim, reading, figure)
        reason = Reason.of("figure_unlikely", figure=figure.text) if far_off else None
    return found if reason is None else replace(found, verdict="elsewhere", reasons=(reason,))


def is_far_off(figure: Figure, claimed: Interval) -> bool:
    """Whether `figure` is so much less or more than what the claim says that it counts something else.

    *300 rows were tested* does not answer 200 million. None at all is an answer.
    """
    stated = figure.interval
    if figure.kind == "percent" or stated.high <= 0:
        return False
    return stated.high * _APART < claimed.low or 0 < claimed.high * _APART < stated.low


def is_measured_only(claim: ClaimReading, reading: Reading, figure: Figure) -> bool:
    """Whether `figure` measures something that the claim does not speak of: *26 square kilometres of dune*.

    So do hours in whose clause nothing is the claim's: *schools opened two hours late*.
    """
    if figure.kind != "measure" or claim.counted is None:
        return False
    end = figure.unit_span.end if figure.unit_span else figure.span.end
    ground = Span(figure.span.end, max(end, figure.span.end))
    if figure.unit and is_duration(figure.unit[0], reading.language):
        ground = reading.clause_of(figure.span)
    told = (token.lower for token in reading.tokens if token.kind == "word" and ground.contains(token.span))
    units = frozenset(key for unit in claim.counted.units for word in unit.words for key in word)
    own = telling_keys(told, reading.language) - units
    return bool(own) and own.isdisjoint(claim.counted.words)
