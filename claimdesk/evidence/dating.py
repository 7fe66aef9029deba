"""The days a passage speaks of: an expression in it, else the article's date, else the earliest it can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from claimdesk.model import Article, DateRange, Reason, Span, StatedDate
from claimdesk.text.dates import resolve_date
from claimdesk.text.reading import Reading

_AHEAD = frozenset({"prediction", "plan", "condition", "urging"})


def date_article(article: Article, readings: Iterable[Reading]) -> StatedDate | None:
    """The article's date; without one, the latest day its text states as past, as `not_before`."""
    if article.published is not None:
        return StatedDate(article.published, article.published)
    latest: DateRange | None = None
    for reading in readings:
        for expression in reading.dates:
            if any(cue.kind in _AHEAD and cue.scope.contains(expression.span) for cue in reading.cues):
                continue
            readings_of = [days for days in resolve_date(expression, None) if days.precision == "day"]
            days = min(readings_of, key=lambda one: one.first, default=None)
            if days is not None and (latest is None or days.first > latest.first):
                latest = days
    if latest is None:
        return None
    return StatedDate(latest.first, latest.last, not_before=True)


def date_passage(
    article: Article, of_article: StatedDate | None, reading: Reading, matched: Sequence[Span]
) -> tuple[StatedDate | None, Reason]:
    """The date a passage speaks of at `matched` (spans from its start), and why."""
    days = _nearest(reading, matched, article.published)
    if days is not None:
        stated = StatedDate(days.first, days.last, days.precision, from_text=True)
        return stated, Reason.of("dated_text", date=days.first.isoformat())
    if of_article is None:
        return None, Reason.of("undated")
    code = "dated_not_before" if of_article.not_before else "dated_article"
    return of_article, Reason.of(code, date=of_article.first.isoformat())


def _nearest(reading: Reading, matched: Sequence[Span], published: date | None) -> DateRange | None:
    """The resolved expression nearest to the matched words; an ambiguous one spans all its readings."""
    best: tuple[tuple[int, int], DateRange] | None = None
    for expression in reading.dates:
        ranges = resolve_date(expression, published)
        if not ranges or ranges[0].precision in {"vague", "year"}:
            continue
        clause = reading.clause_of(expression.span)
        inside = any(clause.overlaps(span) for span in matched)
        gap = min((_gap(expression.span, span) for span in matched), default=0)
        days = DateRange(
            min(one.first for one in ranges), max(one.last for one in ranges), ranges[0].precision
        )
        if best is None or (not inside, gap) < best[0]:
            best = (not inside, gap), days
    return None if best is None else best[1]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
