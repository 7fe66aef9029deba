"""Spans and intervals: the two measures everything else is given in."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open range ``[start, end)`` in code points of some text."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` in this span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same span `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# As a frozen dataclass does it, in half the time: articles have millions of spans.
_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


def merge_spans(spans: Iterable[Span], gap: int = 0) -> tuple[Span, ...]:
    """The union of `spans`, sorted; spans at most `gap` code points apart are joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + gap:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of real numbers ``low .. high``; an open end does not belong to it.

    No upper bound is ``math.inf``, which never belongs to it. An exact number has ``low == high``.
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"not an interval: {self.low} .. {self.high}")

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def inside(self, other: Interval) -> bool:
        """Whether every number of this interval is in `other`."""
        above = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        below = self.high < other.high or (
            self.high == other.high and (self.high_open or not other.high_open or math.isinf(self.high))
        )
        return above and below

    def disjoint(self, other: Interval) -> bool:
        """Whether no number is in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        low_open = any(one.low_open for one in (self, other) if one.low == low)
        high_open = any(one.high_open for one in (self, other) if one.high == high)
        return low > high or (low == high and (low_open or high_open))
