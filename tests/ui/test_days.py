"""Days of articles: what nothing dates is said to be undated, never of a plain day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from page_text import RunPage, read_page
from sample_articles import UNDATED
from sample_report import build_report

from claimdesk.model import Quote, Report, StatedDate
from claimdesk.ui.days import corpus_days, count_timeless, render_known_day

DAY = date(2021, 3, 4)


def _undated(stated: StatedDate | None) -> tuple[Quote, Report]:
    """A report whose undated article was fetched on no known day, and a quote of it."""
    base = build_report()
    quotes = tuple(
        replace(quote, date=stated)
        for entry in base.claims
        for quote in entry.quotes
        if quote.article == UNDATED
    )
    report = build_report(quotes=quotes)
    articles = tuple(
        replace(entry, article=replace(entry.article, retrieved=None)) for entry in report.articles
    )
    return quotes[0], replace(report, articles=articles)


def test_a_change_by_an_article_that_nothing_dates_is_undated() -> None:
    quote, report = _undated(None)
    assert render_known_day(DAY, quote, report, "en") == "undated"
    assert render_known_day(DAY, None, report, "en") == "4 Mar 2021"
    assert count_timeless(report) == 1


def test_a_not_before_day_is_a_day_of_the_corpus() -> None:
    late = date(2021, 4, 1)
    quote, report = _undated(StatedDate(late, late, not_before=True))
    assert render_known_day(late, quote, report, "en") == "not before 1 Apr 2021"
    days = corpus_days(report)
    assert days is not None
    assert days[1] == late
    assert count_timeless(report) == 0


def test_a_change_by_an_article_without_a_day_is_told_by_the_day_it_was_retrieved() -> None:
    early, got = date(2021, 3, 1), date(2021, 5, 6)
    quote, report = _undated(StatedDate(early, early, not_before=True))
    articles = tuple(
        replace(entry, article=replace(entry.article, retrieved=got)) for entry in report.articles
    )
    assert render_known_day(got, quote, replace(report, articles=articles), "en") == "retrieved 6 May 2021"


def test_a_past_day_says_what_nothing_dates(run_page: RunPage) -> None:
    _, report = _undated(None)
    said = read_page(run_page("dashboard.py", report, until="2021-03-10"))
    assert "1 article is included because nothing dates it." in said
