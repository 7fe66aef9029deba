"""Who does it in a phrase, and whether the passage names the same: *Israel struck*, *by an Israeli strike*.

A passage that tells of the deed without its doer says nothing of who did it.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimdesk.model import Span
from claimdesk.text.actors import PRONOUN, Actor, Aliases, as_aliases, find_actors
from claimdesk.text.clauses import looks_like_verb, says
from claimdesk.text.reading import Reading
from claimdesk.text.role_verbs import is_violent, role_words


def find_doer(phrase: Reading, aliases: Aliases) -> Actor | None:
    """The doer of a deed that harms, or who says something, by a known name: before the first verb, or behind
    *by*; None where that cannot be told.
    """
    verbs = [at for at, token in enumerate(phrase.tokens) if looks_like_verb(phrase.language, token)]
    first = verbs[0] if verbs else 0
    harms = any(is_violent(phrase.language, token.lower) for token in phrase.tokens)
    if not harms and not says(phrase.language, phrase.tokens[first]):
        return None
    by = role_words(phrase.language).sets["by"]
    actors = [one for one in find_actors(phrase.tokens, phrase.language, aliases) if one.known]
    agent = next((one for one in actors if one.before in by), None)
    if agent is not None:
        return agent
    return next((one for one in actors if not one.before and one.last <= first), None)


def lacks_doer(
    phrase: Reading, passage: Reading, aliases: Iterable[Iterable[str]], speakers: str = ""
) -> bool:
    """Whether the doer of `phrase` is neither in the passage nor among `speakers`, nor a pronoun there."""
    known = as_aliases(aliases)
    doer = find_doer(phrase, known)
    if doer is None or passage.pointing is not None:
        return False
    told = find_actors(passage.tokens, passage.language, known)
    if any(PRONOUN in one.kinds or one.names & doer.names for one in told):
        return False
    written = phrase.tokens[doer.first].lower
    if written in passage.text.casefold():
        return False
    spoken = Reading(speakers, passage.language)
    return not any(one.names & doer.names for one in find_actors(spoken.tokens, spoken.language, known))


def find_disowned(phrase: Reading, passage: Reading, aliases: Iterable[Iterable[str]]) -> list[Span]:
    """Negations of the speaker's own doing where the passage names the doer of `phrase` beside them.

    *It was not us, it was a Lorvan rocket* does not negate that a Lorvan rocket did it.
    """
    known = as_aliases(aliases)
    actors = find_actors(phrase.tokens, phrase.language, known)
    names = frozenset[str]().union(*(one.names for one in actors))
    told = find_actors(passage.tokens, passage.language, known)
    if not any(one.names & names for one in told):
        return []
    us = role_words(passage.language).sets["us"]
    return [
        cue.span
        for cue in passage.cues
        if cue.kind == "negation" and any(word.casefold() in us for word in cue.text.split())
    ]
