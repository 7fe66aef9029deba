"""All articles that were read, in a table whose rows open the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from claimdesk.messages import render_date, translate
from claimdesk.model import Article, ArticleReport, Report, Stance
from claimdesk.ui.adding import draw_adding
from claimdesk.ui.address import Address
from claimdesk.ui.coverage import render_coverage, render_kicker
from claimdesk.ui.derived import quotes_in
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.filters import draw_search
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.paging import choose_page, draw_pager
from claimdesk.ui.reading import sort_articles
from claimdesk.ui.sidebar import remember
from claimdesk.ui.signs import DOT, MINUS, PLUS
from claimdesk.ui.states import draw_remarks, render_note
from claimdesk.ui.words import as_head, outlet_name


def draw_articles(desk: Desk) -> None:
    """The list, newest first, with a search."""
    report, language = desk.report, desk.language
    remember("pages/2_Articles.py", {})
    draw(
        render_kicker(report, language),
        el("h1", "lede", translate("Articles", language)),
        el("p", "soft", render_coverage(report, language)),
    )
    if report.problems:
        draw_remarks(report.problems, language)
    draw_adding(desk)
    if not report.articles:
        return
    with st.container(horizontal=True, key="tools-filters"):
        text = draw_search(desk.address.rest.get("q", ""), translate("Search titles and outlets", language))
    words = text.casefold().split()
    shown = sort_articles(report)
    entries = [entry for entry in shown if all(word in _searched(entry.article) for word in words)]
    if not entries:
        none = translate("No title or outlet holds “{text}”.", language).format(text=text)
        draw(render_note(own(none)))
        return
    page = choose_page(entries, desk.address)
    draw_linked([_render_table(page.rows, report, desk.address)], key="articles")
    draw_pager(page, language)


def _searched(article: Article) -> str:
    return f"{article.id} {article.title} {article.outlet}".casefold()


def _render_table(entries: Sequence[ArticleReport], report: Report, address: Address) -> Node:
    language = address.language
    heads = [
        ("", translate("Article", language)),
        ("", translate("Published", language)),
        ("number", translate("For", language)),
        ("number", translate("Against", language)),
        ("number", as_head("mentions", language)),
    ]
    rows = [_render_row(entry, _count(entry, report), address) for entry in entries]
    return el(
        "table",
        "articles",
        el("thead", "", el("tr", "", *(el("th", css, said, scope="col") for css, said in heads))),
        el("tbody", "", *rows),
    )


def _count(entry: ArticleReport, report: Report) -> Counter[Stance]:
    """How many quotes of each stance an article holds."""
    return Counter(quote.stance for quote in quotes_in(report, entry.article.id))


def _render_row(entry: ArticleReport, counts: Counter[Stance], address: Address) -> Node:
    article, language = entry.article, address.language
    numbers = [
        (f"{PLUS}{counts['supports']}" if counts["supports"] else ""),
        (f"{MINUS}{counts['contradicts']}" if counts["contradicts"] else ""),
        (f"{DOT} {counts['mentions']}" if counts["mentions"] else ""),
    ]
    about = (own(outlet_name(article, language)), f" · {translate(article.kind, language)}")
    return el(
        "tr",
        "row",
        el(
            "td",
            "statement",
            el("a", "", own(article.title or article.id), href=address.href("Articles", id=article.id)),
            el("p", "small soft", *about),
        ),
        el("td", "small", _published(article, language)),
        *(el("td", "number" if number else "number none", number or "–") for number in numbers),
        data_open="1",
    )


def _published(article: Article, language: str) -> str:
    if article.published:
        return render_date(article.published, language)
    return translate("not stated", language)
