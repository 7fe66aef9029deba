"""The status over time: what was known on each day, and which quote turned it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from evidence.builders import AS_OF, make_article, make_claim, make_quote, with_decision

from claimdesk.evidence.assessment import assess_claim
from claimdesk.evidence.history import known_dates, status_history
from claimdesk.model import StatedDate

UNTIL = AS_OF + timedelta(days=30)
DAY = timedelta(days=1)


def test_history_holds_changes_only_by_the_day_things_were_known() -> None:
    quotes = [
        make_quote("A", article="first"),
        make_quote("A", article="second"),
        make_quote("B", "contradicts", article="third"),
        with_decision(make_quote("C", "contradicts", article="first"), "rejected"),
        make_quote("D", article="beyond"),
    ]
    days = {"first": 1, "second": 2, "third": 3, "beyond": 90}
    known = {article: AS_OF + days[article] * DAY for article in days}
    history = status_history(quotes, known, AS_OF, UNTIL)
    assert [(change.on - AS_OF, change.status) for change in history] == [
        (0 * DAY, "no evidence"),
        (1 * DAY, "single source"),
        (3 * DAY, "contested"),
    ]
    assert [change.cause for change in history] == [None, quotes[0], quotes[2]]


def test_history_ends_with_the_status_of_the_assessment() -> None:
    quotes = [
        make_quote(name, stance, timing=timing, article=f"wire-{number}")
        for number, (name, stance, timing) in enumerate(
            [
                ("A", "supports", "earlier"),
                ("B", "mentions", "current"),
                ("A", "contradicts", "current"),
                ("C", "supports", "undated"),
                ("C", "contradicts", "later"),
            ]
        )
    ]
    for last in range(len(quotes)):
        known = {quote.article: AS_OF + number * DAY for number, quote in enumerate(quotes)}
        until = AS_OF + last * DAY
        history = status_history(quotes, known, AS_OF, until)
        seen = [quote for quote in quotes if known[quote.article] <= until]
        assert history[-1].status == assess_claim(make_claim(), seen, until).status


def test_an_article_is_known_from_publication_else_retrieval_else_its_earliest_day() -> None:
    articles = [
        make_article(id="published", retrieved=AS_OF + DAY),
        make_article(id="retrieved", published=None, retrieved=AS_OF + DAY),
        make_article(id="undated", published=None),
        make_article(id="unknown", published=None),
    ]
    quote = make_quote(
        article="undated",
        date=StatedDate(AS_OF + 2 * DAY, AS_OF + 2 * DAY, not_before=True),
        timing="undated",
    )
    assert known_dates(articles, [quote]) == {
        "published": AS_OF,
        "retrieved": AS_OF + DAY,
        "undated": AS_OF + 2 * DAY,
    }


# stances known before, stances of the day with the strongest first, status, the stance that brought it
CAUSES = [
    ((), ("mentions", "supports"), "single source", "supports"),
    (("supports",), ("supports", "contradicts"), "contested", "contradicts"),
    (("contradicts",), ("contradicts", "supports"), "contested", "supports"),
    ((), ("contradicts",), "contradicted", "contradicts"),
    ((), ("contradicts", "supports"), "contested", "contradicts"),
    ((), ("mentions",), "unverified", None),
]


@pytest.mark.parametrize(("before", "news", "status", "cause"), CAUSES)
def test_the_cause_of_a_change_is_of_the_side_that_brought_it(
    before: tuple[str, ...], news: tuple[str, ...], status: str, cause: str | None
) -> None:
    known = {"first": AS_OF + DAY, "second": AS_OF + 2 * DAY}
    quotes = [make_quote(f"Old {n}", stance, article="first") for n, stance in enumerate(before)]
    quotes += [
        make_quote(f"New {n}", stance, article="second", score=90 - n) for n, stance in enumerate(news)
    ]
    last = status_history(quotes, known, AS_OF, UNTIL)[-1]
    assert (last.status, last.cause and last.cause.stance) == (status, cause)
    assert last.cause is None or last.cause.origin.name.startswith("New")
