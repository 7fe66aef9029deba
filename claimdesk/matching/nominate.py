"""Nomination: which passages bear on which claims, by phrase or by figure. It decides no stance.

By phrase: fuzzy weighted coverage at or above the threshold. By figure: a claim with a quantity is also met
by a passage that states a figure counting one of its units. A passage that only points back is nominated for
what the passage it points to was nominated for. In every case `must_mention` must hold in the passage, its
two predecessors, the lead, the title or the headline in the address; the lead itself, which has no
predecessors, looks at its two successors.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.matching.by_figure import find_by_figure
from claimdesk.matching.by_phrase import PhraseMatcher
from claimdesk.matching.coverage import Coverage, Credits
from claimdesk.matching.mentions import Mentions, build_mentions
from claimdesk.matching.replies import find_meant, point_back
from claimdesk.matching.running import REACH, Running, carry_on
from claimdesk.matching.sieve import Chance, Sieve
from claimdesk.matching.surroundings import answers, follow, neighbours
from claimdesk.matching.topic import Given, credit_all
from claimdesk.matching.vocabulary import build_vocabulary
from claimdesk.model import Match, Passage, Registry, Span
from claimdesk.settings import Settings
from claimdesk.text.claims import ClaimReading, name_groups
from claimdesk.text.countable import may_count
from claimdesk.text.reading import Reading


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article made ready: its passages of text, their readings, and what may stand around each."""

    texts: Sequence[Passage]
    read: Sequence[Reading]
    title: Reading
    lead: int
    chances: Mapping[int, Chance]
    mention: Callable[[Reading], frozenset[int]]
    topic: Callable[[], Credits]

    def mentioned_near(self, at: int) -> Iterator[frozenset[int]]:
        """The groups of `must_mention` in the title, the passage and its neighbours, each when asked for."""
        near = (at, *neighbours(at, self.lead, len(self.texts)))
        close = [one for one in near if self.chances.get(one, self.chances[at]).mentions]
        return map(self.mention, (self.title, *(self.read[one] for one in close)))


@dataclass(frozen=True, slots=True)
class Nominator:
    """The registry made ready for nomination. Build it with `build_nominator`."""

    claims: tuple[ClaimReading, ...]
    coverage: Coverage
    mentions: Mentions
    matcher: PhraseMatcher
    sieve: Sieve
    settings: Settings

    def nominate(
        self,
        passages: Sequence[Passage],
        readings: Mapping[int, Reading],
        title: Reading,
        among: Collection[int] | None = None,
    ) -> tuple[Match, ...]:
        """All matches in one article, by passage, claim and falling score.

        Args:
            passages: all passages of the article; only those of kind ``text`` are matched.
            readings: a reading for each passage of kind ``text``, by its index.
            title: the title and the headline in the address.
            among: the indexes of the passages that are asked for, if not all are. Their matches are what
                they would be, with those of passages that they point back to or that point back to them.
        """
        opened = self._open(passages, readings, title, among)
        found: list[Match] = []
        behind: dict[int, list[Match]] = {}  # what the last few passages were nominated for
        running: Running | None = None
        for at, chance in opened.chances.items():
            behind = {one: rows for one, rows in behind.items() if at - one <= REACH}
            running = running if running and running.reaches(at) else None
            before = behind.get(at - 1, [])
            if not (chance or before or running or (any(behind.values()) and answers(opened.read[at]))):
                continue
            rows = self._nominate_one(opened, at, behind)
            passage, reading = opened.texts[at], opened.read[at]
            behind[at], running = carry_on(running, at, passage, reading, rows, self.settings, self.claims)
            found += behind[at]
        return tuple(found)

    def _open(
        self,
        passages: Sequence[Passage],
        readings: Mapping[int, Reading],
        title: Reading,
        among: Collection[int] | None,
    ) -> _Opened:
        texts = [passage for passage in passages if passage.kind == "text"]
        read = [readings[passage.index] for passage in texts]
        lead = find_lead(texts)
        if among is None:
            near = [neighbours(at, lead, len(texts)) for at in range(len(texts))]
            chances = dict(enumerate(self.sieve.sift(read, near, title)))
        else:
            asked = [at for at, passage in enumerate(texts) if passage.index in among]
            counted = [claim.counted for claim in self.claims if claim.counted is not None]
            chances = {at: self._any_chance(read[at]) for at in follow(asked, read, counted)}
        topic = cache(lambda: credit_all(self.coverage, [title, *read[: lead + 1]]))
        return _Opened(texts, read, title, lead, chances, self.mentions.find, topic)

    def _nominate_one(self, opened: _Opened, at: int, behind: Mapping[int, Sequence[Match]]) -> list[Match]:
        """The matches of passage number `at`, where the last few before it have those of `behind`."""
        passage, reading, chance = opened.texts[at], opened.read[at], opened.chances[at]
        if not (chance or any(behind.values())):
            return []
        earlier = opened.texts[at - 1] if at else None
        phrases = self.coverage.vocabulary.phrases
        rows: list[Match] = []
        own: Credits = {}
        given: Credits = {}
        if chance.phrases:
            own = self.coverage.credits(reading)
            given = self.coverage.credits(opened.read[at - 1]) if at and chance.leans else {}
            rows += self.matcher.find(passage, reading, own, given, earlier, chance.phrases)
        claims = {*chance.counting, *(phrases[one].claim for one in chance.phrases)}
        meant = find_meant(opened.read, at, behind, self.claims)
        claims.update(row.claim for row in meant)
        around = self._find_around(claims, opened.mentioned_near(at))
        wanted = [claim for claim in chance.counting if self.mentions.hold(claim, around)]

        def near() -> Collection[int]:
            return self.matcher.find_near(self.coverage.credits(reading), wanted)

        before_it = opened.read[at - 1] if at else None
        rows += find_by_figure(
            self.claims, wanted, passage, reading, near, self.settings.figure_score, before_it
        )
        rows += point_back(passage, reading, opened.texts, meant)
        if chance.phrases and at > opened.lead:
            met = {row.claim for row in rows}
            rest = [one for one in chance.phrases if phrases[one].claim not in met]
            told = Given(own, opened.topic, given)
            rows += self.matcher.find_with_topic(passage, reading, rest, told, opened.texts[opened.lead])
        return [row for row in rows if self.mentions.hold(row.claim, around)]

    def _find_around(self, claims: Iterable[int], mentioned: Iterable[frozenset[int]]) -> frozenset[int]:
        """All groups of `mentioned`, or as many as it takes to have those that `claims` ask for."""
        asked = frozenset[int]().union(*(self.mentions.of_claim[claim] for claim in claims))
        found = frozenset[int]()
        for groups in mentioned:
            found |= groups
            if asked <= found:
                break
        return found

    def _any_chance(self, reading: Reading) -> Chance:
        """What a passage can bear on that is not sifted: every phrase, and by a figure every claim."""
        counting = [at for at, claim in enumerate(self.claims) if claim.claim.quantity is not None]
        phrases = self.coverage.phrases_of(self.coverage.credits(reading))
        return Chance(sorted(phrases), counting if reading.may_state else ())

    def find_leads(
        self, passages: Sequence[Passage], readings: Mapping[int, Reading]
    ) -> tuple[tuple[str, Span], ...]:
        """Link lines that bear on a claim: claim id and place. They are no evidence, but worth following."""
        leads = []
        for passage in passages:
            if passage.kind != "link":
                continue
            reading = readings[passage.index]
            (chance,) = self.sieve.sift([reading], [()], reading)
            if not chance.phrases:
                continue
            mentioned = self.mentions.find(reading)
            own = self.coverage.credits(reading)
            met = {claim for claim, _ in self.matcher.reach(own, chance.phrases)}
            leads += [
                (self.claims[claim].claim.id, passage.span)
                for claim in sorted(met)
                if self.mentions.hold(claim, mentioned)
            ]
        return tuple(leads)

    def may_be_near_first(self, reading: Reading, claim: int, rest: Collection[int]) -> bool:
        """Whether a phrase beside `rest` of the same claim, by their numbers, can bring a figure of a passage
        to count by coming near: not where none counts, or one of `rest` comes near as well."""
        counted = self.claims[claim].counted
        if counted is None or not may_count(reading, counted):
            return False
        phrases = self.coverage.vocabulary.phrases
        numbers = [one for one in self.coverage.of_claim(claim) if phrases[one].phrase in rest]
        scores = self.coverage.scores(numbers, self.coverage.credits(reading), {}, 0)
        return all(score < self.settings.near for score in scores.values())

    def find_phrases(self, reading: Reading) -> list[tuple[int, int]]:
        """Claim and phrase, by number, of every phrase that the words of `reading` alone reach."""
        return self.find_reached(reading) if self.sieve.reaches(reading) else []

    def find_reached(self, reading: Reading) -> list[tuple[int, int]]:
        """The same for a reading that may reach some phrase, unsifted."""
        own = self.coverage.credits(reading)
        return self.matcher.reach(own, self.coverage.phrases_of(own))


def find_lead(texts: Sequence[Passage]) -> int:
    """The number of the first passage that is no heading, else 0."""
    return next((number for number, passage in enumerate(texts) if not passage.heading), 0)


def build_nominator(registry: Registry, claims: Sequence[ClaimReading], settings: Settings) -> Nominator:
    """A nominator for all claims of `registry`."""
    vocabulary = build_vocabulary(registry, name_groups(registry), settings)
    coverage, mentions = Coverage(vocabulary), build_mentions(claims)
    sieve = Sieve(claims, coverage, mentions, settings)
    matcher = PhraseMatcher(tuple(claims), coverage, settings)
    return Nominator(tuple(claims), coverage, mentions, matcher, sieve, settings)
