"""Whether a passage holds a word of a phrase: by its lemma, by a concept of both, or nearly so written."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import get_args

from claimdesk.model import CueKind, Span
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading, kept

# Cues of what somebody says, or says is not so.
UNSAYING: frozenset[CueKind] = frozenset({"negation", "denial", "denial_ended", "declining", "hedge"})
_ALIKE = 0.8  # share of letters in which a misspelled word still agrees
_NOUN_PHRASE = 3  # tokens before a noun in which its determiner is looked for
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
            start = max(cue.span.end, cue.scope.start)  # *tidak ada | korban*
            behind = (at for at, token in enumerate(phrase.tokens) if token.start >= start)
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
    full = [
        at
        for at in behind
        if word_weight(phrase.lemmas[at], phrase.language) == CONTENT_WEIGHT and not _is_noun(phrase, at)
    ]
    said = next((at for at in full if looks_like_verb(phrase.language, phrase.tokens[at])), None)
    if said is None:  # *was not behind it*
        said = next((at for at in behind if _tells(phrase, at)), None)
    found = find_met(phrase, said, passage) if said is not None else ()
    return (phrase.tokens[said].span, found) if said is not None and found else None


def find_denied(phrase: Reading) -> int | None:
    """The only verb of what `phrase` says is denied, as a token; None where that is none or several."""
    denials = [cue for cue in phrase.cues if cue.kind == "denial"]
    if len(denials) != 1:
        return None
    verbs = [
        at
        for at, token in enumerate(phrase.tokens)
        if denials[0].scope.contains(token.span)
        and word_weight(phrase.lemmas[at], phrase.language) == CONTENT_WEIGHT
        and (looks_like_verb(phrase.language, token) or _is_gerund(phrase, at))
        and not _is_noun(phrase, at)
    ]
    return verbs[0] if len(verbs) == 1 else None


def find_predicate(phrase: Reading, passage: Reading, matched: Sequence[Span]) -> tuple[Span, ...]:
    """The matched words of the passage that say what the only verb of `phrase` does; empty for none.

    A verb that is a cue itself counts where there is no other: *the chief ordered the shooting*.
    """
    verbs = _find_verbs(phrase)
    if len(verbs) != 1:
        return ()
    found = find_met(phrase, verbs[0], passage)
    return tuple(span for span in found if any(span.overlaps(one) for one in matched))


@kept
def _find_verbs(phrase: Reading) -> Sequence[int]:
    """The tokens of a phrase that say what is done."""
    able = [
        at
        for at, token in enumerate(phrase.tokens)
        if looks_like_verb(phrase.language, token)
        and not _is_noun(phrase, at)
        and word_weight(phrase.lemmas[at], phrase.language) == CONTENT_WEIGHT
    ]
    plain, deeds = (
        [
            at
            for at in able
            if not any(cue.span.overlaps(phrase.tokens[at].span) and cue.kind in kinds for cue in phrase.cues)
        ]
        for kinds in (get_args(CueKind), UNSAYING)
    )
    return _without_parts(phrase, plain or deeds) or _find_expression(phrase) or _find_denied(phrase)


def _without_parts(phrase: Reading, verbs: Sequence[int]) -> list[int]:
    """The `verbs` without those that only go on with the one before: *menembak jatuh*, *gulung tikar*."""
    groups = [range(first + 1, last) for first, last, _ in phrase.concepts]
    return [at for at in verbs if not any(at in group and group.start - 1 in verbs for group in groups)]


def _is_noun(phrase: Reading, at: int) -> bool:
    """Whether an English verb form is a noun by the words before it: *the hall attack*, *any strike*."""
    if phrase.language != "en" or phrase.tokens[at].lower.endswith(("ed", "ing")):
        return False
    determiners = load_words("en", "helpers")["before_noun"]
    for token in reversed(phrase.tokens[max(0, at - _NOUN_PHRASE) : at]):
        if token.lower in determiners:
            return True
        if token.kind == "mark" or looks_like_verb("en", token):
            return False
    return False


def _is_gerund(phrase: Reading, at: int) -> bool:
    lower = phrase.tokens[at].lower
    return phrase.language == "en" and lower.endswith("ing") and phrase.lemmas[at] != lower


def _find_expression(phrase: Reading) -> list[int]:
    """The first words of the expressions with a verb: *claimed responsibility*, *nothing to do with it*."""
    groups = {(first, last) for first, last, _ in phrase.concepts if last - first > 1}
    return [
        first
        for first, last in sorted(groups)
        if any(looks_like_verb(phrase.language, token) for token in phrase.tokens[first:last])
    ]


def _find_denied(phrase: Reading) -> list[int]:
    """The first full word behind a denial: *membantah kehilangan jet*."""
    ends = [cue.span.end for cue in phrase.cues if cue.kind == "denial"]
    behind = (
        at
        for at, token in enumerate(phrase.tokens)
        if ends
        and token.start >= ends[0]
        and word_weight(phrase.lemmas[at], phrase.language) == CONTENT_WEIGHT
    )
    return list(behind)[:1]


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
