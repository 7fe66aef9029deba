"""Whose share of votes a percentage is."""

from __future__ import annotations

import pytest
from desk_cases import make_article, make_claim, make_registry, read_quotes

from claimdesk.model import Interval, Quantity
from claimdesk.text.contenders import build_contenders, find_contender
from claimdesk.text.reading import Reading

STATEMENTS = [
    ("en", "Alda Brann won 55 percent of the vote.", "Alda Brann", "the name that starts it"),
    ("id", "Alda-Brann memperoleh 55 persen suara.", "Alda-Brann", "a pair"),
    ("en", "Alda Brann lost 55 percent of her money.", "", "no share of votes"),
    ("en", "Alda Brann won the vote.", "", "no share"),
    ("en", "The winner got 55 percent of the vote.", "The", "no name, so that nobody is met"),
]


@pytest.mark.parametrize(("language", "text", "name", "note"), STATEMENTS)
def test_the_contender_of_a_statement(language: str, text: str, name: str, note: str) -> None:
    assert find_contender(Reading(text, language)) == name, note


SHARES = [
    ("Alda took 55 percent and Corin 44 percent.", [0, 1], "each before its share"),
    ("There were 55 percent for Alda.", [0], "behind it, where nobody is named before"),
    ("Corin-Esko took 44 percent.", [1], "a pair that no wording holds"),
    ("The count stands at 44 percent.", [None], "nobody"),
]


@pytest.mark.parametrize(("text", "owners", "note"), SHARES)
def test_the_owner_of_a_share(text: str, owners: list[int | None], note: str) -> None:
    contenders = build_contenders(["Alda", "Alda Brann"], [["Alda", "Alda Brann"], ["Corin"]])
    assert contenders is not None
    reading = Reading(text, "en")
    assert [contenders.find_owner(figure, reading) for figure in reading.figures] == owners, note


def test_nobody_contends_alone() -> None:
    assert build_contenders(["Alda"], [["Alda"]]) is None
    assert build_contenders([], [["Alda"]]) is None


def _claim(name: str, share: float) -> object:
    return make_claim(
        name.casefold(),
        [f"{name} took {share} percent"],
        quantity=Quantity(Interval(share, share), ("percent",)),
        statement=f"{name} won {share} percent of the vote.",
        must_mention=((name,),),
    )


def test_a_rivals_share_is_no_figure_of_the_claim() -> None:
    registry = make_registry(_claim("Alda", 55), _claim("Corin", 44))  # type: ignore[arg-type]
    quotes = read_quotes(
        registry, make_article("The tally gives Alda 51 percent and Corin 48 percent.", "en")
    )
    assert {quote.claim: quote.figure.text for quote in quotes if quote.figure} == {
        "alda": "51 percent",
        "corin": "48 percent",
    }
