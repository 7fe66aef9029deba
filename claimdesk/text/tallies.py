"""Counts that are not over: what has been counted so far bounds the whole from below.

The words that say so are data, `lang/<language>/tallies.yaml`: some belong to one figure, the one right
behind them (*confirmed 3,922 deaths*) or else the last before them (*4,000 victims had been identified*),
some only where they are said of what it counts (*under review*), some to every figure of the passage
(*expected to rise*).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimdesk.model import Figure, Span, Token
from claimdesk.text.lemmas import CONTENT_WEIGHT, lemma, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.reading import Reading

_SEEN = 4  # most tokens between the verb of who saw to people and their number: "given first aid to 10"


@cache
def _wordings(language: str, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(wording.split()) for wording in load_words(language, "tallies")[key])


def is_partial(figure: Figure, reading: Reading) -> bool:
    """Whether the passage says that `figure`, one of its own, counts only a part of what there is."""
    if any(_find_wordings(reading, "rising")) or is_witnessed(figure, reading):
        return True
    if any(_is_of_one(span, figure, reading) for span in _find_wordings(reading, "alone")):
        return True
    if any(_figure_of(span, reading) == figure for span in _find_wordings(reading, "partial")):
        return True
    return any(
        _figure_of(span, reading) == figure and _is_own(span, figure, reading)
        for span in _find_wordings(reading, "predicates")
    )


def is_witnessed(figure: Figure, reading: Reading) -> bool:
    """Whether the figure is only how many one person saw to: *she had given first aid to 10 people*."""
    tokens = reading.tokens
    for found in find_patterns(_patterns(reading.language), tokens):
        end = tokens[found.last - 1].end
        between = [token for token in tokens[found.last :] if token.start < figure.span.start]
        near = end <= figure.span.start and len(between) <= _SEEN
        if near and all(token.kind == "word" for token in between):
            return True
    return False


@cache
def _patterns(language: str) -> Patterns[None]:
    data = load_words(language, "tallies")
    return compile_patterns(((pattern, None) for pattern in data["witnessing"]), {})


def speaks_of_part(reading: Reading) -> bool:
    """Whether a text, such as a claim's statement, itself speaks of what was counted so far."""
    return any(any(_find_wordings(reading, key)) for key in ("partial", "predicates", "rising", "counted"))


def _is_own(wording: Span, figure: Figure, reading: Reading) -> bool:
    """Whether a predicate is of the figure's own noun: in *20 died in a fire, whose cause is under
    investigation*, another noun stands between.
    """
    between = [
        token
        for token in reading.tokens
        if min(figure.span.end, wording.end) <= token.start < max(figure.span.start, wording.start)
    ]
    breaks = [
        at for at, token in enumerate(between) if (token.lower,) in _wordings(reading.language, "breaks")
    ]
    if not breaks:
        return True
    if wording.end <= figure.span.start:
        return False
    subject = [token for token in between[breaks[-1] + 1 :] if _is_content(token, reading.language)]
    subject = (
        subject or [token for token in between[: breaks[-1]] if _is_content(token, reading.language)][-1:]
    )
    own = {word.casefold() for word in figure.unit}
    return not subject or any(
        token.lower in own or (token.lower,) in _wordings(reading.language, "counts") for token in subject
    )


def _is_content(token: Token, language: str) -> bool:
    weight = word_weight(lemma(token.lower, language), language)
    return token.kind == "word" and weight == CONTENT_WEIGHT


def _is_of_one(wording: Span, figure: Figure, reading: Reading) -> bool:
    """Whether the figure is that of one part: *billboards alone cost 3 million*, *di Palu saja 1.200*."""
    return wording.end <= figure.span.start and reading.clause_of(figure.span).contains(wording)


def _find_wordings(reading: Reading, key: str) -> Iterator[Span]:
    words = [token for token in reading.tokens if token.kind == "word"]
    starts: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        starts.setdefault(word.lower, []).append(at)
    for wording in _wordings(reading.language, key):
        for at in starts.get(wording[0], ()):
            if tuple(word.lower for word in words[at : at + len(wording)]) == wording:
                yield Span(words[at].start, words[at + len(wording) - 1].end)


def _figure_of(wording: Span, reading: Reading) -> Figure | None:
    behind = [figure for figure in reading.figures if figure.span.start >= wording.end]
    before = [figure for figure in reading.figures if figure.span.end <= wording.start]
    if behind and (not before or not reading.text[wording.end : behind[0].span.start].strip()):
        return behind[0]
    return before[-1] if before else None
