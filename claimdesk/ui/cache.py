"""The report behind a page: read again when a file changed, matched again where its content did.

What was matched is kept in memory and on disk by what it depends on, and so are the reports in memory; all
sessions share them, read-only. While a file cannot be read, the last report that could be made stays.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

import streamlit as st

from claimdesk import desk
from claimdesk.assessing import Kept
from claimdesk.library.read import Library
from claimdesk.matched import Matched, match_changes
from claimdesk.model import Article, Evidence, Registry, Report
from claimdesk.store.results import open_results
from claimdesk.store.reviews import Reviews
from claimdesk.store.seconds import hold_verdicts
from claimdesk.ui.inputs import Failure, Inputs, Marks, Part, Places, find_places, load_inputs, mark_files

Cached = TypeVar("Cached", bound=Callable[..., Any])
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class State:
    """What a page can show.

    `missing` is what never could be read: the report is made without it, of no claims or no articles.
    `failure` says why the newest input cannot be read, problem by problem, and `refused` that the registry
    is part of it; `good_since` is then when the report shown was made, None where something is missing.
    `marks` are those of the files it is of, `reviews` are those that count in the report.
    """

    report: Report
    missing: frozenset[Part] = frozenset()
    failure: Failure = ()
    refused: bool = False
    good_since: datetime | None = None
    marks: Marks | None = None
    reviews: Reviews = field(default_factory=Reviews)


def is_cold() -> bool:
    """Whether nothing was read yet, so that the first page takes a moment."""
    return find_places() not in _last_read()


def has_changed(marks: Marks) -> bool:
    """Whether a file is another than when the state of these marks was loaded."""
    return mark_files(find_places()) != marks


def load_state(until: date) -> State:
    """The report up to `until`, from the newest input that can be read."""
    places, read = find_places(), _last_read()
    found = read[places] = load_inputs(places, read.get(places))
    registry, library = found.registry or Registry("", (), path=places.claims), found.library or Library()
    problems = (*map(str, library.problems), *found.reviews.problems)
    given = (registry, library.articles, found.reviews)
    report = _report(found.key, found.reviews.sha256, until, problems, places, given)
    made = found.made if found.failure and not found.missing else None
    refused = bool(found.failures[0])
    return State(report, found.missing, found.failure, refused, made, found.marks, found.reviews)


def _kept(entries: int | None = None) -> Callable[[Cached], Cached]:
    """What a function returned is kept for all sessions, by its arguments, the newest `entries` of it."""
    keep: Callable[[Cached], Cached] = st.cache_resource(show_spinner=False, max_entries=entries)
    return keep


@_kept()
def _last_read() -> dict[Places, Inputs]:
    return {}


@_kept()
def _last_matched() -> dict[Places, Matched]:
    return {}


@_kept()
def _last_assessed() -> dict[Places, Kept]:
    return {}


@_kept(16)
def _report(
    key: str,
    reviewed: str,  # noqa: ARG001
    until: date,
    problems: tuple[str, ...],
    places: Places,
    _given: tuple[Registry, Sequence[Article], Reviews],
) -> Report:
    registry, articles, reviews = _given
    evidence = _match(key, places, registry, articles)
    registry = hold_verdicts(registry, reviews.rules, reviews.seconds, until)
    kept = _last_assessed().setdefault(places, {})
    report = desk.assess(evidence, registry, reviews.decisions, until=until, problems=problems, kept=kept)
    # What stays need not be looked through for garbage: of a large desk that holds a click up for seconds.
    gc.freeze()
    return report


@_kept(2)
def _match(
    key: str,  # noqa: ARG001
    places: Places,
    _registry: Registry,
    _articles: Sequence[Article],
) -> Evidence:
    """Everything in the articles that bears on the claims; only what is new is matched."""
    last, store = _last_matched(), open_results(places.results)
    found = match_changes(last.get(places), _registry, _articles, store=store)
    last[places] = found
    for problem in store.problems:
        _log.warning(problem)
    return found.evidence
