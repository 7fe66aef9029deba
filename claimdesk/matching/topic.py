"""Nouns that the topic of an article has given: *the hospital*, *kapal itu* need not be said again.

Where a passage says what a phrase says is done, and half of the phrase in all, the nouns that it leaves out
may stand in the headline or the lead. Names with a capital, verbs and what the deed is done to are never
supplied, nor a noun of an owner that the passage names without it: *Zandia* alone is not *the troops of
Zandia*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimdesk.matching.coverage import Coverage, Credits
from claimdesk.matching.owners import find_disowned, swaps_owners
from claimdesk.matching.vocabulary import WeighedPhrase
from claimdesk.settings import Settings
from claimdesk.text.reading import Reading

_RELATING = 10  # points of the least score that a predicate makes up for whose object is the topic itself


@dataclass(frozen=True, slots=True)
class Given:
    """Credits of a passage itself, of the headline and lead once somebody asks, and of the passage before."""

    own: Credits
    topic: Callable[[], Credits]
    before: Credits


def credit_all(coverage: Coverage, readings: Iterable[Reading]) -> Credits:
    """The best credit of each item in any of `readings`."""
    found: dict[int, int] = {}
    for reading in readings:
        for item, credit in coverage.credits(reading).items():
            found[item] = max(credit, found.get(item, 0))
    return found


def find_least(phrase: WeighedPhrase, settings: Settings) -> int:
    """The least score of a passage by itself at which the topic may supply the rest of a phrase.

    Who *had a part* or *was to blame* had it in what the article is about, and that is seldom said again.
    """
    return settings.topic_least - _RELATING if phrase.relates else settings.topic_least


def find_by_topic(
    coverage: Coverage, numbers: Iterable[int], reading: Reading, given: Given, settings: Settings
) -> Iterator[tuple[int, int]]:
    """Number and score of the phrases of `numbers` that gain by their topic, unchecked against their
    threshold.
    """
    own = given.own
    credit = settings.pointing_credit if reading.pointing is not None else settings.context_credit
    for number in numbers:
        phrase = coverage.vocabulary.phrases[number]
        if not phrase.predicate or not phrase.predicate <= own.keys():
            continue
        least = find_least(phrase, settings)
        if coverage.score(number, own, {}, 0) < least or phrase.nouns.isdisjoint(given.topic()):
            continue
        here = coverage.align(phrase, reading)
        known = {**here, **_supply(phrase, here, given.topic(), settings.pointing_credit)}
        if (
            len(known) > len(here) > 1
            and phrase.predicate <= here.keys()
            and (not phrase.relates or _names_all(coverage, phrase, here))
            and coverage.score(number, here, {}, 0) >= least
            and coverage.says_it(phrase, reading)
            and not find_disowned(coverage, phrase, reading, own)
            and not swaps_owners(coverage, phrase, reading)
        ):
            yield number, coverage.score(number, known, given.before, credit)


def _names_all(coverage: Coverage, phrase: WeighedPhrase, here: Credits) -> bool:
    """Whether the passage has every name of the phrase but those of the matter itself."""
    items = coverage.vocabulary.items
    return all(item in here or item in phrase.nouns for item, _ in phrase.items if items[item].is_name)


def _supply(phrase: WeighedPhrase, here: Credits, topic: Credits, most: int) -> Mapping[int, int]:
    """The nouns of the phrase that the passage lacks and the topic has, with credits."""
    owned = {word for word, name in phrase.owners if name in here}
    lacking = phrase.nouns - here.keys() - owned
    return {item: topic[item] * most // 100 for item in lacking if item in topic}
