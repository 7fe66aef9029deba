"""The registry as text: typed freely, checked line by line, saved like every other edit."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from functools import lru_cache
from importlib.resources import files

import streamlit as st

from claimdesk.errors import ConflictError, Problem, RegistryError
from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.messages.problems import render_advice
from claimdesk.model import Registry
from claimdesk.registry.read import parse_registry
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el
from claimdesk.ui.registry_buttons import draw_save, draw_since
from claimdesk.ui.registry_conflict import draw_conflict, find_conflict, note_conflict
from claimdesk.ui.registry_effect import draw_effect
from claimdesk.ui.registry_ends import restore_text, show_text
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_saving import last_error, try_edit
from claimdesk.ui.registry_text import KEY, TextDraft, drop_text, open_text
from claimdesk.ui.states import render_note

_HEIGHT = 620  # pixels
_MOST_PROBLEMS, _MOST_LINES = 40, 80  # shown
_LONGEST_LINE = 160  # characters of a line that is quoted
_draw_problems = st.components.v2.component(
    "claimdesk_registry_text",
    html='<div class="desk"></div>',
    js=(files("claimdesk.ui") / "registry_text.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def draw_raw(desk: Desk, file: RegistryFile) -> None:
    """The text on the left, on the right what is wrong with it, what it changes, and what saves it."""
    if file.data is None:
        return
    draft = open_text(file)
    language = desk.language
    with st.container(key="registry-edit"):
        left, right = st.columns([5, 3])
        with left, st.container(key="registry-text"):
            st.text_area(
                translate("The registry as text", language),
                key=KEY,
                height=_HEIGHT,
                label_visibility="collapsed",
                persist_state="session",
            )
        with right, st.container(key="registry-side"):
            if find_conflict() is not None:
                draw_conflict(draft, language)
                return
            registry, problems = _check(restore_text(draft.base, draft.text), str(file.path))
            _draw_saving(desk, file, draft, refused=registry is None)
            _draw_found(problems, draft.text, language)
            if registry is not None and draft.touched:
                draw_effect(desk, registry)
                _draw_lines(draft, language)


@lru_cache(maxsize=4)
def _check(data: bytes, path: str) -> tuple[Registry | None, Sequence[Problem]]:
    """The text as a registry, or what is wrong with it; the page is drawn many times on the same text."""
    try:
        return parse_registry(data, path)
    except RegistryError as error:
        return None, error.problems


def _draw_saving(desk: Desk, file: RegistryFile, draft: TextDraft, *, refused: bool) -> None:
    language = desk.language
    draw_since(draft.since if draft.touched else None, language)
    if draft.touched and file.data != draft.base:
        bold = translate("Somebody saved the registry since you began.", language)
        rest = translate("Edits of other claims are brought together when you save.", language)
        draw(render_note(bold, rest))
    draw_save(
        desk,
        translate("Save", language),
        "text",
        lambda: _save(file, draft, translate("the text edited", language)),
        lambda: drop_text(file),
        touched=draft.touched,
        fine=not refused and bool(draft.text.strip()),
    )
    if not draft.text.strip():
        bold = translate("The text is empty, so nothing is saved.", language)
        draw(render_note(bold, translate("To empty a registry, delete its file yourself.", language)))


def _save(file: RegistryFile, draft: TextDraft, what: str) -> None:
    edited = restore_text(draft.base, draft.text)
    if try_edit(str(file.path), what, lambda _: edited, base=draft.base):
        drop_text(file)
    elif isinstance(error := last_error(), ConflictError):
        note_conflict(error)


def _draw_found(problems: Sequence[Problem], text: str, language: str) -> None:
    """All problems with their place and line; those that keep the text from being saved come first."""
    errors = [one for one in problems if one.severity == "error"]
    title = translate("Nothing is wrong with it.", language)
    if errors:
        said = translate_plural("{n} problem to mend", "{n} problems to mend", len(errors), language)
        title = said.format(n=render_number(len(errors), language))
    elif problems:
        said = translate_plural("{n} remark", "{n} remarks", len(problems), language)
        title = said.format(n=render_number(len(problems), language))
    draw(el("div", "group", el("h3", "", title)))
    lines = text.split("\n")
    rows = [
        [
            "problem",
            {"line": one.line, "column": one.column, "refused": one.severity == "error"},
            render_advice(one, language),
            "".join(lines[one.line - 1 : one.line]).strip()[:_LONGEST_LINE],
        ]
        for one in sorted(problems, key=lambda one: one.severity != "error")[:_MOST_PROBLEMS]
    ]
    if rows:
        _draw_problems(key="registry-problems", data=rows)
    if len(problems) > _MOST_PROBLEMS:
        more = translate("and {n} more", language)
        draw(el("p", "soft small", more.format(n=render_number(len(problems) - _MOST_PROBLEMS, language))))


def _draw_lines(draft: TextDraft, language: str) -> None:
    """The lines that change."""
    lines = list(unified_diff(show_text(draft.base).split("\n"), draft.text.split("\n"), n=1, lineterm=""))[
        2:
    ]
    with st.expander(translate("Lines that change", language)):
        draw(el("div", "lines", *map(_render_line, lines[:_MOST_LINES])))


def _render_line(line: str) -> Node:
    css = {"+": "mono plus", "-": "mono minus", "@": "mono soft"}.get(line[:1], "mono soft")
    return el("p", css, line if line.strip() else " ")
