"""What a phrase says is done, and what it is done to: its full verbs, and the object of the last deed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeVar

from claimdesk.model import Span
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.known import is_known_word
from claimdesk.text.lemmas import LIGHT_WEIGHT, lemma
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.role_verbs import is_directed, is_passive, role_words

W = TypeVar("W")

_NOUN_PHRASE = 4  # tokens between a determiner and its noun: "the concert hall attack"
_OWNING = frozenset({"'s", "’s", "'", "’"})


def is_predicate(reading: Reading, first: int, last: int) -> bool:
    """Whether a token is a full verb: no helper (*mulai*, *begin*), no cue with a gate of its own."""
    return any(
        (
            (looks_like_verb(reading.language, token) and not _is_noun(reading, at))
            or _is_gerund(token.lower, reading.lemmas[at])
            or _is_infinitive(reading, at)
        )
        and reading.lemmas[at] not in helper_words(reading.language, "helpers", lemmas=True)
        and not any(cue.span.overlaps(token.span) for cue in reading.cues)
        for at, token in enumerate(reading.tokens[first:last], first)
    )


def is_foretold(reading: Reading, first: int, last: int) -> bool:
    """Whether a token is a full verb that is a cue of what may come: *predicted*, *ordered*, *planned*."""
    cues = [cue for cue in reading.cues if cue.kind in ("prediction", "plan", "urging")]
    return any(
        looks_like_verb(reading.language, token)
        and reading.lemmas[at] not in helper_words(reading.language, "helpers", lemmas=True)
        and any(cue.span.overlaps(token.span) for cue in cues)
        for at, token in enumerate(reading.tokens[first:last], first)
    )


@lru_cache(maxsize=64)  # phrases of many claims ask about the same clauses
def has_verb(reading: Reading, span: Span) -> bool:
    """Whether a full verb stands within `span`."""
    within = [at for at, token in enumerate(reading.tokens) if span.contains(token.span)]
    return bool(within) and is_predicate(reading, within[0], within[-1] + 1)


def is_copular(reading: Reading, first: int, last: int) -> bool:
    """Whether an expression starts with a form of *be*: *is behind*."""
    return last - first > 1 and reading.lemmas[first] == "be"


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether an English verb form is a noun by its place: *the concert hall attack*, *any strike*."""
    form = reading.tokens[at].lower
    if reading.language != "en" or form.endswith(("ed", "ing")) or form not in _deeds_as_nouns():
        return False
    for before in range(at - 1, max(at - 1 - _NOUN_PHRASE, -1), -1):
        token = reading.tokens[before]
        if token.lower in helper_words("en", "before_noun") or token.text in _OWNING:
            return True
        if (
            token.kind == "mark"
            or looks_like_verb("en", token)
            or token.lower in helper_words("en", "before_verb")
        ):
            return False
    return False


@cache
def _deeds_as_nouns() -> frozenset[str]:
    """English verbs of deeds that are nouns as well: *attack*, *strike*."""
    groups = load_words("en", "roles")["groups"].values()
    return frozenset(noun for group in groups for noun in group.get("nouns", ()))


def _is_gerund(form: str, root: str) -> bool:
    return form.endswith("ing") and root != form


def _is_infinitive(reading: Reading, at: int) -> bool:
    """Whether a token is a bare verb by its place: *refused to release*, *will send*."""
    if not at or reading.tokens[at - 1].lower not in helper_words(reading.language, "before_verb"):
        return False
    return reading.tokens[at].text.islower() and _has_gerund(reading.tokens[at].lower, reading.language)


def _has_gerund(word: str, language: str) -> bool:
    """Whether an English word is also a verb: its form in *-ing* is one that the dictionary has."""
    stems = (word, word.removesuffix("e"), word + word[-1:])
    return language == "en" and any(is_known_word(stem + "ing", language) for stem in stems)


@cache
def helper_words(language: str, key: str, lemmas: bool = False) -> frozenset[str]:
    """A list of `lang/<language>/helpers.yaml`, as written or as lemmas."""
    listed = load_words(language, "helpers")[key]
    return frozenset(lemma(word, language) if lemmas else word for word in listed)


def find_objects(reading: Reading, words: Sequence[tuple[W, int, int, int]]) -> tuple[W, ...]:
    """What the last deed of a phrase is done to: behind the verb, up to a preposition or the next clause.

    Only deeds that go to somebody or something (`lang/<language>/roles.yaml`); to strike a hospital is not to
    strike a country, where to send rifles is to send arms. Nothing for the passive, whose object goes before.
    """
    verbs = [
        row
        for row in words
        if is_directed(reading.language, reading.tokens[row[2] : row[3]])
        or any(name in ("reject",) and first == row[2] for first, _, name in reading.concepts)
    ]
    if not verbs or is_passive(reading.tokens, reading.language, verbs[-1][2]):
        return ()
    _, _, _, last = verbs[-1]
    end = next(
        (at for at in range(last, len(reading.tokens)) if _ends_object(reading, at)), len(reading.tokens)
    )
    return tuple(row[0] for row in words if last <= row[2] < end and row[1] != LIGHT_WEIGHT)


def find_nouns(reading: Reading, words: Sequence[tuple[W, int, int, int]]) -> tuple[W, ...]:
    """What goes without saying once it is known: no verb, cue or name, and nothing that is called a cause.

    Nothing at all where something is given or sent: what it is would be the point.
    """
    giving = helper_words(reading.language, "giving", lemmas=True)
    if not giving.isdisjoint(reading.lemmas):
        return ()
    taking = {first for first, _, name in reading.concepts if name == "involve"}  # *behind the attack*
    causes = [first for first, _, name in reading.concepts if name == "cause" and first not in taking]
    end = min(causes, default=len(reading.tokens))
    return tuple(
        item for item, _, first, last in words if last <= end and _goes_without(reading, first, last)
    )


def _goes_without(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch holds no verb, no cue and no capital."""
    return not any(
        (looks_like_verb(reading.language, token) and not _is_noun(reading, at))
        or token.text[0].isupper()
        or any(cue.span.overlaps(token.span) for cue in reading.cues)
        for at, token in enumerate(reading.tokens[first:last], first)
    )


def _ends_object(reading: Reading, at: int) -> bool:
    token, sets = reading.tokens[at], role_words(reading.language).sets
    if token.kind != "word" or looks_like_verb(reading.language, token):
        return True
    stops = ("prepositions", "relative", "breaks", "subordinators", "place", "to")
    cued = any(cue.span.overlaps(token.span) for cue in reading.cues)
    return cued or any(token.lower in sets[name] for name in stops)
