"""Who does it in a phrase, and whether the passage names the same: *Israel struck*, *by an Israeli strike*.

A passage that tells of the deed without its doer says nothing of who did it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from claimdesk.model import Span
from claimdesk.text.actors import PRONOUN, Actor, Aliases, as_aliases, find_actors
from claimdesk.text.clauses import looks_like_verb, says
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.meeting import find_met
from claimdesk.text.reading import Reading
from claimdesk.text.role_verbs import is_passive, is_violent, role_words


@lru_cache(maxsize=1 << 13)  # every passage that a phrase meets asks for it
def find_doer(phrase: Reading, aliases: Aliases) -> Actor | None:
    """The doer of a deed that harms, or who says something, by a known name: before the first verb, or behind
    *by*; None where that cannot be told.
    """
    if denies_fact(phrase):
        return None
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


def denies_fact(phrase: Reading) -> bool:
    """Whether it denies *that* something is so, and nothing about the denier: whoever does denies the same.

    *Zandia denied that a camp was hit*, but not *Zandia denied that it was warned*.
    """
    tokens = phrase.tokens
    that = role_words(phrase.language).sets["that"]
    ends = [cue.span.end for cue in phrase.cues if cue.kind == "denial"]
    at = next((at for at, token in enumerate(tokens) if ends and token.start >= ends[0]), len(tokens))
    if at == len(tokens) or tokens[at].lower not in that:
        return False
    own = role_words(phrase.language).sets["own"]
    if any(token.lower in own for token in tokens[at:]):
        return False
    return not any(PRONOUN in actor.kinds for actor in find_actors(tokens[at:], phrase.language))


def are_akin(phrase: Reading, one: Actor, passage: Reading, other: Actor) -> bool:
    """Whether two actors share a name, or a word that names one: *Israel*, *the Israeli army*."""
    if one.names & other.names:
        return True
    mine, theirs = (
        [token.lower for token in reading.tokens[actor.first : actor.last] if token.text[0].isupper()]
        for reading, actor in ((phrase, one), (passage, other))
    )
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs if min(len(a), len(b)) > 3)


def find_agent(phrase: Reading) -> tuple[int, ...]:
    """The common words that name what did a deed that harms: *hit by a stray rocket*, *dihantam roket*."""
    tokens, language = phrase.tokens, phrase.language
    sets = role_words(language).sets
    deeds = [at for at, token in enumerate(tokens) if is_violent(language, token.lower)]
    if not deeds or not is_passive(tokens, language, deeds[0]):
        return ()
    first = deeds[0] + 1
    if first < len(tokens) and tokens[first].lower in sets["by"]:
        first += 1
    elif language != "id":
        return ()
    last = next((at for at in range(first, len(tokens)) if _ends(phrase, at)), len(tokens))
    if any(token.text[0].isupper() for token in tokens[first:last]):
        return ()
    return tuple(at for at in range(first, last) if _is_full(phrase, at))


def _ends(reading: Reading, at: int) -> bool:
    token, sets = reading.tokens[at], role_words(reading.language).sets
    joins = any(token.lower in sets[name] for name in ("prepositions", "breaks", "subordinators"))
    return token.kind != "word" or joins or looks_like_verb(reading.language, token)


def _is_full(reading: Reading, at: int) -> bool:
    return word_weight(reading.lemmas[at], reading.language) == CONTENT_WEIGHT


def lacks_doer(
    phrase: Reading, passage: Reading, aliases: Iterable[Iterable[str]], speakers: str = ""
) -> bool:
    """Whether the doer of `phrase` is neither in the passage nor among `speakers`, nor a pronoun there."""
    known = as_aliases(aliases)
    if passage.pointing is not None:
        return False
    agent = find_agent(phrase)
    if agent:
        return not any(find_met(phrase, at, passage) for at in agent)
    doer = find_doer(phrase, known)
    if doer is None:
        return False
    told = find_actors(passage.tokens, passage.language, known)
    if any(PRONOUN in one.kinds or one.names & doer.names for one in told):
        return False
    if any(token.lower in role_words(passage.language).sets["ours"] for token in passage.tokens):
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
