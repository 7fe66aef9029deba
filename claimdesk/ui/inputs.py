"""What the desk reads: registry, articles and reviews, each as it was when it could last be read.

The three are read apart, so that a broken registry holds back no new article. A broken article's last good
version stays too. Kept for all sessions, read-only.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Literal

from claimdesk.errors import ClaimdeskError, Problem
from claimdesk.library.article import parse_article
from claimdesk.library.read import Library, load_articles
from claimdesk.model import Article, Registry
from claimdesk.registry.read import load_registry
from claimdesk.store.reviews import Reviews, load_reviews, reviews_beside

# Any change of an article is read at once, the rest of the folder is not parsed again.
_PARSED = 20_000
_parse = lru_cache(maxsize=_PARSED)(parse_article)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the three are. The reviews stand beside the registry."""

    claims: str
    articles: str

    @property
    def reviews(self) -> Path:
        """The path of the reviews."""
        return reviews_beside(self.claims)


@dataclass(frozen=True, slots=True)
class Absent:
    """A file or folder that must be there and is not."""

    what: Literal["registry", "articles"]
    path: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """The three as last read, None what never could be, and why the newest cannot be read.

    `mark` is that of the files when they were looked at; `key` changes with the content of registry or
    articles, not with the reviews. `made` is when the oldest of what is shown was read.
    """

    mark: str
    registry: Registry | None = None
    library: Library | None = None
    reviews: Reviews = field(default_factory=Reviews)
    failure: tuple[str | Absent, ...] = ()
    made: datetime = field(default_factory=datetime.now)
    key: str = ""


def find_places() -> Places:
    """Where the environment says, else as in the repository."""
    return Places(
        os.environ.get("CLAIMDESK_CLAIMS") or "claims.yaml",
        os.environ.get("CLAIMDESK_ARTICLES") or "articles",
    )


def mark_files(places: Places) -> str:
    """Changes whenever one of the files is written, replaced, added or removed. Reads no file."""
    marks = [_mark(places.claims), _mark(str(places.reviews))]
    try:
        with os.scandir(places.articles) as entries:
            marks += sorted(_mark_entry(entry) for entry in entries)
    except (OSError, ValueError):
        marks.append("no folder")
    return hashlib.sha256("\n".join(marks).encode("utf-8", "surrogatepass")).hexdigest()


def _mark(path: str) -> str:
    try:
        return _mark_stat(path, os.stat(path))
    except (OSError, ValueError):
        return f"{path} missing"


def _mark_entry(entry: os.DirEntry[str]) -> str:
    try:
        return _mark_stat(entry.name, entry.stat())
    except OSError:
        return f"{entry.name} missing"


def _mark_stat(name: str, found: os.stat_result) -> str:
    return f"{name} {found.st_mtime_ns} {found.st_size} {found.st_ino}"


def load_inputs(places: Places, kept: Inputs | None) -> Inputs:
    """The newest of the three that can be read, after `kept`, if there was any before."""
    mark = mark_files(places)
    if kept is not None and kept.mark == mark:
        return kept
    registry, refused = _load_registry(places.claims)
    library, unread = _load_library(places.articles, kept.library if kept else None)
    reviews, unclear = _load_reviews(places.reviews)
    failure = (*refused, *unread, *unclear)
    kept = kept or Inputs(mark)
    registry, library = registry or kept.registry, library or kept.library
    made = kept.made if failure else datetime.now()
    key = _key(registry, library)
    return Inputs(mark, registry, library, reviews or kept.reviews, failure, made, key)


def _key(registry: Registry | None, library: Library | None) -> str:
    """Changes with the content of registry or articles."""
    content = [registry.sha256 if registry else ""]
    content += [f"{article.id} {article.sha256}" for article in library or ()]
    return hashlib.sha256("\n".join(content).encode()).hexdigest()


def _load_registry(path: str) -> tuple[Registry | None, list[str | Absent]]:
    if not os.path.exists(path):
        return None, [Absent("registry", path)]
    try:
        return load_registry(path), []
    except ClaimdeskError as error:
        return None, list(str(error).splitlines())


def _load_library(folder: str, kept: Library | None) -> tuple[Library | None, list[str | Absent]]:
    """The folder's articles; a broken one as it was in `kept`, where it was there."""
    if not os.path.exists(folder):
        return None, [Absent("articles", folder)]
    try:
        found = load_articles(folder, _parse)
    except ClaimdeskError as error:
        return None, list(str(error).splitlines())
    broken = [problem for problem in found.problems if problem.severity == "error"]
    saved = _find_saved(broken, found, kept)
    if not saved:
        return found, []
    articles = sorted((*found.articles, *saved), key=lambda article: article.id)
    ids = {article.id for article in saved}
    lost = [problem for problem in broken if PurePath(problem.path).stem in ids]
    left = tuple(problem for problem in found.problems if problem not in lost)
    return replace(found, articles=tuple(articles), problems=left), [str(problem) for problem in lost]


def _find_saved(broken: Sequence[Problem], found: Library, kept: Library | None) -> list[Article]:
    """The last good versions of broken articles."""
    ids = {PurePath(problem.path).stem for problem in broken} - {article.id for article in found.articles}
    return [article for article in kept.articles if article.id in ids] if kept and ids else []


def _load_reviews(path: Path) -> tuple[Reviews | None, list[str | Absent]]:
    try:
        return load_reviews(path), []
    except ClaimdeskError as error:
        return None, list(str(error).splitlines())
