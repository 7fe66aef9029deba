"""Long tables by pages of fifty; the address holds the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from claimdesk.messages import render_number, translate
from claimdesk.ui.address import Address
from claimdesk.ui.drawing import draw
from claimdesk.ui.markup import el
from claimdesk.ui.sidebar import write_parameter

ROWS = 50
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The rows of one page, its number from 1, how many pages there are, and how many rows in all."""

    rows: Sequence[Row]
    number: int
    pages: int
    total: int


def choose_page(rows: Sequence[Row], address: Address, size: int = ROWS) -> Page[Row]:
    """The page of `size` rows that the address asks for; the first where it asks for none, else the last."""
    pages = max(-(-len(rows) // size), 1)
    asked = address.rest.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    number = min(max(number, 1), pages)
    return Page(rows[(number - 1) * size : number * size], number, pages, len(rows))


def draw_pager(page: Page[Row], language: str, place: str = "") -> None:
    """Back and on, under a table of more than one page. `place` is how to say which, else with its rows."""
    if page.pages == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="tools-pager"):
        _draw_button("previous", translate("← Previous", language), page.number - 1, page.number == 1)
        _draw_button("next", translate("Next →", language), page.number + 1, page.number == page.pages)
        place = place or translate("Page {page} of {pages}, {n} rows", language)
        numbers = {"page": page.number, "pages": page.pages, "n": page.total}
        draw(
            el("p", "soft", place.format(**{name: render_number(n, language) for name, n in numbers.items()}))
        )


def _draw_button(name: str, label: str, number: int, disabled: bool) -> None:
    st.button(
        label, key=f"act-{name}", disabled=disabled, on_click=write_parameter, args=("page", str(number))
    )
