"""Which of two things came first, as far as *before* and *after* tell (`lang/<language>/order.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.meeting import find_met
from claimdesk.text.patterns import starts_sentence
from claimdesk.text.reading import Reading


@dataclass(frozen=True, slots=True)
class Order:
    """What stands before and behind the word at token `at`; `first`: what is told behind it came first."""

    at: int
    first: bool
    main: tuple[int, ...]
    behind: tuple[int, ...]


def find_orders(reading: Reading) -> Iterator[Order]:
    """Every *before* and *after* of the text with the content words on either side of it.

    What it introduces ends with the clause, or with the comma where it is fronted.
    """
    for at, token in enumerate(reading.tokens):
        if token.lower not in _words(reading.language):
            continue
        fronted = starts_sentence(reading.tokens, at)
        end = _end(reading, at, fronted)
        main = range(end, len(reading.tokens)) if fronted else range(at)
        said = tuple(tuple(_content(reading, part)) for part in (main, range(at + 1, end)))
        if all(said):
            yield Order(at, _words(reading.language)[token.lower], *said)


def _end(reading: Reading, at: int, fronted: bool) -> int:
    marks = ",.;" if fronted else ".;"
    rest = range(at + 1, len(reading.tokens))
    return next((one for one in rest if reading.tokens[one].text in marks), len(reading.tokens))


def _content(reading: Reading, part: range) -> Iterator[int]:
    for at in part:
        weight = word_weight(reading.lemmas[at], reading.language)
        if reading.tokens[at].kind == "word" and weight == CONTENT_WEIGHT:
            yield at


@cache
def _words(language: str) -> dict[str, bool]:
    data = load_words(language, "order")
    return {word: key == "after" for key in ("before", "after") for word in data.get(key, ())}


def find_reversed(phrase: Reading, passage: Reading) -> str:
    """The word of the passage that puts the two things of the phrase in the other order; empty for none."""
    for asked in find_orders(phrase):
        for told in find_orders(passage):
            straight, crossed = (
                [_held(phrase, mine, passage, theirs) for mine, theirs in pairs]
                for pairs in (
                    ((asked.behind, told.behind), (asked.main, told.main)),
                    ((asked.behind, told.main), (asked.main, told.behind)),
                )
            )
            if (all(straight) or all(crossed)) and sum(straight) != sum(crossed):
                same = sum(straight) > sum(crossed)
                if same != (asked.first == told.first):
                    return passage.tokens[told.at].text
    return ""


def _held(phrase: Reading, words: tuple[int, ...], passage: Reading, places: tuple[int, ...]) -> int:
    """How many of the phrase's `words` the passage has at `places`."""
    spans = [passage.tokens[at].span for at in places]
    return sum(any(span in spans for span in find_met(phrase, word, passage)) for word in words)
