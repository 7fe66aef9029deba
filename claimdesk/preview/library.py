"""A library whose articles were opened, with an index of their words: ready for claims that change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimdesk import desk
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

    `hits` has what phrases are known to reach, `ready` the claims whose passages were read ahead of a change.
    """

    entries: tuple[ArticleReport, ...]
    index: LibraryIndex
    numbers: dict[str, int]
    hits: dict[object, frozenset[Place]] = field(default_factory=dict)
    ready: set[object] = field(default_factory=set)
    _opened: dict[int, OpenedArticle] = field(default_factory=dict)
    _read: dict[int, int] = field(default_factory=dict)
    _size: int = 0

    def open(self, number: int, passages: int | None = None) -> OpenedArticle:
        """The article of that number, from 0; `passages`: how many are read in it, if not all are.

        Where too many are open, those are closed that wait longest.
        """
        found = self._opened.pop(number, None)
        if found is None:
            entry = self.entries[number]
            found = open_article(entry.article, DEFAULT_SETTINGS, entry.passages)
        before, most = self._read.get(number, 0), len(found.texts)
        self._read[number] = most if passages is None else min(before + passages, most)
        self._size += self._read[number] - before
        while self._size > _MOST_READ and self._opened:
            oldest = next(iter(self._opened))
            del self._opened[oldest]
            self._size -= self._read.pop(oldest)
            self.ready.clear()
        self._opened[number] = found
        return found

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

    @property
    def passages(self) -> int:
        """How many passages of text there are."""
        return sum(passage.kind == "text" for entry in self.entries for passage in entry.passages)


def open_library(entries: Sequence[ArticleReport]) -> OpenedLibrary:
    """The articles of a report, made ready: a second for a thousand short ones."""
    writer = IndexWriter()
    for entry in entries:
        desk.note_words(writer, entry.article, entry.passages)
    numbers = {entry.article.id: number for number, entry in enumerate(entries)}
    return OpenedLibrary(tuple(entries), LibraryIndex(writer.arrays()), numbers)
