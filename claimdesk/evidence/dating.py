"""The days a passage speaks of: an expression in it, else the article's date, else the earliest it can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claimdesk.model import Article, DateRange, Reason, Span, StatedDate
from claimdesk.text.dates import resolve_date
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading

_AHEAD = frozenset({"prediction", "plan", "condition", "urging"})
_NEAR = 2  # passages, in which a day told before is still the one that *a day earlier* counts from


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
    article: Article,
    of_article: StatedDate | None,
    readings: Mapping[int, Reading],
    at: int,
    matched: Sequence[Span],
    figure: Span | None = None,
) -> tuple[StatedDate | None, Reason]:
    """The date that a passage speaks of at `matched` (spans from its start), and why.

    It is passage `at` of `readings`, which are those of the whole article; `figure` is the one that counts.
    """
    days = _nearest(readings, at, matched, article.published, figure)
    if days is not None:
        stated = StatedDate(days.first, days.last, days.precision, from_text=True)
        return stated, Reason.of("dated_text", date=days.first.isoformat())
    if of_article is None:
        return None, Reason.of("undated")
    code = "dated_not_before" if of_article.not_before else "dated_article"
    return of_article, Reason.of(code, date=of_article.first.isoformat())


def _nearest(
    readings: Mapping[int, Reading],
    at: int,
    matched: Sequence[Span],
    published: date | None,
    figure: Span | None,
) -> DateRange | None:
    """The resolved expression nearest to the matched words; an ambiguous one spans all its readings."""
    best: tuple[tuple[int, int], DateRange] | None = None
    reading = readings[at]
    for number, expression in enumerate(reading.dates):
        told, values = None, dict(expression.values)
        if values.get("since") and published is None:
            continue  # it reaches to the article's date, which is not known
        if values.get("told"):
            if _is_of_other(reading, expression.span, [figure] if figure else matched):
                continue
            told = _told_last(readings, at, number, published)
        ranges = resolve_date(expression, published, told)
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


def _is_of_other(reading: Reading, span: Span, matched: Sequence[Span]) -> bool:
    """Whether the day at `span` is that of an account that is named before it (*keterangan sehari
    sebelumnya*), or of another figure that stands nearer to it (*up from 12 the day before*)."""
    before = [token.lower for token in reading.tokens if token.end <= span.start]
    if before and before[-1] in load_words(reading.language, "pointing")["lists"]["said"]:
        return True
    nearest = min((_gap(span, one) for one in matched), default=0)
    others = (one.span for one in reading.figures if not any(one.span.overlaps(own) for own in matched))
    return any(_gap(span, one) < nearest for one in others)


def _told_last(readings: Mapping[int, Reading], at: int, number: int, published: date | None) -> date | None:
    """The day told last before that date of a passage: in it, or in the few passages before it."""
    before = list(readings[at].dates[:number])
    for earlier in range(at - 1, max(at - _NEAR, 0) - 1, -1):
        before = [*readings[earlier].dates, *before]
    for expression in reversed(before):
        ranges = resolve_date(expression, published)
        if ranges and ranges[0].precision == "day" and ranges[0].first == ranges[0].last:
            return ranges[0].first
    return None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
