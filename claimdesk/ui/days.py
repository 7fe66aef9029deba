"""The days that a report's articles are of: stated, or not before some day, or none at all."""

from __future__ import annotations

from datetime import date

from claimdesk.evidence.history import known_dates
from claimdesk.messages import render_date, translate
from claimdesk.model import Article, Quote, Report
from claimdesk.ui.derived import derive, quotes_in


def count_timeless(report: Report) -> int:
    """How many articles neither state a day nor say anything that dates them, so that any day shows them."""
    known = _known(report)
    return sum(entry.article.id not in known for entry in report.articles)


def corpus_days(report: Report) -> tuple[date, date] | None:
    """The first and the last day of the articles; one that states none is of the first day it can be of."""
    days = _earliest(report).values()
    return (min(days), max(days)) if days else None


def is_dated(article: Article | None) -> bool:
    """Whether the article itself says when it was published."""
    return article is not None and article.published is not None


def is_plain_day(cause: Quote | None, report: Report) -> bool:
    """Whether the day of a change by `cause` is a day, and not only the earliest that it can be."""
    entry = report.article(cause.article) if cause else None
    return cause is None or is_dated(entry.article if entry else None)


def render_known_day(day: date, cause: Quote | None, report: Report, language: str) -> str:
    """The day on which a change is known: as it is, or that the article of its `cause` gives no plain day.

    Such an article is known from the day on which it was retrieved: that is said, since its quotes may speak
    of a much earlier one.
    """
    if cause is None or is_plain_day(cause, report):
        return render_date(day, language)
    if cause.article not in _known(report):
        return translate("undated", language)
    entry = report.article(cause.article)
    if entry is not None and entry.article.retrieved == day:
        return translate("retrieved {date}", language).format(date=render_date(day, language))
    return translate("not before {date}", language).format(date=render_date(day, language))


def _known(report: Report) -> dict[str, date]:
    def find() -> dict[str, date]:
        quotes = [quote for entry in report.claims for quote in entry.quotes]
        return known_dates((entry.article for entry in report.articles), quotes)

    return derive(report, "known days", find)


def _earliest(report: Report) -> dict[str, date]:
    """The day of each article that has one: published, else the latest that a passage sets before it."""

    def find() -> dict[str, date]:
        days: dict[str, date] = {}
        for entry in report.articles:
            article = entry.article
            floors = [
                quote.date.first
                for quote in quotes_in(report, article.id)
                if quote.date and quote.date.not_before
            ]
            day = article.published or max(floors, default=None)
            if day:
                days[article.id] = day
        return days

    return derive(report, "days of articles", find)
