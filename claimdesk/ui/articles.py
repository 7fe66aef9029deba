"""All articles that were read, in a table whose rows open the reader."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from claimdesk.messages import render_date, translate
from claimdesk.model import STANCES, Article, ArticleReport, Report
from claimdesk.ui.adding import draw_adding
from claimdesk.ui.address import Address
from claimdesk.ui.coverage import render_coverage, render_kicker
from claimdesk.ui.derived import quotes_in
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.listing import Listing, draw_listing, draw_search, render_counts
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.reading import sort_articles
from claimdesk.ui.sidebar import remember
from claimdesk.ui.states import draw_remarks
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
    listing: Listing[ArticleReport] = Listing(
        key="articles",
        heads=[
            ("", translate("Article", language)),
            ("", translate("Published", language)),
            ("number", translate("For", language)),
            ("number", translate("Against", language)),
            ("number", as_head("mentions", language)),
        ],
        render=lambda entry: _render_cells(entry, report, desk.address),
        searched=lambda entry: f"{entry.article.id} {entry.article.title} {entry.article.outlet}",
        nothing=translate("No title or outlet holds “{text}”.", language),
    )
    draw_listing(listing, sort_articles(report), text, desk.address)


def _render_cells(entry: ArticleReport, report: Report, address: Address) -> list[Node]:
    article, language = entry.article, address.language
    about = (own(outlet_name(article, language)), f" · {translate(article.kind, language)}")
    found = Counter(quote.stance for quote in quotes_in(report, article.id))
    return [
        el(
            "td",
            "statement",
            el("a", "", own(article.title or article.id), href=address.href("Articles", id=article.id)),
            el("p", "small soft", *about),
        ),
        el("td", "small", _published(article, language)),
        *render_counts({stance: found[stance] for stance in STANCES}),
    ]


def _published(article: Article, language: str) -> str:
    if article.published:
        return render_date(article.published, language)
    return translate("not stated", language)
