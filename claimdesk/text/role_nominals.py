"""Readings without a verb: whose people stand where, and what one has for another."""

from __future__ import annotations

from collections.abc import Iterator

from claimdesk.model import Span
from claimdesk.text.known import is_known_word
from claimdesk.text.role import GIVE, MOVE, Role
from claimdesk.text.role_sides import Sentence

_NEAR = 3  # tokens between an actor and its place
_THING = 6  # tokens between a giver and a recipient: "Lima's spare parts of the old kind for Oslo"


def find_standing(sentence: Sentence) -> Iterator[Role]:
    """Verbless: people of one actor at a place (*10,000 North Korean soldiers in Russia*)."""
    for one, other in zip(sentence.actors, sentence.actors[1:], strict=False):
        between = range(one.last, other.first)
        near = other.first - one.last <= _NEAR and not any(_tells(sentence, at) for at in between)
        if near and one.names and one.kinds and other.names and other.before in sentence.words.sets["place"]:
            span = Span(sentence.tokens[one.first].start, sentence.tokens[other.last - 1].end)
            yield Role(MOVE, span, one, other, verb=False)


def find_giving(sentence: Sentence) -> Iterator[Role]:
    """Verbless: what one has for another: *North Korean shells for Russia*, *surat Lima kepada Oslo*."""
    sets = sentence.words.sets
    for one, other in zip(sentence.actors, sentence.actors[1:], strict=False):
        sent = one.before in sets["sources"]
        aimed = other.before in sets["recipients"] or (sent and other.before in sets["direction"])
        if not (one.names and other.names and aimed) or (one.before and not sent):
            continue
        between = range(one.last, other.first)
        if len(between) > _THING or any(_breaks(sentence, at) for at in between):
            continue
        thing = between[0] if sentence.language == "en" and not sent else one.first - 1 - sent
        if thing >= 0 and _is_thing(sentence, thing) and not _is_moving(sentence, thing):
            span = Span(sentence.tokens[one.first].start, sentence.tokens[other.last - 1].end)
            yield Role(GIVE, span, one, other, verb=False)


def _breaks(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    sets = sentence.words.sets
    joins = token.lower in sets["breaks"] and token.lower not in sets["recipients"]
    return _only_verb(sentence, at) or token.kind == "mark" or joins


def _is_thing(sentence: Sentence, at: int) -> bool:
    """Whether what stands at `at` may be a noun."""
    token, sets = sentence.tokens[at], sentence.words.sets
    joins = any(token.lower in sets[name] for name in ("prepositions", "breaks", "be"))
    return token.kind == "word" and not _only_verb(sentence, at) and not joins


def _only_verb(sentence: Sentence, at: int) -> bool:
    """Whether it is a verb by its form, and no noun as well (*shells*)."""
    deeds = sentence.words.deeds(sentence.tokens[at].lower)
    return at in sentence.verbs and not any(deed.voice == "noun" for deed in deeds)


def _is_moving(sentence: Sentence, at: int) -> bool:
    """Whether it is the noun of a deed that is read as one: *the shipment of Lima to Oslo*."""
    return any(deed.group == MOVE for deed in sentence.words.deeds(sentence.tokens[at].lower))


def _tells(sentence: Sentence, at: int) -> bool:
    """Whether the verb at token `at` is one that is known, of a deed or not: no misspelt one."""
    token = sentence.tokens[at]
    known = is_known_word(token.lower, sentence.language) or bool(sentence.words.deeds(token.lower))
    return at in sentence.verbs and known
