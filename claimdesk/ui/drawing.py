"""The three ways anything of ours reaches a page: still markup, markup with links, the stylesheet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import streamlit as st

from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.palette import render_tokens
from claimdesk.ui.markup import Node, el, render_html

# The first part of an address, as links write it, and the script that draws the page.
PAGES = {
    "./": "dashboard.py",
    "Claim": "pages/1_Claim.py",
    "Articles": "pages/2_Articles.py",
    "Registry": "pages/3_Registry.py",
    "Briefing": "pages/4_Briefing.py",
    "Method": "pages/5_Method.py",
}
# In this order: later sheets win.
_SHEETS = ["style", "overview", "claim", "reader", "registry", "briefing", "phone", "print"]
_OPENED = "opened"
_WANTED = "wanted-quote"
_LEFT = "left"
_SHOWN = "shown"


@cache
def _read(name: str) -> str:
    return (files("claimdesk.ui") / name).read_text(encoding="utf-8")


_draw_component = st.components.v2.component(
    "claimdesk_nodes",
    html='<div class="desk"></div>',
    js=_read("reader.js") + _read("nodes.js"),
    isolate_styles=False,
)

_draw_typed_day = st.components.v2.component("claimdesk_typed_day", html=" ", js=_read("typed_day.js"))


_draw_reviewer_cookie = st.components.v2.component("claimdesk_reviewer", html=" ", js=_read("reviewer.js"))


def draw_reviewer_cookie(cookie: str, name: str) -> None:
    """Let the browser keep the reviewer's `name` under the name `cookie`; nothing is shown."""
    _draw_reviewer_cookie(key="reviewer-cookie", data=[cookie, name])


def draw_typed_day(key: str, day: date, heard: Callable[[str], None]) -> None:
    """Beside a date control in the sidebar that shows `day`: another one typed into it is `heard` at once."""
    _draw_typed_day(
        key=key, data=day.isoformat(), on_typed_change=lambda: heard(str(st.session_state[key]["typed"]))
    )


def draw_style(clean: bool, language: str) -> None:
    """The stylesheet; in the clean view also what hides the controls. It has the words in `language` that
    stand for those which Streamlit writes itself."""
    words = {"upload": translate("Upload", language), "all": translate("Select all", language)}
    said = (
        ":root {"
        + "".join(f"--word-{name}: {json.dumps(text, ensure_ascii=False)};" for name, text in words.items())
        + "}"
    )
    sheets = [*_SHEETS, "clean"] if clean else _SHEETS
    st.html(
        "<style>"
        + "\n".join([render_tokens(), said, *(_read(f"{name}.css") for name in sheets)])
        + "</style>"
    )


def draw(*nodes: Node | str | None, place: Any = st) -> Any:
    """Nodes nobody can click, in a new place or instead of what stands in `place`; returns the place."""
    return place.html(render_html([el("div", "desk", *nodes)]))


def draw_folded(number: int, language: str) -> None:
    """In print only: how many quotes stand behind a fold that is shut, which is not printed itself."""
    said = translate_plural(
        "{n} more quote is in the dashboard.", "{n} more quotes are in the dashboard.", number, language
    )
    draw(el("p", "print-only soft small", said.format(n=render_number(number, language))))


def draw_linked(nodes: Iterable[Node], key: str) -> None:
    """Nodes whose links open a page of the desk in the same session. `key` is unique in the page."""
    _draw_component(
        key=key, data=[node.as_data() for node in nodes], on_open_change=lambda: _note_opened(key)
    )


def _note_opened(key: str) -> None:
    place = str(st.session_state[key]["open"])
    if place.startswith("#"):
        st.session_state[_WANTED] = place[1:]
    else:
        st.session_state[_OPENED] = place


def is_wanted(key: str) -> bool:
    """Whether the last click was on a link to that quote of the same page, which was not drawn."""
    return bool(st.session_state.get(_WANTED) == key)


def forget_wanted() -> None:
    """Call it once all quotes of a page are drawn."""
    st.session_state.pop(_WANTED, None)


def follow_opened(page: str) -> None:
    """Go from `page` where the last clicked link leads. Called first, so that nothing is drawn twice."""
    name, _, query = str(st.session_state.pop(_OPENED, "")).partition("?")
    if name in PAGES:
        wanted = dict(parse_qsl(query))
        if PAGES[name] != page:
            st.session_state[_LEFT] = (page, wanted, st.query_params.to_dict())
        st.switch_page(PAGES[name], query_params=wanted)


def find_unknown_page(url: str, base: str = "") -> str:
    """The page that an address asks for where there is none of that name, and Streamlit shows the overview.

    Empty where there is one. `url` is the whole address, `base` the part of it that all pages share.
    """
    path = unquote(urlsplit(url).path).strip("/").removeprefix(base.strip("/")).strip("/")
    return "" if path in ("", *PAGES) else path


def undo_stray(page: str) -> None:
    """Give `page` its own parameters back where the way back brings those of the page after it.

    `st.switch_page` writes two entries into the browser's history: the new parameters on the old page, and
    only then the new page. The first is nothing anybody asked for.
    """
    left = st.session_state.get(_LEFT)
    if left is not None and left[0] == page and left[1] == st.query_params.to_dict() != left[2]:
        st.query_params.from_dict(left[2])


def keep_address(page: str) -> None:
    """Put the parameters of `page` into the browser's address where a link on the same page changed them.

    `st.page_link` to the page one is on runs it with new parameters and leaves the address as it was.
    """
    shown = (page, st.query_params.to_dict())
    before = st.session_state.get(_SHOWN, shown)
    if before[0] == page and before[1] != shown[1]:
        st.query_params.from_dict(shown[1])
    st.session_state[_SHOWN] = shown
