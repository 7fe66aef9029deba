"""Teaching a line: "this is never text of this outlet", with what it would take away before it does."""

from __future__ import annotations

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.library.outlets import is_same_outlet
from claimdesk.library.taught import Taught, load_taught
from claimdesk.library.teach import forget_line, teach_line
from claimdesk.messages import translate, translate_plural
from claimdesk.model import Article, ArticleReport
from claimdesk.ui.deciding import fail
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.inputs import find_places
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.words import counted, outlet_name, plain_label

_SHOWN = 5  # lines that it would take away


def draw_teaching(desk: Desk, entry: ArticleReport, key: str) -> None:
    """The lines of the article, the one that is taught, and what was taught before."""
    language, article = desk.language, entry.article
    if not article.outlet:
        draw(el("p", "soft", translate("The article states no outlet. Give one first.", language)))
        return
    folder = find_places().articles
    passages = [one.span.of(article.body) for one in entry.passages if one.kind == "text" and not one.heading]
    field = f"correct-line-{key}"
    st.selectbox(
        translate("A line of this article", language),
        passages,
        index=None,
        key=f"correct-pick-{key}",
        on_change=lambda: st.session_state.update(
            {field: " ".join(str(st.session_state[f"correct-pick-{key}"] or "").split())}
        ),
    )
    label = translate("Never text of {outlet}; * stands for anything", language)
    st.text_input(
        label.format(outlet=plain_label(outlet_name(article, language))),
        key=field,
        live=True,
        persist_state="session",
    )
    line = str(st.session_state.get(field) or "")
    if line.strip():
        draw(_render_effect(line, desk, article))
    with st.container(key=f"act-teach-{key}"):
        st.button(
            translate("Take it for no text from now on", language),
            key=f"do-teach-{key}",
            disabled=not line.strip(),
            on_click=lambda: _teach(folder, article.outlet, field, key),
        )
    for number, taught in enumerate(load_taught(folder).of(article.outlet)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"act-taught{number}-{key}"):
            draw(el("p", "small", own(taught)))
            st.button(
                translate("Take back", language),
                key=f"do-forget{number}-{key}",
                type="tertiary",
                on_click=lambda taught=taught: _forget(folder, article.outlet, taught, key),
            )


def _render_effect(line: str, desk: Desk, article: Article) -> Node:
    """What the line would take away, over all articles of the outlet that are read."""
    taught = Taught({article.outlet: (line,)})
    found = [
        span.of(entry.article.body)
        for entry in desk.report.articles
        if is_same_outlet(entry.article.outlet, article.outlet)
        for span in taught.mark(entry.article).never_text
    ]
    said = translate_plural(
        "{n} passage would be no text any more.",
        "{n} passages would be no text any more.",
        len(found),
        desk.language,
    )
    rows = (el("p", "small", own(text)) for text in dict.fromkeys(found[:_SHOWN]))
    return el("div", "hit", el("p", "soft small", counted(len(found), said, desk.language)), *rows)


def _teach(folder: str, outlet: str, field: str, key: str) -> None:
    try:
        teach_line(folder, outlet, str(st.session_state.get(field) or ""))
    except ClaimdeskError as error:
        fail(key, str(error))
        return
    st.session_state[field] = ""
    st.session_state.pop(f"correct-pick-{key}", None)


def _forget(folder: str, outlet: str, line: str, key: str) -> None:
    try:
        forget_line(folder, outlet, line)
    except ClaimdeskError as error:
        fail(key, str(error))
