"""A library whose articles were opened, with an index of their words: ready for claims that change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import RLock

from claimdesk import desk
from claimdesk.evidence.history import known_dates
from claimdesk.evidence.opened import OpenedArticle, open_article
from claimdesk.matching.index import LibraryIndex
from claimdesk.matching.indexing import IndexWriter
from claimdesk.model import ArticleReport, Claim, Registry
from claimdesk.settings import DEFAULT_SETTINGS

_MOST_READ = 20_000  # passages of articles that are kept open: some ten kilobytes of memory each
# A passage of an article, both by number.
Place = tuple[int, int]


@dataclass(slots=True)
class OpenedLibrary:
    """Articles made ready for changed claims. Build it with `open_library`.

    `always` are the numbers of those on which standings depend even where they bear on nothing: the one known
    first, and versions and copies. `passages`: how many of text there are. `hits` has what phrases are known
    to reach, `ready` the numbers of the articles that were read ahead of a change of a claim. Sessions share
    one library, each in a thread of its own.
    """

    entries: tuple[ArticleReport, ...]
    index: LibraryIndex
    numbers: dict[str, int]
    always: frozenset[int] = frozenset()
    passages: int = 0
    hits: dict[object, frozenset[Place]] = field(default_factory=dict)
    ready: dict[object, frozenset[int]] = field(default_factory=dict)
    _opened: dict[int, OpenedArticle] = field(default_factory=dict)
    _read: dict[int, set[int]] = field(default_factory=dict)
    _size: int = 0
    _changing: RLock = field(default_factory=RLock, repr=False)

    def open(self, number: int) -> OpenedArticle:
        """The article of that number, from 0."""
        with self._changing:
            found = self._opened.pop(number, None)
            if found is None:
                entry = self.entries[number]
                found = open_article(entry.article, DEFAULT_SETTINGS, entry.passages)
            self._opened[number] = found  # behind all others
            return found

    def note_read(self, number: int, passages: Iterable[int]) -> None:
        """Say which passages of an open article were read, by their indexes.

        Where too many were, those articles are closed that wait longest.
        """
        with self._changing:
            known = self._read.setdefault(number, set())
            self._size -= len(known)
            known.update(passages)
            self._size += len(known)
            while self._size > _MOST_READ and self._opened:
                oldest = next(iter(self._opened))
                del self._opened[oldest]
                self._size -= len(self._read.pop(oldest, ()))
                self.ready = {name: numbers for name, numbers in self.ready.items() if oldest not in numbers}

    def search(self, claim: Claim, registry: Registry) -> list[int]:
        """The numbers of all articles in which `claim`, as one of `registry`, can find anything."""
        matcher = desk.build_matcher(replace(registry, claims=(claim,)))
        return desk.find_again(self.index, matcher)

    def search_passages(self, claim: Claim, registry: Registry) -> dict[int, dict[int, bool]]:
        """By article the passages, by their place among its texts, in which a phrase of `claim` has a say;
        with whether it may be reached there, or is at most near."""
        matcher = desk.build_matcher(replace(registry, claims=(claim,)))
        return desk.find_passages_again(self.index, matcher)

    def may_keep(self, passages: int) -> bool:
        """Whether so many passages can be kept open, and others beside them."""
        return passages <= _MOST_READ // 4


def open_library(entries: Sequence[ArticleReport]) -> OpenedLibrary:
    """The articles of a report, made ready: a second for a thousand short ones."""
    writer = IndexWriter()
    for entry in entries:
        desk.note_words(writer, entry.article, entry.passages)
    numbers = {entry.article.id: number for number, entry in enumerate(entries)}
    index = LibraryIndex(writer.arrays())
    passages = sum(passage.kind == "text" for entry in entries for passage in entry.passages)
    return OpenedLibrary(tuple(entries), index, numbers, _find_grounds(entries, numbers), passages)


def _find_grounds(entries: Sequence[ArticleReport], numbers: Mapping[str, int]) -> frozenset[int]:
    """The numbers of the article that is known first, and of those that are versions or copies of others."""
    days = known_dates((entry.article for entry in entries), ())
    found = {numbers[min(days, key=days.__getitem__)]} if days else set()
    for number, entry in enumerate(entries):
        others = (entry.article.revises, entry.article.copy_of)
        kin = {numbers[other] for other in others if other in numbers}
        found |= {number, *kin} if kin else kin
    return frozenset(found)
