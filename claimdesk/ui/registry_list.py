"""All claims of the registry, in the file's order, in a table whose rows open the form."""

from __future__ import annotations

from difflib import get_close_matches

import streamlit as st

from claimdesk.messages import render_date, translate
from claimdesk.model import SIDES
from claimdesk.registry.values import Values
from claimdesk.store.drafts import list_drafts
from claimdesk.ui.address import Address
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.listing import Listing, draw_listing, draw_search, render_counts
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.states import draw_way, render_unknown
from claimdesk.ui.words import plain_label

_PAGE = "pages/3_Registry.py"
_CLAIM = "claim "


def draw_list(desk: Desk, file: RegistryFile) -> None:
    """Search, a new claim, drafts that wait, and the table."""
    language = desk.language
    with st.container(horizontal=True, vertical_alignment="center", key="tools-list"):
        text = draw_search(desk.address.rest.get("q", ""), translate("Search statements", language))
        if desk.why_not("editor") is None:
            draw_way(translate("New claim", language), _PAGE, desk.address, "new", new="1")
    waiting = {draft.what for draft in list_drafts(file.path, reviewer_name())}
    listing: Listing[Values] = Listing(
        key="registry-claims",
        heads=[
            ("", translate("Claim", language)),
            ("", translate("Topic", language)),
            ("", translate("As of", language)),
            ("number", translate("Phrases for", language)),
            ("number", translate("Phrases against", language)),
        ],
        render=lambda record: _render_cells(record, waiting, desk.address),
        searched=lambda record: f"{record['id']} {record['statement']} {record.get('topic', '')}",
        nothing=translate("No claim holds “{text}”.", language),
        css="registry",
    )
    draw_listing(listing, file.records("claims"), text, desk.address)


def _render_cells(record: Values, waiting: set[str], address: Address) -> list[Node]:
    language, name = address.language, record["id"]
    day, draft = record.get("as_of"), f"{_CLAIM}{name}" in waiting
    return [
        el(
            "td",
            "statement",
            el("a", "", own(record["statement"]), href=address.href("Registry", id=name)),
            el("p", "mono soft", own(name)),
            el("p", "small", el("b", "", translate("Your draft waits here", language))) if draft else None,
        ),
        el("td", "small", own(record.get("topic", ""))),
        el("td", "small", render_date(day, language) if day else ""),
        *render_counts({side: len(record.get(side, ())) for side in SIDES}),
    ]


def draw_unknown_claim(desk: Desk, file: RegistryFile) -> None:
    """That there is no such claim, or no longer, and the ways on; a draft of it is not lost."""
    language, name = desk.language, desk.chosen
    ids = [record["id"] for record in file.records("claims")]
    bold = translate("There is no claim “{name}”.", language).format(name=name)
    what = f"{_CLAIM}{name}"
    kept = any(draft.what == what for draft in list_drafts(file.path, reviewer_name()))
    rest = translate("Somebody renamed or deleted it. Your draft is kept below.", language) if kept else None
    draw(render_unknown(own(bold), rest))
    for number, claim in enumerate(get_close_matches(name, ids, n=2, cutoff=0.5)):
        label = translate("Open {name}", language).format(name=plain_label(claim))
        draw_way(label, _PAGE, desk.address, f"near-{number}", id=claim)
    draw_way(translate("All claims", language), _PAGE, desk.address, "all")
    if kept:
        from claimdesk.ui.registry_claim import draw_claim_form

        draw_claim_form(desk, file, what)
