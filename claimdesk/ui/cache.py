"""The report behind a page: read again when a file changed, matched again where its content did.

What was matched is kept in memory and on disk by what it depends on, and so are the reports in memory; all
sessions share them, read-only. While a file cannot be read, the last report that could be made stays.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

import streamlit as st

from claimdesk import desk
from claimdesk.assessing import Kept
from claimdesk.matched import Matched, match_changes
from claimdesk.model import Evidence, Report
from claimdesk.store.results import open_results
from claimdesk.store.reviews import Reviews
from claimdesk.store.seconds import hold_verdicts
from claimdesk.ui.inputs import Failure, Inputs, Marks, Places, find_places, load_inputs, mark_files

Cached = TypeVar("Cached", bound=Callable[..., Any])
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class State:
    """What a page can show.

    `report` is None where there never was one. `failure` says why the newest input cannot be read, problem by
    problem; `good_since` is then when the report shown was made. `marks` are those of the files it is of,
    `reviews` are those that count in the report.
    """

    report: Report | None
    failure: Failure = ()
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
    if found.registry is None or found.library is None:
        return State(None, found.failure, marks=found.marks)
    problems = (*map(str, found.library.problems), *found.reviews.problems)
    report = _report(found.key, found.reviews.sha256, until, problems, places, found)
    made = found.made if found.failure else None
    return State(report, found.failure, made, found.marks, found.reviews)


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
    _found: Inputs,
) -> Report:
    assert _found.registry is not None
    evidence, reviews = _match(key, places, _found), _found.reviews
    registry = hold_verdicts(_found.registry, reviews.rules, reviews.seconds, until)
    kept = _last_assessed().setdefault(places, {})
    report = desk.assess(evidence, registry, reviews.decisions, until=until, problems=problems, kept=kept)
    # What stays need not be looked through for garbage: of a large desk that holds a click up for seconds.
    gc.freeze()
    return report


@_kept(2)
def _match(key: str, places: Places, _found: Inputs) -> Evidence:  # noqa: ARG001
    """Everything in the articles that bears on the claims; only what is new is matched."""
    assert _found.registry is not None
    assert _found.library is not None
    last, store = _last_matched(), open_results(places.results)
    found = match_changes(last.get(places), _found.registry, _found.library.articles, store=store)
    last[places] = found
    for problem in store.problems:
        _log.warning(problem)
    return found.evidence
