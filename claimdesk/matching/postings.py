"""From items to the phrases that they can bring to their threshold, without loss.

A phrase is entered under its rarest items only: so many that the others alone cannot reach its threshold
(prefix filtering: Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins in data
cleaning"). A word that stands in thousands of phrases is then no reason to look at any of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimdesk.matching.coverage import Coverage

MOST_CREDIT = 100


@dataclass(frozen=True, slots=True)
class Postings:
    """Some phrases under their rarest items. Build it with `build_postings`.

    `weights` are the items of each phrase with their weights, `needed` the least sum of weight times credit.
    """

    by_item: Mapping[int, Sequence[int]]
    weights: Mapping[int, Mapping[int, int]]
    needed: Mapping[int, int]

    def reached(self, own: Collection[int], before: Collection[int]) -> list[int]:
        """The phrases that share an item with `own` and that `own` and `before` together may reach."""
        if not own or not self.by_item:
            return []
        able = {number for item in own if item in self.by_item for number in self.by_item[item]}
        able.update(number for item in before if item in self.by_item for number in self.by_item[item])
        return [number for number in able if self._reaches(number, own, before)]

    def _reaches(self, number: int, own: Collection[int], before: Collection[int]) -> bool:
        here = total = 0
        for item, weight in self.weights[number].items():
            if item in own:
                here = 1
                total += weight
            elif item in before:
                total += weight
        return bool(here) and total * MOST_CREDIT >= self.needed[number]


def build_postings(coverage: Coverage, least: Mapping[int, int]) -> Postings:
    """Postings of the phrases of `least`, each with the score, 0 to 100, that it must reach."""
    phrases = coverage.vocabulary.phrases
    spread = Counter(item for number in least for item, _ in phrases[number].items)
    by_item: dict[int, list[int]] = defaultdict(list)
    needed: dict[int, int] = {}
    for number, score in least.items():
        needed[number] = score * phrases[number].weight
        left = 0
        for item, weight in sorted(phrases[number].items, key=lambda row: (-spread[row[0]], row[0])):
            left += weight * MOST_CREDIT
            if left >= needed[number]:  # with this item and those more common the threshold is in reach
                by_item[item].append(number)
    return Postings(dict(by_item), {number: dict(phrases[number].items) for number in least}, needed)
