"""Nomination: which passages bear on which claims, by phrase or by figure. It decides no stance.

By phrase: fuzzy weighted coverage at or above the threshold. By figure: a claim with a quantity is also met
by a passage that states a figure counting one of its units. A passage that only points back is nominated for
what the passage it points to was nominated for. In every case `must_mention` must hold in the passage, its
two predecessors, the lead, the title or the headline in the address; the lead itself, which has no
predecessors, looks at its two successors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from claimdesk.matching.coverage import Coverage, Credits
from claimdesk.matching.mentions import Mentions, build_mentions
from claimdesk.matching.vocabulary import build_vocabulary
from claimdesk.model import Match, Passage, Registry, Span
from claimdesk.settings import Settings
from claimdesk.text.claims import ClaimReading, name_groups
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts, is_near, is_telling, points_back

MOST_PHRASES = 6  # best matches of one claim and passage that go on to the gates


@dataclass(frozen=True, slots=True)
class Nominator:
    """The registry made ready for nomination. Build it with `build_nominator`."""

    claims: tuple[ClaimReading, ...]
    coverage: Coverage
    mentions: Mentions
    settings: Settings

    @property
    def counting(self) -> Sequence[int]:
        """The claims with a quantity, by number."""
        return [number for number, claim in enumerate(self.claims) if claim.counted is not None]

    def nominate(
        self, passages: Sequence[Passage], readings: Mapping[int, Reading], title: Reading
    ) -> tuple[Match, ...]:
        """All matches in one article, by passage, claim and falling score.

        Args:
            passages: all passages of the article; only those of kind ``text`` are matched.
            readings: a reading for each passage of kind ``text``, by its index.
            title: the title and the headline in the address.
        """
        texts = [passage for passage in passages if passage.kind == "text"]
        credits = [self.coverage.credits(readings[passage.index]) for passage in texts]
        mentioned = [self.mentions.find(readings[passage.index]) for passage in texts]
        in_title = self.mentions.find(title)
        found: list[Match] = []
        before: list[Match] = []
        for at, passage in enumerate(texts):
            around = in_title.union(*(mentioned[one] for one in (at, *_neighbours(texts, at))))
            earlier = texts[at - 1] if at else None
            rows = self._by_phrase(
                passage, readings[passage.index], credits[at], credits[at - 1] if at else {}, earlier
            )
            wanted = [claim for claim in self.counting if self.mentions.hold(claim, around)]
            rows += self._by_figure(passage, readings[passage.index], wanted, credits[at])
            rows += _pointing_back(passage, readings[passage.index], earlier, before)
            before = [row for row in rows if self.mentions.hold(row.claim, around)]
            found += before
        return tuple(found)

    def find_leads(
        self, passages: Sequence[Passage], readings: Mapping[int, Reading]
    ) -> tuple[tuple[str, Span], ...]:
        """Link lines that bear on a claim: claim id and place. They are no evidence, but worth following."""
        leads = []
        for passage in passages:
            if passage.kind != "link":
                continue
            reading = readings[passage.index]
            met = {claim for claim, _ in self.find_phrases(reading)}
            mentioned = self.mentions.find(reading)
            leads += [
                (self.claims[claim].claim.id, passage.span)
                for claim in sorted(met)
                if self.mentions.hold(claim, mentioned)
            ]
        return tuple(leads)

    def find_phrases(self, reading: Reading) -> list[tuple[int, int]]:
        """Claim and phrase, by number, of every phrase that the words of `reading` alone reach."""
        phrases = self.coverage.vocabulary.phrases
        scores = self.coverage.scores(self.coverage.credits(reading), {}, 0)
        met = (phrases[at] for at, score in scores.items() if self._passes(phrases[at].claim, score))
        return [(phrase.claim, phrase.phrase) for phrase in met]

    def _by_phrase(
        self,
        passage: Passage,
        reading: Reading,
        own: Credits,
        before: Credits,
        earlier: Passage | None,
    ) -> list[Match]:
        rows = []
        for number, score, alone in self._score(reading, own, before):
            phrase = self.coverage.vocabulary.phrases[number]
            matched = self.coverage.find_matched(phrase, reading)
            rows.append(
                Match(
                    claim=phrase.claim,
                    passage=passage.index,
                    phrase=phrase.phrase,
                    side=self.claims[phrase.claim].claim.phrases[phrase.phrase].side,
                    score=score,
                    matched=tuple(span.shift(passage.start) for span in matched),
                    context=(earlier.span,) if earlier is not None and score > alone else (),
                    predicate=self.coverage.says_it(phrase, reading),
                )
            )
        return _best(rows)

    def _score(self, reading: Reading, own: Credits, before: Credits) -> Iterator[tuple[int, int, int]]:
        """Number, score and score without context of every phrase that passes its threshold."""
        phrases = self.coverage.vocabulary.phrases
        settings = self.settings
        most = self.coverage.scores(own, before, max(settings.pointing_credit, settings.context_credit))
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
                disowned = self.coverage.find_disowned(phrase, reading, own)
                kept = {item: found for item, found in before.items() if item not in disowned}
                score = self.coverage.score(number, here, kept, credit) if disowned else score
            if self._passes(phrase.claim, score) and not self.coverage.swaps_owners(phrase, reading):
                yield number, score, alone

    def _near(self, own: Credits) -> frozenset[int]:
        """The claims that a passage comes near by a phrase, though not near enough."""
        phrases = self.coverage.vocabulary.phrases
        scores = self.coverage.scores(own, {}, 0)
        return frozenset(phrases[at].claim for at, score in scores.items() if score >= self.settings.near)

    def _passes(self, claim: int, score: int) -> bool:
        threshold = self.claims[claim].claim.threshold
        return score >= (self.settings.nominate if threshold is None else threshold)

    def _by_figure(
        self, passage: Passage, reading: Reading, wanted: Sequence[int], own: Credits
    ) -> list[Match]:
        rows = []
        near: frozenset[int] | None = None
        for number in wanted:
            counted = self.claims[number].counted
            assert counted is not None
            spans = []
            for figure in reading.figures:
                if not counts(figure, counted, reading) or points_back(figure, reading):
                    continue
                if near is None:
                    near = self._near(own)
                bound = bool(self.claims[number].groups)
                close = number in near and is_near(figure, counted, reading)
                if close or (bound and is_telling(figure, counted, reading)):
                    spans += [figure.span, *([figure.unit_span] if figure.unit_span else [])]
            if spans:
                matched = tuple(span.shift(passage.start) for span in sorted(set(spans)))
                score = self.settings.figure_score
                rows.append(Match(number, passage.index, -1, "supports", score, matched))
        return rows


def _neighbours(texts: Sequence[Passage], at: int) -> Sequence[int]:
    """The lead and the two predecessors; for the lead itself, the two successors."""
    lead = next((number for number, passage in enumerate(texts) if not passage.heading), 0)
    if at <= lead:
        return [*range(at), *range(at + 1, min(at + 3, len(texts)))]
    return [lead, *range(max(at - 2, lead + 1), at)]


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
    return Nominator(tuple(claims), Coverage(vocabulary), build_mentions(claims), settings)
