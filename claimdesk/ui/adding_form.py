"""One source that waits to be confirmed: its facts with where each was read, what it is like, its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from claimdesk.library.add import settle_facts
from claimdesk.library.likeness import Likeness
from claimdesk.library.proposal import FACTS
from claimdesk.library.relatives import Change
from claimdesk.messages import render_date, translate, translate_plural
from claimdesk.messages.notes import render_note as render_library_note
from claimdesk.model import Article
from claimdesk.text.passages import find_passages
from claimdesk.ui.adding_queue import Pending, Queue, confirm, confirm_all, leave_out
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.states import render_note
from claimdesk.ui.words import counted, outlet_name

_ROWS = (("title",), ("outlet", "published", "author"), ("url", "language"))  # of the form
_SHOWN = 8  # sentences that coincide, or lines that differ


def draw_pending(desk: Desk, queue: Queue) -> None:
    """The first source that waits, and how many more do."""
    pending, language = queue.pending[0], desk.language
    extract = pending.incoming.extract
    if len(queue.pending) > 1:
        said = translate_plural(
            "{n} article waits to be confirmed.",
            "{n} articles wait to be confirmed.",
            len(queue.pending),
            language,
        )
        draw(el("p", "soft small", counted(len(queue.pending), said, language)))
    if pending.incoming.name:
        draw(el("p", "mono", own(pending.incoming.name)))
    for note in extract.notes:
        draw(el("p", "soft small", own(render_library_note(note, language))))
    draw(*_render_relations(pending, language))
    for row in _ROWS:
        for column, name in zip(st.columns(len(row)), row, strict=True):
            with column:
                _draw_fact(name, pending, language)
    _draw_relations(pending, language)
    draw(_render_text(pending, language))
    with st.container(horizontal=True, key="act-adding-confirm"):
        st.button(
            translate("Add to the library", language),
            key=f"do-adding-confirm-{pending.key}",
            on_click=lambda: confirm(queue, pending, _read_given(pending), language),
        )
        st.button(
            translate("Leave it out", language),
            key=f"do-adding-leave-{pending.key}",
            on_click=lambda: leave_out(queue, pending),
        )
        if len(queue.pending) > 1:
            st.button(
                translate("Add all as they are proposed", language),
                key="do-adding-all",
                on_click=lambda: confirm_all(queue),
            )


def name_facts(language: str) -> dict[str, str]:
    """The facts of an article as they are called."""
    return {
        "title": translate("Headline", language),
        "outlet": translate("Outlet", language),
        "published": translate("Day of publication, as 2024-10-24", language),
        "author": translate("Author", language),
        "language": translate("Language", language),
        "url": translate("Web address", language),
    }


def _read_given(pending: Pending) -> dict[str, str]:
    """What stands in the fields when the button is pressed."""
    state = st.session_state
    given = {name: str(state.get(f"fact-{name}-{pending.key}") or "") for name in FACTS}
    for name, identity in _relations(pending).items():
        given[name] = identity if state.get(f"fact-{name}-{pending.key}") else ""
    return given


def _relations(pending: Pending) -> dict[str, str]:
    """The articles that it may be a version or a copy of."""
    alike = next((one.id for one in pending.related.likenesses if one.kind != "shares"), "")
    found = {"revises": pending.related.revises, "copy_of": alike}
    return {name: identity for name, identity in found.items() if identity}


def _draw_fact(name: str, pending: Pending, language: str) -> None:
    """A field with the proposed value, and under it where that was read."""
    if name == "language":
        _draw_language(pending, language)
        return
    fact = settle_facts(pending.incoming, {}).get(name)
    key = f"fact-{name}-{pending.key}"
    st.session_state.setdefault(key, fact.value if fact else "")
    st.text_input(name_facts(language)[name], key=key, live=True, persist_state="session")
    if fact is None:
        said: Node = el("p", "soft small", translate("Not found in the source.", language))
    else:
        read = translate("Read off {place}.", language).format(
            place=render_library_note(fact.read_in, language)
        )
        said = el("p", "soft small", own(read))
    draw(said)


def _draw_language(pending: Pending, language: str) -> None:
    words = {"id": translate("Indonesian", language), "en": translate("English", language)}
    fact = pending.incoming.extract.facts.get("language")
    key = f"fact-language-{pending.key}"
    st.session_state.setdefault(key, fact.value if fact and fact.value in words else "id")
    st.selectbox(
        translate("Language", language),
        list(words),
        format_func=words.__getitem__,
        key=key,
        persist_state="session",
    )


def _draw_relations(pending: Pending, language: str) -> None:
    """Whether it counts as one with an article that it is like."""
    labels = {
        "revises": translate("Keep it as a newer version of that article", language),
        "copy_of": translate("Count the two as one origin, not as two", language),
    }
    for name in _relations(pending):
        key = f"fact-{name}-{pending.key}"
        st.session_state.setdefault(key, True)
        st.toggle(labels[name], key=key, persist_state="session")


def _render_relations(pending: Pending, language: str) -> Iterator[Node]:
    older = pending.others.get(pending.related.revises)
    if older is not None:
        bold = translate("Another version of this article is in the library.", language)
        yield render_note(bold, own(_name(older, language)))
        yield render_changes(pending.changes, language)
    for likeness in pending.related.likenesses:
        other = pending.others.get(likeness.id)
        if other is not None:
            yield render_note(_say_likeness(likeness, language), own(_name(other, language)))
            yield _render_pairs(likeness, pending.incoming.extract.body, other.body, language)


def _say_likeness(likeness: Likeness, language: str) -> str:
    said = {
        "copy": translate("This repeats an article of the library nearly word for word.", language),
        "version": translate("This may be another version of an article of the library.", language),
        "translation": translate("This tells an article of the library in other words.", language),
        "shares": translate("This shares sentences with an article of the library.", language),
    }
    return said[likeness.kind]


def _name(article: Article, language: str) -> str:
    day = (
        render_date(article.published, language)
        if article.published
        else translate("date not stated", language)
    )
    return f"{article.title or article.id} · {outlet_name(article, language)} · {day}"


def _render_pairs(likeness: Likeness, new: str, old: str, language: str) -> Node:
    count = len(likeness.pairs)
    said = translate_plural("{n} sentence coincides.", "{n} sentences coincide.", count, language)
    rows = [
        el("div", "hit", el("p", "words", own(left.of(new))), el("p", "soft small", own(right.of(old))))
        for left, right in likeness.pairs[:_SHOWN]
    ]
    return el("details", "", el("summary", "small", counted(count, said, language)), *rows)


def render_changes(changes: Sequence[Change], language: str) -> Node:
    """The lines that differ between two texts, behind a line that opens."""
    said = translate_plural("{n} place differs.", "{n} places differ.", len(changes), language)
    rows = [
        el(
            "div",
            "hit",
            *(el("p", "soft small", "\u2212 ", own(line)) for line in change.old),
            *(el("p", "small", "+ ", own(line)) for line in change.new),
        )
        for change in changes[:_SHOWN]
    ]
    return el("details", "", el("summary", "small", counted(len(changes), said, language)), *rows)


def _render_text(pending: Pending, language: str) -> Node:
    """The text as it will be kept, what is no text in it in grey."""
    extract = pending.incoming.extract
    found = extract.facts.get("language")
    passages = find_passages(extract.body, found.value if found else "id", "title" in extract.facts)
    lines: dict[int, list[Node]] = {}
    for passage in passages:
        css = "" if passage.kind == "text" else "soft small"
        lines.setdefault(passage.line, []).append(own(f"{passage.span.of(extract.body)} ", css))
    rows = [el("p", "words", *row) for row in lines.values()]
    heading = translate("The text as it will be kept; grey is no text of the article", language)
    return el("details", "", el("summary", "small", heading), el("div", "hit", *rows))
