"""The report behind a page: read again when a file changed, matched again when its content did.

Registry and articles are looked at on every run; what was computed from them is kept by content and shared by
all sessions, read-only. While a file cannot be read, the last report that could be made stays.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from claimdesk import desk
from claimdesk.errors import ClaimdeskError
from claimdesk.library.read import Library, load_articles
from claimdesk.model import Article, Evidence, Registry, Report
from claimdesk.registry.read import load_registry
from claimdesk.settings import DEFAULT_SETTINGS

Cached = TypeVar("Cached", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class State:
    """What a page can show.

    `report` is None where there never was one. `failure` says why the newest input cannot be read, one line a
    problem; `good_since` is then when the report shown was made.
    """

    report: Report | None
    failure: tuple[str, ...] = ()
    good_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Good:
    """The last input that could be read."""

    key: str
    registry: Registry
    library: Library
    made: datetime


def claims_path() -> str:
    """The registry's path, from CLAIMDESK_CLAIMS or as in the repository."""
    return os.environ.get("CLAIMDESK_CLAIMS") or "claims.yaml"


def articles_path() -> str:
    """The articles' folder, from CLAIMDESK_ARTICLES or as in the repository."""
    return os.environ.get("CLAIMDESK_ARTICLES") or "articles"


def is_cold() -> bool:
    """Whether nothing was read yet, so that the first page takes a moment."""
    return (claims_path(), articles_path()) not in _last_good()


def load_state(until: date) -> State:
    """The report up to `until`, from the newest input that can be read."""
    place = (claims_path(), articles_path())
    good = _last_good()
    failure: tuple[str, ...] = ()
    try:
        good[place] = _load(*place, good.get(place))
    except ClaimdeskError as error:
        failure = tuple(str(error).splitlines())
    kept = good.get(place)
    if kept is None:
        return State(None, failure)
    evidence = _match(kept.key, kept.registry, kept.library.articles)
    remarks = tuple(str(problem) for problem in kept.library.problems)
    report = _assess(kept.key, until, remarks, evidence, kept.registry)
    return State(report, failure, kept.made if failure else None)


def _load(claims: str, articles: str, kept: _Good | None) -> _Good:
    registry = _registry(claims, _digest([Path(claims)]))
    library = _library(articles, _digest(_files(articles)))
    content = [registry.sha256, *(f"{article.id} {article.sha256}" for article in library.articles)]
    key = hashlib.sha256("\n".join(content).encode()).hexdigest()
    if kept is not None and kept.key == key:
        return _Good(key, registry, library, kept.made)
    return _Good(key, registry, library, datetime.now())


def _files(folder: str) -> list[Path]:
    try:
        return sorted(Path(folder).iterdir())
    except OSError:
        return []


def _digest(paths: Sequence[Path]) -> str:
    """Changes whenever one of the files is written, replaced, added or removed."""
    marks = []
    for path in paths:
        try:
            found = path.stat()
            marks.append(f"{path.name} {found.st_mtime_ns} {found.st_size} {found.st_ino}")
        except OSError:
            marks.append(f"{path.name} missing")
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def _kept(entries: int | None = None) -> Callable[[Cached], Cached]:
    """What a function returned is kept for all sessions, by its arguments, the newest `entries` of it."""
    keep: Callable[[Cached], Cached] = st.cache_resource(show_spinner=False, max_entries=entries)
    return keep


@_kept()
def _last_good() -> dict[tuple[str, str], _Good]:
    return {}


@_kept(4)
def _registry(path: str, digest: str) -> Registry:  # noqa: ARG001
    return load_registry(path)


@_kept(4)
def _library(folder: str, digest: str) -> Library:  # noqa: ARG001
    return load_articles(folder)


@_kept(4)
def _match(key: str, _registry: Registry, _articles: Sequence[Article]) -> Evidence:  # noqa: ARG001
    return desk.match(_registry, _articles, DEFAULT_SETTINGS)


@_kept(16)
def _assess(key: str, until: date, problems: Sequence[str], _found: Evidence, _registry: Registry) -> Report:  # noqa: ARG001
    return desk.assess(_found, _registry, until=until, problems=problems)
