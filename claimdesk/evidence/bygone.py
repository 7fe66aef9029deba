"""Figures of another time: what the words beside a figure date long before the claim is about something else.

*In 2019 27 people died in another mine*, *the 2004 tsunami killed 230,000*: neither is a toll of the claim's
own event, however well its words fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from claimdesk.model import Claim, Span
from claimdesk.text.dates import resolve_date
from claimdesk.text.lexicon import load_words
from claimdesk.text.other_events import goes_on, holds_now, is_compared
from claimdesk.text.reading import Reading

# What ended longer before the claim's date is another event, unless the count holds now.
LONG_AGO = timedelta(days=14)
_FRONTED = 4  # tokens in which an expression opens the sentence and dates all of it
_SET_OFF = 8  # the same for one with a comma right behind it
_YEARS = range(1900, 2100)
_MARKS = frozenset(",;:")
_ENDS = frozenset(".!?")


def find_bygone(claim: Claim, reading: Reading, at: Span, published: date | None) -> str:
    """The words that date the figure at `at` long before the claim; empty where it is of the claim's time.

    The nearest date of its clause tells, one with which no other figure stands; else one that opens the
    sentence.
    """
    if claim.as_of is None or claim.quantity is None or holds_now(reading):
        return ""
    told = _dated(reading, published or claim.as_of)
    near = [one for one in told if _is_beside(one[0], at, reading)]
    if not near:
        return ""
    span, days = min(near, key=lambda one: (_gap(one[0], at), one[0].start))
    if days is None or days >= claim.as_of - LONG_AGO - timedelta(days=claim.window_days):
        return ""
    return span.of(reading.text)


def _dated(reading: Reading, today: date) -> Iterator[tuple[Span, date | None]]:
    """The date expressions with the last day they may mean; None for those that are vague."""
    for expression in reading.dates:
        ranges = resolve_date(expression, today)
        exact = bool(ranges) and all(one.precision != "vague" for one in ranges)
        yield expression.span, max(one.last for one in ranges) if exact else None
    yield from _named_years(reading)


def _named_years(reading: Reading) -> Iterator[tuple[Span, date]]:
    """The years that tell which of several events is meant: *the 2004 tsunami*, *gempa 1999*."""
    events = load_words(reading.language, "units")["events"]
    tokens, step = reading.tokens, 1 if reading.language == "en" else -1
    for at, token in enumerate(tokens):
        year = int(token.text) if token.kind == "number" and token.text.isdecimal() else 0
        beside = at + step
        if year in _YEARS and 0 <= beside < len(tokens) and tokens[beside].lower in events:
            first, last = sorted((token, tokens[beside]), key=lambda one: one.start)
            yield Span(first.start, last.end), date(year, 12, 31)


def _is_beside(span: Span, at: Span, reading: Reading) -> bool:
    """Whether the expression at `span` dates the figure: in its clause with nothing between, or ahead."""
    between = Span(min(span.end, at.end), max(span.start, at.start))
    marked = not _MARKS.isdisjoint(between.of(reading.text))
    going = marked and goes_on(reading, span, between)
    parted = (marked and not going) or any(
        between.contains(figure.span) for figure in reading.figures if not figure.span.overlaps(at)
    )
    told = reading.clause_of(at).overlaps(span) or (going and span.end <= at.start)
    if told and not parted:
        return True
    before = [token for token in reading.tokens if token.end <= span.start]
    opening = next((at for at, token in enumerate(reversed(before)) if token.text in _ENDS), len(before))
    most = _SET_OFF if reading.text[span.end : span.end + 1] == "," else _FRONTED
    return span.end <= at.start and opening < most and not is_compared(reading, span)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
