"""All claims of the registry, in the file's order, in a table whose rows open the form."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

import streamlit as st

from claimdesk.messages import render_date, translate
from claimdesk.registry.values import Values
from claimdesk.store.drafts import list_drafts
from claimdesk.ui.address import Address
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.filters import draw_search
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.paging import choose_page, draw_pager
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.signs import MINUS, PLUS
from claimdesk.ui.states import draw_way, render_note, render_unknown
from claimdesk.ui.words import plain_label

_PAGE = "pages/3_Registry.py"
_CLAIM = "claim "


def draw_list(desk: Desk, file: RegistryFile) -> None:
    """Search, a new claim, drafts that wait, and the table."""
    language = desk.language
    with st.container(horizontal=True, vertical_alignment="center", key="tools-list"):
        text = draw_search(desk.address.rest.get("q", ""), translate("Search statements", language))
        with st.container(key="way-new", width="content"):
            label = translate("New claim", language)
            st.page_link(_PAGE, label=label, query_params=desk.address.link(new="1"))
    waiting = {draft.what for draft in list_drafts(file.path, reviewer_name())}
    words = text.casefold().split()
    records = [one for one in file.records("claims") if all(word in _searched(one) for word in words)]
    if not records:
        none = translate("No claim holds “{text}”.", language).format(text=text)
        draw(render_note(own(none)))
        return
    page = choose_page(records, desk.address)
    draw_linked([_render_table(page.rows, waiting, desk.address)], key="registry-claims")
    draw_pager(page, language)


def _searched(record: Values) -> str:
    return f"{record['id']} {record['statement']} {record.get('topic', '')}".casefold()


def _render_table(records: Sequence[Values], waiting: set[str], address: Address) -> Node:
    language = address.language
    heads = [
        ("", translate("Claim", language)),
        ("", translate("Topic", language)),
        ("", translate("As of", language)),
        ("number", translate("For", language)),
        ("number", translate("Against", language)),
    ]
    return el(
        "table",
        "articles registry",
        el("thead", "", el("tr", "", *(el("th", css, said, scope="col") for css, said in heads))),
        el("tbody", "", *(_render_row(one, waiting, address) for one in records)),
    )


def _render_row(record: Values, waiting: set[str], address: Address) -> Node:
    language, name = address.language, record["id"]
    day = record.get("as_of")
    numbers = [
        (f"{sign}{len(record[side])}" if record.get(side) else "")
        for side, sign in (("supports", PLUS), ("contradicts", MINUS))
    ]
    draft = f"{_CLAIM}{name}" in waiting
    return el(
        "tr",
        "row",
        el(
            "td",
            "statement",
            el("a", "", own(record["statement"]), href=address.href("Registry", id=name)),
            el("p", "mono soft", own(name)),
            el("p", "small", el("b", "", translate("Your draft waits here", language))) if draft else None,
        ),
        el("td", "small", own(record.get("topic", ""))),
        el("td", "small", render_date(day, language) if day else ""),
        *(el("td", "number" if number else "number none", number or "–") for number in numbers),
        data_open="1",
    )


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
