"""When a passage speaks, against the claim's time: one row a case, with what it shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from evidence.builders import AS_OF, make_claim, make_figure, make_quantity
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.evidence.timing import timing_of
from claimdesk.model import Interval, Quantity, StatedDate

WINDOW = 3
CASES = [
    # first day, last day (from as_of), not before, timing, why
    (0, 0, False, "current", "the very day"),
    (-3, -3, False, "current", "first day of the window"),
    (3, 3, False, "current", "last day of the window"),
    (-4, -4, False, "earlier", "one day too early"),
    (4, 4, False, "later", "one day too late"),
    (-3, 3, False, "current", "a span that fills the window"),
    (-9, -4, False, "earlier", "a span before it"),
    (4, 30, False, "later", "a span after it"),
    (-9, 0, False, "undated", "a span across the start may be either"),
    (0, 9, False, "undated", "a span across the end may be either"),
    (-9, 9, False, "undated", "a span across all of it may be anything"),
    (-9, -9, True, "undated", "not before an early day may be any time"),
    (0, 0, True, "undated", "not before the very day may be later"),
    (3, 3, True, "undated", "not before the last day may still be current"),
    (4, 4, True, "later", "not before a later day is later for certain"),
]


def _stated(first: int, last: int, not_before: bool = False) -> StatedDate:
    return StatedDate(AS_OF + timedelta(days=first), AS_OF + timedelta(days=last), not_before=not_before)


@pytest.mark.parametrize(("first", "last", "not_before", "timing", "why"), CASES)
def test_days_against_the_window(first: int, last: int, not_before: bool, timing: str, why: str) -> None:
    assert timing_of(_stated(first, last, not_before), make_claim(window_days=WINDOW)) == timing, why


LOWER = [
    # wording, claimed from, to, stated figure, first and last day, timing, why
    ("at_least", 300, None, 120, -1, -1, "earlier", "a lower count of the day before"),
    ("more_than", 300, None, 300, -1, -1, "earlier", "not more than the claim's bound"),
    ("at_least", 300, None, 120, 0, 0, "current", "a lower count of the very day stands against it"),
    ("at_least", 300, None, 120, 2, 2, "current", "a lower count afterwards stands against it"),
    ("at_least", 300, None, 120, -9, -1, "earlier", "before or in the window, but lower and before the day"),
    ("at_least", 300, None, 120, -1, 0, "undated", "lower, the day before or the very day"),
    ("at_least", 300, None, 350, -1, -1, "current", "a higher count agrees"),
    ("exactly", 300, 300, 120, -1, -1, "current", "an exact claim asks for the count of its time"),
    ("at_most", 0, 300, 120, -1, -1, "current", "a lower count agrees with at most"),
]


@pytest.mark.parametrize(("wording", "low", "high", "stated", "first", "last", "timing", "why"), LOWER)
def test_lower_figures_before_the_day(
    wording: str, low: int, high: int | None, stated: int, first: int, last: int, timing: str, why: str
) -> None:
    interval = Interval(low, float("inf") if high is None else high, low_open=wording == "more_than")
    claim = make_claim(quantity=Quantity(interval, ("people",), wording), window_days=WINDOW)
    assert timing_of(_stated(first, last), claim, make_figure(stated)) == timing, why


def test_a_figure_that_may_reach_the_claim_is_not_lower() -> None:
    claim = make_claim(quantity=make_quantity(300))
    assert timing_of(_stated(-1, -1), claim, make_figure(120, 400)) == "current"


def test_no_date_is_undated() -> None:
    assert timing_of(None, make_claim()) == "undated"


@pytest.mark.parametrize("stated", [None, _stated(-400, -400), _stated(-9, 9), _stated(0, 0, True)])
def test_a_claim_of_no_time_in_particular_has_every_passage_current(stated: StatedDate | None) -> None:
    assert timing_of(stated, make_claim(as_of=None)) == "current"


def test_windows_reach_beyond_the_calendar() -> None:
    claim = make_claim(as_of=date.min, window_days=10**6)
    assert timing_of(StatedDate(date.max, date.max), claim) == "later"
    assert timing_of(StatedDate(date.min, date.min), claim) == "current"


@given(st.integers(-40, 40), st.integers(0, 40), st.booleans(), st.booleans(), st.integers(0, 9))
def test_a_span_is_timed_as_all_of_its_days_are(
    first: int, length: int, not_before: bool, lower: bool, window: int
) -> None:
    """The slow reference asks every day; of an open end, days far beyond the window."""
    claim = make_claim(quantity=make_quantity(300), window_days=window)
    figure = make_figure(120 if lower else 350)
    last = first + 100 if not_before else first + length
    days = {timing_of(_stated(day, day), claim, figure) for day in range(first, last + 1)}
    expected = days.pop() if len(days) == 1 else "undated"
    assert timing_of(_stated(first, first + length, not_before), claim, figure) == expected
