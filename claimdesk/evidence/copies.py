"""Near-copies: passages of several articles that share most of their three-word shingles.

Two passages are near-copies if they share at least 77 % of the shingles of the larger one (measured on edited news
copy: equal text with slips and cuts lies above, different text below 9 %). Exact, without comparing all pairs: two
such passages must share one of the rarest shingles of each, so only the passages in the postings of those are compared
(prefix filtering; Chaudhuri, Ganti and Kaushik 2006). Equal passages are compared once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimdesk.text.speaker_words import fold
from claimdesk.text.tokens import find_tokens

SHARE = 77  # per cent of the larger passage's shingles
_WIDTH = 3  # words of a shingle
_FEWEST = 6  # words; shorter passages are alike by chance

Shingle = tuple[str, ...]


def find_copies(passages: Sequence[tuple[str, str]]) -> tuple[tuple[int, ...], ...]:
    """Groups of near-copies among (article id, text) pairs, as indexes in order.

    A group has passages of two articles at least; being a copy is passed on from one to the next.
    """
    classes: dict[frozenset[Shingle], list[int]] = {}
    for index, (_, text) in enumerate(passages):
        shingles = _shingles(text)
        if shingles:
            classes.setdefault(shingles, []).append(index)
    sets = list(classes)
    parent = list(range(len(sets)))
    for left, right in _alike(sets):
        parent[_root(parent, right)] = _root(parent, left)
    groups: dict[int, list[int]] = {}
    for number, shingles in enumerate(sets):
        groups.setdefault(_root(parent, number), []).extend(classes[shingles])
    found = (tuple(sorted(group)) for group in groups.values())
    return tuple(sorted(group for group in found if len({passages[at][0] for at in group}) > 1))


def _shingles(text: str) -> frozenset[Shingle]:
    words = [fold(token.lower) for token in find_tokens(text) if token.kind != "mark"]
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset(tuple(words[at : at + _WIDTH]) for at in range(len(words) - _WIDTH + 1))


def _alike(sets: Sequence[frozenset[Shingle]]) -> list[tuple[int, int]]:
    """The pairs of different shingle sets that are near-copies."""
    frequency = Counter(shingle for shingles in sets for shingle in shingles)
    postings: dict[Shingle, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for number in sorted(range(len(sets)), key=lambda one: (len(sets[one]), one)):
        shingles = sets[number]
        rarest = sorted(shingles, key=lambda shingle: (frequency[shingle], shingle))
        prefix = rarest[: len(rarest) - _least_shared(len(rarest)) + 1]
        candidates = {other for shingle in prefix for other in postings.get(shingle, ())}
        pairs.extend((other, number) for other in sorted(candidates) if _is_copy(sets[other], shingles))
        for shingle in prefix:
            postings.setdefault(shingle, []).append(number)
    return pairs


def _least_shared(size: int) -> int:
    """The fewest shingles that a set of `size` shares with a near-copy of it that is no larger."""
    return -(-SHARE * size // 100)


def _is_copy(left: frozenset[Shingle], right: frozenset[Shingle]) -> bool:
    return 100 * len(left & right) >= SHARE * max(len(left), len(right))


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
