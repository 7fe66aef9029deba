"""What goes without saying of a figure: the state that the headline or the lead tells, the day it is of."""

from __future__ import annotations

from claimdesk.model import Figure
from claimdesk.text.keys import fate_concepts, general_nouns, word_keys
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading


def find_understood(figure: Figure, reading: Reading) -> frozenset[str]:
    """The state that goes without saying: *data kami 637 orang* in an article that opens with a death toll.

    A figure of people of whom nothing else is said, in a passage that speaks of counting, counts what the
    headline or the lead counts.
    """
    general = general_nouns(reading.language)
    spoken = {name for _, _, name in reading.concepts} & fate_concepts()
    if (
        figure.states
        or (figure.total and _are_victims(figure, reading.language))
        or spoken - reading.topic
        or not all(
            word.casefold() in general or not word.islower() for word in _noun_of(figure, reading.language)
        )
    ):
        return frozenset()
    tallies = frozenset(load_words(reading.language, "units")["tallies"])
    return reading.topic if not tallies.isdisjoint(reading.lemmas) else frozenset()


def _are_victims(figure: Figure, language: str) -> bool:
    """Whether those counted are victims, of whatever befell them: *korban seluruhnya 708 orang*."""
    keys = frozenset[str]().union(*word_keys([word.casefold() for word in figure.unit], language))
    return "casualty" in keys


def _noun_of(figure: Figure, language: str) -> list[str]:
    """The counted words without those for what happened: *korban tragedi Sumberjati* are victims."""
    events = load_words(language, "units")["events"]
    return [word for word in figure.unit if word.casefold() not in events]


def is_of_one_day(figure: Figure, reading: Reading) -> bool:
    """Whether its clause names the one day that `figure` is of: *3.640 kotak pada 11 Februari* is a count per
    day, *per 11 Februari* is none."""
    clause = reading.clause_of(figure.span)
    opening = load_words(reading.language, "measures")["on_day"]
    return any(
        one.rule == "day" and clause.contains(one.span) and _word_before(reading, one.span.start) in opening
        for one in reading.dates
    )


def _word_before(reading: Reading, at: int) -> str:
    return next((token.lower for token in reversed(reading.tokens) if token.end <= at), "")
