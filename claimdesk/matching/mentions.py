"""What must be mentioned: one look at each passage for the groups of all claims together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdesk.text.claims import ClaimReading, MentionGroup
from claimdesk.text.concepts import concepts_of
from claimdesk.text.names import NameFinder, build_name_finder
from claimdesk.text.reading import Reading


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

    def find(self, reading: Reading) -> frozenset[int]:
        """The numbers of the groups that `reading` mentions."""
        found = [self.by_wording[number] for number in self.finder.find_groups(reading.tokens)]
        if self.by_key:
            words = set(reading.lemmas)
            concepts = frozenset().union(*(concepts_of(word, reading.language) for word in words))
            keys = words.union(f"{concept}@{reading.language}" for concept in concepts)
            found += [self.by_key[key] for key in keys if key in self.by_key]
        return frozenset().union(*found)

    def hold(self, claim: int, found: frozenset[int]) -> bool:
        """Whether `found` has every group that the claim of that number asks for."""
        return self.of_claim[claim] <= found


def build_mentions(claims: Sequence[ClaimReading]) -> Mentions:
    """The mentions of all `claims`; equal groups are looked for once."""
    numbers: dict[MentionGroup, int] = {}
    of_claim = [
        frozenset(numbers.setdefault(group, len(numbers)) for group in claim.groups) for claim in claims
    ]
    wordings = _invert((group.wordings, number) for group, number in numbers.items())
    return Mentions(
        finder=build_name_finder([wording] for wording in wordings),
        by_wording=tuple(wordings.values()),
        by_key=_invert((group.keys, number) for group, number in numbers.items()),
        of_claim=tuple(of_claim),
    )


def _invert(rows: Iterable[tuple[Iterable[str], int]]) -> dict[str, frozenset[int]]:
    inverted: dict[str, set[int]] = {}
    for words, number in rows:
        for word in words:
            inverted.setdefault(word, set()).add(number)
    return {word: frozenset(inverted[word]) for word in sorted(inverted)}
