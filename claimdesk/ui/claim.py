"""The page of one claim."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

import streamlit as st

from claimdesk.charts import MOST_ROWS, render_figures
from claimdesk.evidence.sides import Sides, split_quotes
from claimdesk.figure_rows import NOT_BEFORE, FigureRow, find_figure_rows
from claimdesk.messages import render_period, translate, translate_plural
from claimdesk.model import ClaimReport, Interval
from claimdesk.palette import REFERENCES
from claimdesk.ui.add_passage import draw_add_passage
from claimdesk.ui.aside import draw_aside
from claimdesk.ui.claim_header import render_header
from claimdesk.ui.claims_table import draw_claims_table
from claimdesk.ui.days import is_plain_day
from claimdesk.ui.deciding import may_decide
from claimdesk.ui.drawing import draw, draw_linked, forget_wanted
from claimdesk.ui.filters import draw_filters
from claimdesk.ui.frame import Desk
from claimdesk.ui.lost import draw_lost
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.moved import follow_decided
from claimdesk.ui.registry_history import draw_history
from claimdesk.ui.sidebar import remember
from claimdesk.ui.sides import draw_sides, find_ready
from claimdesk.ui.states import draw_way, render_note, render_unknown
from claimdesk.ui.timeline import render_timeline, timeline_end
from claimdesk.ui.triage import sort_out
from claimdesk.ui.verdict import draw_verdict, find_changes
from claimdesk.ui.why import render_rules, render_steps
from claimdesk.ui.words import counted, plain_label

_PAGE = "pages/1_Claim.py"


def draw_claim(desk: Desk) -> None:
    """The claim that the address asks for; a list to choose from where it asks for none."""
    if not desk.chosen:
        _draw_choice(desk)
        return
    entry = desk.report.claim(desk.chosen)
    if entry is None:
        _draw_unknown(desk)
        return
    remember(_PAGE, {"id": entry.claim.id})
    language = desk.language
    sides = split_quotes(entry)
    draw(render_header(entry, desk.report, language), _render_changed(entry, language))
    if desk.why_not("editor") is None:
        label = translate("Edit this claim", language)
        draw_way(label, "pages/3_Registry.py", desk.address, "edit", id=entry.claim.id)
    ready = find_ready(sides) if may_decide(desk) else None
    moved = follow_decided(entry.claim.id, sides.sections())
    if entry.quotes:
        draw_sides(entry, sides, desk, ready, moved)
        _draw_figures(entry, sides, desk)
    else:
        draw(_render_nothing(desk))
    _draw_why(desk, entry)
    draw_verdict(desk, entry)
    _draw_history(desk, entry)
    draw_aside(sides, desk, ready, moved)
    draw_lost(desk, entry.claim.id)
    draw_add_passage(desk, claim=entry.claim.id)
    draw_history(desk, entry.claim.id)
    forget_wanted()


def _draw_choice(desk: Desk) -> None:
    language = desk.language
    draw(el("h1", "lede", translate("Which claim?", language)))
    triage = sort_out(desk.report)
    draw_claims_table(desk, triage, draw_filters(desk.report, triage, desk.address))


def _draw_unknown(desk: Desk) -> None:
    language = desk.language
    ids = [entry.claim.id for entry in desk.report.claims]
    near = get_close_matches(desk.chosen, ids, n=2, cutoff=0.5)
    bold = translate("There is no claim “{name}”.", language).format(name=desk.chosen)
    draw(render_unknown(own(bold)))
    for number, claim in enumerate(near):
        label = translate("Open {name}", language).format(name=plain_label(claim))
        draw_way(label, _PAGE, desk.address, f"near-{number}", id=claim)
    draw_way(translate("All claims", language), "dashboard.py", desk.address, "all")


def _render_changed(entry: ClaimReport, language: str) -> Node | None:
    """That the evidence moved after a person's verdict, right below the head and outside it."""
    verdict = entry.claim.verdict
    if verdict is None or not entry.assessment.changed_since_verdict:
        return None
    said = find_changes(entry, language)
    judged = translate("{who} judged “{status}”.", language).format(
        who=verdict.by or translate("a person", language), status=translate(verdict.status, language)
    )
    return render_note(translate("Changed since the verdict.", language), own(" ".join([judged, *said])))


def _render_nothing(desk: Desk) -> Node:
    language, read = desk.language, len(desk.report.articles)
    said = translate_plural(
        "No passage in {n} article bears on this claim.",
        "No passage in {n} articles bears on this claim.",
        read,
        language,
    )
    told = [
        translate("That is not a finding that the claim is false. Another wording may find more.", language)
    ]
    if may_decide(desk):
        told.append(translate("What comes near is offered below, under “Add a passage by hand”.", language))
    return render_note(counted(read, said, language), own(" ".join(told)))


def _section(title: str, hint: str = "") -> Node:
    return el("div", "section", el("h2", "", title), el("p", "hint", hint) if hint else None)


def _draw_figures(entry: ClaimReport, sides: Sides, desk: Desk) -> None:
    """Figures over time, for a claim that counts something."""
    if entry.claim.quantity is None:
        return
    language = desk.language
    written = {one.article.id: one.article.language for one in desk.report.articles}
    rows = find_figure_rows(entry, language, written)
    hint = translate(
        "Thick: counts for the status. Thin: decides nothing. Arrow: no upper bound, or beyond the edge",
        language,
    )
    draw(_section(translate("Figures over time", language), hint if rows else ""))
    if not rows:
        draw(el("p", "soft", translate("No statement on this claim gives a figure.", language)))
        return
    chart = _build_chart(tuple(rows), entry.claim.quantity.interval, language)
    with st.container(key="chart"):
        st.vega_lite_chart(chart, theme=None, width="stretch", alt=translate("Figures over time", language))
    draw(el("p", "soft small", " ".join(_figure_notes(rows, sides, language))))


@lru_cache(maxsize=256)
def _build_chart(rows: tuple[FigureRow, ...], claimed: Interval, language: str) -> dict[str, Any]:
    """The chart as its specification; building one takes longer than all the rest of the page."""
    spec: dict[str, Any] = render_figures(rows, claimed, REFERENCES, language).to_dict(validate=False)
    return spec


def _figure_notes(rows: Sequence[FigureRow], sides: Sides, language: str) -> list[str]:
    notes = [translate("An origin with two or more figures keeps one colour.", language)]
    if any(row.day.startswith(NOT_BEFORE) for row in rows):
        notes.append(translate("≥ before a day: it may be a later one.", language))
    if len(rows) > MOST_ROWS:
        notes.append(translate("Only the first {n} are drawn.", language).format(n=MOST_ROWS))
    deniers = [q.origin.name for q in sides.contradicts if q.figure is None and q.speech_act == "denies"]
    if deniers:
        denied = translate("Denials without a figure: {names}.", language)
        notes.append(denied.format(names=", ".join(dict.fromkeys(deniers))))
    return notes


def _draw_why(desk: Desk, entry: ClaimReport) -> None:
    language = desk.language
    title = translate("Why “{status}”", language).format(status=translate(entry.assessment.status, language))
    draw(_section(title, translate("Each linked name leads to a passage", language)))
    draw_linked([render_steps(entry, language)], key="steps")
    with st.expander(translate("Rules and thresholds behind these steps", language)):
        draw(render_rules(entry, desk.report, language))


def _draw_history(desk: Desk, entry: ClaimReport) -> None:
    if not entry.history:
        return
    language = desk.language
    days = render_period(entry.history[0].on, timeline_end(entry, desk.report), language)
    if any(not is_plain_day(change.cause, desk.report) for change in entry.history):
        dashed = translate("Dashed edge: its article states no day", language)
        days = f"{days}. {dashed}"
    draw(
        _section(translate("Status over time", language), days),
        render_timeline(entry, desk.report, language),
    )
