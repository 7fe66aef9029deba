"""A list of articles, claims or sources: searched by words, fifty a page, each row a link that leads on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from claimdesk.model import Stance
from claimdesk.ui.address import Address
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.paging import choose_page, draw_pager
from claimdesk.ui.sidebar import show, write_parameter
from claimdesk.ui.signs import DOT, MINUS, PLUS
from claimdesk.ui.states import render_note

_SIGNS: dict[Stance, str] = {"supports": PLUS, "contradicts": MINUS, "mentions": f"{DOT} "}
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """How a list looks: class and words of each head, the cells of a row, what a search looks through.

    `key` is unique in the page, `css` further classes of the table. `nothing` is said where no row holds the
    words ``{text}``.
    """

    key: str
    heads: Sequence[tuple[str, str]]
    render: Callable[[Row], Sequence[Node]]
    searched: Callable[[Row], str]
    nothing: str
    css: str = ""


def draw_search(text: str, label: str) -> str:
    """A field that filters while one types; returns `text`, which the address holds."""
    show("q", text)
    st.text_input(
        label, key="q", placeholder=label, label_visibility="collapsed", live=True, on_change=_write_search
    )
    return text


def _write_search() -> None:
    write_parameter("q", st.session_state["q"])
    write_parameter("page", "")


def holds(searched: str, text: str) -> bool:
    """Whether every word of `text` is in `searched`, in capitals or not."""
    searched = searched.casefold()
    return all(word in searched for word in text.casefold().split())


def draw_listing(listing: Listing[Row], rows: Sequence[Row], text: str, address: Address) -> None:
    """The page that the address asks for of those `rows` that hold all words of `text`."""
    found = [row for row in rows if holds(listing.searched(row), text)]
    if not found:
        draw(render_note(own(listing.nothing.format(text=text))))
        return
    page = choose_page(found, address)
    draw_linked([_render_table(listing, page.rows)], key=listing.key)
    draw_pager(page, address.language)


def _render_table(listing: Listing[Row], rows: Sequence[Row]) -> Node:
    return el(
        "table",
        f"articles {listing.css}".strip(),
        el("thead", "", el("tr", "", *(el("th", css, head, scope="col") for css, head in listing.heads))),
        el("tbody", "", *(el("tr", "row", *listing.render(row), data_open="1") for row in rows)),
    )


def render_counts(counts: Mapping[Stance, int]) -> list[Node]:
    """A cell for each stance: its sign and how many there are, a dash for none."""
    return [
        el("td", "number", f"{_SIGNS[stance]}{count}") if count else el("td", "number none", "\u2013")
        for stance, count in counts.items()
    ]
