"""Who changed what in the registry, and when: on its page, and beside each claim."""

from __future__ import annotations

import os

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.messages import render_date, render_number, translate, translate_plural
from claimdesk.messages.history import describe_change, render_event, render_more, render_remark
from claimdesk.messages.problems import render_problem
from claimdesk.model import History, HistoryEntry, RecordChange
from claimdesk.registry.history import find_entries, history_beside, load_history
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.paging import choose_page, draw_pager
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.states import render_failure, render_note

_SHOWN = 5  # entries beside a claim
_CHANGES = 6  # of an entry


def read_history(path: str) -> History:
    """The history of the registry at `path`; with the reason among its problems where it cannot be read."""
    try:
        found = os.stat(history_beside(path))
    except OSError:
        return History()
    history: History = _load(path, found.st_mtime_ns, found.st_size)
    return history


@st.cache_resource(show_spinner=False, max_entries=4)  # type: ignore[untyped-decorator]
def _load(path: str, changed: int, size: int) -> History:  # noqa: ARG001
    try:
        return load_history(path)
    except ClaimdeskError as error:
        return History(problems=(str(error),))


def draw_history(desk: Desk, record_id: str) -> None:
    """The section with the last changes of one claim or source; nothing where there were none."""
    history = read_history(desk.report.registry.path)
    entries = [one for one in reversed(find_entries(history, record_id)) if not one.void]
    if not entries:
        return
    language = desk.language
    hint = translate("In the registry, by people and by other programs", language)
    draw(el("div", "section", el("h2", "", translate("Who changed it", language)), el("p", "hint", hint)))
    rows = [_render_entry(one, language, alone=True) for one in entries]
    draw(*rows[:_SHOWN])
    if len(rows) > _SHOWN:
        said = translate_plural("{n} earlier change", "{n} earlier changes", len(rows) - _SHOWN, language)
        with st.expander(said.format(n=render_number(len(rows) - _SHOWN, language))):
            draw(*rows[_SHOWN:])


def draw_history_part(desk: Desk, file: RegistryFile) -> None:
    """The whole history, the newest first."""
    language, history = desk.language, read_history(str(file.path))
    if history.problems:
        bold = translate("Parts of the history do not hold.", language)
        draw(render_failure(bold, [render_problem(one, language) for one in history.problems]))
    if not history.entries:
        bold = translate("Nothing was saved here yet.", language)
        draw(render_note(bold, translate("The first save begins the history.", language)))
        return
    page = choose_page(list(reversed(history.entries)), desk.address)
    draw(*(_render_entry(one, language) for one in page.rows))
    draw_pager(page, language)


def _render_entry(entry: HistoryEntry, language: str, *, alone: bool = False) -> Node:
    """One row: when, who, and what; whose it is only where not all are of one record."""
    local = entry.at.astimezone()
    when = f"{render_date(local.date(), language)} {local:%H:%M}"
    changes = entry.changes or ()
    lines = [_render_change(one, language, alone) for one in changes[:_CHANGES]]
    left = len(changes) - _CHANGES + entry.more
    if left > 0:
        lines.append(el("p", "small soft", render_more(left, language)))
    said = [] if entry.kind == "saved" else [render_event(entry, language)]
    said += filter(None, [render_remark(entry, language)])
    return el(
        "div",
        "change edited",
        el("p", "small", when),
        el("p", "small", own(entry.by) if entry.by else translate("nobody named", language)),
        el("div", "", el("p", "small", el("b", "", " ".join(said))) if said else None, *lines),
    )


def _render_change(change: RecordChange, language: str, alone: bool) -> Node:
    """One change; whose it is only where not all are of one record."""
    words = describe_change(change, language)
    before, after = own(words.before) if words.before else None, own(words.after) if words.after else None
    return el(
        "p",
        "small",
        None if alone else el("span", "", own(words.owner), " "),
        el("b", "", own(words.done), " ") if words.done else el("span", "mono soft", words.field, " "),
        el("span", "" if words.done else "gone", before) if before else None,
        " → " if before and after else "",
        after,
    )
