"""Which of two things came first, as far as *before* and *after* tell (`lang/<language>/order.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimdesk.model import Span
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.meeting import find_met
from claimdesk.text.patterns import starts_sentence
from claimdesk.text.reading import Reading


@dataclass(frozen=True, slots=True)
class Order:
    """What stands before and behind the word at token `at`.

    `first`: what is told behind it came first; None: it was not over yet.
    """

    at: int
    first: bool | None
    main: tuple[int, ...]
    behind: tuple[int, ...]


def find_orders(reading: Reading) -> Iterator[Order]:
    """Every *before* and *after* of the text with the content words on either side of it.

    What it introduces ends with the clause, or with the comma where it is fronted.
    """
    for at, token in enumerate(reading.tokens):
        if token.lower not in _words(reading.language):
            continue
        first = _words(reading.language)[token.lower]
        fronted = starts_sentence(reading.tokens, at)
        end = _end(reading, at, fronted)
        main = range(end, len(reading.tokens)) if fronted else range(at)
        said = tuple(tuple(_content(reading, part)) for part in (main, range(at + 1, end)))
        if all(said) and (first is not None or _lasts(reading, at, end)):
            yield Order(at, first, *said)


def _lasts(reading: Reading, at: int, end: int) -> bool:
    still = load_words(reading.language, "order").get("still", ())
    return any(token.lower in still for token in reading.tokens[at:end])


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
def _words(language: str) -> dict[str, bool | None]:
    data = load_words(language, "order")
    kinds = (("before", False), ("after", True), ("during", None))
    return {word: first for key, first in kinds for word in data.get(key, ())}


def told_before(reading: Reading, at: Span) -> str:
    """The *before* that starts the sentence where what is told at `at` was over by then; empty for none.

    *Before Tuesday 3,000 people had been killed* counts nobody who died on Tuesday.
    """
    done = load_words(reading.language, "order").get("done", ())
    for order in find_orders(reading):
        main = reading.tokens[order.main[0] :]
        fronted = order.first is False and starts_sentence(reading.tokens, order.at)
        if fronted and at.start >= main[0].start and any(token.lower in done for token in main):
            return reading.tokens[order.at].text
    return ""


def tells_past(reading: Reading) -> bool:
    """Whether the text sets what was said earlier against what is said now: *had previously put it at 9*."""
    words = load_words(reading.language, "order").get("earlier", ())
    return any(token.lower in words for token in reading.tokens)


def lacks_order(phrase: Reading, passage: Reading) -> bool:
    """Whether the phrase tells which of two deeds came first, and the passage no order of the two."""
    asked = [order for order in find_orders(phrase) if _is_deed(phrase, order)]
    shared = [_shared(phrase, mine, passage, told) for mine in asked for told in find_orders(passage)]
    return bool(asked) and not any(straight[0] or all(crossed) for straight, crossed in shared)


def _is_deed(reading: Reading, order: Order) -> bool:
    """Whether a verb stands among what is told behind the word."""
    behind = reading.tokens[order.at + 1 : order.behind[-1] + 2]
    return any(looks_like_verb(reading.language, token) for token in behind)


def find_reversed(phrase: Reading, passage: Reading) -> str:
    """The word of the passage that puts the two things of the phrase in the other order; empty for none."""
    for asked in find_orders(phrase):
        for told in find_orders(passage):
            straight, crossed = _shared(phrase, asked, passage, told)
            if (all(straight) or all(crossed)) and sum(straight) != sum(crossed):
                same = sum(straight) > sum(crossed)
                if _opposed(asked.first, told.first, same=same):
                    return passage.tokens[told.at].text
    return ""


def _opposed(asked: bool | None, told: bool | None, *, same: bool) -> bool:
    """Whether two orders contradict, `same`: with the same things in the same places.

    What came while another thing still lasted did not come after it.
    """
    if asked is None or told is None:
        return same and asked != told and False not in (asked, told)
    return same != (asked == told)


def _shared(phrase: Reading, asked: Order, passage: Reading, told: Order) -> tuple[list[int], list[int]]:
    """How many words of either side the passage has on the same side, and on the other."""
    straight, crossed = (
        [_held(phrase, mine, passage, theirs) for mine, theirs in pairs]
        for pairs in (
            ((asked.behind, told.behind), (asked.main, told.main)),
            ((asked.behind, told.main), (asked.main, told.behind)),
        )
    )
    return straight, crossed


def _held(phrase: Reading, words: tuple[int, ...], passage: Reading, places: tuple[int, ...]) -> int:
    """How many of the phrase's `words` the passage has at `places`."""
    spans = [passage.tokens[at].span for at in places]
    return sum(any(span in spans for span in find_met(phrase, word, passage)) for word in words)
