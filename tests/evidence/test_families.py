"""Versions, copies and translations of one text count as one origin; what a newer version dropped is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from desk_cases import at_least, make_article, make_claim, make_registry
from evidence.builders import make_origin, make_quote

from claimdesk import desk
from claimdesk.evidence.families import find_families, mark_revised
from claimdesk.evidence.folding import separate_origins
from claimdesk.model import Article, Quote, Reason

OUTLET = (Reason.of("origin_outlet", outlet="x"),)


def _own(article: str, **values: object) -> Quote:
    """A statement in the voice of an outlet named after its article."""
    origin = make_origin(f"outlet {article}", kind="outlet")
    return make_quote(origin, article=article, text=f"Words of {article}.", reasons=OUTLET, **values)  # type: ignore[arg-type]


def _said(article: str, name: str, kind: str = "unlisted", **values: object) -> Quote:
    """A statement by a person, in words that no other article has."""
    return make_quote(make_origin(name, kind=kind), article=article, text=f"{name} in {article}.", **values)  # type: ignore[arg-type]


CASES = [
    ("two outlets", [_own("a"), _own("b")], 1),
    ("the other side is another matter", [_own("a"), _own("b", stance="contradicts")], 2),
    ("mentions decide nothing", [_own("a", stance="mentions"), _own("b", stance="mentions")], 2),
    ("an outlet and the speaker whom the other credits", [_own("a"), _said("b", "Ana")], 1),
    ("an outlet and two speakers", [_own("a"), _said("b", "Ana"), _said("b", "Budi")], 3),
    ("a name in two languages", [_said("a", "Badan Cuaca"), _said("b", "Weather agency")], 1),
    ("names that the registry tells apart", [_said("a", "Ana", "official"), _said("b", "Budi", "party")], 2),
    ("one name and two", [_said("a", "Ana"), _said("b", "Budi"), _said("b", "Citra")], 3),
    ("an article of no family", [_own("a"), _own("c")], 2),
]


@pytest.mark.parametrize(("note", "quotes", "count"), CASES)
def test_separate_within_a_family(note: str, quotes: list[Quote], count: int) -> None:
    assert len(separate_origins(quotes, {"a": "a", "b": "a"})) == count, note
    assert len(separate_origins(quotes)) >= count


def _article(identity: str, **values: str) -> Article:
    return Article(identity, "", "", "Body.", **values)  # type: ignore[arg-type]


FAMILIES = [
    ("none", [_article("a"), _article("b")], {}),
    ("a copy", [_article("a"), _article("b", copy_of="a")], {"a": "a", "b": "a"}),
    (
        "copies of one",
        [_article("b", copy_of="a"), _article("c", copy_of="a")],
        {"a": "a", "b": "a", "c": "a"},
    ),
    ("a chain", [_article("c", revises="b"), _article("b", copy_of="a")], {"a": "a", "b": "a", "c": "a"}),
    ("a ring", [_article("a", copy_of="b"), _article("b", copy_of="a")], {"a": "a", "b": "a"}),
    ("itself", [_article("a", copy_of="a")], {}),
]


@pytest.mark.parametrize(("note", "articles", "families"), FAMILIES)
def test_families(note: str, articles: list[Article], families: dict[str, str]) -> None:
    assert find_families(articles) == families, note


def test_quotes_of_an_older_version_are_marked() -> None:
    old = replace(_article("a"), body="Words of a. More.")
    new = replace(_article("b", revises="a"), body="Words of a.")
    quotes = [_own("a"), replace(_own("a"), text="More."), _own("b"), _own("c")]
    marked = mark_revised(quotes, {"a": old, "b": new})
    codes = [[reason.code for reason in quote.reasons[1:]] for quote in marked]
    assert codes == [["version_kept"], ["version_dropped"], [], []]


@pytest.mark.parametrize(("copy_of", "status"), [("", "corroborated"), ("one", "single source")])
def test_a_translation_corroborates_nothing(copy_of: str, status: str) -> None:
    claim = make_claim(
        "sent", ["Zandia sent 3,000 soldiers to Lorvania"], quantity=at_least(3000, "soldiers", "tentara")
    )
    one = make_article("Zandia has sent 3,000 soldiers to Lorvania.")
    two = replace(
        make_article("Zandia telah mengirim 3.000 tentara ke Lorvania.", "id"),
        id="two",
        outlet="Kabar Uji",
        copy_of=copy_of,
    )
    report = desk.check(make_registry(claim), [one, two], until=date(2031, 6, 1))
    assert report.claims[0].assessment.status == status
