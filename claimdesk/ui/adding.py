"""Adding articles: paste a text, choose files, or give an address; then confirm what was read of each."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from claimdesk.library.archives import show_name
from claimdesk.library.sources import ARTICLES, Piece, is_address, iter_members_of, iter_pieces
from claimdesk.messages import translate, translate_plural
from claimdesk.ui.adding_form import draw_pending
from claimdesk.ui.adding_queue import Queue, find_queue, say_error, take_pieces
from claimdesk.ui.choosing import choose
from claimdesk.ui.deciding import may_edit
from claimdesk.ui.drawing import draw, draw_linked
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el, join, own
from claimdesk.ui.states import render_failure
from claimdesk.ui.words import counted

_WAY = "adding-way"
_TEXT = "adding-text"
_ADDRESS = "adding-address"
_FILES = "adding-files"


def draw_adding(desk: Desk) -> None:
    """The ways in, behind a line that opens. There is none on a past day, or for who is no editor."""
    if not may_edit(desk):
        return
    language, queue = desk.language, find_queue()
    with st.container(key="tools-adding"):
        label, empty = translate("Add articles", language), not desk.report.articles
        fold = st.expander(label, expanded=empty, key="adding-fold", on_change="rerun")
        with fold:
            if not fold.open:
                return
            _draw_done(queue, desk)
            if queue.pending:
                draw_pending(desk, queue)
            else:
                _draw_ways(language, queue)


def _draw_ways(language: str, queue: Queue) -> None:
    ways = {
        "paste": translate("Paste a text", language),
        "files": translate("Choose files", language),
        "address": translate("Give an address", language),
    }
    way, given = choose(translate("Where the article comes from", language), ways, _WAY), True
    if way == "paste":
        label = translate("Text, as it stands on the page, with its headline", language)
        st.text_area(label, key=_TEXT, height=240, persist_state="session")
    elif way == "files":
        chosen = st.file_uploader(
            translate("Files: .txt, .md, .html, .pdf, or a .zip of these", language),
            type=[*ARTICLES, ".zip"],
            accept_multiple_files=True,
            key=f"{_FILES}-{queue.turn}",
        )
        given = bool(chosen)  # none before the last one is here
    else:
        st.text_input(
            translate("Web address", language), key=_ADDRESS, persist_state="session", placeholder="https://…"
        )
    with st.container(key="act-adding"):
        label = translate("Read it", language)
        st.button(label, key="do-adding-read", on_click=lambda: _read(way, queue), disabled=not given)


def _read(way: str, queue: Queue) -> None:
    """Read what was given, and clear the field it came from."""
    queue.start()
    if way == "paste":
        text = str(st.session_state.get(_TEXT) or "")
        take_pieces([Piece("", text.encode())] if text.strip() else [], queue)
    elif way == "files":
        take_pieces(_uploaded(queue), queue)
    else:
        address = str(st.session_state.get(_ADDRESS) or "").strip()
        found = iter_pieces(address if is_address(address) else f"https://{address}") if address else ()
        take_pieces(found, queue)
    if not queue.failed and (queue.pending or queue.done):
        for key in (_TEXT, _ADDRESS):
            st.session_state.pop(key, None)
        queue.turn += 1


def _uploaded(queue: Queue) -> Iterator[Piece]:
    for upload in st.session_state.get(f"{_FILES}-{queue.turn}") or ():
        yield from iter_members_of(show_name(upload.name), upload.getvalue())


def _draw_done(queue: Queue, desk: Desk) -> None:
    """What was added, what was here before, and what could not be read and why."""
    language = desk.language
    if queue.failed:
        said = translate_plural(
            "{n} source could not be added.", "{n} sources could not be added.", len(queue.failed), language
        )
        lines = [f"{name}: {say_error(why, language)}" if name else say_error(why, language)
                 for name, why in queue.failed]  # fmt: skip
        draw(render_failure(counted(len(queue.failed), said, language), lines))
    if queue.empty:
        draw(el("p", "soft", translate("There is nothing to read yet.", language)))
    heads = {
        True: translate("Added:", language),
        False: translate("Already in the library:", language),
    }
    for is_new, head in heads.items():
        links = [
            el("a", "", own(title), href=desk.address.href("Articles", id=identity))
            for identity, title, new in queue.done
            if new == is_new
        ]
        if links:
            draw_linked([el("p", "", el("b", "", head), " ", *join(links, ", "))], key=f"adding-{is_new}")
