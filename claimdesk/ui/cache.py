"""The report behind a page: read again when a file changed, matched again where its content did.

What was read off an article is kept by its content, and the report by content and day; all sessions share
them, read-only. While a file cannot be read, the last report that could be made stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

import streamlit as st

from claimdesk import desk
from claimdesk.model import ArticleEvidence, Decision, Evidence, Registry, Report
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.store.reviews import Reviews
from claimdesk.store.seconds import hold_verdicts
from claimdesk.ui.inputs import Absent, Inputs, Places, find_places, load_inputs, mark_files

Cached = TypeVar("Cached", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class State:
    """What a page can show.

    `report` is None where there never was one. `failure` says why the newest input cannot be read, one line a
    problem; `good_since` is then when the report shown was made. `mark` is that of the files it comes from,
    `reviews` are those that count in the report.
    """

    report: Report | None
    failure: tuple[str | Absent, ...] = ()
    good_since: datetime | None = None
    mark: str = ""
    reviews: Reviews = field(default_factory=Reviews)


def is_cold() -> bool:
    """Whether nothing was read yet, so that the first page takes a moment."""
    return find_places() not in _last_read()


def has_changed(mark: str) -> bool:
    """Whether a file is another than when the state of that `mark` was loaded."""
    return mark_files(find_places()) != mark


def load_state(until: date) -> State:
    """The report up to `until`, from the newest input that can be read."""
    places, read = find_places(), _last_read()
    found = read[places] = load_inputs(places, read.get(places))
    if found.registry is None or found.library is None:
        return State(None, found.failure, mark=found.mark)
    problems = (*map(str, found.library.problems), *found.reviews.problems)
    report = _report(found.key, found.reviews.sha256, until, problems, found)
    made = found.made if found.failure else None
    return State(report, found.failure, made, found.mark, found.reviews)


def _kept(entries: int | None = None) -> Callable[[Cached], Cached]:
    """What a function returned is kept for all sessions, by its arguments, the newest `entries` of it."""
    keep: Callable[[Cached], Cached] = st.cache_resource(show_spinner=False, max_entries=entries)
    return keep


@_kept()
def _last_read() -> dict[Places, Inputs]:
    return {}


@_kept(16)
def _report(
    key: str,
    reviewed: str,  # noqa: ARG001
    until: date,
    problems: tuple[str, ...],
    _found: Inputs,
) -> Report:
    assert _found.registry is not None
    assert _found.library is not None
    evidence = _match(key, _found)
    reviews = _found.reviews
    registry = hold_verdicts(_found.registry, reviews.rules, reviews.seconds, until)
    return _assess(evidence, registry, reviews.decisions, until, problems)


def _assess(
    evidence: Evidence,
    registry: Registry,
    decisions: Sequence[Decision],
    until: date,
    problems: Sequence[str],
) -> Report:
    return desk.assess(evidence, registry, decisions, until=until, problems=problems)


@_kept(2)
def _match(key: str, _found: Inputs) -> Evidence:  # noqa: ARG001
    """Everything in the articles that bears on the claims; only articles that are new are read."""
    assert _found.registry is not None
    assert _found.library is not None
    matcher, known = _matcher(_found.registry.sha256, _found.registry)
    articles = {(article.id, article.sha256): article for article in _found.library.articles}
    # Other sessions read at the same time: `known` changes under us, and only whole results go into it.
    found = {name: known.get(name) or matcher.read(article) for name, article in articles.items()}
    known.update(found)
    for gone in [name for name in list(known) if name not in articles]:
        known.pop(gone, None)
    return Evidence(tuple(found.values()))


@_kept(2)
def _matcher(
    sha256: str,  # noqa: ARG001
    _registry: Registry,
) -> tuple[desk.Matcher, dict[tuple[str, str], ArticleEvidence]]:
    """A matcher for the registry of that content, and what it read, by the articles' ids and contents."""
    return desk.build_matcher(_registry, DEFAULT_SETTINGS), {}
