"""When a passage speaks, against the time its claim speaks of (DESIGN.md 4.9)."""

from __future__ import annotations

from datetime import date

from claimdesk.model import Claim, Figure, StatedDate, Timing

# Quantities that a lower count of an earlier day does not answer, since counts grow.
GROWING = ("at_least", "more_than")


def timing_of(stated: StatedDate | None, claim: Claim, figure: Figure | None = None) -> Timing:
    """Whether a passage speaks before, at or after the time of `claim`, or whether that is open.

    The claim's time is ``as_of - window_days .. as_of + window_days``, both ends included. A passage of
    several possible days has a timing only where all of them agree; one of which only the earliest day is
    known can be nothing but later or open. Without `as_of` a claim speaks of no time in particular: every
    passage is current. Against *at least* and *more than*, a `figure` below the claim's is ``earlier`` up
    to the day before `as_of`.
    """
    if claim.as_of is None:
        return "current"
    if stated is None:
        return "undated"
    first, last = (_timing_on(day, claim, figure) for day in (stated.first, stated.last))
    if stated.not_before:
        return "later" if first == "later" else "undated"
    # Timing only ever moves forward from day to day, so the ends speak for all days between.
    return first if first == last else "undated"


def _timing_on(day: date, claim: Claim, figure: Figure | None) -> Timing:
    assert claim.as_of is not None
    days_after = day.toordinal() - claim.as_of.toordinal()
    if days_after < -claim.window_days or (days_after < 0 and _is_lower(figure, claim)):
        return "earlier"
    return "later" if days_after > claim.window_days else "current"


def _is_lower(figure: Figure | None, claim: Claim) -> bool:
    quantity = claim.quantity
    if figure is None or quantity is None or quantity.wording not in GROWING:
        return False
    return figure.interval.high <= quantity.interval.low and figure.interval.disjoint(quantity.interval)
