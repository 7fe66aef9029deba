"""Near-copies: passages of several articles that share most of their three-word shingles.

Two passages are near-copies if they share at least 77 % of the shingles of the larger one (measured on edited
news copy: the same text with slips and cuts lies above, another text below 9 %). A group stands around its
shortest passage, of which all others are near-copies. It is found without comparing all pairs: two such
passages share one of the rarest shingles of each, so that only the postings of those are looked at (prefix
filtering; Chaudhuri, Ganti and Kaushik 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimdesk.text.speaker_words import fold
from claimdesk.text.tokens import find_forms, fold_word

SHARE = 77  # per cent of the larger passage's shingles
_WIDTH = 3  # words of a shingle
_FEWEST = 6  # words; shorter passages are alike by chance

Shingle = tuple[str, ...]


def find_copies(passages: Sequence[tuple[str, str]]) -> tuple[tuple[int, ...], ...]:
    """Groups of near-copies among (article id, text) pairs, as sorted indexes; two articles at least in
    each."""
    classes: dict[frozenset[Shingle], list[int]] = {}
    for index, (_, text) in enumerate(passages):
        shingles = _shingles(text)
        if shingles:
            classes.setdefault(shingles, []).append(index)
    groups: dict[frozenset[Shingle], list[int]] = {}
    for shingles, leader in _leaders(sorted(classes, key=lambda one: (len(one), classes[one][0]))):
        groups.setdefault(leader, []).extend(classes[shingles])
    found = (tuple(sorted(group)) for group in groups.values())
    return tuple(sorted(group for group in found if len({passages[at][0] for at in group}) > 1))


def _shingles(text: str) -> frozenset[Shingle]:
    words = [fold(fold_word(form)) for form in find_forms(text) if form[0].isalnum()]
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset(zip(*(words[first:] for first in range(_WIDTH)), strict=False))


def _leaders(sets: Sequence[frozenset[Shingle]]) -> list[tuple[frozenset[Shingle], frozenset[Shingle]]]:
    """Each of the sets, shortest first, with the first one before it that it is a near-copy of, or with
    itself."""
    frequency = Counter(shingle for shingles in sets for shingle in shingles)
    postings: dict[Shingle, list[int]] = {}
    found = []
    for number, shingles in enumerate(sets):
        rarest = sorted(shingles, key=lambda shingle: (frequency[shingle], shingle))
        prefix = rarest[: len(rarest) - _least_shared(len(rarest)) + 1]
        candidates = sorted({other for shingle in prefix for other in postings.get(shingle, ())})
        leader = next((other for other in candidates if _is_copy(sets[other], shingles)), number)
        found.append((shingles, sets[leader]))
        if leader == number:
            for shingle in prefix:
                postings.setdefault(shingle, []).append(number)
    return found


def _least_shared(size: int) -> int:
    """The fewest shingles that a set of `size` shares with a near-copy of it that is no larger."""
    return -(-SHARE * size // 100)


def _is_copy(left: frozenset[Shingle], right: frozenset[Shingle]) -> bool:
    return 100 * len(left & right) >= SHARE * max(len(left), len(right))
