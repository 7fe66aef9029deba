"""How two articles are alike: a copy, a version of one another, a translation, or some sentences in common.

=========== ==============================================================================================
copy        at least half of the sentences of the shorter one stand in the other, nearly word for word
version     a copy in the same outlet: one of the two is the other, revised
shares      three sentences or more, but no half: both use one source
translation at least half of the sentences of the shorter one say in the same order what sentences of the
            other say, by figures, names and concepts; also the same report retold
=========== ==============================================================================================

Nearly word for word is what `evidence.copies` means by it: 77 % of the runs of three words. For
translations: sentences of one text in two wordings agreed in 47 to 100 %, those of different reports on one
event in 13 % at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimdesk.library.marks import Sentence
from claimdesk.model import Span

LikenessKind = Literal["copy", "version", "shares", "translation"]
_SAME = 77  # per cent of the larger sentence's runs
_HALF = 50  # per cent of the shorter text's sentences
_SHARED = 3  # sentences in common that are worth a word
_TOLD = 4  # sentences that a translation has in common at least
_ALIKE = 0.5  # least share, from 0 to 1, of what two sentences say that both say (Dice)
_COMMON = 0.3  # share of the sentences from which on a name or concept is what all of the text is about
_LONGEST = 400  # sentences that are aligned


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a new article is like the one of `id`: `share` per cent of the shorter one's sentences.

    `pairs` are the sentences that coincide, as spans of the new body and of the other.
    """

    id: str
    kind: LikenessKind
    share: int
    pairs: tuple[tuple[Span, Span], ...]


def compare_articles(
    identity: str, new: Sequence[Sentence], old: Sequence[Sentence], same_outlet: bool
) -> Likeness | None:
    """How an article is like the one of that id; None where it is not, or without gists is no copy."""
    pairs = _find_same(new, old)
    telling = [sum(bool(sentence.runs()) for sentence in side) for side in (new, old)]
    share = 100 * len(pairs) // max(min(telling), 1)
    if pairs and share >= _HALF:
        return Likeness(
            identity, "version" if same_outlet else "copy", min(share, 100), _spans(new, old, pairs)
        )
    if len(pairs) >= _SHARED:
        return Likeness(identity, "shares", share, _spans(new, old, pairs))
    if not any(sentence.gist for sentence in old):
        return None
    told, shorter = _find_told(new[:_LONGEST], old[:_LONGEST])
    share = 100 * len(told) // max(shorter, 1)
    if len(told) >= _TOLD and share >= _HALF:
        return Likeness(identity, "translation", share, _spans(new, old, told))
    return None


def _spans(
    new: Sequence[Sentence], old: Sequence[Sentence], pairs: Sequence[tuple[int, int]]
) -> tuple[tuple[Span, Span], ...]:
    return tuple((new[left].span, old[right].span) for left, right in pairs)


def _find_same(new: Sequence[Sentence], old: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Sentences that are nearly word for word the same; each of the new ones once."""
    runs = [sentence.runs() for sentence in old]
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, held in enumerate(runs):
        for run in held:
            holders.setdefault(run, []).append(number)
    found = []
    for number, sentence in enumerate(new):
        own = sentence.runs()
        shared = Counter(holder for run in own for holder in holders.get(run, ()))
        fitting = [
            (count, -at)
            for at, count in shared.items()
            if 100 * count >= _SAME * max(len(own), len(runs[at]))
        ]
        if fitting:
            found.append((number, -max(fitting)[1]))
    return found


def _find_told(new: Sequence[Sentence], old: Sequence[Sentence]) -> tuple[list[tuple[int, int]], int]:
    """Sentences that say the same, in the order of both, so that most is said; and how many could be."""
    common = _common(new) & _common(old)
    left = [sentence.gist - common for sentence in new]
    right = [sentence.gist - common for sentence in old]
    shorter = min(sum(len(gist) > 1 for gist in side) for side in (left, right))
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for row in range(len(left) - 1, -1, -1):
        for column in range(len(right) - 1, -1, -1):
            alike = _alike(left[row], right[column])
            skipped = max(best[row + 1][column], best[row][column + 1])
            best[row][column] = max(skipped, alike + best[row + 1][column + 1]) if alike else skipped
    return _walk(best), shorter


def _walk(best: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs that the best sum is made of."""
    found = []
    row = column = 0
    while row < len(best) - 1 and column < len(best[0]) - 1:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            found.append((row, column))
            row, column = row + 1, column + 1
    return found


def _alike(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of what both say; 0 below `_ALIKE`, or for less than two things."""
    shared = len(left & right)
    share = 2 * shared / (len(left) + len(right)) if shared > 1 else 0.0
    return share if share >= _ALIKE else 0.0


def _common(sentences: Sequence[Sentence]) -> set[str]:
    """What so many sentences name that it tells none of them from the others."""
    counts = Counter(name for sentence in sentences for name in sentence.gist)
    return {name for name, count in counts.items() if count > _COMMON * len(sentences)}
