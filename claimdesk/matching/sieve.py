"""What a passage can bear on at all, from its words alone and without loss.

Most passages bear on nothing, and that must cost little. Each written form is looked up once: which items of
phrases it may stand for, by itself, as the rarest word of a name or as the first of an expression, and which
groups of `must_mention` it may meet. From this follow, never too few, the phrases and figures of each passage
that nomination then looks at exactly.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from claimdesk.matching.coverage import Coverage
from claimdesk.matching.forms import Forms, Row
from claimdesk.matching.mentions import Mentions
from claimdesk.matching.postings import MOST_CREDIT, Postings, build_postings
from claimdesk.matching.topic import find_least
from claimdesk.matching.vocabulary import WeighedPhrase
from claimdesk.settings import Settings
from claimdesk.text.claims import ClaimReading
from claimdesk.text.concepts import concepts_at
from claimdesk.text.known import number_words
from claimdesk.text.lemmas import lemma, word_weight
from claimdesk.text.names import stems
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import fold_word

_MOST_GROUPS = 64  # claims that share their rarest group and are still kept apart from the rest
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Chance:
    """What a passage can bear on: numbers of phrases, and of claims whose figure it may state.

    `mentions`: it may also mention what some claim asks for. `leans`: the passage before may hold names of
    these phrases.
    """

    phrases: Sequence[int] = ()
    counting: Sequence[int] = ()
    mentions: bool = True
    leans: bool = True

    def __bool__(self) -> bool:
        return bool(self.phrases or self.counting)


_NO_CHANCE, _MENTIONS = Chance(mentions=False), Chance()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a passage must hold for a claim, once its `must_mention` holds: words that reach one of
    `postings`, or, with `figure_alone`, nothing but a figure."""

    postings: tuple[Postings, ...]
    figure_alone: bool


class _Words(NamedTuple):
    """What the words of one passage may stand for."""

    items: frozenset[int] = _NONE
    groups: frozenset[int] = _NONE


_NO_WORDS = _Words()


@dataclass(frozen=True, slots=True)
class _Active:
    """Some claims: postings of their phrases, those of the words near a figure where nothing must be
    mentioned, and else the claims with a quantity by the groups that they ask for."""

    phrases: Postings
    near: Postings
    bound: tuple[tuple[frozenset[int], tuple[int, ...]], ...]


class Sieve:
    """The registry made ready for sifting."""

    def __init__(
        self, claims: Sequence[ClaimReading], coverage: Coverage, mentions: Mentions, settings: Settings
    ) -> None:
        self._coverage = coverage
        self._mentions = mentions
        self._settings = settings
        self._names = coverage.vocabulary.names.by_rarest()
        self._forms: dict[str, Forms] = {}
        self._asked = [
            settings.nominate if claim.claim.threshold is None else claim.claim.threshold for claim in claims
        ]
        phrases = coverage.vocabulary.phrases
        self._needed = [self._asked[phrase.claim] * phrase.weight for phrase in phrases]
        self._counts = [claim.claim.quantity is not None for claim in claims]
        self._by_group, rest = mentions.by_rarest(_MOST_GROUPS)
        self._rest = [self._activate(rest)] if rest else []
        self._active: dict[int, _Active] = {}
        self._whole: _Active | None = None

    def look_up(self, form: str, language: str) -> Row:
        """The items and groups that a written form may stand for."""
        vocabulary = self._coverage.vocabulary
        lower = fold_word(form)
        root = lemma(lower, language)
        items = {item for item, _ in vocabulary.similar(lower, language)}
        items.update(vocabulary.by_key.get(root, ()))
        if items and (lower in number_words(language) or not word_weight(root, language)):
            items.clear()
        for concept in concepts_at(root, language):
            items.update(vocabulary.by_concept.get(concept, ()))
        for stem in (form, *stems(lower)):
            for group in self._names.get(stem, ()):
                for mark in "@~":
                    items.update(vocabulary.by_key.get(f"{mark}{group}", ()))
        groups = self._mentions.may_meet(form, lower, root, language)
        return (frozenset(items), groups) if items or groups else None

    def sift(self, texts: Sequence[Reading], near: Sequence[Sequence[int]], title: Reading) -> list[Chance]:
        """What each of `texts` can bear on; `near` are the places of those around it that may mention for
        it."""
        words = [self._read(reading) for reading in texts]
        headline = self._read(title)
        named = [one.groups for one in words]
        met = headline.groups.union(*named)
        groups = [group for group in met if group in self._by_group]
        found = []
        before = _NONE
        for at, here in enumerate(words):
            around = headline.groups.union(here.groups, *[named[one] for one in near[at]]) if met else met
            active = [self._of_group(group) for group in groups if group in around]
            lead = words[near[at][0]].items if near[at] else _NONE  # it comes first
            chance = self._chance(here, (before, headline.items, lead), around, active)
            if chance.counting and not texts[at].may_state:
                chance = replace(chance, counting=())
            found.append(chance)
            before = here.items
        return found

    def _chance(
        self, here: _Words, given: Sequence[frozenset[int]], around: frozenset[int], active: list[_Active]
    ) -> Chance:
        """What `here` can bear on; `given` are the items of the passage before, the headline and the lead."""
        hold, phrases = self._mentions.hold, self._coverage.vocabulary.phrases
        before = given[0]
        able: list[int] = []
        counting: list[int] = []
        for one in (*self._rest, *active):
            reached = one.phrases.reached(here.items, before)
            reached = [number for number in reached if hold(phrases[number].claim, around)]
            known = here.items.union(*given) if reached else _NONE
            able += [number for number in reached if self._passes(number, known)]
            counting += {phrases[number].claim for number in one.near.reached(here.items, _NONE)}
            counting += [claim for groups, claims in one.bound if groups <= around for claim in claims]
        mentions = bool(here.groups)
        if not (able or counting):
            return _MENTIONS if mentions else _NO_CHANCE
        leans = not before.isdisjoint(self._coverage.supplied(able))
        return Chance(sorted(able), sorted(counting), mentions, leans)

    def _passes(self, number: int, known: frozenset[int]) -> bool:
        """Whether a phrase passes its threshold where all of `known` stands for its items."""
        held = sum(
            [weight for item, weight in self._coverage.vocabulary.phrases[number].items if item in known]
        )
        return held * MOST_CREDIT >= self._needed[number]

    def _read(self, reading: Reading) -> _Words:
        rows = self._of_language(reading.language).read(reading.text)
        if not rows:
            return _NO_WORDS
        return _Words(_NONE.union(*[row[0] for row in rows]), _NONE.union(*[row[1] for row in rows]))

    def reaches(self, reading: Reading) -> bool:
        """Whether a text by itself may reach a phrase, whatever must be mentioned."""
        if self._whole is None:
            self._whole = self._activate(range(len(self._asked)))
        return bool(self._whole.phrases.reached(self._read(reading).items, _NONE))

    def learn(self, language: str, forms: Container[str], told: Mapping[str, Row]) -> None:
        """Take `look_up` for done for all `forms` of a language: it gives `told`, and None for the others."""
        self._of_language(language).learn(forms, told)

    def _of_language(self, language: str) -> Forms:
        rows = self._forms.get(language)
        if rows is None:
            rows = self._forms[language] = Forms(partial(self.look_up, language=language))
        return rows

    def demand(self, claim: int) -> Demand:
        """What a passage must hold for one claim."""
        active = self._activate([claim])
        return Demand((active.phrases, active.near), bool(active.bound))

    def _find_least(self, phrase: WeighedPhrase) -> int:
        """What a passage and the one before must reach, so that the topic can supply the rest."""
        asked, settings = self._asked[phrase.claim], self._settings
        supplied = sum(weight for item, weight in phrase.items if item in phrase.nouns)
        rest = asked * phrase.weight - settings.pointing_credit * supplied
        return min(asked, max(find_least(phrase, settings), -(-rest // phrase.weight)))

    def _of_group(self, group: int) -> _Active:
        active = self._active.get(group)
        if active is None:
            active = self._active[group] = self._activate(self._by_group[group])
        return active

    def _activate(self, claims: Sequence[int]) -> _Active:
        """What `claims` need. Only a claim bound by `must_mention` is met by a figure alone."""
        asked = self._mentions.of_claim
        bound: dict[frozenset[int], list[int]] = {}
        free: list[int] = []
        for claim in claims:
            if self._counts[claim]:
                (bound.setdefault(asked[claim], []) if asked[claim] else free).append(claim)
        numbers = [number for claim in claims for number in self._coverage.of_claim(claim)]
        least = {number: self._find_least(self._coverage.vocabulary.phrases[number]) for number in numbers}
        near = {number: self._settings.near for claim in free for number in self._coverage.of_claim(claim)}
        return _Active(
            build_postings(self._coverage, least),
            build_postings(self._coverage, near),
            tuple((groups, tuple(counting)) for groups, counting in bound.items()),
        )
