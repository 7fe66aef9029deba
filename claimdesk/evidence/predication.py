"""Whether an opposite in a passage is said of what the phrase speaks of, or of something else in it.

*The dam holds back toxic sludge* does not call the dam toxic. No grammar is read: the words beside the
opposite tell (`lang/<language>/predication.yaml`).
"""

from __future__ import annotations

from functools import cache

from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.keys import fate_concepts
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.meeting import find_met
from claimdesk.text.opposites import Pole
from claimdesk.text.reading import Reading


def is_said_of(phrase: Reading, asked: Pole, passage: Reading, pole: Pole) -> bool:
    """Whether `pole` of the passage may be the predicate of what `phrase` says `asked` of.

    Not right beside a noun of its own that the phrase does not hold, not inside *from*, *against*, *of*, and,
    where the pair takes an object, not of another object than the phrase's.
    """
    held = _held(phrase, asked, passage)
    if pole.pair.object:
        thing = _noun_behind(passage, pole.last)
        return not thing or not held.isdisjoint(thing)
    before = _content_before(passage, pole.first)
    if before is not None and passage.tokens[before].lower in _words(passage.language, "copulas"):
        return True
    if load_words(passage.language, "predication")["adjectives_follow"] == "true":
        return _is_verb(passage, pole.first) or before is None or _may_precede(passage, before, held)
    own = _own_noun(passage, pole)
    if own:
        return not held.isdisjoint(own)
    return before is None or passage.tokens[before].lower not in _words(passage.language, "groups")


def lasts(reading: Reading) -> bool:
    """Whether it is said that something goes on as it was: *is still in custody*, *masih ditahan*."""
    return any(token.lower in _words(reading.language, "lasting") for token in reading.tokens)


def befalls(reading: Reading) -> bool:
    """Whether it tells what befell somebody, which has a start: an arrest is no *still detained*."""
    return any(name in fate_concepts() for _, _, name in reading.concepts)


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(load_words(language, "predication")[key])


def _held(phrase: Reading, asked: Pole, passage: Reading) -> frozenset[int]:
    """The tokens of the passage that stand for a word of the phrase other than `asked`."""
    spans = {
        span
        for at in range(len(phrase.tokens))
        if not asked.first <= at < asked.last and phrase.tokens[at].kind == "word"
        for span in find_met(phrase, at, passage)
    }
    return frozenset(
        at for at, token in enumerate(passage.tokens) if any(span.overlaps(token.span) for span in spans)
    )


def _content_before(reading: Reading, first: int) -> int | None:
    """The token before `first` without determiners and adverbs in *-ly*; None behind a mark."""
    for at in range(first - 1, -1, -1):
        token = reading.tokens[at]
        if token.kind == "mark":
            return None
        skipped = token.lower in _words(reading.language, "determiners")
        if not skipped and not (reading.language == "en" and token.lower.endswith("ly")):
            return at
    return None


def _may_precede(reading: Reading, at: int, held: frozenset[int]) -> bool:
    """Whether the word at `at` leaves an adjective or noun behind it to the phrase's own noun."""
    token = reading.tokens[at]
    if token.lower in _words(reading.language, "groups"):
        return False
    return at in held or _is_verb(reading, at) or not _is_noun(reading, at)


def _own_noun(reading: Reading, pole: Pole) -> frozenset[int]:
    """The noun right behind an English adjective or participle; empty behind a finite verb."""
    verb = _is_verb(reading, pole.first)
    article = pole.first > 0 and reading.tokens[pole.first - 1].lower in _words("en", "determiners")
    return frozenset() if verb and not article else _nouns(reading, pole.last)


def _noun_behind(reading: Reading, first: int) -> frozenset[int]:
    """The noun with its adjectives behind determiners and numbers at `first`."""
    tokens, skipped = reading.tokens, _words(reading.language, "determiners")
    while first < len(tokens) and (tokens[first].lower in skipped or tokens[first].kind == "number"):
        first += 1
    return _nouns(reading, first)


def _nouns(reading: Reading, first: int) -> frozenset[int]:
    """The run of content words from `first` on."""
    last = first
    while last < len(reading.tokens) and _is_noun(reading, last):
        last += 1
    return frozenset(range(first, last))


def _is_noun(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    adverb = reading.language == "en" and token.lower.endswith("ly")
    content = word_weight(reading.lemmas[at], reading.language) == CONTENT_WEIGHT
    return token.kind == "word" and content and not adverb


def _is_verb(reading: Reading, at: int) -> bool:
    return looks_like_verb(reading.language, reading.tokens[at])
