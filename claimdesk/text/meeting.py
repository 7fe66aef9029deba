"""Whether a passage holds a word of a phrase: by its lemma, by a concept of both, or nearly so written."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import get_args

from claimdesk.model import CueKind, Span
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.reading import Reading

_SPEAKING: frozenset[CueKind] = frozenset({"negation", "denial", "denial_ended", "declining", "hedge"})
_ALIKE = 0.8  # share of letters in which a misspelled word still agrees
_LONG = 6  # letters; shorter words are not compared by their letters


def meets(phrase: Reading, at: Span, passage: Reading) -> bool:
    """Whether the passage holds a word that means what a content word of `phrase` within `at` does."""
    return any(
        find_met(phrase, number, passage)
        for number, token in enumerate(phrase.tokens)
        if at.overlaps(token.span) and word_weight(phrase.lemmas[number], phrase.language)
    )


def meets_negated(phrase: Reading, passage: Reading) -> bool:
    """Whether the passage holds the word that the phrase negates; so where none can be told."""
    for cue in phrase.cues:
        if cue.kind == "negation":
            behind = (at for at, token in enumerate(phrase.tokens) if token.start >= cue.span.end)
            said = next((at for at in behind if _tells(phrase, at)), None)
            if said is None or find_met(phrase, said, passage):
                return True
    return False


def _tells(phrase: Reading, at: int) -> bool:
    """Whether the word at token `at` has a meaning, by itself or in an expression: *was not behind it*."""
    grouped = any(first <= at < last for first, last, _ in phrase.concepts if last - first > 1)
    return grouped or word_weight(phrase.lemmas[at], phrase.language) > 0


def find_negated(phrase: Reading, passage: Reading) -> tuple[Span, tuple[Span, ...]] | None:
    """The first verb that the first negation of `phrase` negates, and where the passage holds it."""
    cue = next((one for one in phrase.cues if one.kind == "negation"), None)
    if cue is None:
        return None
    behind = [at for at, token in enumerate(phrase.tokens) if token.start >= cue.span.end]
    full = [at for at in behind if word_weight(phrase.lemmas[at], phrase.language) == CONTENT_WEIGHT]
    said = next((at for at in full if looks_like_verb(phrase.language, phrase.tokens[at])), None)
    found = find_met(phrase, said, passage) if said is not None else ()
    return (phrase.tokens[said].span, found) if said is not None and found else None


def find_predicate(phrase: Reading, passage: Reading, matched: Sequence[Span]) -> tuple[Span, ...]:
    """The matched words of the passage that say what the only verb of `phrase` does; empty for none.

    A verb that is a cue itself counts where there is no other: *the chief ordered the shooting*.
    """
    able = [
        at
        for at, token in enumerate(phrase.tokens)
        if looks_like_verb(phrase.language, token)
        and word_weight(phrase.lemmas[at], phrase.language) == CONTENT_WEIGHT
    ]
    plain, deeds = (
        [
            at
            for at in able
            if not any(cue.span.overlaps(phrase.tokens[at].span) and cue.kind in kinds for cue in phrase.cues)
        ]
        for kinds in (get_args(CueKind), _SPEAKING)
    )
    verbs = plain or deeds
    if len(verbs) != 1:
        return ()
    found = find_met(phrase, verbs[0], passage)
    return tuple(span for span in found if any(span.overlaps(one) for one in matched))


def find_met(phrase: Reading, at: int, passage: Reading) -> tuple[Span, ...]:
    """Where the passage holds the word at token `at` of `phrase`."""
    root = phrase.lemmas[at]
    wanted = {name for first, last, name in phrase.concepts if first <= at < last}
    met = {
        number for first, last, name in passage.concepts if name in wanted for number in range(first, last)
    }
    return tuple(
        token.span
        for number, token in enumerate(passage.tokens)
        if number in met or passage.lemmas[number] == root or _alike(passage.lemmas[number], root)
    )


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
