"""The filters over the claims table. The address holds them, so that a link shows the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from claimdesk.messages import translate
from claimdesk.model import STATUSES, ClaimReport, Report
from claimdesk.ui.address import Address
from claimdesk.ui.sidebar import remember, show, write_parameter
from claimdesk.ui.triage import Triage, find_waiting, sort_by_urgency
from claimdesk.ui.words import as_head

_SORTS = ("", "changed", "waiting", "registry")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters in force, empty where none is, and the claims they leave, in order."""

    text: str
    status: str
    topic: str
    sort: str
    entries: tuple[ClaimReport, ...]

    @property
    def parameters(self) -> dict[str, str]:
        """As they stand in the address."""
        named = {"q": self.text, "status": self.status, "topic": self.topic, "sort": self.sort}
        return {name: value for name, value in named.items() if value}


def draw_filters(report: Report, triage: Triage, address: Address) -> Chosen:
    """Four controls in a row, and what they leave."""
    topics = sorted({entry.claim.topic for entry in report.claims if entry.claim.topic})
    language = address.language
    statuses = {str(status): as_head(status, language) for status in STATUSES}
    sorts = {
        "": translate("Most urgent first", language),
        "changed": translate("Last changed first", language),
        "waiting": translate("Most to review first", language),
        "registry": translate("As in the registry", language),
    }
    given = address.rest
    with st.container(horizontal=True, key="tools-filters"):
        text = draw_search(given.get("q", ""), translate("Search statements", language))
        status = _draw_choice(
            "status", translate("Status", language), translate("Any status", language), statuses, given
        )
        topic = _draw_choice(
            "topic",
            translate("Topic", language),
            translate("Any topic", language),
            {t: t for t in topics},
            given,
        )
        sort = _draw_choice("sort", translate("Order", language), sorts.pop(""), sorts, given)
    entries = find_entries(report.claims, text, status, topic)
    chosen = Chosen(text, status, topic, sort, tuple(_sort(entries, sort, triage)))
    remember("dashboard.py", chosen.parameters)
    return chosen


def find_entries(entries: Sequence[ClaimReport], text: str, status: str, topic: str) -> list[ClaimReport]:
    """The claims that all filters leave. `text` is looked for in id, statement and topic, word by word."""
    words = text.casefold().split()
    return [
        entry
        for entry in entries
        if (not status or entry.assessment.status == status)
        and (not topic or entry.claim.topic == topic)
        and _holds(entry, words)
    ]


def _holds(entry: ClaimReport, words: Sequence[str]) -> bool:
    claim = entry.claim
    searched = f"{claim.id} {claim.statement} {claim.topic}".casefold()
    return all(word in searched for word in words)


def _sort(entries: Sequence[ClaimReport], sort: str, triage: Triage) -> Sequence[ClaimReport]:
    urgent = sort_by_urgency(entries, triage)
    orders: dict[str, Callable[[ClaimReport], int]] = {
        "changed": lambda entry: -_changed_on(entry, triage),
        "waiting": lambda entry: -len(find_waiting(entry)),
    }
    if sort == "registry":
        return entries
    return sorted(urgent, key=orders[sort]) if sort in orders else urgent


def _changed_on(entry: ClaimReport, triage: Triage) -> int:
    change = triage.changes.get(entry.claim.id)
    return change.on.toordinal() if change else 0


def draw_search(text: str, label: str) -> str:
    """A field that filters while one types."""
    show("q", text)
    st.text_input(
        label,
        key="q",
        placeholder=label,
        label_visibility="collapsed",
        live=True,
        width=260,
        on_change=_write,
        args=("q",),
    )
    return text


def _draw_choice(
    name: str, label: str, nothing: str, choices: dict[str, str], given: Mapping[str, str]
) -> str:
    """A select box over `choices`, with `nothing` for no choice; any other value counts as none."""
    value = given.get(name, "")
    value = value if value in choices else ""
    show(name, value)
    words = {"": nothing, **choices}
    st.selectbox(
        label,
        list(words),
        format_func=words.__getitem__,
        key=name,
        label_visibility="collapsed",
        width=190,
        on_change=_write,
        args=(name,),
    )
    return value


def _write(name: str) -> None:
    write_parameter(name, st.session_state[name])
    write_parameter("page", "")
