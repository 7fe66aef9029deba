"""Where the actors of a verb stand: its subject before it, its objects behind it, within its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.model import Token
from claimdesk.text.actors import PRONOUN, Actor, Aliases, find_actors
from claimdesk.text.clause_cuts import Link
from claimdesk.text.clause_links import is_acronym
from claimdesk.text.clauses import Part, find_parts, looks_like_verb, says
from claimdesk.text.role import MOVE
from claimdesk.text.role_verbs import RoleWords, role_words, tells_thing

_CONTROL = frozenset({"ask", "warn", "accuse", "help"})  # their object does what follows
_MOST_SAYINGS = 8  # verbs of saying one within another
_LOOK_BACK = 60  # tokens before a verb within which its subject is looked for
_REACH = 14  # tokens behind a verb within which its objects are looked for
_NEAR = 4  # tokens between an actor and the place that stands with it
_BACK: frozenset[Link] = frozenset({"relative", "resume", "coordinate", "unquote"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens with their actors, clauses and verbs.

    `verbs` and `says` hold token numbers; after one of `says` (say, ask, accuse) another subject may follow.
    """

    tokens: Sequence[Token]
    language: str
    words: RoleWords
    actors: Sequence[Actor]
    parts: Sequence[Part]
    part_of: Sequence[int]
    verbs: frozenset[int]
    says: frozenset[int]

    def between(self, first: int, last: int) -> Sequence[Actor]:
        """The actors wholly in the tokens ``[first, last)``, in order."""
        start = bisect_left(self.actors, first, key=lambda actor: actor.first)
        end = bisect_left(self.actors, last, key=lambda actor: actor.first)
        found = self.actors[start:end]
        return found[:-1] if found and found[-1].last > last else found


def read_sentence(tokens: Sequence[Token], language: str, aliases: Aliases) -> Sentence:
    """`tokens` with what `subject_of` and `behind` ask for."""
    words = role_words(language)
    actors = find_actors(tokens, language, aliases)
    inside = {at for actor in actors for at in range(actor.first, actor.last)}
    parts = find_parts(tokens, language)
    verbs = frozenset(
        at
        for at, token in enumerate(tokens)
        if at not in inside
        and (looks_like_verb(language, token) or _acts(words, token))
        and not is_noun_here(words, language, tokens, at)
    )
    spoken = frozenset(at for at in verbs if says(language, tokens[at]) or _controls(words, tokens[at]))
    part_of = [number for number, part in enumerate(parts) for _ in range(part.first, part.last)]
    return Sentence(tokens, language, words, actors, parts, part_of, verbs, spoken)


def is_noun_here(words: RoleWords, language: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that is a noun or a verb stands where only a noun can: *sold shells*, *with raids*."""
    if at == 0 or not any(deed.voice == "noun" for deed in words.deeds(tokens[at].lower)):
        return False
    before = tokens[at - 1]
    if before.kind == "number" or before.lower in words.sets["prepositions"]:
        return True
    near = (token.lower for token in tokens[max(0, at - _NEAR) : at])  # "sold artillery shells"
    return language == "en" and any(deed.group == MOVE for lower in near for deed in words.deeds(lower))


def _acts(words: RoleWords, token: Token) -> bool:
    return any(deed.voice not in ("noun", "bare") for deed in words.deeds(token.lower))


def _controls(words: RoleWords, token: Token) -> bool:
    """Whether the object of the verb does what follows: *asked Seoul to pay*."""
    return any(deed.group in _CONTROL for deed in words.deeds(token.lower))


def subject_of(sentence: Sentence, at: int) -> Actor | None:
    """The subject of the verb at token `at`: the last free actor before the first verb of its clause.

    In a relative clause it is the actor before the pronoun; after a verb of saying that names no other
    subject (*claims to have struck*) it is who says it.
    """
    pronoun: Actor | None = None
    for _ in range(_MOST_SAYINGS):
        start, said = _start(sentence, at)
        relative = _relative(sentence, start, at)
        if relative >= 0:
            return _antecedent(sentence, start, relative) or _predicated(sentence, at) or pronoun
        first = _first_verb(sentence, start, at)
        before = sentence.between(start, first)
        if not before:
            before = [one for one in sentence.between(start, at) if _is_auxiliary(sentence, one.last, at)]
        if not before and said >= 0 and tells_thing(sentence.tokens[start:first], sentence.language):
            return pronoun  # "Police said tear gas was fired"
        if before or said < 0:
            subject = _listed(_free(sentence, before))
            if said < 0 or subject is None or subject.kinds != {PRONOUN} or subject.names:
                return subject or pronoun
            pronoun = subject  # "Lima said that it had seized the ship"
        at = said
    return pronoun


def _first_verb(sentence: Sentence, start: int, at: int) -> int:
    return next((verb for verb in range(start, at) if verb in sentence.verbs), at)


def _relative(sentence: Sentence, start: int, at: int) -> int:
    """The relative pronoun whose clause the verb at `at` is in, or -1.

    It is in it where no other verb stands between, or a joined one: *who landed and marched*.
    """
    sets = sentence.words.sets
    joined = other = False
    for before in range(at - 1, start - 1, -1):
        token = sentence.tokens[before]
        if token.lower in sets["relative"] and not is_acronym(token):
            return before if joined or not other else -1
        joined = joined or token.lower in sets["joiners"]
        other = other or (before in sentence.verbs and not _is_auxiliary(sentence, before, at))
    return -1


def _is_auxiliary(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether only verbs stand from `at` up to the verb: *telah | diserang*, *had been | struck*."""
    return verb - at <= _NEAR and all(between in sentence.verbs for between in range(at, verb))


def _antecedent(sentence: Sentence, start: int, relative: int) -> Actor | None:
    """The actor that ends right before the relative pronoun, or the one that a place belongs to there."""
    before = list(sentence.between(start, relative))
    if not before or relative - before[-1].last > 1:
        return None
    while len(before) > 1 and before[-1].before and before[-1].first - before[-2].last <= _NEAR:
        before.pop()
    return _listed(_free(sentence, before[-1:]))


def _predicated(sentence: Sentence, at: int) -> Actor | None:
    """The actor behind a copula whose subject is a clause without a noun: *yang menyerang adalah X*."""
    copulas = sentence.words.sets["copulas"]
    end = min(at + _REACH, len(sentence.tokens))
    for between in range(at + 1, end):
        if sentence.tokens[between].lower in copulas:
            return next(iter(sentence.between(between + 1, end)), None)
        if sentence.tokens[between].kind == "mark":
            break
    return None


def is_cleft(sentence: Sentence, agent: Actor, at: int) -> bool:
    """Whether the verb at `at` stands in a clause that only tells who its agent is: *it was X that …*."""
    tokens, sets = sentence.tokens, sentence.words.sets
    if agent.first > at:
        return any(token.lower in sets["copulas"] for token in tokens[at : agent.first])
    if agent.last >= len(tokens) or tokens[agent.last].lower not in sets["relative"]:
        return False
    before = [token.lower for token in tokens[max(0, agent.first - _NEAR) : agent.first]]
    lead = next((word for word in reversed(before) if word not in sets["titles"]), "")
    if lead in sets["copulas"]:
        return True
    return lead in sets["be"] and any(word in sets["dummies"] for word in before)


def _start(sentence: Sentence, at: int) -> tuple[int, int]:
    """The token where the clause of token `at` starts, and the verb of saying before it, or -1."""
    floor = max(0, at - _LOOK_BACK)
    number = sentence.part_of[at]
    while sentence.parts[number].first > floor and _hangs(sentence, number, at):
        number -= 1
    start = max(sentence.parts[number].first, floor)
    said = next((before for before in range(at - 1, start - 1, -1) if before in sentence.says), -1)
    return max(start, said + 1), said


def _hangs(sentence: Sentence, number: int, at: int) -> bool:
    """Whether the subject of the verb at `at` in part `number` may stand before that part."""
    part = sentence.parts[number]
    if part.opposed or part.link not in _BACK:
        return False
    if part.link == "resume":
        return sentence.parts[number - 1].link == "relative"
    first = _first_verb(sentence, part.head, at)
    own = bool(sentence.between(part.head, first))
    counted = any(token.kind == "number" for token in sentence.tokens[part.head : first])
    return part.link != "coordinate" or not (own or counted)


def _free(sentence: Sentence, actors: Sequence[Actor]) -> list[Actor]:
    """The actors that no preposition but *by* governs, up to the last that has a name, if one has."""
    sets = sentence.words.sets
    free = [
        one
        for one in actors
        if not one.before or one.before in sets["by"] or one.before in sets["subordinators"]
    ]
    named = any(one.names for one in free)
    while named and not free[-1].names and PRONOUN not in free[-1].kinds:
        free.pop()
    return free


def _listed(actors: Sequence[Actor]) -> Actor | None:
    """The last actor with those it is listed with."""
    if not actors:
        return None
    whole = actors[-1]
    for number in range(len(actors) - 1, 0, -1):
        if not actors[number].joined:
            break
        whole = whole.join(actors[number - 1])
    return whole


def behind(sentence: Sentence, at: int) -> list[Actor]:
    """The actors behind token `at` up to the next verb, mark or clause, in order, lists as one."""
    found: list[Actor] = []
    end = min(at + _REACH, sentence.parts[sentence.part_of[at]].last)
    reached = _skip_coordinated(sentence, at + 1)
    for actor in sentence.between(reached, end):
        if actor.joined and found:
            found[-1] = found[-1].join(actor)
        elif any(_stops(sentence, between) for between in range(reached, actor.first)):
            break
        else:
            found.append(actor)
        reached = actor.last
    return found


def _skip_coordinated(sentence: Sentence, at: int) -> int:
    """Past a second verb that is joined to the first: *attacked and seized X*."""
    joined = at < len(sentence.tokens) and sentence.tokens[at].lower in sentence.words.sets["joiners"]
    return at + 2 if joined and at + 1 in sentence.verbs else at


def _stops(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return at in sentence.verbs or (token.kind == "mark" and token.text not in "\"“”'’‘(")
