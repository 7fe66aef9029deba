"""Which negations and denials of a passage can be of what a phrase says: those of the same predicate.

A phrase that is negated itself is not met by just any negation: *they ran to Zandia and not to Lorvania* does
not say that Lorvania had nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from claimdesk.model import Cue, Span
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.role_verbs import role_words


def find_shared(passage: Reading, spans: Sequence[Span], done: Sequence[Span]) -> list[Cue]:
    """The negations of `passage` that may be the one of a negated phrase that matched at `spans`.

    They stand in one stretch without *but* with most of the matched words, and speak of what is done,
    `done`, else of some matched word that is no name.
    """
    starts = [0, *(clause.span.start for clause in passage.clauses if clause.opposed), len(passage.text)]
    stretches = [Span(start, end) for start, end in pairwise(starts)]
    held = max(stretches, key=lambda stretch: sum(len(span) for span in spans if stretch.contains(span)))
    words = _without_negations(passage, spans)
    said = done or [span for span in words if not span.of(passage.text)[0].isupper()] or words
    negations = [cue for cue in passage.cues if cue.kind == "negation"]
    if not any(held.contains(cue.span) for cue in negations):
        return []
    return [cue for cue in negations if _is_of(cue, said)]


def _without_negations(passage: Reading, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` without words that only negate, so that *never* is not what somebody never did."""
    bare = {passage.tokens[first].span for first, _, name in passage.concepts if name == "negation"}
    return [span for span in spans if span not in bare] or spans


def read_unknown(cues: Sequence[Cue], phrase: Reading, language: str) -> list[Cue]:
    """`cues` of a passage, with those that say that somebody does not know as negations, where `phrase` says
    that he knows: *did not know that the gate was locked* leaves the gate open, but not that he knew of it.
    """
    if not _knows(phrase) or any(cue.kind == "declining" for cue in phrase.cues):
        return list(cues)
    return [
        replace(cue, kind="negation") if cue.kind == "declining" and _is_unknown(cue, language) else cue
        for cue in cues
    ]


def says_unknown(cues: Sequence[Cue], phrase: Reading, language: str) -> bool:
    """Whether one of `cues` negates that somebody knows, as `phrase` says he does, and so says it itself."""
    return _knows(phrase) and any(cue.kind == "negation" and _is_unknown(cue, language) for cue in cues)


def _knows(phrase: Reading) -> bool:
    return any(token.lower in _knowing(phrase.language) for token in phrase.tokens)


def _is_unknown(cue: Cue, language: str) -> bool:
    return any(word in _knowing(language) for word in cue.text.casefold().split())


@cache
def _knowing(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "cues")["knowing"])


def _is_of(cue: Cue, spans: Sequence[Span]) -> bool:
    """Whether the cue speaks of one of the words at `spans`, or is part of one (*called off*)."""
    return any(cue.scope.overlaps(span) or (cue.span.overlaps(span) and cue.span != span) for span in spans)


def is_aside(cue: Cue, phrase: Reading, passage: Reading) -> bool:
    """Whether a negation is of a place or an aim alone (*and not to Lorvania*), and `phrase` names none."""
    if cue.kind != "negation" or not cue.scope.of(passage.text)[:1].isupper():
        return False
    between = [token.lower for token in passage.tokens if cue.span.end <= token.start < cue.scope.start]
    if not between or between[0] not in role_words(passage.language).sets["place"]:
        return False
    places = role_words(phrase.language).sets["place"]
    return not any(
        before.lower in places and token.text[0].isupper() for before, token in pairwise(phrase.tokens)
    )
