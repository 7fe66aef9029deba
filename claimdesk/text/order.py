"""Which of two things came first, as far as *before* and *after* tell (`lang/<language>/order.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.model import Span
from claimdesk.text.clause_words import clause_words
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.meeting import find_met
from claimdesk.text.patterns import Found, Patterns, compile_patterns, find_patterns, starts_sentence
from claimdesk.text.reading import Reading

# Whether what is told behind the word came first; None: it was not over yet.
_FIRST = {"before": False, "after": True, "during": None}


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

    What it introduces ends with the clause, at a comma, at the next such word, or behind a day or hour.
    """
    found = list(find_patterns(_patterns(reading.language), reading.tokens))
    starts = [one.first for one in found]
    for one in found:
        end = _end(reading, one, starts)
        if one.value == "never" or not _joins(reading, one.first, end):
            continue
        fronted = starts_sentence(reading.tokens, one.first)
        main = range(end, len(reading.tokens)) if fronted else range(one.first)
        said = tuple(tuple(_content(reading, part)) for part in (main, range(one.last, end)))
        first = _FIRST[one.value]
        if all(said) and (first is not None or _lasts(reading, one.first, end)):
            yield Order(one.first, first, *said)


def _lasts(reading: Reading, at: int, end: int) -> bool:
    still = load_words(reading.language, "order").get("still", ())
    return any(token.lower in still for token in reading.tokens[at:end])


def _end(reading: Reading, word: Found[str], starts: Sequence[int]) -> int:
    """The token after what the word introduces."""
    tokens, first = reading.tokens, word.last
    times = load_words(reading.language, "order").get("times", ())
    if first < len(tokens) and tokens[first].lower in times:
        return first + 1
    clause = reading.clause_of(tokens[word.last - 1].span)
    rest = range(first, len(tokens))
    return next(
        (at for at in rest if tokens[at].text in ",.;" or at in starts or tokens[at].start >= clause.end),
        len(tokens),
    )


def _joins(reading: Reading, at: int, end: int) -> bool:
    """Whether a word that may be an adverb (*troops once withdrew*) joins a sentence here."""
    if reading.tokens[at].lower not in load_words(reading.language, "order").get("adverbs", ()):
        return True
    auxiliaries = clause_words(reading.language).sets["auxiliaries"]
    verbs = [looks_like_verb(reading.language, token) for token in reading.tokens[at + 1 : end]]
    held = at > 0 and reading.tokens[at - 1].lower in auxiliaries
    return any(verbs) and not verbs[0] and not held


def _content(reading: Reading, part: range) -> Iterator[int]:
    for at in part:
        weight = word_weight(reading.lemmas[at], reading.language)
        if reading.tokens[at].kind == "word" and weight == CONTENT_WEIGHT:
            yield at


@cache
def _patterns(language: str) -> Patterns[str]:
    data = load_words(language, "order")
    lists = {"venues": data.get("venues", ())}
    return compile_patterns(
        ((pattern, kind) for kind in (*_FIRST, "never") for pattern in data.get(kind, ())), lists
    )


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
    """The word of the passage that puts the two things of the phrase in the other order; empty for none.

    None either where the passage tells the phrase's own order as well.
    """
    opposed = ""
    for asked in find_orders(phrase):
        for told in find_orders(passage):
            straight, crossed = _shared(phrase, asked, passage, told)
            if not (all(straight) or all(crossed)) or sum(straight) == sum(crossed):
                continue
            if not _opposed(asked.first, told.first, same=sum(straight) > sum(crossed)):
                return ""
            opposed = opposed or passage.tokens[told.at].text
    return opposed


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
