"""The two sides of a claim: which quotes count on which, and both columns beside each other."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claimdesk.evidence.sides import Sides
from claimdesk.messages import translate_plural
from claimdesk.messages.ends import render_end
from claimdesk.model import SIDES, ClaimReport, Quote, Side
from claimdesk.ui.deciding import quote_key
from claimdesk.ui.drawing import draw, draw_linked, is_wanted
from claimdesk.ui.folds import open_fold
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el
from claimdesk.ui.moved import Moved, draw_moved
from claimdesk.ui.quotes import render_quote
from claimdesk.ui.review import draw_review
from claimdesk.ui.signs import STANCE_HUES, render_stance
from claimdesk.ui.words import as_head, counted, origins_word, outlets_word

_SHOWN = 6  # quotes of a side that stand open, or one of each origin where there are more


def find_ready(sides: Sides) -> Quote | None:
    """The first decisive quote, as they stand on the page, that nobody has decided on."""
    shown = (*sides.supports, *sides.contradicts, *sides.aside)
    return next((quote for quote in shown if quote.decisive and not quote.decision), None)


def draw_sides(
    entry: ClaimReport, sides: Sides, desk: Desk, ready: Quote | None = None, moved: Moved | None = None
) -> None:
    """Support and contradiction side by side; an empty side stays visibly empty and says so.

    `ready` is the quote whose buttons single keys press; `moved` one that stood here until just now.
    """
    with st.container(key="sides"):
        for column, side in zip(st.columns(2), SIDES, strict=True):
            with column:
                here = moved if moved and moved.before == side else None
                _draw_side(entry, side, sides.on(side), desk, ready, here)


def _draw_side(
    entry: ClaimReport,
    side: Side,
    quotes: Sequence[Quote],
    desk: Desk,
    ready: Quote | None,
    moved: Moved | None,
) -> None:
    found = entry.assessment
    origins = found.supports if side == "supports" else found.contradicts
    shown = max(_SHOWN, len(origins))
    draw(_render_head(side, quotes, len(origins), desk))
    gap = min(moved.number, len(quotes), shown) if moved else 0
    for quote in quotes[:gap]:
        draw_quote(quote, desk, ready is quote)
    if moved:
        draw_moved(moved, desk)
    for quote in quotes[gap:shown]:
        draw_quote(quote, desk, ready is quote)
    rest = quotes[shown:]
    if rest:
        said = translate_plural(
            "{n} more quote of these origins", "{n} more quotes of these origins", len(rest), desk.language
        )
        label = counted(len(rest), said, desk.language)
        fold = open_fold(label, rest, side, desk.language, any(ready is quote for quote in rest))
        with fold:
            for quote in rest if fold.open else ():
                draw_quote(quote, desk, ready is quote)
    draw(el("p", "soft small side-end", render_end(entry, side, desk.language)))


def draw_quote(quote: Quote, desk: Desk, ready: bool) -> None:
    """A quote with all that one can do with it."""
    key = quote_key(quote)
    with st.container(key=f"quote-{key}"):
        editable = desk.why_not("editor") is None
        said = render_quote(quote, desk.report, desk.address, wanted=is_wanted(key), editable=editable)
        draw_linked([said], key=f"said-{key}")
        draw_review(quote, desk, ready=ready)


def _render_head(side: Side, quotes: Sequence[Quote], origins: int, desk: Desk) -> Node:
    report, language = desk.report, desk.language
    outlets = {article.article.outlet for quote in quotes if (article := report.article(quote.article))}
    numbers = ", ".join([origins_word(origins, language), outlets_word(len(outlets), language)])
    return el(
        "div",
        f"side {STANCE_HUES[side]}",
        el(
            "div",
            "side-head",
            render_stance(side),
            el("h2", "", as_head(side, language)),
            el("span", "soft small", numbers) if quotes else None,
        ),
    )
