"""Nomination by phrase: which phrases a passage, with what stands before it, brings to their threshold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice

from claimdesk.matching.coverage import Coverage, Credits
from claimdesk.matching.light_words import tells_lightly
from claimdesk.matching.owners import find_disowned, swaps_owners
from claimdesk.matching.topic import Given, find_by_topic
from claimdesk.model import Match, Passage
from claimdesk.settings import Settings
from claimdesk.text.claims import ClaimReading
from claimdesk.text.lemmas import LIGHT_WEIGHT
from claimdesk.text.reading import Reading

MOST_PHRASES = 6  # best matches of one claim and passage that go on to the gates


@dataclass(frozen=True, slots=True)
class PhraseMatcher:
    """The phrases of all claims, made ready to be met by passages. Phrases and claims go by their numbers."""

    claims: tuple[ClaimReading, ...]
    coverage: Coverage
    settings: Settings

    def find(
        self,
        passage: Passage,
        reading: Reading,
        own: Credits,
        before: Credits,
        earlier: Passage | None,
        numbers: Iterable[int],
    ) -> list[Match]:
        """The matches of a passage with the phrases of `numbers`, the best few of each claim.

        `own` is what its words give, `before` what those of the passage `earlier` do.
        """
        rows = []
        for number, score, alone in self._score(reading, own, before, numbers):
            row = self._match(passage, reading, number, score)
            rows.append(replace(row, context=(earlier.span,)) if earlier and score > alone else row)
        return _best(rows)

    def find_with_topic(
        self, passage: Passage, reading: Reading, numbers: Iterable[int], given: Given, lead: Passage
    ) -> list[Match]:
        """The matches with phrases whose nouns the topic of the article, told by its `lead`, has `given`."""
        rows = []
        for number, score in find_by_topic(self.coverage, numbers, reading, given, self.settings):
            row = self._match(passage, reading, number, score)
            rows += [replace(row, context=(lead.span,))] if self._passes(row.claim, score) else []
        return _best(rows)

    def reach(self, own: Credits, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """Claim and phrase of those phrases that `own` brings to their threshold."""
        phrases = self.coverage.vocabulary.phrases
        scores = self.coverage.scores(numbers, own, {}, 0)
        met = (phrases[at] for at, score in scores.items() if self._passes(phrases[at].claim, score))
        return [(phrase.claim, phrase.phrase) for phrase in met]

    def find_near(self, own: Credits, wanted: Iterable[int]) -> frozenset[int]:
        """Those of the `wanted` claims that a passage comes near by a phrase, though not near enough.

        By words that nearly every passage has (*orang*) it comes near to nothing.
        """
        numbers = [number for claim in wanted for number in self.coverage.of_claim(claim)]
        phrases = self.coverage.vocabulary.phrases
        scores = self.coverage.scores(numbers, own, {}, 0)
        return frozenset(
            phrases[at].claim
            for at, score in scores.items()
            if score >= self.settings.near
            and any(item in own and weight > LIGHT_WEIGHT for item, weight in phrases[at].items)
        )

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
            if phrase.told and not tells_lightly(phrase.told, reading):
                continue
            here = self.coverage.align(phrase, reading)
            alone = self.coverage.score(number, here, {}, 0)
            score = self.coverage.score(number, here, before, credit)
            if self._passes(phrase.claim, score) and score > alone:
                unsaid = {*find_disowned(self.coverage, phrase, reading, own)}
                if not pointing:  # Zandia, which did something else, is not the troops of Zandia
                    unsaid.update(word for word, name in phrase.owners if name in here)
                kept = {item: found for item, found in before.items() if item not in unsaid}
                score = self.coverage.score(number, here, kept, credit) if unsaid else score
            if self._passes(phrase.claim, score) and not swaps_owners(self.coverage, phrase, reading):
                yield number, score, alone

    def _match(self, passage: Passage, reading: Reading, number: int, score: int) -> Match:
        phrase = self.coverage.vocabulary.phrases[number]
        side = self.claims[phrase.claim].claim.phrases[phrase.phrase].side
        found = self.coverage.find_matched(phrase, reading)
        matched = tuple(span.shift(passage.start) for span in found)
        done = self.coverage.says_it(phrase, reading)
        return Match(phrase.claim, passage.index, phrase.phrase, side, score, matched, predicate=done)

    def _passes(self, claim: int, score: int) -> bool:
        threshold = self.claims[claim].claim.threshold
        return score >= (self.settings.nominate if threshold is None else threshold)


def _best(rows: list[Match]) -> list[Match]:
    """The best few matches of each claim, by falling score."""
    rows.sort(key=lambda row: (row.claim, -row.score, row.phrase))
    by_claim = groupby(rows, key=lambda row: row.claim)
    return [row for _, group in by_claim for row in islice(group, MOST_PHRASES)]
