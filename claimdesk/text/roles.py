"""Who does what to whom, as far as word order, voice and prepositions tell without a parser.

Readings of phrase and passage (`text.role_readings`) are compared by the actors in their places. Deeds
without direction, to meet or to talk, have no reading. What cannot be told is left open: `same_roles` then
returns None.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claimdesk.text.actors import PRONOUN, Actor, Aliases, as_aliases
from claimdesk.text.role import GIVE, MOVE, Role
from claimdesk.text.role_readings import read_roles
from claimdesk.text.tokens import find_tokens

Relation = Literal["agree", "instead", "crossed", "partly", "other", "third", "apart"]

# What counts first where several readings can be compared, and what it tells: the same roles or not.
_VERDICTS: dict[Relation, bool | None] = {
    "agree": True,
    "instead": False,
    "crossed": False,
    "partly": None,
    "other": False,
    "third": False,
    "apart": None,
}
_ORDER = tuple(_VERDICTS)
_LOCATING = frozenset({"di", "in", "at", "inside", "near"})
_MUTUAL = frozenset({MOVE, "fight", "join"})  # here an actor may well stand in both places


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """Whether two texts have the same actors in the same roles, and both readings as written.

    `instead`: they have not, since the passage says that it was another who did it.
    """

    same: bool
    phrase: str
    passage: str
    instead: bool = False


def same_roles(
    phrase: str,
    phrase_language: str,
    passage: str,
    passage_language: str,
    aliases: Iterable[Iterable[str]] = (),
) -> RoleComparison | None:
    """Whether `passage` has the actors of `phrase` in the same roles; None where that cannot be told.

    ``same`` is False where they stand the other way round, where somebody else known by name stands for one
    of them, or where one of them does to a third what the phrase says is done to it. A reading of the passage
    that agrees with the phrase, even in part, goes before the last two.
    """
    known = as_aliases(aliases)
    pairs = [
        (_relation(one, other), one, other)
        for one in _roles(phrase, phrase_language, known)
        for other in _roles(passage, passage_language, known)
        if one.group == other.group or _is_given(one, other) or _is_given(other, one)
    ]
    best = min(pairs, key=lambda pair: _ORDER.index(pair[0]), default=None)
    same = None if best is None else _VERDICTS[best[0]]
    if best is None or same is None:
        return None
    return RoleComparison(same, _shown(phrase, best[1]), _shown(passage, best[2]), best[0] == "instead")


def _is_given(one: Role, other: Role) -> bool:
    """Whether a thing that one has for another is compared with a deed of sending or giving."""
    return one.group == GIVE and other.group == MOVE and other.verb


@lru_cache(maxsize=1 << 14)  # phrases are asked about again and again
def _roles(text: str, language: str, aliases: Aliases) -> tuple[Role, ...]:
    return read_roles(find_tokens(text), language, aliases)


def _relation(one: Role, other: Role) -> Relation:
    """How the reading `other` of the passage stands to the reading `one` of the phrase.

    agree    every actor that the phrase tells stands in the same place
    instead  the passage says that another than the phrase's did it (*it was X that …*)
    crossed  both stand in the other's place
    partly   one stands in the same place, of the other nothing is known
    other    one stands in the same place, and somebody else stands for the other
    third    one stands in the other's place, with a third or with nobody told
    apart    none of these
    """
    straight = _same(one.agent, other.agent), _same(one.patient, other.patient)
    crossed = _same(one.agent, other.patient), _same(one.patient, other.agent)
    if straight == (one.agent is not None, one.patient is not None):
        located = one.agent is None and one.patient is not None and one.patient.before in _LOCATING
        return "apart" if located else "agree"  # an attack in a town is an attack by anybody on anybody
    if other.cleft and _differ(one.agent, other.agent):
        return "instead"
    if all(crossed):
        return "crossed"
    if GIVE in (one.group, other.group):
        return "apart"  # a noun tells no more than who gives to whom
    if any(straight):
        places = one.group == MOVE  # Kursk is in Russia: another place is not another's
        apart = _differ(one.agent, other.agent) or (not places and _differ(one.patient, other.patient))
        return ("other" if apart else "partly") if other.verb else "apart"
    if other.verb and (_differ(one.agent, other.agent) or (crossed[0] and _others(one.agent, other.agent))):
        return "other"  # nothing is told of the phrase's actor, and another does it, or does it there
    told = not _is_pronoun(other.agent) and not _is_pronoun(other.patient)
    return "third" if told and any(crossed) and one.group not in _MUTUAL else "apart"


def _same(one: Actor | None, other: Actor | None) -> bool:
    return one is not None and other is not None and one.same(other)


def _is_pronoun(actor: Actor | None) -> bool:
    return actor is not None and PRONOUN in actor.kinds


def _differ(one: Actor | None, other: Actor | None) -> bool:
    """Whether both are known by name and are not the same: two countries, say."""
    return one is not None and other is not None and one.known and other.known and not one.names & other.names


def _others(one: Actor | None, other: Actor | None) -> bool:
    """Whether both have names and share none."""
    return one is not None and other is not None and bool(one.names and other.names) and not one.same(other)


def _shown(text: str, role: Role) -> str:
    """A reading in words, for the reason: ``A > verb > B``."""
    tokens = find_tokens(text)
    agent, patient = (
        text[tokens[actor.first].start : tokens[actor.last - 1].end] if actor else "?"
        for actor in (role.agent, role.patient)
    )
    return f"{agent} > {role.span.of(text)} > {patient}"
