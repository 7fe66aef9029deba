"""The inputs of a form: labelled, each with its problems right below, and heard while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from claimdesk.errors import Problem
from claimdesk.messages import translate
from claimdesk.messages.problems import render_form_advice
from claimdesk.ui.drawing import draw
from claimdesk.ui.markup import Node, el, own, own_code
from claimdesk.ui.registry_draft import Draft, input_key
from claimdesk.ui.registry_problems import Place

_NARROW = 36  # characters of a text that a phone's field shows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form on the page: its draft, what is wrong with it, and the language."""

    draft: Draft
    problems: dict[Place, list[Problem]]
    language: str

    def told(self, name: str) -> list[Problem]:
        """What is wrong with a field that has one input."""
        return [one for (field, _), found in self.problems.items() if field == name for one in found]


def draw_heading(title: str, hint: str = "", css: str = "") -> None:
    """The head of a group of fields."""
    draw(el("div", f"group {css}".strip(), el("h3", "", title), el("p", "hint", hint) if hint else None))


def draw_text(sheet: Sheet, name: str, label: str, hint: str = "", *, placeholder: str = "") -> None:
    """A field of one line."""
    _draw_line(input_key(sheet.draft, name), label, placeholder, hint)
    draw_problems(sheet.told(name), sheet.language)


def draw_area(sheet: Sheet, name: str, label: str, placeholder: str = "") -> None:
    """A field of several lines, heard when one leaves it."""
    key = input_key(sheet.draft, name)
    st.session_state.setdefault(key, "")
    st.text_area(label, key=key, height="content", placeholder=placeholder, persist_state="session")
    draw_problems(sheet.told(name), sheet.language)


def draw_choice(
    sheet: Sheet, name: str, label: str, words: Sequence[str], say: Callable[[str], str], hint: str = ""
) -> None:
    """One of `words`; an empty one is none."""
    key = input_key(sheet.draft, name)
    st.session_state.setdefault(key, "")
    if st.session_state[key] not in words:  # a registry of a later version
        words = (*words, st.session_state[key])
    st.selectbox(label, words, format_func=say, key=key, help=hint or None, persist_state="session")
    draw_problems(sheet.told(name), sheet.language)


def draw_names(
    sheet: Sheet, name: str, label: str, hint: str = "", *, key: str = "", placeholder: str = ""
) -> None:
    """A list of names, each added with Enter, so that one may hold a comma."""
    key = key or input_key(sheet.draft, name)
    st.session_state.setdefault(key, [])
    st.multiselect(
        label,
        list(st.session_state[key]),
        key=key,
        help=hint or None,
        accept_new_options=True,
        placeholder=placeholder or translate("Type a name, then Enter", sheet.language),
        persist_state="session",
        label_visibility="collapsed" if not label else "visible",
    )
    draw_problems(sheet.told(name), sheet.language)


def draw_lines(
    sheet: Sheet, name: str, labels: Callable[[int], str], below: Callable[[int], Node | None]
) -> None:
    """A list of texts, one line each and one more; `below` says something of each that is not empty."""
    items = [*sheet.draft.form[name], ""]
    filled = 0
    for number, text in enumerate(items):
        key = input_key(sheet.draft, name, number)
        last = number == len(items) - 1
        placeholder = translate("Another wording", sheet.language) if last else ""
        _draw_line(key, labels(number), placeholder, hidden=True)
        if text.strip():
            said = [_render_whole(text), below(filled)]
            if any(said):
                draw(*said)
            draw_problems(sheet.problems.get((name, filled), []), sheet.language)
            filled += 1
    draw_problems(sheet.problems.get((name, -1), []), sheet.language)


def _render_whole(text: str) -> Node | None:
    """A text that is too long for its field on a phone, to be read whole; elsewhere the field shows it."""
    return el("p", "phone-only words", own(text), aria_hidden="true") if len(text) > _NARROW else None


def draw_groups(sheet: Sheet, name: str, label: Callable[[int], str]) -> None:
    """A list of lists of names, and one more."""
    groups: list[Any] = [*sheet.draft.form[name], []]
    filled = 0
    for number, group in enumerate(groups):
        key = input_key(sheet.draft, name, number)
        st.session_state.setdefault(key, [])
        st.multiselect(
            label(number),
            list(st.session_state[key]),
            key=key,
            accept_new_options=True,
            placeholder=translate("Type a word, then Enter", sheet.language),
            label_visibility="collapsed",
            persist_state="session",
        )
        if group:
            draw_problems(sheet.problems.get((name, filled), []), sheet.language)
            filled += 1
    draw_problems(sheet.problems.get((name, -1), []), sheet.language)


def _draw_line(key: str, label: str, placeholder: str, hint: str = "", *, hidden: bool = False) -> None:
    st.session_state.setdefault(key, "")
    st.text_input(
        label,
        key=key,
        live=True,
        help=hint or None,
        placeholder=placeholder,
        label_visibility="collapsed" if hidden else "visible",
        persist_state="session",
    )


def draw_problems(problems: Sequence[Problem], language: str) -> None:
    """What is wrong with a field, and what one might rather know of it."""
    if problems:
        draw(*(_render_problem(one, language) for one in problems))


def _render_problem(problem: Problem, language: str) -> Node:
    refused = problem.severity == "error"
    css = "problem refused" if refused else "problem"
    return el("p", css, own_code(render_form_advice(problem, language)), role="alert" if refused else None)
