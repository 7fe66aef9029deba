"""One worker's share: read a portion of a library, match what is not known of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock

from claimdesk.errors import UsageError
from claimdesk.incremental import Result, Task
from claimdesk.library.portions import Portion, load_portion
from claimdesk.model import Article
from claimdesk.store.keys import article_key, engine_version

_ALONE = Lock()  # the engine's caches are for one thread


@dataclass(frozen=True, slots=True)
class Share:
    """The articles of a portion with their keys, what was found in them, and what could not be read."""

    articles: tuple[Article, ...] = ()
    keys: tuple[bytes, ...] = ()
    results: tuple[Result, ...] = ()
    problems: tuple[str, ...] = ()


Work = Callable[[Portion], Share]


def build_work(task: Task, bodies: bool) -> Work:
    """What a worker does with a portion; without `bodies`, its articles come back without their
    texts, but for new versions of others, which are compared with these."""
    return partial(_match_portion, task, bodies)


def _match_portion(task: Task, bodies: bool, portion: Portion) -> Share:
    if task.version != engine_version():
        raise UsageError("A worker runs another version of Claimdesk. Install the same one everywhere.")
    with _ALONE:
        library = load_portion(portion)
        keys = tuple(map(article_key, library))
        results = task.match(library.articles, keys)
    articles = library.articles
    if not bodies:
        articles = tuple(one if one.revises else replace(one, body="") for one in library)
    return Share(articles, keys, results, tuple(map(str, library.problems)))


def lost(portion: Portion) -> Share:
    """The share of a portion that cannot be matched: every worker that tried it died."""
    what = f"rows {portion.first} to {portion.first + portion.rows - 1} of row group {portion.group}"
    if portion.names:
        what = f"{portion.names[0]} to {portion.names[-1]}"
    said = f"{portion.place}: {what} could not be matched, the workers that tried it died; it was left out."
    return Share(problems=(f"{said} Try with fewer --workers: memory may be short.",))
