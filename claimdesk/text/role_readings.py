"""Readings of who does what to whom: for each verb and noun of a deed, its agent and its patient.

*Ukraine struck North Korean troops*, *tentara Korea Utara diserang Ukraina* and *serangan Ukraina terhadap
tentara Korea Utara* are one reading: attack, Ukraine, North Korea.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from claimdesk.model import Span, Token
from claimdesk.text.actors import Actor, Aliases
from claimdesk.text.patterns import find_patterns, is_headline
from claimdesk.text.role import MOVE, Role
from claimdesk.text.role_nominals import find_giving, find_standing
from claimdesk.text.role_sides import Sentence, behind, is_cleft, is_noun_here, read_sentence, subject_of
from claimdesk.text.role_verbs import Deed

Sides = tuple[Actor | None, Actor | None]  # agent, patient

_NEAR = 3  # tokens between an actor and the verb or noun of its deed
_BE = 3  # tokens before a participle within which a form of "be" makes it passive


def read_roles(tokens: Sequence[Token], language: str, aliases: Aliases) -> tuple[Role, ...]:
    """All readings with at least one actor, of "move" with an agent, in the order of their verbs."""
    sentence = read_sentence(tokens, language, aliases)
    found = [role for role in _read(sentence) if role.agent or role.patient]
    roles = {(role.group, role.agent, role.patient): role for role in reversed(found)}
    told = (role for role in roles.values() if role.agent or role.group != MOVE)
    return tuple(sorted(told, key=lambda role: role.span))


def _read(sentence: Sentence) -> Iterator[Role]:
    taken = {at for actor in sentence.actors for at in range(actor.first, actor.last)}
    for found in find_patterns(sentence.words.wordings, sentence.tokens):
        taken.update(range(found.first, found.last))
        span = Span(sentence.tokens[found.first].start, sentence.tokens[found.last - 1].end)
        subject, other = subject_of(sentence, found.first), _other(sentence, found.last - 1)
        sides = (other, subject) if found.value.voice == "passive" else (subject, other)
        yield Role(found.value.group, span, *sides)
    headline = is_headline(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        if at not in taken:
            for deed in _chosen(sentence, at, sentence.words.deeds(token.lower), headline):
                agent, patient = _sides(sentence, at, deed)
                if deed.group == MOVE and patient is None and not _moves(sentence, deed, at):
                    continue
                cleft = agent is not None and is_cleft(sentence, agent, at)
                yield Role(deed.group, token.span, agent, patient, cleft=cleft)
    yield from find_standing(sentence)
    yield from find_giving(sentence)


def _moves(sentence: Sentence, deed: Deed, at: int) -> bool:
    """Whether somebody sends somebody, though it is not told where to: *deployed 10,000 of its men*."""
    near = range(at + 1, min(at + 1 + _NEAR, len(sentence.tokens)))
    counted = any(sentence.tokens[between].kind == "number" for between in near)
    return deed.voice == "active" and (counted or any(one.kinds for one in behind(sentence, at)[:1]))


def _chosen(sentence: Sentence, at: int, deeds: Sequence[Deed], headline: bool) -> Iterator[Deed]:
    """The deeds that the form at `at` can mean there: noun or verb, active or passive."""
    if not deeds:
        return
    voices = {deed.voice for deed in deeds}
    rest = behind(sentence, at)
    direct = bool(rest) and not rest[0].before and rest[0].first - at <= _NEAR
    direct = direct and not is_noun_here(sentence.words, sentence.language, sentence.tokens, at)
    passive = "participle" in voices and (
        _is_passive(sentence, at, rest) or _is_reduced(sentence, at, {deed.group for deed in deeds}, rest)
    )
    keep = {
        "noun": not (direct and "active" in voices),
        "bare": headline,
        "participle": passive,
        "active": not passive and (direct or "noun" not in voices),
    }
    for deed in deeds:
        if keep.get(deed.voice, True):
            yield Deed(deed.group, "passive") if deed.voice == "participle" else deed


def _is_passive(sentence: Sentence, at: int, rest: Sequence[Actor]) -> bool:
    sets = sentence.words.sets
    for before in range(at - 1, max(at - 1 - _BE, -1), -1):
        if sentence.tokens[before].lower in sets["be"]:
            return True
        if sentence.tokens[before].lower in sets["relative"] or sentence.between(before, before + 1):
            break
    return any(actor.before in sets["by"] for actor in rest)


def _is_reduced(sentence: Sentence, at: int, groups: Collection[str], rest: Sequence[Actor]) -> bool:
    """Whether a verb that always has an object lacks one, so that it is the participle of what stands before
    it: *the people killed at the bridge*."""
    sets = sentence.words.sets
    behind_it = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
    placed = behind_it in sets["place"] or behind_it in sets["subordinators"]
    return placed and any(group in sets["transitive"] for group in groups) and all(one.before for one in rest)


def _sides(sentence: Sentence, at: int, deed: Deed) -> Sides:
    """Agent and patient of the deed at token `at`."""
    rest = behind(sentence, at)
    if deed.voice == "noun":
        return _noun_sides(sentence, at, deed, rest)
    subject = subject_of(sentence, at)
    own = sentence.words.sources[deed.group]
    if deed.voice == "inverse":
        return _first(rest, own), subject
    if deed.group == MOVE:
        return _moved(sentence, at, deed, subject, rest)
    if deed.voice == "passive":
        return _doer(sentence, at, rest), subject
    aims = frozenset[str]() if deed.group == "buy" else sentence.words.sets["to"]
    direct = (one for one in rest if not one.before or one.before in own or one.before in aims)
    return subject, next(direct, None)


def _first(actors: Sequence[Actor], prepositions: object) -> Actor | None:
    """The first actor behind one of `prepositions`."""
    return next((one for one in actors if one.before and one.before in prepositions), None)  # type: ignore[operator]


def _other(sentence: Sentence, at: int) -> Actor | None:
    """The actor behind a wording, free or behind *by*, *from* or the last word of the wording."""
    sets, ending = sentence.words.sets, sentence.tokens[at].lower
    for one in behind(sentence, at):
        if one.before in ("", ending) or one.before in sets["by"] or one.before in sets["from"]:
            return one
    return None


def _doer(sentence: Sentence, at: int, rest: Sequence[Actor]) -> Actor | None:
    """Who does it in a passive: behind *by*, or in Indonesian right behind the verb."""
    bare = next((one for one in rest[:1] if not one.before and one.first - at <= _NEAR), None)
    return _first(rest, sentence.words.sets["by"]) or bare


def _moved(sentence: Sentence, at: int, deed: Deed, subject: Actor | None, rest: Sequence[Actor]) -> Sides:
    """Whose people or things, and where or to whom: the owner of what moves before the one who moves it.

    *Lima was given shells by Oslo* goes to Lima; *Lima's troops were sent by Oslo* are Lima's.
    """
    place = _first(rest, sentence.words.sets["place"])
    if deed.voice == "passive" and (place is None or subject is None):
        doer = _doer(sentence, at, rest)
        if doer is not None and doer.names and not (subject and subject.kinds):
            return doer, place or subject
    free = next((one for one in rest if not one.before), None)
    if deed.voice == "enter":
        return subject, free or place
    if deed.voice in ("passive", "plain"):
        return (subject if subject and subject.names else free or subject), place
    if free and free.names:
        return (free, place) if free.kinds else (subject, place or free)
    return subject, place


def _noun_sides(sentence: Sentence, at: int, deed: Deed, rest: Sequence[Actor]) -> Sides:
    sets = sentence.words.sets
    doer = _doer(sentence, at, rest) or _first(rest, sets["from"])
    of = _first(rest, {"of"})
    if deed.group == MOVE:
        return of or doer or _owner(sentence, at), _first(rest, sets["place"])
    weapon = sentence.tokens[at].lower in sets["weapons"]
    if weapon:  # "shells of Lima for Oslo" hit nobody
        rest = [one for one in rest if one.before not in sets["recipients"]]
    aim = _first([one for one in rest if one is not doer], sets["to"])
    if weapon and aim is None:
        return None, None
    return doer or _owner(sentence, at) or _carrier(sentence, at), aim or of


def _owner(sentence: Sentence, at: int) -> Actor | None:
    """Whose deed it is, where that stands before it: *Russia's invasion*, *a Ukrainian drone strike*."""
    if sentence.language != "en":
        return None
    before = sentence.between(max(0, at - 2 * _NEAR), at)
    if not before or before[-1].before or at - before[-1].last > _NEAR:
        return None
    parted = any(_parts(sentence, between) for between in range(before[-1].last, at))
    return None if parted else before[-1]


def _parts(sentence: Sentence, at: int) -> bool:
    return at in sentence.verbs or sentence.tokens[at].lower in sentence.words.sets["prepositions"]


def _carrier(sentence: Sentence, at: int) -> Actor | None:
    """The subject of *launched* in *launched an attack*."""
    for before in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        if sentence.tokens[before].lower in sentence.words.sets["carry"]:
            return subject_of(sentence, before)
    return None
