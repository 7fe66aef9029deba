"""The sidebar: where one is, up to which day evidence is read, in which language, in which view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from claimdesk.messages import translate
from claimdesk.ui.address import EARLIEST, LANGUAGES, Address, parse_day
from claimdesk.ui.drawing import draw, draw_typed_day
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.reviewer import draw_reviewer

_TITLE = "title"
_LANGUAGE_NAMES = {"en": "English", "id": "Indonesia"}


def draw_sidebar(page: str, address: Address, today: date) -> Any:
    """Name, pages, controls; `page` is the script that is open. Returns the place for `draw_title`."""
    with st.sidebar:
        place = draw(*_render_name(st.session_state.get(_TITLE, "")))
        _draw_pages(page, address)
        _draw_controls(address, today)
    return place


def draw_title(title: str, place: Any) -> None:
    """The registry's title under the name, once it is known."""
    if title != st.session_state.get(_TITLE, ""):
        st.session_state[_TITLE] = title
        draw(*_render_name(title), place=place)


def _render_name(title: str) -> list[Node]:
    return [el("p", "brand", "Claimdesk"), el("p", "brand-title", own(title))]


def draw_leave(page: str, address: Address) -> None:
    """The way out of the clean view, which the stylesheet puts at the foot of the page."""
    with st.container(key="leave"):
        shown = replace(address, clean=False)
        label = translate("Leave the clean view", address.language)
        st.page_link(page, label=label, query_params=shown.link(**address.rest))


def _draw_pages(page: str, address: Address) -> None:
    language = address.language
    pages = {
        "dashboard.py": translate("Overview", language),
        "pages/1_Claim.py": translate("Claim", language),
        "pages/2_Articles.py": translate("Articles", language),
        "pages/3_Registry.py": translate("Registry", language),
        "pages/4_Briefing.py": translate("Briefing", language),
        "pages/5_Method.py": translate("Method", language),
    }
    for script, label in pages.items():
        with st.container(key="here" if script == page else f"page-{script[:7]}"):
            st.page_link(script, label=label, query_params=address.link(**_remembered(script)))


def _remembered(script: str) -> dict[str, str]:
    """The parameters with which a page was last seen in this session, so that going back loses nothing."""
    seen: dict[str, dict[str, str]] = st.session_state.setdefault("seen", {})
    return seen.get(script, {})


def remember(script: str, parameters: dict[str, str]) -> None:
    """Keep a page's own parameters for the link back to it."""
    st.session_state.setdefault("seen", {})[script] = parameters


def _draw_controls(address: Address, today: date) -> None:
    language = address.language
    show("until", address.until or today)
    st.date_input(
        translate("Evidence read until", language),
        key="until",
        min_value=EARLIEST,
        max_value=today,
        format="DD/MM/YYYY",
        on_change=_write_until,
        args=(today,),
    )
    shown = address.until or today
    draw_typed_day("typed-day", shown, lambda typed: _write_day(parse_day(typed, today), today))
    show("lang", language)
    st.segmented_control(
        translate("Language", language),
        LANGUAGES,
        format_func=_LANGUAGE_NAMES.__getitem__,
        key="lang",
        required=True,
        on_change=_write_language,
    )
    show("view", address.clean)
    st.toggle(
        translate("Clean view", language),
        key="view",
        help=translate("Hides all controls, for screenshots.", language),
        on_change=_write_view,
    )
    draw_reviewer(language)


def show(key: str, value: object) -> None:
    """Let a control show what the address says."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def write_parameter(name: str, value: str | None) -> None:
    """Put a value into the address, or take the parameter out where it is empty.

    None changes nothing: a control of options says it when the way back leads into another language.
    """
    if value is None:
        return
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def _write_until(today: date) -> None:
    _write_day(st.session_state["until"], today)


def _write_day(day: date | None, today: date) -> None:
    write_parameter("until", "" if day in (None, today) else day.isoformat())


def _write_language() -> None:
    language: str = st.session_state["lang"]
    write_parameter("lang", "" if language == "en" else language)


def _write_view() -> None:
    write_parameter("view", "clean" if st.session_state["view"] else "")
