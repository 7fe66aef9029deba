"""The figure gate just this side and just beyond a rule's edge."""

from __future__ import annotations

import math
from datetime import date

import pytest
from desk_cases import ALIASES, make_article, make_claim, make_registry, read_quotes

from claimdesk.evidence.bygone import find_bygone
from claimdesk.evidence.comparison import FigureVerdict
from claimdesk.evidence.figure_gate import deny_figure, find_speaking_figure, weigh_figure
from claimdesk.model import Interval, Quantity, Span, Stance
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

TWELVE = make_claim(
    "twelve",
    ["12 people died in the Belmar flood", "12 orang tewas akibat banjir Belmar"],
    quantity=Quantity(Interval(12, 12), ("people died", "deaths", "orang tewas")),
)
ONE = make_claim(
    "one",
    ["at most one person died in the Belmar flood"],
    quantity=Quantity(Interval(0, 1), ("people died", "deaths")),
)

# language, sentence, the figure that speaks, stance, note
SPEAKING: list[tuple[str, str, str, Stance, str]] = [
    ("en", "Police say a total of 15 people died in the Belmar flood while doctors say 12 died.", "15",
     "contradicts", "a total goes before the version that would bear the claim out"),
    ("id", "Akibat banjir Belmar 12 orang tewas, bukan 15 orang.", "12",
     "supports", "the negation is of the other figure"),
    ("en", "In the Belmar flood 12 people died and another 5 people died on the road.", "12",
     "supports", "more of them are no count of all"),
    ("en", "Nobody was hurt in the Belmar flood.", "Nobody", "contradicts", "who is not hurt is not dead"),
    ("en", "No casualties were reported in the Belmar flood.", "No", "contradicts", "the same"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "figure", "stance", "note"), SPEAKING)
def test_which_figure_speaks(language: str, text: str, figure: str, stance: Stance, note: str) -> None:
    quotes = read_quotes(make_registry(TWELVE), make_article(text, language))
    assert [(one.figure.text if one.figure else "", one.stance) for one in quotes] == [(figure, stance)], note


@pytest.mark.parametrize(
    ("text", "word", "figure"),
    [
        ("At home 15 people died, 12 people died, the flood rose.", "flood", "12"),
        ("The flood rose, 12 people died, 15 people died.", "flood", "12"),
        ("At home 15 people died, the flood rose, as 12 people died.", "flood", "12"),
    ],
)
def test_of_figures_in_other_clauses_the_nearest_speaks(text: str, word: str, figure: str) -> None:
    at = text.index(word)
    found = find_speaking_figure(
        ClaimReading(TWELVE, ALIASES), Reading(text, "en"), [Span(at, at + len(word))]
    )
    assert found is not None
    assert found.text == figure


def test_a_figure_that_is_not_there_is_told() -> None:
    claim, phrase = ClaimReading(TWELVE, ALIASES), Reading("12 people died in the Belmar flood", "en")
    found = weigh_figure(claim, phrase, Reading("People died in the Belmar flood.", "en"), ())
    assert (found.verdict, [reason.code for reason in found.reasons]) == ("missing", ["figure_missing"])


@pytest.mark.parametrize(
    ("text", "verdict", "rest", "note"),
    [
        ("More than one person died.", "agrees", Interval(0, 1), "the least that can be denied"),
        ("At least one person died.", "agrees", Interval(0, 1, high_open=True), "less than one is none"),
        ("At most one person died.", "conflicts", Interval(1, math.inf, low_open=True), "more than one"),
    ],
)
def test_what_is_left_of_one(text: str, verdict: FigureVerdict, rest: Interval, note: str) -> None:
    claim = ClaimReading(ONE, ALIASES)
    found = deny_figure(claim, weigh_figure(claim, None, Reading(text, "en"), ()))
    assert found is not None, note
    assert (found.verdict, found.interval) == (verdict, rest), note


# sentence, day of the article, the words that date the figure long before the claim of 10 May 2031, note
BYGONE = [
    (
        "Two years ago 12 people died in a flood.",
        date(2031, 5, 11),
        "Two years ago",
        "from the article's day",
    ),
    ("Two years ago 12 people died in a flood.", date(2033, 5, 11), "", "which may lie after the claim's"),
    ("Two years ago 12 people died in a flood.", None, "Two years ago", "else from the claim's"),
    ("In 2029, 12 people died in a flood.", date(2031, 5, 11), "2029", "a year"),
    ("In 2031, 12 people died in a flood.", date(2031, 5, 11), "", "the claim's own"),
]


@pytest.mark.parametrize(("text", "published", "words", "note"), BYGONE)
def test_figures_of_another_time(text: str, published: date | None, words: str, note: str) -> None:
    reading = Reading(text, "en")
    figure = reading.figures[-1]
    assert figure.text == "12"
    assert find_bygone(TWELVE, reading, figure.span, published).endswith(words), note
    assert bool(find_bygone(TWELVE, reading, figure.span, published)) == bool(words), note
