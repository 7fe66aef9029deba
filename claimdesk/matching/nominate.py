"""Nomination: which passages bear on which claims, by phrase or by figure. It decides no stance.

By phrase: fuzzy weighted coverage at or above the threshold. By figure: a claim with a quantity is also met
by a passage that states a figure counting one of its units. A passage that only points back is nominated for
what the passage it points to was nominated for. In every case `must_mention` must hold in the passage, its
two predecessors, the lead, the title or the headline in the address; the lead itself, which has no
predecessors, looks at its two successors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, islice

from claimdesk.matching.coverage import Coverage, Credits
from claimdesk.matching.mentions import Mentions, build_mentions
from claimdesk.matching.owners import find_disowned, swaps_owners
from claimdesk.matching.running import Running, carry_on
from claimdesk.matching.sieve import Chance, Sieve
from claimdesk.matching.surroundings import follow, neighbours
from claimdesk.matching.topic import Given, credit_all, find_by_topic
from claimdesk.matching.vocabulary import build_vocabulary
from claimdesk.model import Match, Passage, Registry, Span
from claimdesk.settings import Settings
from claimdesk.text.claims import ClaimReading, name_groups
from claimdesk.text.countable import may_count
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts, is_near, is_telling, points_back

MOST_PHRASES = 6  # best matches of one claim and passage that go on to the gates


@dataclass(frozen=True, slots=True)
class Nominator:
    """The registry made ready for nomination. Build it with `build_nominator`."""

    claims: tuple[ClaimReading, ...]
    coverage: Coverage
    mentions: Mentions
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
        texts = [passage for passage in passages if passage.kind == "text"]
        read = [readings[passage.index] for passage in texts]
        lead = find_lead(texts)
        near = neighbours(texts, lead)
        if among is None:
            chances = dict(enumerate(self.sieve.sift(read, near, title)))
        else:
            asked = [at for at, passage in enumerate(texts) if passage.index in among]
            chances = dict.fromkeys(follow(asked, read), self._any_chance())
        mention, phrases = cache(self.mentions.find), self.coverage.vocabulary.phrases
        topic = cache(lambda: credit_all(self.coverage, [title, *read[: lead + 1]]))
        found: list[Match] = []
        before: list[Match] = []
        running: Running | None = None
        for at, chance in chances.items():
            before = before if at - 1 in chances else []
            running = running if running and running.reaches(at) else None
            if not (chance or before or running):
                continue
            passage, earlier = texts[at], texts[at - 1] if at else None
            rows: list[Match] = []
            own = self.coverage.credits(read[at]) if chance.phrases else {}
            given = self.coverage.credits(read[at - 1]) if at and chance.leans else {}
            if chance.phrases:
                rows += self._by_phrase(passage, read[at], own, given, earlier, chance.phrases)
            close = [one for one in (at, *near[at]) if chances.get(one, chance).mentions]
            claims = {*chance.counting, *(phrases[one].claim for one in chance.phrases)}
            claims.update(row.claim for row in before)
            around = self._find_around(claims, map(mention, (title, *(read[one] for one in close))))
            wanted = [claim for claim in chance.counting if self.mentions.hold(claim, around)]
            rows += self._by_figure(passage, read[at], wanted)
            rows += _pointing_back(passage, read[at], earlier, before)
            if chance.phrases and at > lead:
                met = {row.claim for row in rows}
                rest = [one for one in chance.phrases if phrases[one].claim not in met]
                rows += self._by_topic(passage, read[at], rest, Given(own, topic, given), texts[lead])
            before = [row for row in rows if self.mentions.hold(row.claim, around)]
            before, running = carry_on(running, at, passage, read[at], before, self.settings, self.claims)
            found += before
        return tuple(found)

    def _find_around(self, claims: Iterable[int], mentioned: Iterable[frozenset[int]]) -> frozenset[int]:
        """All groups of `mentioned`, or as many as it takes to have those that `claims` ask for."""
        asked = frozenset[int]().union(*(self.mentions.of_claim[claim] for claim in claims))
        found = frozenset[int]()
        for groups in mentioned:
            found |= groups
            if asked <= found:
                break
        return found

    def _any_chance(self) -> Chance:
        """What a passage can bear on that is not sifted: every phrase, and every claim by a figure."""
        counting = [at for at, claim in enumerate(self.claims) if claim.claim.quantity is not None]
        return Chance(range(len(self.coverage.vocabulary.phrases)), counting)

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
            met = {claim for claim, _ in self._reach(own, chance.phrases)}
            leads += [
                (self.claims[claim].claim.id, passage.span)
                for claim in sorted(met)
                if self.mentions.hold(claim, mentioned)
            ]
        return tuple(leads)

    def find_phrases(self, reading: Reading) -> list[tuple[int, int]]:
        """Claim and phrase, by number, of every phrase that the words of `reading` alone reach."""
        if not self.sieve.reaches(reading):
            return []
        own = self.coverage.credits(reading)
        return self._reach(own, self.coverage.phrases_of(own))

    def _reach(self, own: Credits, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """Claim and phrase of those phrases that `own` brings to their threshold."""
        phrases = self.coverage.vocabulary.phrases
        scores = self.coverage.scores(numbers, own, {}, 0)
        met = (phrases[at] for at, score in scores.items() if self._passes(phrases[at].claim, score))
        return [(phrase.claim, phrase.phrase) for phrase in met]

    def _by_phrase(
        self,
        passage: Passage,
        reading: Reading,
        own: Credits,
        before: Credits,
        earlier: Passage | None,
        numbers: Iterable[int],
    ) -> list[Match]:
        rows = []
        for number, score, alone in self._score(reading, own, before, numbers):
            row = self._match(passage, reading, number, score)
            rows.append(replace(row, context=(earlier.span,)) if earlier and score > alone else row)
        return _best(rows)

    def _match(self, passage: Passage, reading: Reading, number: int, score: int) -> Match:
        phrase = self.coverage.vocabulary.phrases[number]
        side = self.claims[phrase.claim].claim.phrases[phrase.phrase].side
        found = self.coverage.find_matched(phrase, reading)
        matched = tuple(span.shift(passage.start) for span in found)
        done = self.coverage.says_it(phrase, reading)
        return Match(phrase.claim, passage.index, phrase.phrase, side, score, matched, predicate=done)

    def _score(
        self, reading: Reading, own: Credits, before: Credits, numbers: Iterable[int]
    ) -> Iterator[tuple[int, int, int]]:
        """Number, score and score without context of every phrase of `numbers` that passes its threshold."""
        phrases = self.coverage.vocabulary.phrases
        settings = self.settings
        credit = max(settings.pointing_credit, settings.context_credit)
        most = self.coverage.scores(numbers, own, before, credit)
        able = [number for number, score in most.items() if self._passes(phrases[number].claim, score)]
        if not able:
            return
        pointing = reading.pointing is not None
        credit = self.settings.pointing_credit if pointing else self.settings.context_credit
        for number in able:
            phrase = phrases[number]
            here = self.coverage.align(phrase, reading)
            alone = self.coverage.score(number, here, {}, 0)
            score = self.coverage.score(number, here, before, credit)
            if self._passes(phrase.claim, score) and score > alone:
                disowned = find_disowned(self.coverage, phrase, reading, own)
                kept = {item: found for item, found in before.items() if item not in disowned}
                score = self.coverage.score(number, here, kept, credit) if disowned else score
            if self._passes(phrase.claim, score) and not swaps_owners(self.coverage, phrase, reading):
                yield number, score, alone

    def _by_topic(
        self, passage: Passage, reading: Reading, numbers: Iterable[int], given: Given, lead: Passage
    ) -> list[Match]:
        rows = []
        for number, score in find_by_topic(self.coverage, numbers, reading, given, self.settings):
            row = self._match(passage, reading, number, score)
            rows += [replace(row, context=(lead.span,))] if self._passes(row.claim, score) else []
        return _best(rows)

    def _near(self, own: Credits, wanted: Iterable[int]) -> frozenset[int]:
        """Those of the claims that a passage comes near by a phrase, though not near enough."""
        numbers = [number for claim in wanted for number in self.coverage.of_claim(claim)]
        phrases = self.coverage.vocabulary.phrases
        scores = self.coverage.scores(numbers, own, {}, 0)
        return frozenset(phrases[at].claim for at, score in scores.items() if score >= self.settings.near)

    def _passes(self, claim: int, score: int) -> bool:
        threshold = self.claims[claim].claim.threshold
        return score >= (self.settings.nominate if threshold is None else threshold)

    def _by_figure(self, passage: Passage, reading: Reading, wanted: Sequence[int]) -> list[Match]:
        rows = []

        @cache
        def near() -> frozenset[int]:
            return self._near(self.coverage.credits(reading), wanted)

        for number in wanted:
            counted = self.claims[number].counted
            assert counted is not None
            if not may_count(reading, counted):
                continue
            spans = []
            for figure in reading.figures:
                if not counts(figure, counted, reading) or points_back(figure, reading):
                    continue
                telling = self.claims[number].groups and is_telling(figure, counted, reading)
                if telling or (number in near() and is_near(figure, counted, reading)):
                    spans += [figure.span, *([figure.unit_span] if figure.unit_span else [])]
            if spans:
                matched = tuple(span.shift(passage.start) for span in sorted(set(spans)))
                score = self.settings.figure_score
                rows.append(Match(number, passage.index, -1, "supports", score, matched))
        return rows


def find_lead(texts: Sequence[Passage]) -> int:
    """The number of the first passage that is no heading, else 0."""
    return next((number for number, passage in enumerate(texts) if not passage.heading), 0)


def _pointing_back(
    passage: Passage, reading: Reading, earlier: Passage | None, before: Sequence[Match]
) -> list[Match]:
    """What the passage before was nominated for, where this one only says something about that."""
    pointing = reading.pointing if before else None
    if earlier is None or pointing is None or pointing.kind != "proposition":
        return []
    matched = (pointing.span.shift(passage.start),)
    again = [row for row in before if row.about >= 0]  # two who deny one report, one after the other
    return [replace(row, passage=passage.index, matched=matched) for row in again] or [
        replace(row, passage=passage.index, matched=matched, context=(earlier.span,), about=earlier.index)
        for row in before
    ]


def _best(rows: list[Match]) -> list[Match]:
    """The best few matches of each claim, by falling score."""
    rows.sort(key=lambda row: (row.claim, -row.score, row.phrase))
    by_claim = groupby(rows, key=lambda row: row.claim)
    return [row for _, group in by_claim for row in islice(group, MOST_PHRASES)]


def build_nominator(registry: Registry, claims: Sequence[ClaimReading], settings: Settings) -> Nominator:
    """A nominator for all claims of `registry`."""
    vocabulary = build_vocabulary(registry, name_groups(registry), settings)
    coverage, mentions = Coverage(vocabulary), build_mentions(claims)
    sieve = Sieve(claims, coverage, mentions, settings)
    return Nominator(tuple(claims), coverage, mentions, sieve, settings)
