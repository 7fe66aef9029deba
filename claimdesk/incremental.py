"""Matching only what was not matched before, with the same result as matching everything.

A result is kept for each article and claim, under keys of all that it depends on (`store.keys`). So a changed
claim is matched alone against the articles, a new article alone against the claims, and a second run against
nothing. `Task` is what one process needs to do a share of it, `Gathering` puts the shares together.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import islice

from claimdesk.desk import Matcher, build_matcher
from claimdesk.evidence.coverage import drop_covered
from claimdesk.model import Article, ArticleEvidence, Candidate, Evidence, Passage, Quote, Registry, Span
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.store.deferred import Deferred
from claimdesk.store.findings import Findings, pack_findings
from claimdesk.store.keys import article_key, claim_key, engine_version, frame_key, ground_keys
from claimdesk.store.results import ResultStore

SHARE = 100  # articles that are matched, sent and kept together
_MOST_KINDS = 3  # of articles in a share, by what they lack, that are matched apart


@dataclass(frozen=True, slots=True)
class Result:
    """Findings in `articles` (keys) for the claims of these numbers, as a task counts them."""

    articles: tuple[bytes, ...]
    claims: tuple[int, ...]
    findings: bytes


@dataclass(frozen=True, slots=True)
class Task:
    """What there is to match, and what was matched before. Build it with `build_task`.

    `keys` are those of the claims by number; then, counted like claims, of the passages, and of candidates
    for new claims where they are wanted. `done` has bit n set for an article where number n is known.
    """

    registry: Registry
    settings: Settings
    keys: tuple[bytes, ...]
    done: Mapping[bytes, int] = field(default_factory=dict)
    version: str = field(default_factory=engine_version)

    @property
    def passages(self) -> int:
        """The number that stands for the passages; the next one is that of the candidates."""
        return len(self.registry.claims)

    def lacks(self, article: bytes) -> int:
        """What has yet to be matched for an article, as bits."""
        return ((1 << len(self.keys)) - 1) & ~self.done.get(article, 0)

    def match(self, articles: Sequence[Article], keys: Sequence[bytes]) -> tuple[Result, ...]:
        """The results that these articles lack; they may hold some that were known."""
        kinds: dict[int, list[int]] = {}
        for at, key in enumerate(keys):
            if lack := self.lacks(key):
                kinds.setdefault(lack, []).append(at)
        if len(kinds) > _MOST_KINDS:
            together = sorted(at for row in kinds.values() for at in row)
            kinds = {_union(kinds): together}
        return tuple(
            self._match([articles[at] for at in row], tuple(keys[at] for at in row), lack)
            for lack, row in kinds.items()
        )

    def _match(self, articles: Sequence[Article], keys: tuple[bytes, ...], lack: int) -> Result:
        wanted = tuple(number for number in range(len(self.keys)) if lack >> number & 1)
        claims = tuple(number for number in wanted if number < self.passages)
        candidates = self.passages + 1 in wanted
        matcher = _matcher(self.registry, self.settings, claims)
        ids = [self.registry.claims[number].id for number in claims]
        with (
            many_objects()
        ):  # nothing keeps what was found once it is packed, so no garbage is left to look for
            found = partial(matcher.find, candidates=candidates)
            packed = pack_findings([*map(found, articles)], ids, self.passages in wanted, candidates)
        return Result(keys, wanted, packed)

    def prepare(self) -> None:
        """Make ready what every process needs, before there are several."""
        _matcher(self.registry, self.settings, tuple(range(self.passages)))


@lru_cache(maxsize=8)
def _matcher(registry: Registry, settings: Settings, claims: tuple[int, ...]) -> Matcher:
    """A matcher for some claims of a registry, with all its sources and aliases."""
    some = tuple(registry.claims[number] for number in claims)
    return build_matcher(replace(registry, claims=some), settings)


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


def build_task(
    registry: Registry,
    settings: Settings,
    store: ResultStore | None,
    candidates: bool = True,
    passages: bool = True,
) -> Task:
    """What there is to do with `registry`, given what is in `store`."""
    frame = frame_key(registry, settings)
    ground = ground_keys(frame)[: passages + (passages and candidates)]
    keys = (*(claim_key(claim, frame) for claim in registry.claims), *ground)
    return Task(registry, settings, keys, store.done(keys) if store else {})


@dataclass(slots=True)
class Gathering:
    """The results of a task, put together by article."""

    task: Task
    store: ResultStore | None = None
    _quotes: dict[bytes, dict[int, tuple[Quote, ...]]] = field(default_factory=dict)
    _leads: dict[bytes, dict[int, tuple[Span, ...]]] = field(default_factory=dict)
    _passages: dict[bytes, Sequence[Passage]] = field(default_factory=dict)
    _candidates: dict[bytes, Sequence[Candidate]] = field(default_factory=dict)

    def add(self, results: Iterable[Result]) -> None:
        """Take in new results; they are kept in the store."""
        for result in results:
            if self.store is not None:
                claims = [self.task.keys[number] for number in result.claims]
                self.store.add(result.articles, claims, result.findings)
            self._take(Findings(result.findings), dict(enumerate(result.articles)), result.claims)

    def load(self, articles: Iterable[bytes]) -> bool:
        """Take in what the store has for `articles`. False where some of it was damaged meanwhile."""
        if self.store is None:
            return True
        numbers = {key: number for number, key in enumerate(self.task.keys)}
        wanted = {key for key in articles if self.task.done.get(key)}
        damaged = len(self.store.problems)
        with many_objects():
            for kept in self.store.load(self.task.keys if wanted else ()):
                rows = {at: key for at, key in enumerate(kept.articles) if key in wanted}
                if rows:
                    claims = [numbers.get(claim, -1) for claim in kept.claims]
                    self._take(Findings(kept.findings), rows, claims)
        return len(self.store.problems) == damaged

    def _take(self, findings: Findings, articles: Mapping[int, bytes], claims: Sequence[int]) -> None:
        known = frozenset(at for at, number in enumerate(claims) if number >= 0)
        for found in findings.find(frozenset(articles), known):
            key, claim = articles[found.article], claims[found.claim]
            self._quotes.setdefault(key, {})[claim] = found.quotes
            self._leads.setdefault(key, {})[claim] = found.leads
        if self.task.passages in claims:
            self._passages |= {key: findings.passages(at) for at, key in articles.items()}
        if self.task.passages + 1 in claims:
            self._candidates |= {key: findings.candidates(at) for at, key in articles.items()}

    def entry(self, article: Article, key: bytes) -> ArticleEvidence:
        """Everything found in one article, as `desk.match` gives it."""
        by_claim = self._quotes.get(key, {})
        quotes = [(q.passage, number, q) for number, row in by_claim.items() for q in row]
        quotes.sort(key=lambda row: row[:2])
        found = tuple([quote for *_, quote in quotes])
        spans = sorted((s, number) for number, row in self._leads.get(key, {}).items() for s in row)
        candidates = self._candidates.get(key, ())
        if key in self._candidates:
            candidates = Deferred(partial(drop_covered, candidates, found))
        claims = self.task.registry.claims
        leads = tuple((claims[number].id, span) for span, number in spans)
        return ArticleEvidence(article, self._passages.get(key, ()), found, candidates, leads)


@contextmanager
def many_objects() -> Iterator[None]:
    """Without looking for garbage where there is none: that takes longer than the making of the objects."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def match(
    registry: Registry,
    articles: Iterable[Article],
    settings: Settings = DEFAULT_SETTINGS,
    store: ResultStore | None = None,
    progress: Callable[[int], None] | None = None,
    candidates: bool = True,
    passages: bool = True,
) -> Evidence:
    """The same as `desk.match`, with what `store` knows not matched again and what is new kept there.

    Args:
        passages: whether the passages of the articles are wanted too, with which candidates come.
        candidates: whether to look for candidates for new claims, which takes longer than all else.
        progress: called after each share of articles with the number of articles done.
    """
    articles = tuple(articles)
    keys = [article_key(article) for article in articles]
    while True:
        task = build_task(registry, settings, store, candidates, passages)
        gathering = Gathering(task, store)
        for first, share in _shares(articles):
            gathering.add(task.match(share, keys[first : first + len(share)]))
            if progress is not None:
                progress(first + len(share))
        if store is not None:
            store.flush()
        if gathering.load(keys):
            with many_objects():
                return Evidence(tuple(map(gathering.entry, articles, keys)))


def _shares(articles: Sequence[Article]) -> Iterator[tuple[int, Sequence[Article]]]:
    rest = iter(articles)
    first = 0
    while share := tuple(islice(rest, SHARE)):
        yield first, share
        first += len(share)
