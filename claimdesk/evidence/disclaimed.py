"""Who says that it was not he: *rejects blame for the blast*, *had no part in it*, *membantah terlibat*.

Where the phrase says that he did it, or that he denied it, that is a denial of the very deed, in whatever
words the phrase tells it. The concept sets are data: `lang/answering.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimdesk.evidence.doers import are_akin, find_doer
from claimdesk.model import Cue, CueKind
from claimdesk.text.actors import as_aliases, find_actors
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading

_UNSAID: frozenset[CueKind] = frozenset({"negation", "denial", "denial_ended", "declining"})
_NEAR = 4  # tokens after the cue by which it is told what is denied: *denied any direct role*
_EVENT = 8  # tokens after that in which the deed stands: *in the deadly night raid*


def find_disclaims(phrase: Reading, passage: Reading, aliases: Iterable[Iterable[str]]) -> tuple[Cue, ...]:
    """The denials and negations of `passage` with which the doer of `phrase` says that it was not he."""
    known = as_aliases(aliases)
    doer = find_doer(phrase, known)
    if doer is None:
        return ()
    told = find_actors(passage.tokens, passage.language, known)
    actors = [one for one in told if one.names and not one.before]
    found = []
    for cue in passage.cues:
        if cue.kind not in ("denial", "negation"):
            continue
        before = [one for one in actors if passage.tokens[one.last - 1].end <= cue.span.start]
        if before and are_akin(phrase, doer, passage, before[-1]) and _is_of_part(cue, passage):
            found.append(cue)
    return tuple(found)


def is_blamed(phrase: Reading, passage: Reading, aliases: Iterable[Iterable[str]]) -> bool:
    """Whether the passage, which denies nothing, blames a deed of the doer of `phrase`: *blamed a Zandian
    strike*, *the cause was a rocket of Zandia*.
    """
    known = as_aliases(aliases)
    doer = find_doer(phrase, known)
    if doer is None or any(cue.kind in _UNSAID for cue in (*phrase.cues, *passage.cues)):
        return False
    ends = [last for _, last, name in passage.concepts if name in _named("blame")]
    deeds = [first for first, _, name in passage.concepts if name in _named("deeds")]
    return any(
        0 <= one.first - end <= _EVENT
        and are_akin(phrase, doer, passage, one)
        and any(end <= at and one.first - _NEAR <= at < one.last + _NEAR for at in deeds)
        for end in ends
        for one in find_actors(passage.tokens, passage.language, known)
    )


def _is_of_part(cue: Cue, passage: Reading) -> bool:
    """Whether what is denied is to have a part in a deed, or in what was told before."""
    tokens = passage.tokens
    near = [at for at, token in enumerate(tokens) if token.end > cue.span.start]
    near = near[: sum(tokens[at].start < cue.span.end for at in near) + _NEAR]
    ends = [
        last
        for first, last, name in passage.concepts
        if name in _named("behind") and any(first <= at < last for at in near)
    ]
    if not ends:
        return False
    told = range(max(ends), min(max(ends) + _EVENT, len(tokens)))
    deeds = {name for first, _, name in passage.concepts if first in told}
    full = any(word_weight(passage.lemmas[at], passage.language) == CONTENT_WEIGHT for at in told)
    return not full or not deeds.isdisjoint(_named("deeds"))


@cache
def _named(key: str) -> frozenset[str]:
    return frozenset(load_words("", "answering")[key])
