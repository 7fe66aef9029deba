"""What shows by its own words that a figure is of another matter than the one its article is about.

Background tells of other events by a date long past (*in 2019 at least 27 died*), by other ground
(*elsewhere*, *kabupaten tetangga*), by calling the matter another one (*an unrelated case*), or by adding up
several events (*eleven attacks, in which 203 people died*). The words are data:
`lang/<language>/other_events.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from claimdesk.model import DateExpression, Figure, Span
from claimdesk.text.dates import resolve_date
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.reading import Reading
from claimdesk.text.terms import Terms, read_terms, term_at

_LONG = timedelta(days=14)  # what ended longer ago than this before its time is background
_SOME = 2  # from how many on events are several
_NEAR = 8  # tokens between a figure and words for another matter
_BEHIND = 2  # tokens between a figure and the word for the share of each one


def find_long_past(figure: Figure, reading: Reading, published: date | None, earliest: date) -> str:
    """The date beside `figure` that ended long before `earliest`; empty where there is none, where it starts
    a time that goes on (*since March*), where another date there is later, or where the count holds now.
    """
    if any(term_at(_terms(reading.language), reading.tokens, at)[1] for at in range(len(reading.tokens))):
        return ""
    past = ""
    for one in (one for one in reading.dates if _is_beside(one.span, figure, reading)):
        last = max((days.last for days in resolve_date(one, published)), default=None)
        if last is None:
            continue
        if last >= earliest - _LONG or _goes_on(one, reading):
            return ""
        past = one.text
    return past


def _is_beside(at: Span, figure: Figure, reading: Reading) -> bool:
    """Whether a date stands before `figure`, or behind it with no mark or other figure between them."""
    if at.start < figure.span.start:
        return True
    between = Span(figure.span.end, at.start)
    marked = any(token.kind == "mark" and between.contains(token.span) for token in reading.tokens)
    return not marked and not any(between.contains(other.span) for other in reading.figures)


def find_before(reading: Reading) -> str:
    """The day before which everything in the text was counted: *Before Tuesday they had counted 3,000*."""
    return next(_wordings(reading, "before"), "")


def find_other(figure: Figure, reading: Reading) -> str:
    """What near `figure` says that it is of other ground, or another matter, than the article's."""
    clause, tokens = reading.clause_of(figure.span), reading.tokens
    for span in sorted((*_spans(reading, "places"), *_spans(reading, "matters"))):
        first, last = sorted((span, figure.span))
        apart = [token.lower for token in tokens if first.end <= token.start < last.start]
        near = len(apart) <= _NEAR and _words(reading.language, "parting").isdisjoint(apart)
        if near and clause.contains(span):
            return span.of(reading.text)
    return ""


def find_several(figure: Figure, reading: Reading) -> str:
    """The count of events over which `figure` adds up: *eleven attacks* before *203 people died*."""
    events = _words(reading.language, "events")
    for other in reading.figures:
        several = other.kind == "count" and other.interval.low >= _SOME and other.unit_span is not None
        if several and other.span.end <= figure.span.start:
            assert other.unit_span is not None
            if not events.isdisjoint(word.casefold() for word in other.unit):
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


def _goes_on(one: DateExpression, reading: Reading) -> bool:
    """Whether a word before the date makes it the start of a time."""
    before = [token.lower for token in reading.tokens if token.end <= one.span.start]
    while before and before[-1] in _words(reading.language, "between"):
        before.pop()
    first = next((token.lower for token in reading.tokens if token.start >= one.span.start), "")
    return first in _words(reading.language, "from_then") or (
        bool(before) and before[-1] in _words(reading.language, "from_then")
    )


def _wordings(reading: Reading, key: str) -> Iterator[str]:
    return (span.of(reading.text) for span in _spans(reading, key))


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
def _terms(language: str) -> Terms:
    return read_terms(load_words(language, "other_events")["until_now"])
