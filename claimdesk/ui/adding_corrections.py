"""Correcting an article that is in the library: facts, text, and lines that are no text of its outlet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.evidence.anchors import find_anchor
from claimdesk.library.correct import correct_body, correct_facts
from claimdesk.library.relatives import find_changes
from claimdesk.messages import translate, translate_plural
from claimdesk.model import Article, ArticleReport, Decision
from claimdesk.ui.adding_form import name_facts, render_changes
from claimdesk.ui.adding_teaching import draw_teaching
from claimdesk.ui.choosing import choose
from claimdesk.ui.deciding import draw_failure, fail, key_of, may_edit
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.inputs import find_places
from claimdesk.ui.markup import el
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.typed_date import settle_day
from claimdesk.ui.words import counted

_ROWS = (("title",), ("outlet", "published", "author"), ("url",))  # of the form
_FIELDS = tuple(name for row in _ROWS for name in row)


def draw_corrections(desk: Desk, entry: ArticleReport) -> None:
    """The three, behind a line that opens. There is none on a past day, or for who is no editor."""
    if not may_edit(desk):
        return
    language, article = desk.language, entry.article
    key = key_of("correct", article.id)
    with st.container(key=f"tools-correct-{key}"):
        label = translate("Correct this article", language)
        fold = st.expander(label, key=f"correct-{key}-fold", on_change="rerun")
        with fold:
            if not fold.open:
                return
            draw_failure(key, language)
            ways = {
                "facts": translate("Headline, outlet and date", language),
                "text": translate("Text", language),
                "lines": translate("Lines that are no text", language),
            }
            way = choose(translate("What to correct", language), ways, f"correct-way-{key}")
            if way == "facts":
                _draw_facts(article, key, language)
            elif way == "text":
                _draw_text(desk, article, key)
            else:
                draw_teaching(desk, entry, key)


def _draw_facts(article: Article, key: str, language: str) -> None:
    known = {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else "",
        "author": article.author,
        "url": article.url,
    }
    for row in _ROWS:
        for column, name in zip(st.columns(len(row)), row, strict=True):
            field = f"correct-{name}-{key}"
            st.session_state.setdefault(field, known[name])
            column.text_input(name_facts(language)[name], key=field, live=True, persist_state="session")
    _draw_unsigned(language)
    with st.container(key=f"act-correct-facts-{key}"):
        st.button(
            translate("Save: these are right", language),
            key=f"do-correct-facts-{key}",
            disabled=not reviewer_name(),
            on_click=lambda: _save(key, lambda: _save_facts(article, key, language)),
        )


def _save_facts(article: Article, key: str, language: str) -> None:
    facts = {name: str(st.session_state.get(f"correct-{name}-{key}") or "") for name in _FIELDS}
    facts["published"] = settle_day(facts["published"], language)
    correct_facts(find_places().articles, article.id, facts, reviewer_name(), article.sha256)


def _draw_text(desk: Desk, article: Article, key: str) -> None:
    """The text to be edited, and what the change does to decisions that people made on its passages."""
    language, field = desk.language, f"correct-body-{key}"
    st.session_state.setdefault(field, article.body)
    label = translate("The text; what was received stays as it was", language)
    st.text_area(label, key=field, height=420, persist_state="session")
    body = _typed(article, field)
    if body != article.body:
        draw(render_changes(find_changes(article.body, body), language))
        made = [one for one in desk.reviews.decisions if one.article == article.id]
        draw(el("p", "soft small", _tell_anchors(made, body, language)) if made else None)
    _draw_unsigned(language)
    with st.container(key=f"act-correct-text-{key}"):
        st.button(
            translate("Save the text", language),
            key=f"do-correct-text-{key}",
            disabled=body == article.body or not reviewer_name(),
            on_click=lambda: _save(key, lambda: _save_text(article, field)),
        )


def _draw_unsigned(language: str) -> None:
    """That a name is missing, where it is."""
    if not reviewer_name():
        said = translate("Give your name in the sidebar: a correction is signed.", language)
        draw(el("p", "soft small", said))


def _typed(article: Article, field: str) -> str:
    """What stands in the field, with the line ends that the article has: browsers know one kind only."""
    typed = str(st.session_state.get(field) or "")
    if "\r\n" in article.body and "\n" not in article.body.replace("\r\n", ""):
        return typed.replace("\r\n", "\n").replace("\n", "\r\n")
    return typed


def _save_text(article: Article, field: str) -> None:
    body = _typed(article, field)
    correct_body(find_places().articles, article.id, body, reviewer_name(), article.sha256)


def _tell_anchors(made: Sequence[Decision], body: str, language: str) -> str:
    """How many decisions keep their words, and how many lose them."""
    lost = sum(find_anchor(one, body).kind == "orphaned" for one in made)
    kept = len(made) - lost
    said = translate_plural(
        "{n} decision finds its words again", "{n} decisions find their words again", kept, language
    )
    gone = translate_plural("{n} loses them.", "{n} lose them.", lost, language)
    return f"{counted(kept, said, language)}, {counted(lost, gone, language)}"


def _save(key: str, work: Callable[[], None]) -> None:
    """Do it and forget what was typed; where it fails, say why and keep that."""
    try:
        work()
    except ClaimdeskError as error:
        fail(key, str(error))
        return
    for name in [name for name in st.session_state if str(name).endswith(f"-{key}")]:
        if str(name).startswith("correct-") and "-way-" not in str(name):
            del st.session_state[name]
