"""Speakers as they are mentioned through an article, so that pronouns and bare titles find whom they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from claimdesk.model import Passage, Span
from claimdesk.text.appositions import is_personal
from claimdesk.text.phrase_units import is_document
from claimdesk.text.quotations import find_quotations
from claimdesk.text.speaker_phrases import SpeakerPhrase
from claimdesk.text.speaker_units import Unit, UnitFinder
from claimdesk.text.speaker_words import fold, load_speaker_words
from claimdesk.text.speech_frames import Sentence
from claimdesk.text.speech_subjects import with_apposition

_MEMORY = 40  # mentions looked back at: what a pronoun means stands near
_ACTIVE = {True: re.compile(r"(?:me|ber)[a-z]{4}"), False: re.compile(r"[a-z]+$")}  # by `head_first`
_DATELINE = 6  # units before the dash of a dateline
_CLITIC = re.compile(r"['’]s$")
_ARTICLES = ("the ", "The ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as written at `span` of passage `said_in`; `roles` are its titles and fields, folded.

    `bodied`: it is a body, or a body's official. `spoke`: it was credited with something, not only the
    subject of a sentence.
    """

    speaker: str
    span: Span
    said_in: int
    unnamed: bool
    person: bool
    several: bool
    roles: frozenset[str]
    bodied: bool = False
    spoke: bool = True


@dataclass(slots=True)
class MentionBook:
    """The mentions of one article up to a passage, in the order of the text.

    `own` are those of the passage; those before it are asked for only where somebody is looked for.
    """

    body: str
    before: Callable[[], Sequence[Mention]]
    own: list[Mention] = field(default_factory=list)

    def _near(self) -> list[Mention]:
        return [*self.before()[-_MEMORY:], *self.own][-_MEMORY:]

    def note_subject(self, passage: Passage, s: Sentence) -> None:
        """Enter the named person that a passage begins with: *Menteri X tiba. "Kami siap," katanya.*"""
        here = next((at + 1 for at in range(min(_DATELINE, len(s.units))) if s.is_dash(at)), 0)
        while s.has(here, "intro", "adverb", "calendar"):
            here += 1
        phrase = s.phrase(here)
        if phrase is None or _is_pronoun(s.units[phrase.start]):
            return
        phrase = with_apposition(s, phrase)
        found = [self._mention(passage, s, part, spoke=False) for part in phrase.parts]
        lone = phrase.end == phrase.start + 1 and not s.has(phrase.start, "name", "person", "generic")
        if s.has(phrase.end, "demonstrative") or (lone and not _acts(s, phrase.end)):
            return  # "Opsi itu …", "Ketapang diguncang …": no person, as far as one can tell
        many = len(found) == 1 and found[0].several
        if many or all(one.person and not one.unnamed for one in found):
            self.own.extend(replace(one, several=many or len(found) > 1) for one in found)

    def resolve(self, passage: Passage, s: Sentence, phrase: SpeakerPhrase) -> tuple[Mention, ...]:
        """Whom the phrase means, one mention for each of its parts; empty for a pronoun that finds nobody."""
        first = s.units[phrase.start]
        lone = phrase.end == phrase.start + 1
        if _is_pronoun(first) or (lone and first.has("object", "possessive")):
            meant = self._meant(first, passage, quoting=s.last_quoted > 0)
            self.own.extend(replace(one, spoke=True) for one in meant)
            return meant
        if is_document(phrase.units(s.units)):
            mentions = (one for part in (self.own, self.before()) for one in reversed(part))
            return tuple(islice((one for one in mentions if one.spoke), 1))
        found: list[Mention] = []
        for part in phrase.parts:
            mention = self._mention(passage, s, part)
            found.append(self._described(mention, s.units[part[0] : part[1]], s) or mention)
        several = len(found) > 1
        self.own.extend(replace(one, several=True) if several else one for one in found)
        return tuple(found)

    def _mention(self, passage: Passage, s: Sentence, part: tuple[int, int], spoke: bool = True) -> Mention:
        units = s.units[part[0] : part[1]]
        if units[-1].has("demonstrative") and _named(units):
            units = units[:-1]  # "rilis Abdul Muhari ini"
        span = Span(units[0].start, units[-1].end)
        if units[-1].has("clitic"):
            span = Span(span.start, span.start + len(_CLITIC.sub("", span.of(self.body))))
        speaker = span.of(self.body)
        if speaker.startswith(_ARTICLES):
            span = Span(span.start + 4, span.end)
            speaker = span.of(self.body)
        own = is_personal(units[0]) and any(unit.has("of") for unit in units)  # "Oscar Tango of the forum"
        person = own or any(unit.has("person", "generic", "honorific") for unit in units)
        body = any(unit.has("body", "place", "acronym", "agency") for unit in units)
        return Mention(
            speaker,
            span,
            passage.index,
            _unnamed(units),
            person or not body,
            any(
                unit.has("generic") and (unit.lower.endswith("s") or units[0].has("several"))
                for unit in units
            ),
            _roles(units),
            body,
            spoke,
        )

    def _meant(self, unit: Unit, passage: Passage, *, quoting: bool) -> tuple[Mention, ...]:
        """The nearest earlier speaker, or speakers, that a pronoun fits.

        The subject of the sentence before will do, and in a quotation that of the same sentence.
        """
        subjects = {passage.index - 1, passage.index} if quoting else {passage.index - 1}
        near = [one for one in self._near() if one.spoke or one.said_in in subjects]
        if not near:
            return ()
        if unit.has("plural") or unit.lower in ("them", "their"):
            together = [one for one in near if one.several and one.said_in == near[-1].said_in]
            several = together or [one for one in near if one.several or not one.person][-1:]
            return tuple(several or near[-1:])
        near = [one for one in near if one.spoke or not (one.several and one.unnamed)] or near
        if unit.has("own"):
            return (next((one for one in reversed(near) if one.spoke), near[-1]),)
        wanted = unit.lower not in ("it", "its")
        return (next((one for one in reversed(near) if one.person == wanted), near[-1]),)

    def _described(self, mention: Mention, units: Sequence[Unit], s: Sentence) -> Mention | None:
        """The earlier speaker that a title without a name means: *pemimpin itu*, *the spokesman*, *Menteri
        Luar Negeri*."""
        owned = self._owner(units, mention, s)
        if owned is not None:
            return owned
        pointed = any(unit.has("demonstrative") for unit in (units[-1] if s.head_first else units[0],))
        placed = any(unit.has("place") for unit in units)
        nameless = mention.unnamed and not pointed
        if _named(units) or nameless or not mention.roles or (placed and not pointed) or _anonymous(units, s):
            return None
        near = self._near()
        earlier = [one for one in near if one.spoke or one.said_in >= mention.said_in - 1]
        others = [one for one in reversed(earlier) if one.span != mention.span]
        same = next((one for one in others if mention.roles <= one.roles), None)
        same = same and replace(same, person=mention.person)  # "the ministry" stays an "it"
        vague = pointed and any(unit.has("stand_in") for unit in units)
        if same is not None or not vague or any(unit.has("modifier") for unit in units):
            return same
        alike = next((one for one in others if one.person == mention.person), None)
        return alike or next((one for one in others if not mention.person and one.bodied), None)

    def _owner(self, units: Sequence[Unit], mention: Mention, s: Sentence) -> Mention | None:
        """The body whose official is meant without a name: *its defence minister*, *juru bicaranya*."""
        owned = units[0].has("clitic") if s.head_first else units[0].lower == "its"
        speaks = any(unit.has("person", "body") and not unit.has("private") for unit in units)
        if not owned or not speaks or mention.unnamed or _named(units):
            return None
        near = [one for one in reversed(self._near()) if one.span.end <= mention.span.start]
        return next((one for one in near if one.bodied or not (one.roles or one.unnamed)), None)


def _acts(s: Sentence, at: int) -> bool:
    """Whether an active verb stands at `at`, so that who stands before it may be a person."""
    if at >= len(s.units) or s.units[at].tags - {"copula"}:
        return False
    return bool(_ACTIVE[s.head_first].match(s.units[at].lower))


def _roles(units: Sequence[Unit]) -> frozenset[str]:
    titles = [unit for unit in units if unit.has("person", "body", "generic", "portfolio")]
    return frozenset(word for unit in titles for word in fold(unit.lower).split())


def _is_pronoun(unit: Unit) -> bool:
    verbal = unit.has("clitic") and unit.has("inverted", "according")
    return (unit.has("pronoun", "plural", "own") and not unit.has("possessive")) or verbal


def _anonymous(units: Sequence[Unit], s: Sentence) -> bool:
    first = units[0]
    return (first.has("anonymous") and not first.has("demonstrative")) or (
        s.head_first and first.has("anonymous")
    )


def _named(units: Sequence[Unit]) -> bool:
    """Whether a proper name stands among the units; countries and titles are none."""
    listed = ("person", "body", "generic", "place", "portfolio", "modifier", "data")
    return any(
        unit.has("acronym")
        or (unit.has("name") and not unit.has("place"))
        or (unit.has("cap", "agency", "initial") and not unit.has(*listed))
        for unit in units
    )


def _unnamed(units: Sequence[Unit]) -> bool:
    """Whether the source stays nameless: *seorang pejabat Barat*, *officials*; a spokesman stands for his
    body."""
    heads = [at for at, unit in enumerate(units) if unit.has("generic", "rumour")]
    if not heads:
        known = any(unit.has("name", "cap", "acronym", "body", "place", "agency") for unit in units)
        return units[0].has("anonymous") and not known
    if is_personal(units[0]) and any(unit.marks(",") for unit in units[: heads[0]]):
        return False  # "Oscar Tango, a farmer"
    proper = [at for at in range(heads[-1] + 1, len(units)) if is_personal(units[at])]
    after = ("generic", "person", "body", "place", "modifier", "honorific")
    run = len(proper) >= 2 and proper[-1] - proper[0] == len(proper) - 1
    run = run and (units[proper[0] - 1].has(*after) or not units[proper[0] - 1].tags)  # "ahli geologi X"
    set_off = any(units[at - 1].marks(",") for at in proper)
    listed = any(unit.has("name") and is_personal(unit) and " " in unit.lower for unit in units)
    return not (run or set_off or listed)


def find_pronoun(text: str, language: str) -> str:
    """The first word of `text` that stands for a speaker named elsewhere: *dia*, *ujarnya*, *she*; else
    empty."""
    words = load_speaker_words(language)
    for unit in UnitFinder(words, (), find_quotations(text)).find(text, 0, len(text)):
        if unit.quoted < 2 and _is_pronoun(unit):
            return unit.text
    return ""
