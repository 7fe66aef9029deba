"""The frame of every page: what stands around it, and what it shows. Each page begins with `open_page`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from claimdesk.access import Role, reaches
from claimdesk.messages import translate
from claimdesk.messages.phrases import hidden_phrase
from claimdesk.model import Report
from claimdesk.palette import LIGHT
from claimdesk.store.reviews import Reviews
from claimdesk.ui.address import Address, parse_address
from claimdesk.ui.cache import State, has_changed, is_cold, load_state
from claimdesk.ui.days import count_timeless
from claimdesk.ui.drawing import (
    draw,
    draw_style,
    find_unknown_page,
    follow_opened,
    keep_address,
    undo_stray,
)
from claimdesk.ui.inputs import Marks, Part
from claimdesk.ui.markup import el
from claimdesk.ui.sidebar import draw_leave, draw_sidebar, draw_title
from claimdesk.ui.signing_in import sign_in
from claimdesk.ui.states import (
    ARTICLES,
    REGISTRY,
    draw_broken,
    draw_past,
    draw_unknown_address,
    draw_unknown_page,
)

_JUST_READ = "just-read"
_WITHOUT_REGISTRY = frozenset([ARTICLES, REGISTRY, "pages/5_Method.py"])
_LOOK_EVERY = 2  # seconds between two looks at the files
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    f'<rect y="4" width="15" height="24" rx="2" fill="{LIGHT["sup"]}"/>'
    f'<rect x="17" y="4" width="15" height="24" rx="2" fill="{LIGHT["con"]}"/>'
    f'<path d="M3 16h9M7.5 11.5v9" stroke="{LIGHT["on-sup"]}" stroke-width="3"/>'
    f'<path d="M20 16h9" stroke="{LIGHT["on-con"]}" stroke-width="3"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page has to show: the report, the address it was asked for, the reviews in the report.

    `missing` is what could not be read, so that the report is made without it. `role` is what who looks at it
    may be: what they may not do is not offered, while the library checks every write itself.
    """

    report: Report
    address: Address
    reviews: Reviews
    missing: frozenset[Part] = frozenset()
    role: Role | None = None

    def why_not(self, role: Role) -> str | None:
        """Why who looks at the page may not do what needs `role`; None where they may."""
        if reaches(self.role, role):
            return None
        if role == "reviewer":
            return translate("Reviewers and editors do this: ask who keeps the access file.", self.language)
        return translate("Editors do this: ask who keeps the access file.", self.language)

    @property
    def language(self) -> str:
        """The language the page speaks."""
        return self.address.language

    @property
    def chosen(self) -> str:
        """The claim or article that the address asks for, or nothing."""
        return self.address.rest.get("id", "")


def open_page(page: str) -> Desk:
    """Draw the frame of `page`, a script's path, and return what the page shows.

    Without a registry there is nothing to show but where it can be mended, and articles: elsewhere, stop.
    """
    today = date.today()
    st.set_page_config("Claimdesk", page_icon=_ICON, layout="wide", initial_sidebar_state=248)
    follow_opened(page)
    undo_stray(page)
    keep_address(page)
    address = parse_address(st.query_params.to_dict(), today)
    draw_style(address.clean, address.language)
    until = address.until or today
    name = draw_sidebar(page, address, today)
    role = sign_in(address.language)
    state = _load_state(until, address.language)
    if state.marks:
        st.session_state[_JUST_READ] = True
        _watch(state.marks)
    draw_title(state.report.registry.title, name)
    here = {"id": address.rest["id"]} if "id" in address.rest else {}
    if address.clean:
        draw_leave(page, address)
    base = str(st.get_option("server.baseUrlPath") or "")
    draw_unknown_page(find_unknown_page(str(st.context.url or ""), base), address)
    draw_unknown_address(address, page, here)
    if state.failure:
        draw_broken(state, address, page)
    if "registry" in state.missing and page not in _WITHOUT_REGISTRY:
        st.stop()
    report = state.report
    if until < today:
        draw_past(until, hidden_phrase(report, address.language), count_timeless(report), address, page, here)
    return Desk(report, address, state.reviews, state.missing, role)


@st.fragment(run_every=_LOOK_EVERY)  # type: ignore[untyped-decorator]
def _watch(marks: Marks) -> None:
    """Draw the page anew when a file is another than when the state of these `marks` was loaded."""
    if not st.session_state.pop(_JUST_READ, False) and has_changed(marks):
        st.rerun()


def _load_state(until: date, language: str) -> State:
    """The state. Where it takes longer than a moment, bars that do not move stand where rows will be."""
    place = st.empty()  # in every run, so that what stands below it stays the same for the browser
    if not is_cold():
        return load_state(until)
    rows = [el("div", "waiting-row", *(el("span", "waiting-bar") for _ in range(3))) for _ in range(4)]
    with place:
        draw(el("div", "waiting", el("p", "soft", translate("Reading the articles …", language)), *rows))
    state = load_state(until)
    place.empty()
    return state
