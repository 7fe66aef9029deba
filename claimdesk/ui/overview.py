"""Overview: one sentence with the numbers, three columns that answer it, and every claim in one table."""

from __future__ import annotations

from claimdesk.messages import translate
from claimdesk.ui.circulation import draw_circulation
from claimdesk.ui.claims_table import draw_claims_table
from claimdesk.ui.coverage import render_coverage, render_kicker
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.filters import draw_filters
from claimdesk.ui.frame import Desk
from claimdesk.ui.lede import render_lede
from claimdesk.ui.markup import Node, el
from claimdesk.ui.states import draw_remarks, render_note
from claimdesk.ui.triage import sort_out
from claimdesk.ui.urgent import render_urgent


def draw_overview(desk: Desk) -> None:
    """The whole page below its frame."""
    report, language = desk.report, desk.language
    triage = sort_out(report)
    draw(render_kicker(report, language), render_lede(report, triage, language))
    if report.claims:
        draw_linked([render_urgent(report, triage, desk.address)], key="urgent")
        draw_circulation(desk)
        draw(_render_table_head(language))
        draw_claims_table(desk, triage, draw_filters(report, triage, desk.address))
    else:
        draw(_render_nothing(language))
    draw(el("p", "coverage", render_coverage(report, language)))
    if report.problems:
        draw_remarks(report.problems, language)


def _render_table_head(language: str) -> Node:
    hint = translate("By outlet: passages for (+), against (−) and only mentioning (·) each claim", language)
    return el("div", "section", el("h2", "", translate("All claims", language)), el("p", "hint", hint))


def _render_nothing(language: str) -> Node:
    return render_note(
        translate("The registry holds no claim yet.", language),
        translate("Write the first one into claims.yaml; the page shows it on the next visit.", language),
    )
