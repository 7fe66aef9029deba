"""Concept sets: words of the news that say the same thing, in both languages: `lang/concepts_*.yaml`.

A set has a name and members in Indonesian and in English, single words and groups of words, between commas.
In a group ``...`` stands for up to two words (``merenggut ... nyawa`` finds *merenggut 14 nyawa*). Members
are lemmatised when they are loaded, so one form stands for its family. What a set promises is that a passage
with one member still says what a phrase with another says; opposites, plans and deeds, and degrees of
certainty never share a set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import load_words

TOPICS = (
    "casualties", "disaster", "war", "protest", "diplomacy", "economy", "health", "election", "law",
    "government", "speech", "action", "place", "people", "size", "transport", "acts", "aviation",
    "banking", "data", "food", "forces", "industry", "justice", "medicine", "relations", "rescue",
    "schooling", "countries", "everyday", "qualities",
)  # fmt: skip
LONGEST_GAP = 2

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Group:
    """A member of several words: the words after the first, each with the gap allowed before it."""

    concept: str
    steps: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """The members of one language by their first lemma; groups with more words come first."""

    words: dict[str, frozenset[str]]
    groups: dict[str, tuple[_Group, ...]]


def concepts_of(word: str, language: str) -> frozenset[str]:
    """The names of the sets that a single lemma belongs to, in ``id`` or ``en``."""
    return _table(language).words.get(word, _NONE)


def concepts_at(word: str, language: str) -> frozenset[str]:
    """The names of all sets that a text can meet at a single lemma: alone, or as the first of a group."""
    table = _table(language)
    alone = table.words.get(word, _NONE)
    groups = table.groups.get(word)
    return alone.union(group.concept for group in groups) if groups else alone


@cache
def find_negative(language: str) -> frozenset[str]:
    """The names of the sets with a group of words that negates: *tidak menggelar*, *not accept*."""
    table = _table(language)
    negations = {word for word, names in table.words.items() if "negation" in names}
    return frozenset(
        group.concept
        for head, groups in table.groups.items()
        for group in groups
        if head in negations or any(word in negations for word, _ in group.steps)
    )


def find_members(concepts: Collection[str], language: str) -> frozenset[str]:
    """All lemmas at which a text can meet one of `concepts`: those for which `concepts_at` names one."""
    of_concept = _find_heads(language)
    return frozenset[str]().union(*(of_concept.get(concept, _NONE) for concept in concepts))


@cache
def _find_heads(language: str) -> dict[str, frozenset[str]]:
    """For each set the lemmas at which a text can meet it."""
    table = _table(language)
    found: dict[str, set[str]] = {}
    for word, names in table.words.items():
        for name in names:
            found.setdefault(name, set()).add(word)
    for head, groups in table.groups.items():
        for group in groups:
            found.setdefault(group.concept, set()).add(head)
    return {name: frozenset(words) for name, words in found.items()}


def find_concepts(lemmas: Sequence[str], language: str) -> tuple[tuple[int, int, str], ...]:
    """All concepts of a sequence of lemmas as (start, end, name), `end` exclusive, sorted. Linear time.

    Where a group of words is found, its words do not speak for themselves (*rumah sakit* is a hospital, no
    house); the words in a gap do. Of groups that start at one word the longest counts, with all its sets.
    """
    table = _table(language)
    taken: set[int] = set()
    found: list[tuple[int, int, str]] = []
    for start, word in enumerate(lemmas):
        if start in taken:
            continue
        groups = table.groups.get(word)
        reaches = _reaches(groups, lemmas, start) if groups else ()
        for places, concept in reaches:
            taken.update(places)
            found.append((start, places[-1] + 1, concept))
        names = table.words.get(word)
        if names and not reaches:
            found.extend((start, start + 1, concept) for concept in names)
    return tuple(sorted(found))


def _reaches(
    groups: Sequence[_Group], lemmas: Sequence[str], start: int
) -> list[tuple[tuple[int, ...], str]]:
    """The places of the words of the longest groups that start here, and their concepts."""
    reaches: list[tuple[tuple[int, ...], str]] = []
    near = lemmas[start + 1 : start + 2 + LONGEST_GAP]
    for group in groups:
        if group.steps[0][0] not in near:
            continue
        if reaches and len(group.steps) + 1 < len(reaches[0][0]):
            break
        places = _places(group, lemmas, start)
        if places:
            reaches.append((places, group.concept))
    return reaches


def _places(group: _Group, lemmas: Sequence[str], start: int) -> tuple[int, ...]:
    """Where the words of the group stand from `start`, each as near as it can be; empty if one is missing."""
    places = [start]
    for word, gap in group.steps:
        here = places[-1] + 1
        near = (place for place in range(here, min(here + gap + 1, len(lemmas))) if lemmas[place] == word)
        place = next(near, None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


@cache
def _table(language: str) -> _Table:
    words: dict[str, set[str]] = {}
    groups: dict[str, list[_Group]] = {}
    for concept, member in _members(language):
        first, *rest = member.split()
        head = lemma(first, language)
        if rest:
            groups.setdefault(head, []).append(_Group(concept, _steps(rest, language)))
        else:
            words.setdefault(head, set()).add(concept)
    longest_first = {
        head: tuple(sorted(listed, key=lambda group: -len(group.steps))) for head, listed in groups.items()
    }
    return _Table({word: frozenset(names) for word, names in words.items()}, longest_first)


def _members(language: str) -> Iterator[tuple[str, str]]:
    for topic in TOPICS:
        for concept, members in load_words("", f"concepts_{topic}").items():
            for member in members[language].split(","):
                yield concept, member


def _steps(words: Sequence[str], language: str) -> tuple[tuple[str, int], ...]:
    steps: list[tuple[str, int]] = []
    gap = 0
    for word in words:
        if word == "...":
            gap = LONGEST_GAP
        else:
            steps.append((lemma(word, language), gap))
            gap = 0
    return tuple(steps)
