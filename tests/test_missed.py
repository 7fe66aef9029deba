"""Passages that phrases come near: offered, nearest first, and counted nowhere."""

from __future__ import annotations

from datetime import date

import pytest
from desk_cases import make_article, make_claim, make_registry

from claimdesk import desk, missed
from claimdesk.missed import find_missed
from claimdesk.model import Article, Quote, Report

# what an article says, where it comes among what is offered for the claim below; None: it is not
BODY = """\
The Arun dam was opened at night without a warning, villagers said.

The gates were opened at night while the villages slept.

The minister spoke of a warning by night.

Rice was cheap in the market of Lorv.
"""
PLACES = [
    ("dam was opened at night", None, "a quote already"),
    ("The minister spoke", 0, "two words of the phrase in a few"),
    ("The gates were", 1, "two in more"),
    ("Rice was cheap", None, "nothing of it"),
]
CLAIM = make_claim(
    "dam",
    ["the dam was opened at night without a warning"],
    ["a warning was given before the dam was opened"],
    must_mention=[["Arun"]],
)


def _check(*articles: Article) -> Report:
    return desk.check(make_registry(CLAIM), articles, until=date(2031, 6, 1))


def _find(*articles: Article) -> tuple[Quote, ...]:
    report = _check(*articles)
    return find_missed(report.registry, report.claims[0], report.articles)


@pytest.mark.parametrize(("words", "place", "why"), PLACES)
def test_the_nearest_come_first(words: str, place: int | None, why: str) -> None:
    found = [number for number, quote in enumerate(_find(make_article(BODY))) if words in quote.text]
    assert found == ([] if place is None else [place]), why


FILL = "Rain fell on the hills and the roads.\n\n"
ORDERS = [
    # what comes first, what comes behind it, and why
    (
        "The sluice ran dry at noon.",
        "The valley was quiet at noon.",
        "a word that others have too tells less than one that they have not",
    ),
    ("The mayor said the valley slept.", "The valley slept all day long.", "somebody says it"),
    ("The sluice and the siren failed.", "The sluice and the lamp failed.", "words of two phrases"),
]


@pytest.mark.parametrize(("first", "behind", "why"), ORDERS)
def test_what_is_rare_said_and_of_several_phrases_comes_first(first: str, behind: str, why: str) -> None:
    claim = make_claim("valley", ["the valley sluice gave way"], ["the valley siren was heard"])
    lines = f"{FILL}{behind}\n\n{first}\n\n" + "The valley has a market.\n\n" * 3
    registry = make_registry(claim)
    report = desk.check(registry, [make_article(lines)], until=date(2031, 6, 1))
    found = [quote.text for quote in find_missed(registry, report.claims[0], report.articles)]
    assert [text for text in found if text in (first, behind)] == [first, behind], why


def test_what_is_offered_counts_nowhere() -> None:
    report = _check(make_article(BODY))
    before = report.claims[0]
    assert find_missed(report.registry, before, report.articles)
    assert [quote.text for quote in before.quotes] == [BODY.splitlines()[0]]


def test_of_many_articles_those_nearest_in_time_are_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missed, "NEAREST", 2)
    days = {"far": date(2030, 1, 1), "near": date(2031, 5, 9), "after": date(2031, 5, 12), "none": None}
    articles = [Article(name, "", name, BODY, day, language="en") for name, day in days.items()]
    assert {quote.article for quote in _find(*articles)} == {"near", "after"}
