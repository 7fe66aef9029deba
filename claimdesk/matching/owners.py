"""Whose words are whose: *tentara Korea Utara* is not met by *tentara Ukraina* beside the other name."""

from __future__ import annotations

from collections.abc import Container, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from claimdesk.matching.coverage import Coverage, Credits
from claimdesk.matching.vocabulary import WeighedPhrase, find_owners
from claimdesk.text.reading import Reading
from claimdesk.text.role_verbs import role_words


@dataclass(frozen=True, slots=True)
class _Owned:
    """Names by the items whose words belong to them in a passage, all its items, and the names that stand
    only behind a preposition of place or of direction."""

    owners: Mapping[int, Set[int]]
    present: Set[int]
    places: Set[int]
    aims: Set[int]


def find_disowned(
    coverage: Coverage, phrase: WeighedPhrase, reading: Reading, own: Credits
) -> frozenset[int]:
    """Names of the phrase that the passage lacks, and whose words belong to another name in it.

    Where *tentara Korea Utara* is sought and *tentara Ukraina* found, no earlier passage can supply the name.
    """
    if all(name in own for _, name in phrase.owners):
        return frozenset()
    taken = _find_owned(coverage, reading).owners
    return frozenset(name for word, name in phrase.owners if name not in own and word in taken)


def swaps_owners(coverage: Coverage, phrase: WeighedPhrase, reading: Reading) -> bool:
    """Whether a word belongs to one name of the phrase there and to another name of it here.

    *Zandia shot down 12 Lorvan drones* is no match of *Lorvania shot down 12 Zandian drones*.
    """
    if not phrase.owners:
        return False
    here = _find_owned(coverage, reading)
    names = {item for item, _ in phrase.items if coverage.vocabulary.items[item].is_name}
    return any(
        not (phrase.verbal and word in phrase.predicate)
        and name not in here.owners.get(word, ())
        and (
            (word in here.owners and (name in here.places or (len(names) > 1 and here.owners[word] & names)))
            or (word in here.present and name in here.aims)
        )
        for word, name in phrase.owners
    )


@lru_cache(maxsize=16)  # phrases of many claims ask about one passage
def _find_owned(coverage: Coverage, reading: Reading) -> _Owned:
    owners: dict[int, set[int]] = {}
    for word, name in find_owners(coverage.weigh(reading)):
        for item, _ in coverage.stands_for(word, reading.language):
            owners.setdefault(item, set()).update(coverage.vocabulary.by_key.get(name.key, ()))
    sets = role_words(reading.language).sets
    return _Owned(
        owners,
        coverage.find_places(reading).keys(),
        _only_behind(sets["place"], coverage, reading),
        _only_behind(sets["direction"], coverage, reading),
    )


def _only_behind(prepositions: Container[str], coverage: Coverage, reading: Reading) -> set[int]:
    """Names that stand nowhere but right behind one of `prepositions`: *troops went to Lorvania*."""
    found: dict[bool, set[int]] = {True: set(), False: set()}
    for word, _, first, _ in coverage.weigh(reading):
        if word.is_name:
            behind = first > 0 and reading.tokens[first - 1].lower in prepositions
            found[behind].update(coverage.vocabulary.by_key.get(word.key, ()))
    return found[True] - found[False]
