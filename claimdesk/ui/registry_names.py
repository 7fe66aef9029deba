"""Names for the same thing, in every language of the articles: the registry's alias groups."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from claimdesk.errors import Problem, RegistryError
from claimdesk.messages import translate
from claimdesk.registry.edit import change_registry
from claimdesk.registry.read import parse_registry
from claimdesk.registry.styles import render_values
from claimdesk.ui.frame import Desk
from claimdesk.ui.registry_buttons import draw_save, draw_since
from claimdesk.ui.registry_draft import Draft, forget_draft, open_draft
from claimdesk.ui.registry_effect import draw_asked_effect
from claimdesk.ui.registry_fields import Form, changed_keys, given_of
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_inputs import Sheet, draw_groups, draw_heading, draw_text
from claimdesk.ui.registry_overtaken import draw_clashes
from claimdesk.ui.registry_problems import STAND_IN, Place
from claimdesk.ui.registry_saving import try_edit

_WHAT = "names"
_LINE = re.compile(r"aliases\[([0-9]+)\]")
_KEYS = {"title": "title", "groups": "aliases"}


def draw_names_part(desk: Desk, file: RegistryFile) -> None:
    """The title and the groups, one line each and one more."""

    @st.fragment  # type: ignore[untyped-decorator]
    def draw_it() -> None:
        _draw_form(desk, file)

    draw_it()


def _draw_form(desk: Desk, file: RegistryFile) -> None:
    language, values = desk.language, file.document.values if file.document else {}
    groups = [list(group) for group in values.get("aliases", ())]
    now: Form = {"title": values.get("title", ""), "groups": groups}
    draft = open_draft(str(file.path), _WHAT, now)
    problems = _check(draft.form, str(file.path))
    errors = any(one.severity == "error" for found in problems.values() for one in found)
    with st.container(key="registry-form"):
        clashes = draw_clashes(draft, now, language)
        sheet = Sheet(draft, problems, language)
        draw_text(sheet, "title", translate("Title of the registry", language))
        draw_heading(
            translate("Names for the same thing", language),
            translate("One line each, in every language of the articles. They count as one word.", language),
        )
        label = translate("Names for one thing, line {n}", language)
        draw_groups(sheet, "groups", lambda number: label.format(n=number + 1))
        edit = _build_edit(draft)
        draw_since(draft.since if draft.touched else None, language)
        draw_save(
            desk,
            translate("Save", language),
            draft.key,
            lambda: _save(draft, file, edit, language),
            lambda: forget_draft(draft.path, _WHAT),
            touched=draft.touched,
            fine=not errors,
            clash=bool(clashes),
        )
        if draft.touched and not errors:
            draw_asked_effect(desk, file, draft, edit)


def _save(draft: Draft, file: RegistryFile, edit: Callable[[bytes], bytes], language: str) -> None:
    if try_edit(str(file.path), translate("names edited", language), edit, file.data):
        forget_draft(draft.path, _WHAT)


def _check(form: Form, path: str) -> dict[Place, list[Problem]]:
    """What is wrong with the names, by line."""
    given = given_of(form)
    around = {"title": given["title"], "aliases": given["groups"], "claims": [STAND_IN]}
    written = {key: value for key, value in around.items() if value}
    try:
        _, found = parse_registry(render_values(written), path)
    except RegistryError as error:
        found = error.problems
    problems: dict[Place, list[Problem]] = {}
    for problem in found:
        if line := _LINE.match(problem.key_path):
            problems.setdefault(("groups", int(line[1])), []).append(problem)
        elif problem.key_path == "title":
            problems.setdefault(("title", -1), []).append(problem)
    return problems


def _build_edit(draft: Draft) -> Callable[[bytes], bytes]:
    given = given_of(draft.form)

    def edit(data: bytes) -> bytes:
        for key in changed_keys(draft.begun, draft.form):
            data = change_registry(data, _KEYS[key], given[key])
        return data

    return edit
