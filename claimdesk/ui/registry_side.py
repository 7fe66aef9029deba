"""Beside the form of a claim: what saves it, what stands in the way, and what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.phrasing import find_similar
from claimdesk.ui.drawing import draw
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.registry_buttons import draw_save, draw_since
from claimdesk.ui.registry_draft import forget_draft
from claimdesk.ui.registry_overtaken import draw_overtaken
from claimdesk.ui.registry_preview import draw_progress, find_changes, render_change, render_standing
from claimdesk.ui.registry_saving import save_draft, save_new

if TYPE_CHECKING:
    from claimdesk.ui.registry_claim import Editing


def draw_side(editing: Editing) -> None:
    """All of it; the buttons first."""
    clashes = draw_overtaken(editing)
    _draw_saving(editing, bool(clashes))
    _draw_change(editing)
    _draw_similar(editing)


def _draw_saving(editing: Editing, clash: bool) -> None:
    language, draft = editing.desk.language, editing.draft
    new = editing.now is None
    errors = editing.checked.errors
    draw_since(draft.since if draft.touched else None, language)
    draw_save(
        editing.desk,
        translate("Add the claim", language) if new else translate("Save", language),
        draft.key,
        lambda: _save(editing),
        lambda: forget_draft(draft.path, draft.what),
        touched=draft.touched,
        fine=not errors,
        clash=clash,
    )
    if errors and draft.touched:
        said = translate_plural(
            "{n} field to mend before it can be saved.",
            "{n} fields to mend before it can be saved.",
            errors,
            language,
        )
        draw(el("p", "small", el("b", "", said.format(n=render_number(errors, language)))))


def _save(editing: Editing) -> None:
    name, language = editing.claim_id, editing.desk.language
    if editing.now is None:
        what = translate("claim {name} added", language).format(name=name)
        if save_new("claims", name, editing.draft, what):
            st.query_params.from_dict({**st.query_params.to_dict(), "id": name})
            st.query_params.pop("new", None)
        return
    what = translate("claim {name} edited", language).format(name=name)
    save_draft("claims", name, editing.draft, what, editing.file.data)


def _draw_change(editing: Editing) -> None:
    """What the draft would change; how the claim stands where nothing was typed."""
    desk, language, preview = editing.desk, editing.desk.language, editing.preview
    before = desk.report.claim(editing.claim_id)
    draw(el("div", "group", el("h3", "", translate("What this changes", language))))
    if preview is None:
        said = (
            translate("No articles are read yet.", language)
            if editing.checked.claim
            else translate("It is shown once nothing is wrong with the fields.", language)
        )
        draw(el("p", "soft", said))
        return
    changes = find_changes(desk, preview)
    if changes:
        draw(*(render_change(change, desk) for change in changes))
        if not any(change.quotes or change.fields for change in changes):
            draw(el("p", "soft small", translate("No quote and no status changes.", language)))
    else:
        draw(render_standing(before, before, language))
        draw(el("p", "soft small", translate("Nothing: the form is as the file.", language)))
    draw_progress(preview, language)


def _draw_similar(editing: Editing) -> None:
    """Claims that say nearly the same."""
    if editing.checked.claim is None:
        return
    found = find_similar(editing.checked.claim, editing.desk.report.registry)
    if not found:
        return
    language, nodes = editing.desk.language, []
    for one in found[:3]:
        said = (
            translate("The opposite of this claim is there already:", language)
            if one.opposite
            else translate("A claim that says nearly the same is there already:", language)
        )
        nodes.append(_render_similar(said, one.claim.id, one.claim.statement))
    draw(*nodes)


def _render_similar(said: str, name: str, statement: str) -> Node:
    return el(
        "div", "note", el("p", "small", el("b", "", said), " ", own(statement)), el("p", "mono", own(name))
    )
