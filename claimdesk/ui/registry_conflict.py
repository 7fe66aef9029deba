"""Two texts of one registry that cannot be brought together without a choice: both sides, place by place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from claimdesk.errors import ConflictError, RegistryError
from claimdesk.messages import translate
from claimdesk.registry.merge import merge_registries, read_places
from claimdesk.ui.choosing import choose
from claimdesk.ui.drawing import draw
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.registry_ends import show_text
from claimdesk.ui.registry_text import TextDraft, change_text
from claimdesk.ui.states import render_note

_SESSION = "registry-conflict"


def find_conflict() -> ConflictError | None:
    """The conflict that the last save of the text ended in, until it is settled."""
    found: ConflictError | None = st.session_state.get(_SESSION)
    return found


def note_conflict(error: ConflictError) -> None:
    """Keep a conflict until somebody chooses."""
    st.session_state[_SESSION] = error


def draw_conflict(draft: TextDraft, language: str) -> None:
    """Both sides of each place with the choice; then the text is that of both, still to be saved."""
    error = find_conflict()
    assert error is not None
    bold = translate("Somebody else changed the same meanwhile.", language)
    draw(render_note(bold, translate("Nothing is saved until you choose; what you typed is kept.", language)))
    mine, theirs = _read(error.ours), _read(error.theirs)
    named = mine is not None and theirs is not None and all(p in mine or p in theirs for p in error.places)
    places = error.places if named else (translate("the whole text", language),)
    for place in places:
        draw(
            el(
                "div",
                "clash",
                el("p", "mono", own(place)),
                _render_side(
                    translate("Theirs, in the file now", language), (theirs or {}).get(place), language
                ),
                _render_side(translate("Yours", language), (mine or {}).get(place), language),
            )
        )
        _choose(place, language)
    with st.container(horizontal=True, key="act-conflict"):
        st.button(
            translate("Take this into the text", language),
            key="do-settle",
            type="primary",
            on_click=_settle,
            args=(draft, error, places, named),
        )
        st.button(translate("Back to my text", language), key="do-back", type="tertiary", on_click=_leave)


def _leave() -> None:
    st.session_state.pop(_SESSION, None)


def _choose(place: str, language: str) -> None:
    words = {"mine": translate("Keep yours", language), "theirs": translate("Take theirs", language)}
    choose(place, words, f"choose-{place}")


def _read(data: bytes) -> Mapping[str, str] | None:
    try:
        return read_places(data)
    except RegistryError:
        return None


def _render_side(title: str, text: str | None, language: str) -> Node:
    said = translate("not there", language) if text is None else text.strip("\r\n")
    lines = [el("p", "mono", line or " ") for line in said.splitlines()]
    return el("div", "lines", el("p", "soft small", title), *lines)


def _settle(draft: TextDraft, error: ConflictError, places: Sequence[str], named: bool) -> None:
    """The text with what was chosen, begun from what stands in the file now."""
    chosen = {place: st.session_state.get(f"choose-{place}") != "theirs" for place in places}
    _leave()
    merged = error.ours if all(chosen.values()) else error.theirs
    if named:
        try:
            merged = merge_registries(error.base, error.ours, error.theirs, chosen)
        except ConflictError as again:
            note_conflict(again)
            return
    change_text(draft, error.theirs, show_text(merged))
