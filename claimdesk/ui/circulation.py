"""Cards and reports in circulation: what each said, what the desk says now, and a correction in one click."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from claimdesk.briefing.circulation import Circulating, find_circulating
from claimdesk.briefing.issued import Issued, issued_beside, load_issued
from claimdesk.errors import InputError
from claimdesk.messages import render_date, translate, translate_plural
from claimdesk.messages.failures import render_why
from claimdesk.messages.problems import render_problem
from claimdesk.ui.briefing_files import draw_correction_file, draw_refused
from claimdesk.ui.derived import derive
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.inputs import find_places
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.signs import render_tile
from claimdesk.ui.states import render_failure
from claimdesk.ui.words import as_head, counted

_SHOWN = 20  # rows


def draw_circulation(desk: Desk, *, changed_only: bool = True) -> None:
    """The list, or nothing where nothing was issued; with `changed_only` what needs correction alone."""
    report, language = desk.report, desk.language
    path = issued_beside(find_places().claims)
    try:
        issued = _load(path, _mark(path))
    except InputError as error:
        bold = translate("What was issued cannot be read.", language)
        draw(render_failure(bold, render_why(error, language)))
        return
    found = derive(
        report,
        f"circulating {language} {_mark(path)}",
        lambda: find_circulating(issued, report, language),
    )
    shown = [one for one in found if one.why or not changed_only]
    if issued.problems:
        bold = translate("The log of what was issued was altered.", language)
        draw(render_failure(bold, [render_problem(one, language) for one in issued.problems]))
    if not shown:
        return
    draw(_render_head(found, language))
    for number, one in enumerate(shown[:_SHOWN]):
        with st.container(horizontal=True, key=f"issued-{number}", vertical_alignment="center"):
            draw(_render_row(one, language))
            if one.why:
                draw_correction_file(one, desk, f"issued-{number}")
    if changed_only:  # the page of briefings has this for all its files
        draw_refused(language)


def _mark(path: Path) -> str:
    """Changes whenever something is issued."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


@lru_cache(maxsize=8)
def _load(path: Path, mark: str) -> Issued:  # noqa: ARG001
    return load_issued(path)


def _render_head(found: tuple[Circulating, ...], language: str) -> Node:
    changed = sum(bool(one.why) for one in found)
    said = translate_plural(
        "{n} of {all} no longer says what the desk says",
        "{n} of {all} no longer say what the desk says",
        changed,
        language,
    )
    hint = counted(changed, said.replace("{all}", str(len(found))), language)
    title = translate("Cards in circulation", language)
    return el("div", "section", el("h2", "", title), el("p", "hint", hint))


def _render_row(one: Circulating, language: str) -> Node:
    """The day it was made and for whom, the claim and what is otherwise, both standings."""
    recipient = one.issue.recipient
    form = translate("report", language) if one.issue.shape == "report" else one.issue.form.upper()
    made = [render_date(one.issue.made, language), form]
    return el(
        "div",
        "issued",
        el(
            "p",
            "small soft",
            " · ".join(made),
            el("span", "", " · ", own(recipient)) if recipient else None,
        ),
        el(
            "div",
            "",
            el("p", "words-small", own(one.told.statement)),
            *(el("p", "small soft", own(line)) for line in one.why),
        ),
        el("p", "status", render_tile(one.told.status), " ", el("b", "", as_head(one.told.status, language))),
        _render_now(one, language),
    )


def _render_now(one: Circulating, language: str) -> Node:
    if one.entry is None:
        return el("p", "status soft", translate("no longer there", language))
    status = one.entry.assessment.status
    if status == one.told.status:
        return el("p", "status soft", translate("the same status", language))
    return el("p", "status", render_tile(status), " ", el("b", "", as_head(status, language)))
