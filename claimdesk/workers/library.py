"""A whole library matched by workers: the same evidence as `desk.match`, whoever did what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from claimdesk.incremental import Gathering, build_task, many_objects
from claimdesk.library.portions import Portion
from claimdesk.model import Article, Evidence, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.store.results import ResultStore
from claimdesk.workers.cluster import run_cluster
from claimdesk.workers.processes import run_processes
from claimdesk.workers.share import Share, Work, build_work

Run = Callable[[Work, Sequence[Portion]], Iterable[tuple[int, Share]]]


def run_here(work: Work, portions: Sequence[Portion]) -> Iterator[tuple[int, Share]]:
    """The share of each portion, one after the other in this process."""
    yield from enumerate(map(work, portions))


def on_processes(workers: int) -> Run:
    """`workers` processes of this machine; this one alone for 1."""
    return run_here if workers == 1 else partial(run_processes, workers=workers)


def on_cluster(address: str) -> Run:
    """The workers of the Dask scheduler at `address` (``tcp://host:8786``)."""
    return partial(run_cluster, address=address)


@dataclass(slots=True)
class _Read:
    """What was read, by number of the portion."""

    articles: dict[int, tuple[tuple[Article, bytes], ...]] = field(default_factory=dict)
    problems: dict[int, tuple[str, ...]] = field(default_factory=dict)


def match_library(
    registry: Registry,
    portions: Sequence[Portion],
    settings: Settings = DEFAULT_SETTINGS,
    store: ResultStore | None = None,
    run: Run = run_here,
    bodies: bool = True,
    progress: Callable[[int], None] | None = None,
    candidates: bool = False,
) -> tuple[Evidence, tuple[str, ...]]:
    """Everything in a library that bears on the claims, and what of it could not be read.

    Only one portion a worker is in memory at a time, and what was found; with `bodies` all texts too, else
    the articles of the result have none.

    Args:
        candidates: whether to look for candidates for new claims, which takes longer than all else.
        run: who does the work.
        progress: called now and then with the number of articles done.
    """
    while True:
        task = build_task(registry, settings, store, candidates)
        gathering = Gathering(task, store)
        read = _Read()
        if run is not run_here and len(task.done) == 0:
            task.prepare()
        done = 0
        try:
            for number, share in run(build_work(task, bodies), portions):
                with many_objects():
                    gathering.add(share.results)
                read.articles[number] = tuple(zip(share.articles, share.keys, strict=True))
                read.problems[number] = share.problems
                done += len(share.articles)
                if progress is not None:
                    progress(done)
        finally:
            if store is not None:
                store.flush()
        articles, problems = _without_twins(read)
        if gathering.load([key for _, key in articles]):
            with many_objects():
                entries = tuple(gathering.entry(article, key) for article, key in articles)
            return Evidence(entries), problems


def _without_twins(read: _Read) -> tuple[list[tuple[Article, bytes]], tuple[str, ...]]:
    """The articles and the problems in order; a second article of the same id is one more problem."""
    taken: set[str] = set()
    articles = []
    problems: list[str] = []
    for number in sorted(read.articles):
        problems += read.problems[number]
        for article, key in read.articles[number]:
            if article.id in taken:
                problems.append(f"{article.id}: a second article has this id; it was left out, rename it.")
            else:
                articles.append((article, key))
            taken.add(article.id)
    return articles, tuple(problems)
