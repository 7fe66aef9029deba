"""Passages that only point back: *Namun hal itu langsung dibantah*, *They have since moved*.

A pointing to a proposition (*hal itu, this claim*) with a verdict on it takes what it asserts or denies from
the passage before; one to an entity (*mereka, those troops*) takes only who or what is spoken of. The words
are data (`lang/<language>/pointing.yaml`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from claimdesk.model import Span, Token
from claimdesk.text.actors import PRONOUN, Actor, find_actors
from claimdesk.text.clauses import find_parts, looks_like_verb, says
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Found, Patterns, Words, compile_patterns, find_patterns, read_words
from claimdesk.text.role_verbs import role_words
from claimdesk.text.tokens import find_tokens

PointingKind = Literal["proposition", "entity"]
_Part = Literal["propositions", "verdicts_after", "verdicts_before", "whole", "confirming", "entities"]

_AFTER = 3  # tokens between the pointing words and the verdict behind them
_BEFORE = 2  # tokens between a verdict and the pointing words behind it
_TRIED = 8  # pointing words that are looked at: what points back does so early
_BESIDE = 2  # tokens between a pronoun and the verb that makes it a speaker


@dataclass(frozen=True, slots=True)
class Pointing:
    """The words that point back, and to what: something said, or somebody or something spoken of.

    `judges`: the words are themselves the verdict (*membantahnya*). `confirms`: the verdict is that it is so.
    `far`: an accusation is meant, by its noun or because nothing else can be denied, and that may stand some
    sentences back (*tudingan itu*, *Arief membantah keras*). `blames`: its noun says that somebody is blamed.
    `sums_up`: it takes up all that was said (*menyanggah semuanya*).
    """

    kind: PointingKind
    span: Span
    text: str
    judges: bool = False
    confirms: bool = False
    far: bool = False
    blames: bool = False
    sums_up: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    propositions: Patterns[str]
    verdicts_after: Patterns[str]
    verdicts_before: Patterns[str]
    whole: Patterns[str]
    confirming: Patterns[str]
    entities: Patterns[str]
    speaking_before: Words
    speaking_after: Words
    nouns: Words
    describing: Words
    accusing: Words
    blaming: Words
    all: Words


@cache
def _words(language: str) -> _Words:
    data = load_words(language, "pointing")
    lists = data.get("lists", {})

    def table(part: _Part) -> Patterns[str]:
        return compile_patterns(((pattern, part) for pattern in data.get(part, ())), lists)

    return _Words(
        table("propositions"),
        table("verdicts_after"),
        table("verdicts_before"),
        table("whole"),
        table("confirming"),
        table("entities"),
        read_words(data.get("speaking_before", ())),
        read_words(data.get("speaking_after", ())),
        read_words((*lists.get("who", ()), *data.get("describing", ()))),
        read_words(data.get("describing", ())),
        read_words((*lists.get("blame", ()), *data.get("accusing", ()))),
        read_words(lists.get("blame", ())),
        read_words(data.get("all", ())),
    )


def find_pointing(text: str, language: str, tokens: Sequence[Token] | None = None) -> Pointing | None:
    """How `text` points back, or None where it speaks for itself. `language` is ``id`` or ``en``.

    A proposition goes before an entity. Words that find what they mean in the passage itself do not point
    back: *Berlin said that they had summoned the envoy*.
    """
    tokens = find_tokens(text) if tokens is None else tokens
    return find_verdict(text, language, tokens) or find_entity(text, language, tokens)


def find_verdict(text: str, language: str, tokens: Sequence[Token]) -> Pointing | None:
    """The words that point back to a proposition with a verdict on it, if there are any."""
    words = _words(language)
    said = _find_proposition(tokens, language, words)
    if said is None:
        return None
    used = [token.lower for token in tokens[said.first : said.last]]
    return replace(
        _pointing("proposition", text, tokens, said),
        judges=said.value == "whole",
        confirms=_is_confirmed(tokens, said, words),
        far=any(word in words.accusing for word in used),
        blames=any(word in words.blaming for word in used),
        sums_up=any(word in words.all for word in used),
    )


def find_entity(text: str, language: str, tokens: Sequence[Token]) -> Pointing | None:
    """The words that point back to somebody or something spoken of, if there are any."""
    spoken = _find_entity(tokens, language, _words(language))
    return None if spoken is None else _pointing("entity", text, tokens, spoken)


def _pointing(kind: PointingKind, text: str, tokens: Sequence[Token], found: Found[str]) -> Pointing:
    span = Span(tokens[found.first].start, tokens[found.last - 1].end)
    return Pointing(kind, span, span.of(text))


def _find_proposition(tokens: Sequence[Token], language: str, words: _Words) -> Found[str] | None:
    """Pointing words with a verdict behind them or before them, in the same stretch between marks.

    None where a clause of the passage itself, before them, says what they mean.
    """
    whole = find_patterns(words.whole, tokens)
    pointing = whole or find_patterns(words.propositions, tokens)
    if not pointing or _stated(tokens, language, pointing[0].first):
        return None
    if whole:
        return whole[0]
    after = find_patterns(words.verdicts_after, tokens)
    before = find_patterns(words.verdicts_before, tokens)
    for one in pointing:
        judged = any(_follows(tokens, one.last, verdict.first, _AFTER) for verdict in after)
        if judged or any(_follows(tokens, verdict.last, one.first, _BEFORE) for verdict in before):
            return one
    return None


def _is_confirmed(tokens: Sequence[Token], said: Found[str], words: _Words) -> bool:
    """Whether a verdict beside the pointing words, or they themselves, say that it is so."""
    return any(
        _follows(tokens, said.last, verdict.first, _AFTER)
        or _follows(tokens, verdict.last, said.first, _BEFORE)
        or (verdict.first < said.last and said.first < verdict.last)
        for verdict in find_patterns(words.confirming, tokens)
    )


def _stated(tokens: Sequence[Token], language: str, at: int) -> bool:
    """Whether a clause before token `at` states something: more than who speaks, or when."""
    for part in find_parts(tokens, language):
        if part.last > at:
            return False
        verbs = [token for token in tokens[part.head : part.last] if looks_like_verb(language, token)]
        if part.link not in ("adverbial", "frame") and any(not says(language, verb) for verb in verbs):
            return True
    return False


def _follows(tokens: Sequence[Token], end: int, first: int, most: int) -> bool:
    return 0 <= first - end <= most and all(token.kind != "mark" for token in tokens[end:first])


def _find_entity(tokens: Sequence[Token], language: str, words: _Words) -> Found[str] | None:
    found = find_patterns(words.entities, tokens)[:_TRIED]
    actors = find_actors(tokens, language) if found else ()
    for one in found:
        if not _speaks(tokens, one, language, words) and not _resolved(tokens, one, actors, language, words):
            return one
    return None


def _speaks(tokens: Sequence[Token], one: Found[str], language: str, words: _Words) -> bool:
    """Whether a pronoun only tells who speaks: *menurut dia*, *they told reporters*."""
    if not _is_pronoun(tokens[one.last - 1], language):
        return False
    before = tokens[max(0, one.first - _BESIDE) : one.first]
    after = tokens[one.last : one.last + _BESIDE]
    return any(token.lower in words.speaking_before for token in before) or any(
        token.lower in words.speaking_after for token in after
    )


def _is_pronoun(token: Token, language: str) -> bool:
    return any(kind == PRONOUN and token.lower in forms for kind, forms in role_words(language).kinds)


def _resolved(
    tokens: Sequence[Token], one: Found[str], actors: Sequence[Actor], language: str, words: _Words
) -> bool:
    """Whether what is meant stands in the passage, before the pointing words.

    A noun needs itself, or a name that it describes (*Pyongyang ... that country*); a pronoun needs an actor
    that is neither a place nor a person who speaks. As the object of a verb it does not mean the only one.
    """
    own = tokens[one.first : one.last]
    nouns = [token.lower for token in own if token.lower in words.nouns]
    earlier = [
        actor for actor in actors if actor.last <= one.first and _may_be_meant(tokens, actor, language)
    ]
    if nouns:
        named = any(token.text[0].isupper() for token in own[1:])
        again = any(token.lower.startswith(nouns[0]) for token in tokens[: one.first])
        described = nouns[0] in words.describing and any(actor.names for actor in earlier)
        return named or again or described
    verb = one.first > 0 and looks_like_verb(language, tokens[one.first - 1])
    return bool(earlier) and not (verb and len(earlier) == 1)


def _may_be_meant(tokens: Sequence[Token], actor: Actor, language: str) -> bool:
    if PRONOUN in actor.kinds or actor.before in role_words(language).sets["place"] or actor.before == "(":
        return False
    speaks = any(says(language, token) for token in tokens[actor.last : actor.last + _BESIDE])
    return not speaks or actor.known
