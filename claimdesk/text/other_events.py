"""What shows by its own words that a figure counts more, or less, than the one event its article is about.

Background adds up several events (*eleven attacks, in which 203 people died*), counts what was before
(*Before Tuesday they had counted 3,000*), or tells the share of each one (*two million per customer*). The
words are data: `lang/<language>/other_events.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimdesk.model import Figure, Span
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.reading import Reading
from claimdesk.text.terms import Terms, read_terms, term_at

_SOME = 2  # from how many on events are several
_COMPARED = 2  # tokens before a date: "since the 2019"
_APART = frozenset(".!?;:")
_BEHIND = 2  # tokens between a figure and the word for the share of each one


def find_before(reading: Reading) -> str:
    """The day before which everything in the text was counted: *Before Tuesday they had counted 3,000*."""
    return next((span.of(reading.text) for span in _spans(reading, "before")), "")


def holds_now(reading: Reading) -> bool:
    """Whether the text counts up to now: *the quake of 3 May has so far killed 40*."""
    return any(term_at(_terms(reading.language, "until_now"), reading.tokens, at)[1] for at in _all(reading))


def is_parted(reading: Reading, between: Span) -> bool:
    """Whether a conjunction in `between` sets a figure apart from words for other ground."""
    tokens = (token for token in reading.tokens if between.contains(token.span))
    return any(token.lower in _words(reading.language, "parting") for token in tokens)


def goes_on(reading: Reading, dated: Span, between: Span) -> bool:
    """Whether what the words at `dated` tell of goes on behind the only mark in `between`: *in 2023 at a
    plant, where …*, *sank in 2023, killing …*.

    A deed without a subject is that of the whole sentence where the date is only compared with: *the worst
    since 2023, killing …*.
    """
    marks = [
        at
        for at in _all(reading)
        if reading.tokens[at].kind == "mark" and between.contains(reading.tokens[at].span)
    ]
    if len(marks) != 1:
        return False
    if term_at(_terms(reading.language, "going_on"), reading.tokens, marks[0] + 1)[1]:
        return True
    doing = term_at(_terms(reading.language, "doing"), reading.tokens, marks[0] + 1)[1]
    return bool(doing) and not is_compared(reading, dated)


def is_compared(reading: Reading, dated: Span) -> bool:
    """Whether the words at `dated` only tell since when nothing was like the matter: *worst since 2023*."""
    before = [token.lower for token in reading.tokens if token.end <= dated.start]
    return len(before) > _COMPARED and not _words(reading.language, "since").isdisjoint(before[-_COMPARED:])


def find_compared(figure: Figure, reading: Reading) -> str:
    """The event that the matter is compared with and that `figure` is told of: *the worst since the Alda
    disaster, which killed 304*."""
    for span in _spans(reading, "comparing"):
        between = Span(span.end, max(figure.span.start, span.end))
        inner = (token for token in reading.tokens if between.contains(token.span))
        apart = any(between.contains(one.span) for one in reading.figures)
        if span.end <= figure.span.start and not apart and not any(one.text in _APART for one in inner):
            return span.of(reading.text)
    return ""


def find_several(figure: Figure, reading: Reading) -> str:
    """The count of events over which `figure` adds up: *eleven attacks* before *203 people died*."""
    events = _words(reading.language, "events")
    for other in reading.figures:
        several = (
            other.kind == "count" and other.interval.low >= _SOME and other.span.end <= figure.span.start
        )
        if several and other.unit_span and not events.isdisjoint(word.casefold() for word in other.unit):
            return reading.text[other.span.start : max(other.span.end, other.unit_span.end)]
    return ""


def speaks_of_one(reading: Reading) -> bool:
    """Whether a text, such as a claim's statement, is about one event."""
    events = _words(reading.language, "event")
    return any(token.lower in events for token in reading.tokens)


def find_share(figure: Figure, reading: Reading) -> str:
    """The word behind `figure` that makes it the share of each one: *two million per customer*."""
    end = max(figure.span.end, figure.unit_span.end if figure.unit_span else 0)
    for span in _spans(reading, "shares"):
        between = [token for token in reading.tokens if figure.span.end <= token.start < span.start]
        own = [token for token in between if token.start >= end]
        if span.end > figure.span.end and len(own) <= _BEHIND and all(one.kind != "mark" for one in own):
            return span.of(reading.text)
    return ""


def is_duration(word: str, language: str) -> bool:
    """Whether `word` measures time."""
    return word.casefold() in _words(language, "durations")


def _spans(reading: Reading, key: str) -> Iterator[Span]:
    tokens = reading.tokens
    for found in find_patterns(_patterns(reading.language, key), tokens):
        yield Span(tokens[found.first].start, tokens[found.last - 1].end)


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(load_words(language, "other_events")[key])


@cache
def _patterns(language: str, key: str) -> Patterns[str]:
    data = load_words(language, "other_events")
    return compile_patterns(((pattern, key) for pattern in data[key]), data)


@cache
def _terms(language: str, key: str) -> Terms:
    return read_terms(load_words(language, "other_events")[key])


def _all(reading: Reading) -> range:
    return range(len(reading.tokens))
