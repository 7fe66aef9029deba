"""The table of claims, which is also the heat map: one row a claim, one column an outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimdesk.messages import render_date, render_number, translate
from claimdesk.model import ClaimReport, Report
from claimdesk.ui.address import Address
from claimdesk.ui.derived import derive, outlets_of
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.filters import Chosen
from claimdesk.ui.frame import Desk
from claimdesk.ui.heat import choose_outlets, count_passages, render_cell
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.paging import choose_page, draw_pager
from claimdesk.ui.signs import render_bars, render_box, render_tile
from claimdesk.ui.states import draw_way, render_note
from claimdesk.ui.triage import Triage
from claimdesk.ui.words import as_head, basis_phrase, claims_word, confidence_phrase

_FEW = 6  # outlets that leave room for wider columns


def draw_claims_table(desk: Desk, triage: Triage, chosen: Chosen) -> None:
    """The chosen claims, fifty a page; what to do where the filters leave none."""
    if not chosen.entries:
        _draw_nothing(desk, chosen)
        return
    page = choose_page(chosen.entries, desk.address)
    draw_linked([render_claims_table(page.rows, desk.report, triage, desk.address)], key="claims")
    draw_pager(page, desk.language)


def render_claims_table(
    entries: Sequence[ClaimReport], report: Report, triage: Triage, address: Address
) -> Node:
    """The table of `entries`; outlets and their order come from the whole report, so that pages agree."""
    language = address.language
    outlet_of = outlets_of(report)
    shown, others = derive(report, "outlets shown", lambda: choose_outlets(report))
    heads = [
        el("th", "", translate("Status", language), scope="col", role="columnheader"),
        el("th", "", translate("Claim", language), scope="col", role="columnheader"),
        el("th", "", translate("Confidence, review", language), scope="col", role="columnheader"),
        el("th", "count", translate("To review", language), scope="col", role="columnheader"),
    ]
    names = [*shown, translate("others", language)] if others else list(shown)
    heads += [el("th", "outlet", own(name), scope="col", role="columnheader", title=name) for name in names]
    rows = []
    for entry in entries:
        counts = count_passages(entry, outlet_of, shown)
        cells = [render_cell(name, counts.get(key, Counter()), language) for key, name in _keys(shown, names)]
        rows.append(_render_row(entry, triage, address, cells))
    table = el(
        "table",
        "claims few" if len(names) <= _FEW else "claims many",
        el("thead", "", el("tr", "", *heads, role="row"), role="rowgroup"),
        el("tbody", "", *rows, role="rowgroup"),
        role="table",
        aria_label=translate("All claims", language),
    )
    return el("div", "fits", table)


def _keys(shown: Sequence[str], names: Sequence[str]) -> list[tuple[str | None, str]]:
    """Each column's key in the counts, None for all other outlets, and its name."""
    return [(shown[place] if place < len(shown) else None, name) for place, name in enumerate(names)]


def _render_row(entry: ClaimReport, triage: Triage, address: Address, cells: Sequence[Node]) -> Node:
    language, claim, found = address.language, entry.claim, entry.assessment
    waiting = triage.waits[claim.id]
    return el(
        "tr",
        "row",
        el(
            "td",
            "status",
            el("div", "", render_tile(found.status), el("b", "", as_head(found.status, language))),
            role="cell",
        ),
        el(
            "td",
            "statement",
            el("a", "", own(claim.statement), href=address.href("Claim", id=claim.id)),
            el("p", "small soft", *_when(entry, triage, language)),
            role="cell",
        ),
        el(
            "td",
            "small sure",
            el(
                "div",
                "",
                render_bars(found.confidence),
                el("span", "brief", translate(found.confidence, language)),
                el("span", "whole", confidence_phrase(found.confidence, language)),
            ),
            el(
                "div",
                "",
                render_box(found.basis),
                el("span", "brief", translate(found.basis, language)),
                el("span", "whole", basis_phrase(found.basis, language)),
            ),
            role="cell",
        ),
        el(
            "td",
            "count" if waiting else "count none",
            render_number(waiting, language) if waiting else "\u2013",
            role="cell",
        ),
        *cells,
        role="row",
        data_open="1",
    )


def _when(entry: ClaimReport, triage: Triage, language: str) -> list[Node | str]:
    """The day the claim speaks of, its topic, and the day it changed, if it did."""
    said: list[Node | str] = []
    if entry.claim.as_of:
        as_of = translate("As of {date}", language)
        said.append(as_of.format(date=render_date(entry.claim.as_of, language)))
    change = triage.changes.get(entry.claim.id)
    if change:
        changed = translate("changed {date}", language).format(date=render_date(change.on, language))
        said += [" \u00b7 " if said else "", el("b", "ink", changed)]
    return said


def _draw_nothing(desk: Desk, chosen: Chosen) -> None:
    """That the filters leave nothing, the ways to leave out one that would help, and to clear them all."""
    language = desk.language
    bold = translate("None of the {n} claims passes all filters.", language).format(
        n=render_number(len(desk.report.claims), language)
    )
    draw(render_note(bold, translate("That says nothing about the claims.", language)))
    names = {
        "q": translate("without the text", language),
        "status": translate("without the status", language),
        "topic": translate("without the topic", language),
        "confidence": translate("without the confidence", language),
        "outlet": translate("without the outlet", language),
        "origin": translate("without the origin", language),
    }
    helpful = {name: left for name, left in chosen.without.items() if left and len(chosen.filters) > 1}
    for name, left in helpful.items():
        rest = {other: value for other, value in chosen.filters.items() if other != name}
        label = f"{claims_word(left, language)} {names[name]}"
        draw_way(label, "dashboard.py", desk.address, f"drop-{name}", **rest)
    draw_way(translate("Clear all filters", language), "dashboard.py", desk.address, "filters")
