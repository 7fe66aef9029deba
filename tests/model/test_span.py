"""Spans and intervals against their definitions."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.model import Interval, Span, merge_spans

ENDS = st.integers(0, 6)
POINTS = [number / 2 for number in range(-2, 16)]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(ENDS), draw(ENDS)))
    if low == high:
        return Interval(low, high)
    unbounded = draw(st.booleans())
    return Interval(low, math.inf if unbounded else high, draw(st.booleans()), draw(st.booleans()))


def holds(interval: Interval, point: float) -> bool:
    above = point > interval.low or (point == interval.low and not interval.low_open)
    below = point < interval.high or (point == interval.high and not interval.high_open)
    return above and below


@given(intervals(), intervals())
def test_inside_and_disjoint_say_what_their_points_say(one: Interval, other: Interval) -> None:
    points = [point for point in POINTS if holds(one, point)]
    inside = all(holds(other, point) for point in points)
    if math.isinf(one.high) and not math.isinf(other.high):
        inside = False
    assert one.inside(other) == inside
    assert one.disjoint(other) == (not any(holds(other, point) for point in points))
    assert one.disjoint(other) == other.disjoint(one)


@pytest.mark.parametrize(("low", "high"), [(2, 1), (math.nan, 1), (1, math.nan)])
def test_no_interval_without_numbers_in_order(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="not an interval"):
        Interval(low, high)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_no_span_out_of_order(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(st.lists(st.tuples(ENDS, ENDS).map(lambda ends: Span(min(ends), max(ends)))), st.integers(0, 2))
def test_merging_keeps_every_covered_point_and_separates_the_rest(spans: list[Span], gap: int) -> None:
    merged = merge_spans(spans, gap)
    covered = {point for span in spans for point in range(span.start, span.end)}
    assert covered <= {point for span in merged for point in range(span.start, span.end)}
    assert all(one.end + gap < other.start for one, other in itertools.pairwise(merged))


def test_a_span_knows_what_it_holds() -> None:
    span = Span(2, 5)
    assert (span.of("abcdef"), len(span), span.shift(3)) == ("cde", 3, Span(5, 8))
    assert span.contains(Span(2, 5))
    assert not span.contains(Span(1, 3))
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))
