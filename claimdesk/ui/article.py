"""One article: its head, the ways on, and the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from claimdesk.messages import render_date, translate, translate_plural
from claimdesk.messages.notes import render_note
from claimdesk.model import ArticleReport
from claimdesk.ui.add_passage import draw_add_passage
from claimdesk.ui.adding_corrections import draw_corrections
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.reader import render_reading
from claimdesk.ui.reading import Reading, read_article, sort_articles
from claimdesk.ui.sidebar import remember, show, write_parameter
from claimdesk.ui.states import draw_way, render_unknown
from claimdesk.ui.words import articles_word, counted, outlet_name

_PAGE = "pages/2_Articles.py"


def draw_article(desk: Desk) -> None:
    """The article that the address asks for, or that there is none such."""
    entry = desk.report.article(desk.chosen)
    if entry is None:
        _draw_unknown(desk)
        return
    claim = desk.address.rest.get("claim", "")
    known = claim if desk.report.claim(claim) else ""
    remember(_PAGE, {"id": entry.article.id, "claim": known})
    only = bool(known and desk.address.rest.get("only"))
    editable = desk.why_not("editor") is None
    reading = read_article(entry, desk.report, known, only, desk.address.rest.get("at", ""), editable)
    ids = [one.article.id for one in sort_articles(desk.report)]
    place = ids.index(entry.article.id)
    draw(_render_head(reading, place, len(ids), desk.language))
    _draw_tools(entry, ids, place, desk, known)
    draw_add_passage(desk, article=entry.article.id, likely=known)
    draw_corrections(desk, entry)
    draw_linked([render_reading(reading, desk.address)], key="reader")


def _draw_unknown(desk: Desk) -> None:
    language = desk.language
    bold = translate("There is no article “{name}”.", language).format(name=desk.chosen)
    later = translate("It may have been published after the day the desk is read until.", language)
    draw(render_unknown(own(bold), later if desk.report.hidden else None))
    draw_way(translate("All articles", language), _PAGE, desk.address, "all")


def _render_head(reading: Reading, place: int, number: int, language: str) -> Node:
    article = reading.entry.article
    undated = translate("date not stated", language)
    order = translate("Article {n} of {all}", language).format(n=place + 1, all=number)
    return el(
        "div",
        "article-head",
        el(
            "p",
            "kicker",
            el("span", "", order),
            el("span", "", own(outlet_name(article, language))),
            el("span", "", render_date(article.published, language) if article.published else undated),
            el("span", "", translate(article.kind, language)),
            el("span", "mono", own(article.id)),
        ),
        el("h1", "lede", article.title or article.id, dir="auto", lang=article.language),
        el("p", "soft small", _summary(reading, language)),
        el("p", "soft small", *join((own(render_note(note, language)) for note in article.notes), " ")),
    )


def _summary(reading: Reading, language: str) -> str:
    """How many passages bear on how many claims, on which side, and what no claim covers."""
    quotes = [quote for found in reading.quotes.values() for quote in found]
    texts = sum(passage.kind == "text" for passage in reading.entry.passages)
    stances = Counter(quote.stance for quote in quotes)
    said = translate(
        "{n} of {all} passages bear on {claims} claims: {plus} for, {minus} against, {dot} only mention.",
        language,
    ).format(
        n=len(reading.quotes),
        all=texts,
        claims=len({quote.claim for quote in quotes}),
        plus=stances["supports"],
        minus=stances["contradicts"],
        dot=stances["mentions"],
    )
    if not reading.candidates:
        return said
    left = translate_plural(
        "{n} passage is covered by no claim.",
        "{n} passages are covered by no claim.",
        len(reading.candidates),
        language,
    )
    return f"{said} {counted(len(reading.candidates), left, language)}"


def _draw_tools(entry: ArticleReport, ids: Sequence[str], place: int, desk: Desk, claim: str) -> None:
    """Previous and next article, all claims or one, the source, the list."""
    language, address = desk.language, desk.address
    with st.container(horizontal=True, vertical_alignment="center", key="tools-reader"):
        if place > 0:
            draw_way(translate("← Previous", language), _PAGE, address, "previous", id=ids[place - 1])
        if place + 1 < len(ids):
            draw_way(translate("Next →", language), _PAGE, address, "next", id=ids[place + 1])
        draw_way(articles_word(len(ids), language), _PAGE, address, "list")
        if entry.article.url.startswith(("https://", "http://")):
            st.page_link(entry.article.url, label=translate("At its source", language))
        if claim:
            _draw_only(desk)


def _draw_only(desk: Desk) -> None:
    language = desk.language
    words = {"": translate("All claims", language), "1": translate("This claim", language)}
    show("only", "1" if desk.address.rest.get("only") else "")
    st.segmented_control(
        translate("Show quotes of", language),
        list(words),
        format_func=words.__getitem__,
        key="only",
        label_visibility="collapsed",
        required=True,
        on_change=_write_only,
    )


def _write_only() -> None:
    write_parameter("only", st.session_state["only"])
