"""Statements that count for neither side: earlier and later ones, mentions, and rejected quotes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claimdesk.evidence.sides import Sides
from claimdesk.messages import render_stated_date, translate, translate_plural
from claimdesk.model import Quote, Report
from claimdesk.ui.address import Address
from claimdesk.ui.deciding import quote_key
from claimdesk.ui.drawing import draw, draw_linked, is_wanted
from claimdesk.ui.folds import open_fold
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.moved import Moved, draw_moved, section_title
from claimdesk.ui.quote_text import render_quote_text
from claimdesk.ui.quotes import render_decision, render_way
from claimdesk.ui.review import draw_review
from claimdesk.ui.signs import render_stance
from claimdesk.ui.words import as_head, counted, origin_name, outlet_name

_SHOWN = 12  # statements of other times that stand open


def draw_aside(sides: Sides, desk: Desk, ready: Quote | None = None, moved: Moved | None = None) -> None:
    """A section each for other times, for mentions and for what was rejected, where there are any.

    Mentions are folded away where something else says more. `ready` is the quote whose buttons single keys
    press; `moved` one that stood here until just now.
    """
    language = desk.language
    sections = sides.sections()
    timed, mentions = sections["timed"], sections["mentions"]
    if moved and moved.before in ("timed", "mentions", "rejected"):
        draw_moved(moved, desk)
    if timed:
        _draw_head(
            section_title("timed", language), translate("Beside the days that the claim speaks of", language)
        )
        _draw_rows(timed[:_SHOWN], desk, ready)
        _draw_fold(timed[_SHOWN:], _count_more(timed[_SHOWN:], language), "timed", desk, ready)
    if mentions:
        _draw_head(as_head("mentions", language), translate("They decide nothing", language))
        alone = not sides.supports and not sides.contradicts and not timed
        _draw_fold(mentions, _count_mentions(mentions, language), "mentions", desk, ready, alone)
    if sides.rejected:
        said = translate("A person said that they do not bear on the claim", language)
        _draw_head(section_title("rejected", language), said)
        _draw_rows(sides.rejected, desk, None)


def _count_more(quotes: Sequence[Quote], language: str) -> str:
    said = translate_plural("{n} more statement", "{n} more statements", len(quotes), language)
    return counted(len(quotes), said, language)


def _count_mentions(quotes: Sequence[Quote], language: str) -> str:
    said = translate_plural(
        "{n} passage bears on the claim and takes no side",
        "{n} passages bear on the claim and take no side",
        len(quotes),
        language,
    )
    return counted(len(quotes), said, language)


def _draw_head(title: str, hint: str) -> None:
    draw(el("div", "section", el("h2", "", title), el("p", "hint", hint)))


def _draw_fold(
    quotes: Sequence[Quote], label: str, key: str, desk: Desk, ready: Quote | None, shown: bool = False
) -> None:
    """Quotes behind a line that opens; nothing of them is drawn before."""
    if not quotes:
        return
    waits = any(ready is quote for quote in quotes)
    fold = open_fold(label, quotes, key, desk.language, shown or waits)
    with fold:
        _draw_rows(quotes if fold.open else (), desk, ready)


def _draw_rows(quotes: Sequence[Quote], desk: Desk, ready: Quote | None) -> None:
    for quote in quotes:
        key = quote_key(quote)
        with st.container(key=f"row-{key}"):
            draw_linked([_render_row(quote, desk.report, desk.address, is_wanted(key))], key=f"said-{key}")
            with st.container(key=f"under-{key}"):
                draw_review(quote, desk, ready=ready is quote, brief=ready is not quote)


def _render_row(quote: Quote, report: Report, address: Address, wanted: bool) -> Node:
    article, language = report.article(quote.article), address.language
    return el(
        "div",
        "aside rejected" if quote.decision == "rejected" else "aside",
        el("p", "small day", render_stated_date(quote.date, language)),
        el(
            "div",
            "small",
            el("b", "", own(origin_name(quote.origin, language))),
            el("p", "soft", own(outlet_name(article.article, language))) if article else None,
            el("p", "soft", render_way(quote, address)) if article else None,
        ),
        render_quote_text(quote, article) if article else el("p", "words", quote.text),
        el(
            "div",
            "small",
            el("div", "why", render_stance(quote.stance), el("div", "", *_render_why(quote, language))),
        ),
        data_focus="1" if wanted else None,
    )


def _render_why(quote: Quote, language: str) -> list[Node]:
    """Why it stands here, and what a person said of it, which for a rejected quote is the same."""
    decided = list(render_decision(quote, language))
    if quote.decision == "rejected" and decided:
        return decided
    return [el("p", "", why_aside(quote, language)), *decided]


def why_aside(quote: Quote, language: str) -> str:
    """Why a quote decides nothing, in a few words."""
    if quote.decision == "rejected":
        return translate("rejected", language)
    if quote.timing in ("earlier", "later") and quote.decisive:
        return {
            "earlier": translate("said before the time the claim speaks of", language),
            "later": translate("said after the time the claim speaks of", language),
        }[quote.timing]
    if quote.timing == "undated" and quote.decisive:
        return translate("nothing says when it was said", language)
    acts = {
        "declines": translate("declines to confirm", language),
        "predicts": translate("speaks of what may come", language),
        "conditional": translate("states a condition", language),
        "urges": translate("urges, does not assert", language),
        "asks": translate("asks, does not assert", language),
    }
    if quote.speech_act in acts:
        return acts[quote.speech_act]
    figures = {
        "compatible": translate("its figure neither agrees nor conflicts", language),
        "missing": translate("gives no figure for what the claim counts", language),
        "elsewhere": translate("its figure is of another place", language),
    }
    return figures.get(quote.figure_verdict) or translate(
        "bears on the claim without taking a side", language
    )
