"""Words that show that a figure counts more, or less, than one event."""

from __future__ import annotations

import pytest

from claimdesk.model import Span
from claimdesk.text.other_events import (
    find_before,
    find_several,
    find_share,
    goes_on,
    holds_now,
    is_duration,
    is_parted,
    speaks_of_one,
)
from claimdesk.text.reading import Reading

# sentence, the word that makes its first figure the share of each one, note
SHARES = [
    ("The bank paid two million rupiah each.", "each", "right behind it"),
    ("The bank paid two million rupiah per customer.", "per customer", "a word for whom"),
    ("The bank paid two million rupiah per month.", "", "a time is nobody"),
    ("The bank paid 2 bags of rice each.", "each", "two words between them"),
    ("The bank paid 2 bags of cooked white rice each.", "", "too far behind"),
    ("The bank paid 2 bags, one each.", "", "not over a mark"),
    ("Each customer got two million rupiah.", "", "not before it"),
]


@pytest.mark.parametrize(("text", "word", "note"), SHARES)
def test_the_share_of_each_one(text: str, word: str, note: str) -> None:
    reading = Reading(text, "en")
    assert find_share(reading.figures[0], reading) == word, note


# language, sentence, the count of events before its last figure, note
SEVERAL = [
    ("en", "In eleven attacks, 203 people died.", "eleven attacks", "several events"),
    ("en", "In two attacks, 203 people died.", "two attacks", "the fewest"),
    ("en", "In one attack, 203 people died.", "", "one is the event itself"),
    ("en", "In eleven villages, 203 people died.", "", "no events"),
    ("id", "Dalam sebelas serangan, 203 orang tewas.", "sebelas serangan", "the other language"),
]


@pytest.mark.parametrize(("language", "text", "several", "note"), SEVERAL)
def test_several_events(language: str, text: str, several: str, note: str) -> None:
    reading = Reading(text, language)
    assert find_several(reading.figures[-1], reading) == several, note


def test_a_count_goes_before_no_event_behind_it() -> None:
    reading = Reading("There 203 people died in eleven attacks.", "en")
    assert find_several(reading.figures[0], reading) == ""


def test_a_day_before_which_all_was_counted() -> None:
    assert find_before(Reading("Before Tuesday they had counted 3,000.", "en")).startswith("Before Tuesday")
    assert find_before(Reading("On Tuesday they counted 3,000.", "en")) == ""


@pytest.mark.parametrize(
    ("text", "now"),
    [("The quake of 3 May has so far killed 40.", True), ("The quake of 3 May killed 40.", False)],
)
def test_what_counts_up_to_now(text: str, now: bool) -> None:
    assert holds_now(Reading(text, "en")) is now


@pytest.mark.parametrize(
    ("text", "one"), [("The blast killed 3.", True), ("Blasts killed 3.", False), ("It killed 3.", False)]
)
def test_a_statement_about_one_event(text: str, one: bool) -> None:
    assert speaks_of_one(Reading(text, "en")) is one


def test_words_for_time() -> None:
    assert is_duration("Days", "en")
    assert not is_duration("people", "en")


@pytest.mark.parametrize(
    ("text", "parted", "on", "note"),
    [
        ("In 2023 at a plant, where 5 died.", False, True, "a relative clause goes on"),
        ("In 2023 at a plant, 5 died.", False, False, "nothing goes on"),
        ("In 2023, at a plant, where 5 died.", False, False, "two marks"),
        ("At a plant while 5 died.", True, False, "a conjunction"),
        ("It sank in 2023, killing 5.", False, True, "a deed"),
        ("It was the worst since 2023, killing 5.", False, False, "of what is only compared"),
    ],
)
def test_what_stands_between_a_figure_and_other_words(text: str, parted: bool, on: bool, note: str) -> None:
    reading = Reading(text, "en")
    between = Span(0, text.index("5"))
    dated = Span(at := max(text.find("2023"), 0), at + 4)
    assert (is_parted(reading, between), goes_on(reading, dated, between)) == (parted, on), note
