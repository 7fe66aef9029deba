"""Somebody else edited the same record meanwhile: both sides of each field, and the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from claimdesk.messages import translate
from claimdesk.ui.drawing import draw
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.registry_draft import Draft, find_clashes, settle
from claimdesk.ui.registry_fields import Form, given_of
from claimdesk.ui.states import render_note

if TYPE_CHECKING:
    from claimdesk.ui.registry_claim import Editing


def draw_overtaken(editing: Editing) -> list[str]:
    """The fields that both changed, with what each side wrote; returns their keys, none where all is well."""
    if editing.now is None:
        if editing.draft.what.startswith("claim "):
            _draw_gone(editing.desk.language)
        return []
    return draw_clashes(editing.draft, editing.now, editing.desk.language)


def _draw_gone(language: str) -> None:
    bold = translate("Somebody deleted this claim meanwhile.", language)
    rest = translate("Your draft is kept: add the claim again, or discard it.", language)
    draw(render_note(bold, rest))


def draw_clashes(draft: Draft, now: Form, language: str) -> list[str]:
    """The keys of a record that both changed, each with both sides and the choice."""
    clashes = find_clashes(draft, now)
    if not clashes:
        return []
    bold = translate("Somebody else changed the same meanwhile.", language)
    rest = translate("Nothing is saved until you choose; what you typed is kept.", language)
    draw(render_note(bold, rest))
    mine, theirs = given_of(draft.form), given_of(now)
    for key in clashes:
        with st.container(key=f"clash-{key}-{draft.key}"):
            draw(
                el(
                    "div",
                    "clash",
                    el("p", "mono", key),
                    _render_side(translate("Theirs, in the file now", language), theirs[key], language),
                    _render_side(translate("Yours", language), mine[key], language),
                )
            )
            with st.container(horizontal=True, key=f"act-clash-{key}-{draft.key}"):
                for label, taken in (
                    (translate("Take theirs", language), True),
                    (translate("Keep yours", language), False),
                ):
                    st.button(
                        label,
                        key=f"do-{'theirs' if taken else 'mine'}-{key}-{draft.key}",
                        on_click=settle,
                        args=(draft, now, key, taken),
                    )
    return clashes


def _render_side(title: str, value: Any, language: str) -> Node:
    lines = describe_value(value) or [translate("nothing", language)]
    return el("div", "", el("p", "soft small", title), *(el("p", "words", own(line)) for line in lines))


def describe_value(value: Any) -> list[str]:
    """A value of the registry as lines: each item of a list, each key of a record."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [f"{key}: {', '.join(describe_value(one))}" for key, one in value.items()]
    if isinstance(value, list | tuple):
        return [
            ", ".join(describe_value(one)) if isinstance(one, list | tuple) else str(one) for one in value
        ]
    return [str(value)]
