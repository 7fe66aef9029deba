"""What must be mentioned: one look at each passage for the groups of all claims together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimdesk.text.claims import ClaimReading, MentionGroup
from claimdesk.text.concepts import concepts_at, concepts_of
from claimdesk.text.names import NameFinder, build_name_finder, stems
from claimdesk.text.reading import Reading

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Mentions:
    """The groups of all claims. Build it with `build_mentions`.

    `by_wording` and `by_key` give the numbers of the groups that a wording or key satisfies, `of_claim` the
    numbers of the groups that each claim asks for.
    """

    finder: NameFinder
    by_wording: tuple[frozenset[int], ...]
    by_key: Mapping[str, frozenset[int]]
    of_claim: tuple[frozenset[int], ...]
    rarest: Mapping[str, tuple[int, ...]]

    def find(self, reading: Reading) -> frozenset[int]:
        """The numbers of the groups that `reading` mentions, which keeps them for whoever asks again."""
        known = reading.mentioned  # once: another thread may look for others
        if known is None or known[0] is not self:
            known = reading.mentioned = self, self._find(reading)
        return known[1]

    def _find(self, reading: Reading) -> frozenset[int]:
        found = [self.by_wording[number] for number in self.finder.find_groups(reading.tokens)]
        if self.by_key:
            words = set(reading.lemmas)
            concepts = {name for _, _, name in reading.concepts}
            concepts = concepts.union(*(concepts_of(word, reading.language) for word in words))
            keys = words.union(f"{concept}@{reading.language}" for concept in concepts)
            found += [self.by_key[key] for key in keys if key in self.by_key]
        return frozenset().union(*found)

    def may_meet(self, form: str, lower: str, root: str, language: str) -> frozenset[int]:
        """The numbers of the groups that a passage may mention by a word with this form and lemma, or by a
        wording of which it is the rarest word."""
        wordings = [self.rarest[stem] for stem in (form, *stems(lower)) if stem in self.rarest]
        found = [self.by_wording[number] for numbers in wordings for number in numbers]
        if self.by_key:
            keys = (root, *(f"{concept}@{language}" for concept in concepts_at(root, language)))
            found += [self.by_key[key] for key in keys if key in self.by_key]
        return frozenset().union(*found) if found else _NONE

    def by_rarest(self, most: int) -> tuple[dict[int, list[int]], list[int]]:
        """The claims by that group they ask for which the fewest others do, and those without such a group.

        A group that more than `most` claims ask for keeps nothing apart.
        """
        spread = Counter(group for groups in self.of_claim for group in groups)
        by_group: dict[int, list[int]] = {}
        rest = []
        for claim, groups in enumerate(self.of_claim):
            rarest = min(groups, key=lambda group: (spread[group], group), default=-1)
            if 0 < spread[rarest] <= most:
                by_group.setdefault(rarest, []).append(claim)
            else:
                rest.append(claim)
        return by_group, rest

    def hold(self, claim: int, found: frozenset[int]) -> bool:
        """Whether `found` has every group that the claim of that number asks for."""
        return self.of_claim[claim] <= found


def build_mentions(claims: Sequence[ClaimReading]) -> Mentions:
    """The mentions of all `claims`; equal groups are looked for once."""
    return _build_mentions(tuple(claim.groups for claim in claims))


@lru_cache(maxsize=8)  # of a claim the phrases change more often than what must be mentioned
def _build_mentions(asked: tuple[tuple[MentionGroup, ...], ...]) -> Mentions:
    numbers: dict[MentionGroup, int] = {}
    of_claim = [frozenset(numbers.setdefault(group, len(numbers)) for group in groups) for groups in asked]
    wordings = _invert((group.wordings, number) for group, number in numbers.items())
    finder = build_name_finder([wording] for wording in wordings)
    return Mentions(
        finder=finder,
        by_wording=tuple(wordings.values()),
        by_key=_invert((group.keys, number) for group, number in numbers.items()),
        of_claim=tuple(of_claim),
        rarest=finder.by_rarest(),
    )


def _invert(rows: Iterable[tuple[Iterable[str], int]]) -> dict[str, frozenset[int]]:
    inverted: dict[str, set[int]] = {}
    for words, number in rows:
        for word in words:
            inverted.setdefault(word, set()).add(number)
    return {word: frozenset(inverted[word]) for word in sorted(inverted)}
