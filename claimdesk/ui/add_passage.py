"""Adding a passage that the engine missed: look for it, choose it, say what it does and who says it."""

from __future__ import annotations

import streamlit as st

from claimdesk.evidence.corrections import write_stated_date
from claimdesk.messages import render_date, render_number, translate
from claimdesk.missed import NEAREST, find_missed
from claimdesk.model import Article, ArticleReport, ClaimReport, Quote, Report, Span, StatedDate
from claimdesk.ui.correction import begin_fields, draw_fields, fields_of, read_changes
from claimdesk.ui.deciding import anchor, draw_failure, draw_note, keep, key_of, may_decide
from claimdesk.ui.derived import derive
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.passage_search import MOST, Hit, find_hits
from claimdesk.ui.words import outlet_name


def draw_add_passage(desk: Desk, claim: str = "", article: str = "", likely: str = "") -> None:
    """The form, behind a line that opens. A claim or an article that is given is not asked for.

    `likely` is the claim that is chosen at first. On a past day there is no form.
    """
    if not may_decide(desk) or not desk.report.articles or not desk.report.claims:
        return
    key, language = key_of("add", claim, article), desk.language
    with st.container(key=f"tools-by-hand-{key}"):
        label = (
            translate("Add a passage by hand", language) if claim else translate("Add to a claim", language)
        )
        fold = st.expander(label, key=f"add-{key}-fold", on_change="rerun")
        with fold:
            if fold.open:
                if likely:
                    st.session_state.setdefault(f"claim-{key}", likely)
                _draw_form(desk, key, claim, article)


def _draw_form(desk: Desk, key: str, claim: str, article: str) -> None:
    draw_failure(key, desk.language)
    _draw_added(key, desk.language)
    chosen = _find_chosen(desk, key)
    if chosen:
        _draw_fields(desk, key, claim, *chosen)
        return
    articles = list(desk.report.articles)
    if article:
        articles = [one for one in articles if one.article.id == article]
    else:
        articles = _choose_articles(articles, key, desk.language)
    text = st.text_input(
        translate("Words of the passage", desk.language),
        key=f"words-{key}",
        persist_state="session",
        live=True,
        placeholder=translate("Type some of its words, or paste it", desk.language),
    )
    entry = desk.report.claim(claim)
    if not text and entry:
        _draw_missed(desk, entry, articles, key)
        return
    hits = find_hits(text or "", articles)
    for number, hit in enumerate(hits):
        _draw_hit(hit, key, number, desk.language)
    if text and not hits:
        draw(el("p", "soft", translate("No passage holds most of these words.", desk.language)))


def _draw_missed(desk: Desk, entry: ClaimReport, articles: list[ArticleReport], key: str) -> None:
    """What the claim's phrases come near, before anything is looked for."""
    language, wanted = desk.language, {one.article.id: one for one in articles}
    missed = [quote for quote in find_near(entry, desk.report) if quote.article in wanted]
    if not missed:
        return
    said = [translate("Near a phrase, and not near enough to count:", language)]
    if len(desk.report.articles) > NEAREST:
        limit = translate("Looked for in the {n} articles nearest to the claim’s date.", language)
        said.append(limit.format(n=render_number(NEAREST, language)))
    draw(el("p", "soft", " ".join(said)))
    shown = f"missed-{key}"
    most: int = st.session_state.get(shown, MOST)
    for number, quote in enumerate(missed[:most]):
        hit = Hit(wanted[quote.article], Span(quote.start, quote.end), True)
        _draw_hit(hit, key, number, language, quote)
    if len(missed) > most:
        st.button(
            translate("Show more", language),
            key=f"act-more-{key}",
            on_click=lambda: st.session_state.update({shown: most + MOST}),
        )


def find_near(entry: ClaimReport, report: Report) -> tuple[Quote, ...]:
    """Passages that the claim's phrases come near, the nearest first; looked for where they are shown."""
    return derive(
        report, f"near {entry.claim.id}", lambda: find_missed(report.registry, entry, report.articles)
    )


def _find_chosen(desk: Desk, key: str) -> tuple[ArticleReport, Span] | None:
    """The passage that was chosen. Where its words stand there no longer, the choice is dropped."""
    chosen: tuple[str, int, int, str] | None = st.session_state.get(f"chosen-{key}")
    if chosen is None:
        return None
    article, start, end, words = chosen
    entry, span = desk.report.article(article), Span(start, end)
    if entry and span.of(entry.article.body) == words:
        return entry, span
    del st.session_state[f"chosen-{key}"]
    said = translate("The article was changed: choose the passage again.", desk.language)
    draw(el("p", "", el("b", "", said)))
    return None


def _choose_articles(articles: list[ArticleReport], key: str, language: str) -> list[ArticleReport]:
    everywhere = translate("All articles", language)
    names = {"": everywhere} | {
        one.article.id: f"{outlet_name(one.article, language)} · {one.article.title or one.article.id}"
        for one in articles
    }
    chosen = st.selectbox(
        translate("Article", language),
        list(names),
        format_func=lambda one: names.get(one, one),
        key=f"article-{key}",
        persist_state="session",
    )
    return [one for one in articles if chosen in ("", one.article.id)]


def _draw_hit(hit: Hit, key: str, number: int, language: str, quote: Quote | None = None) -> None:
    """A passage to choose. What the engine reads off it, as `quote`, is proposed in the form."""
    article, span = hit.article.article, hit.span
    chosen: dict[str, object] = {f"chosen-{key}": (article.id, span.start, span.end, hit.text)}
    if quote is not None:
        typed = _key_of_fields(article, span, key)
        read = fields_of(quote)
        if not quote.decisive:
            del read["stance"]
        chosen |= {f"{field}-{typed}": value for field, value in read.items()}
    with st.container(key=f"hit-{number}-{key}"):
        draw(_render_hit(article, span, hit.whole, language))
        st.button(
            translate("Choose this", language),
            key=f"act-choose{number}-{key}",
            on_click=lambda: st.session_state.update(chosen),
        )


def _render_hit(article: Article, span: Span, whole: bool, language: str) -> Node:
    day = render_date(article.published, language) if article.published else None
    about = [outlet_name(article, language), day or translate("date not stated", language)]
    if not whole:
        about.append(translate("exactly these words", language))
    words = span.of(article.body)
    return el(
        "div",
        "hit",
        el("p", "words", words, lang=article.language, dir="auto"),
        el("p", "soft small", own(" · ".join(about))),
    )


def _draw_fields(desk: Desk, key: str, claim: str, entry: ArticleReport, span: Span) -> None:
    language, article = desk.language, entry.article
    draw(_render_hit(article, span, True, language))
    if not claim:
        statements = {one.claim.id: one.claim.statement for one in desk.report.claims}
        st.selectbox(
            translate("Claim", language),
            list(statements),
            index=None,
            format_func=lambda one: statements.get(one, one),
            key=f"claim-{key}",
            persist_state="session",
        )
    typed = _key_of_fields(article, span, key)
    begin_fields(typed, _first_fields(article))
    found = desk.report.claim(claim or st.session_state.get(f"claim-{key}") or "")
    draw_fields(desk, typed, found)
    draw_note(typed, language)
    with st.container(horizontal=True, key=f"act-add-{key}"):
        st.button(
            translate("Add to the claim", language),
            key=f"do-add-{key}",
            disabled=found is None,
            on_click=lambda: _add(desk, key, typed, found.claim.id if found else "", article, span),
        )
        st.button(
            translate("Another passage", language),
            key=f"do-another-{key}",
            on_click=lambda: st.session_state.pop(f"chosen-{key}"),
        )


def _key_of_fields(article: Article, span: Span, key: str) -> str:
    return f"{key_of(article.id, span.start, span.end, span.of(article.body))}-{key}"


def _first_fields(article: Article) -> dict[str, str]:
    """What is taken to be so unless somebody says otherwise: the outlet says it, on the article's day."""
    day = article.published
    return {
        "stance": "supports",
        "origin": article.outlet,
        "date": write_stated_date(StatedDate(day, day) if day else None),
        "hedged": "false",
    }


def _add(desk: Desk, key: str, typed: str, claim: str, article: Article, span: Span) -> None:
    """Keep the passage with what was typed under keys that end in `typed`."""
    corrections = {"stance": _first_fields(article)["stance"]} | read_changes(typed, desk.report.registry)
    note = str(st.session_state.get(f"note-{typed}") or "").strip()
    decision = anchor(desk.report, claim, article.id, span, kind="added", note=note, corrections=corrections)
    if keep(desk, decision, key):
        st.session_state["review-added"] = key


def _draw_added(key: str, language: str) -> None:
    """That the last passage was added, until something else is done."""
    if st.session_state.get("review-added") == key:
        del st.session_state["review-added"]
        draw(el("p", "", el("b", "", translate("The passage was added to the claim.", language))))
