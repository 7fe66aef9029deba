"""What the desk reads: registry, articles and reviews, each as it was when it could last be read.

The three are read apart, so that a broken registry holds back no new article, and a decision reads no article
again. A broken article's last good version stays too. Kept for all sessions, read-only.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import Literal

from claimdesk.errors import ClaimdeskError, Problem
from claimdesk.library.read import Library
from claimdesk.model import Article, Registry
from claimdesk.registry.read import load_registry
from claimdesk.store.results import results_beside
from claimdesk.store.reviews import Reviews, load_reviews, reviews_beside
from claimdesk.ui.folder import Folder, load_folder, mark_file, mark_folder


@dataclass(frozen=True, slots=True)
class Places:
    """Where the three are. Reviews and results stand beside the registry."""

    claims: str
    articles: str

    @property
    def reviews(self) -> Path:
        """The path of the reviews."""
        return reviews_beside(self.claims)

    @property
    def results(self) -> Path:
        """The folder of what was matched before."""
        return results_beside(self.claims)


Part = Literal["registry", "articles"]


@dataclass(frozen=True, slots=True)
class Absent:
    """A file or folder that must be there and is not."""

    what: Part
    path: str


Failure = tuple[str | Absent, ...]  # one line a problem


@dataclass(frozen=True, slots=True)
class Marks:
    """Each changes when its file, or one of its files, does."""

    registry: str = ""
    articles: str = ""
    reviews: str = ""

    def __str__(self) -> str:
        return f"{self.registry} {self.articles} {self.reviews}"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The three as last read, None what never could be, and why the newest cannot be read.

    `marks` are those of the files when they were looked at; `key` changes with the content of registry or
    articles, not with the reviews. `made` is when the oldest of what is shown was read.
    """

    marks: Marks = field(default_factory=Marks)
    registry: Registry | None = None
    folder: Folder = field(default_factory=Folder)
    library: Library | None = None
    reviews: Reviews = field(default_factory=Reviews)
    failures: tuple[Failure, Failure, Failure] = ((), (), ())
    made: datetime = field(default_factory=datetime.now)
    key: str = ""

    @property
    def failure(self) -> Failure:
        """Why the newest cannot be read."""
        return tuple(one for failure in self.failures for one in failure)

    @property
    def missing(self) -> frozenset[Part]:
        """What never could be read."""
        parts: dict[Part, object] = {"registry": self.registry, "articles": self.library}
        return frozenset(part for part, read in parts.items() if read is None)


def find_places() -> Places:
    """Where the environment says, else as in the repository."""
    return Places(
        os.environ.get("CLAIMDESK_CLAIMS") or "claims.yaml",
        os.environ.get("CLAIMDESK_ARTICLES") or "articles",
    )


def mark_files(places: Places) -> Marks:
    """The marks of the files as they are. Reads none."""
    return Marks(mark_file(places.claims), mark_folder(places.articles), mark_file(str(places.reviews)))


def load_inputs(places: Places, kept: Inputs | None) -> Inputs:
    """The newest of the three that can be read, after `kept`, if there was any before."""
    marks = mark_files(places)
    if kept is not None and kept.marks == marks:
        return kept
    kept, first = kept or Inputs(), kept is None
    registry, folder, library, reviews = kept.registry, kept.folder, kept.library, kept.reviews
    refused, unread, unclear = kept.failures
    if first or marks.registry != kept.marks.registry:
        newest, refused = _load_registry(places.claims)
        registry = newest or registry
    if first or marks.articles != kept.marks.articles:
        folder, found, unread = _load_library(places.articles, folder, library)
        library = found or library
    if first or marks.reviews != kept.marks.reviews:
        said, unclear = _load_reviews(places.reviews)
        reviews = said or reviews
    same = registry is kept.registry and library is kept.library
    made = kept.made if refused or unread or unclear else datetime.now()
    key = kept.key if same else _key(registry, library)
    return Inputs(marks, registry, folder, library, reviews, (refused, unread, unclear), made, key)


def _key(registry: Registry | None, library: Library | None) -> str:
    """Changes with the content of registry or articles."""
    content = [registry.sha256 if registry else ""]
    content += [f"{article.id} {article.sha256} {article.never_text}" for article in library or ()]
    return hashlib.sha256("\n".join(content).encode()).hexdigest()


def _load_registry(path: str) -> tuple[Registry | None, Failure]:
    if not os.path.exists(path):
        return None, (Absent("registry", path),)
    try:
        return load_registry(path), ()
    except ClaimdeskError as error:
        return None, tuple(str(error).splitlines())


def _load_library(folder: str, read: Folder, kept: Library | None) -> tuple[Folder, Library | None, Failure]:
    """The folder's articles; a broken one as it was in `kept`, where it was there."""
    if not os.path.exists(folder):
        return Folder(), None, (Absent("articles", folder),)
    try:
        read = load_folder(folder, read)
    except ClaimdeskError as error:
        return Folder(), None, tuple(str(error).splitlines())
    found = read.library
    broken = [problem for problem in found.problems if problem.severity == "error"]
    saved = _find_saved(broken, found, kept)
    if not saved:
        return read, found, ()
    articles = sorted((*found.articles, *saved), key=lambda article: article.id)
    ids = {article.id for article in saved}
    lost = [problem for problem in broken if PurePath(problem.path).stem in ids]
    left = tuple(problem for problem in found.problems if problem not in lost)
    return read, replace(found, articles=tuple(articles), problems=left), tuple(map(str, lost))


def _find_saved(broken: Sequence[Problem], found: Library, kept: Library | None) -> list[Article]:
    """The last good versions of broken articles."""
    ids = {PurePath(problem.path).stem for problem in broken} - {article.id for article in found.articles}
    return [article for article in kept.articles if article.id in ids] if kept and ids else []


def _load_reviews(path: Path) -> tuple[Reviews | None, Failure]:
    try:
        return load_reviews(path), ()
    except ClaimdeskError as error:
        return None, tuple(str(error).splitlines())
