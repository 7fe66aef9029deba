"""The two sides of a claim: what counts where, in which order, who stands there, and what was decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import make_article, make_claim, make_origin, make_quote, say_on, with_decision

from claimdesk.evidence.sides import count_reviewed, find_context, origin_names, relay_names, split_quotes
from claimdesk.model import (
    ArticleReport,
    Assessment,
    ClaimReport,
    Fragility,
    Passage,
    Quote,
    Registry,
    Source,
    Span,
)


def make_entry(
    *quotes: Quote, supports: tuple[str, ...] = (), contradicts: tuple[str, ...] = ()
) -> ClaimReport:
    """The claim with these quotes, where these origins count."""
    fragility = Fragility({}, "unverified")
    assessment = Assessment("contested", "low", "suggested", (), supports, contradicts, fragility)
    return ClaimReport(make_claim(), assessment, quotes)


def name(quotes: tuple[Quote, ...]) -> str:
    """The quotes by the texts that stand for their names."""
    return " ".join(quote.text for quote in quotes)


EARLY, LATE = date(2031, 4, 1), date(2031, 4, 20)
# Quotes of the agency and the mayor, all of which support; what counts, what stands aside, why.
COUNTING = [
    ([make_quote(text="a"), make_quote("Mayor", text="b")], "a b", "", "the order of the origins"),
    (
        [make_quote("Mayor", text="b"), make_quote(text="a"), make_quote(text="c")],
        "a b c", "", "what each says first stands before what it says again",
    ),
    ([make_quote(text="a", timing="undated")], "a", "", "an open time"),
    ([make_quote(text="a", timing="earlier"), make_quote(text="b")], "b", "a", "of the claim's time, if any"),
    (
        [say_on(LATE, text="a", timing="earlier"), say_on(EARLY, text="b", timing="earlier")],
        "a", "b", "else the latest",
    ),
    ([make_quote("Zoo", text="z"), make_quote(text="a")], "a", "z", "an origin that counts nowhere"),
    ([make_quote(stance="mentions", text="m"), make_quote(text="a")], "a", "m", "no stance"),
    ([make_quote(stance="contradicts", text="x"), make_quote(text="a")], "a", "x", "the other side"),
    ([with_decision(make_quote(text="r"), "rejected"), make_quote(text="a")], "a", "", "a rejected one"),
    (
        [say_on(LATE, "Zoo", text="y"), make_quote("Zoo", text="n", timing="undated"),
         say_on(EARLY, "Zoo", text="x"), say_on(EARLY, "Zoo", text="w", article="a-wire")],
        "", "n w x y", "those aside by day, the undated first, then by article",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quotes", "counting", "aside", "note"), COUNTING, ids=[row[-1] for row in COUNTING])
def test_what_counts(quotes: list[Quote], counting: str, aside: str, note: str) -> None:
    sides = split_quotes(make_entry(*quotes, supports=("rescue-agency", "mayor")))
    assert (name(sides.supports), name(sides.contradicts), name(sides.aside)) == (counting, "", aside), note


def test_each_side_has_its_own() -> None:
    quotes = [make_quote(text="a"), make_quote("Mayor", "contradicts", text="b"), make_quote("Zoo", text="z")]
    quotes += [make_quote("Zoo", "mentions", text="m"), with_decision(make_quote(text="r"), "rejected")]
    sides = split_quotes(make_entry(*quotes, supports=("rescue-agency",), contradicts=("mayor",)))
    assert (name(sides.on("supports")), name(sides.on("contradicts"))) == ("a", "b")
    assert {section: name(found) for section, found in sides.sections().items()} == {
        "supports": "a", "contradicts": "b", "timed": "z", "mentions": "m", "rejected": "r",
    }  # fmt: skip


def test_a_statement_of_two_origins_counts_once_where_the_first_of_them_stands() -> None:
    both = make_quote("Mayor", text="both", also=(make_origin(),))
    sides = split_quotes(make_entry(both, make_quote(text="a"), supports=("rescue-agency", "mayor")))
    assert name(sides.supports) == "both a"


def test_an_origin_is_called_what_the_registry_calls_it_else_as_it_was_first() -> None:
    quotes = [make_quote("Mayor"), make_quote(make_origin("the town's mayor", id="mayor")), make_quote()]
    registry = Registry("Floods", (), sources=(Source("rescue-agency", "National Rescue Agency"),))
    assert origin_names(make_entry(*quotes), registry) == {
        "mayor": "Mayor", "rescue-agency": "National Rescue Agency",
    }  # fmt: skip


def test_only_what_decides_waits_for_a_person() -> None:
    quotes = [make_quote(), with_decision(make_quote(stance="contradicts")), make_quote(stance="mentions")]
    assert count_reviewed(make_entry(*quotes)) == (1, 2)
    assert count_reviewed(make_entry(with_decision(make_quote(stance="mentions")))) == (0, 0)


def test_the_context_of_a_quote_is_the_passages_it_takes_words_from() -> None:
    passages = tuple(Passage(number, number * 10, number * 10 + 9, 0) for number in range(4))
    article = ArticleReport(make_article(), passages)
    quote = make_quote(passage=2, context=(Span(12, 15), Span(22, 25)))
    assert find_context(quote, article) == [passages[1]], "its own passage is none"
    assert find_context(replace(quote, context=(Span(39, 40),)), article) == [], "nor one that ends before"


BODY = "The toll rose, AFP reported. The Rescue Agency's office said so, as Kantor Berita Ântara wrote."
RELAYS = [
    # origin id, name, why
    ("afp", "Agence France-Presse", "the registry's name"),
    ("name:afp", "AFP", "as the article writes it"),
    ("name:rescue-agency", "Rescue Agency", "several words"),
    ("name:antara", "Ântara", "with its accent"),
    ("name:red-cross", "red cross", "not so in the article: the words of its id, no sign of a machine"),
    ("outlet:wire", "Wire", "the outlet itself"),
    ("unnamed:wire-1", "", "nobody knows"),
]


@pytest.mark.parametrize(("origin", "name", "why"), RELAYS)
def test_relays_are_named_for_readers(origin: str, name: str, why: str) -> None:
    registry = Registry("", (), (Source("afp", "Agence France-Presse"),))
    assert relay_names(make_quote(via=(origin,)), make_article(BODY), registry) == (name,), why
