"""What an edit of a whole registry changes in quotes and statuses, claim by claim."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.messages import render_number, translate
from claimdesk.model import Registry
from claimdesk.registry.read import parse_registry
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el
from claimdesk.ui.registry_draft import Draft
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_preview import draw_progress, find_changes, preview_registry, render_change

_MOST_CLAIMS = 12  # shown


def draw_effect(desk: Desk, registry: Registry) -> None:
    """The claims that change with `registry`, as far as that is known."""
    language = desk.language
    draw(el("div", "group", el("h3", "", translate("What this changes", language))))
    preview = preview_registry(desk, registry)
    if preview is None:
        draw(el("p", "soft small", translate("There is no article yet to see it in.", language)))
        return
    gone = {claim.id for claim in desk.report.registry.claims} - {claim.id for claim in registry.claims}
    changes = [
        one for one in find_changes(desk, preview, gone) if one.fate != "kept" or one.quotes or one.fields
    ]
    draw(*(render_change(one, desk, named=True) for one in changes[:_MOST_CLAIMS]))
    if len(changes) > _MOST_CLAIMS:
        more = translate("and {n} more", language).format(
            n=render_number(len(changes) - _MOST_CLAIMS, language)
        )
        draw(el("p", "soft small", more))
    if not changes:
        draw(el("p", "soft small", translate("No quote and no status changes.", language)))
    draw_progress(preview, language)


def draw_asked_effect(desk: Desk, file: RegistryFile, draft: Draft, edit: Callable[[bytes], bytes]) -> None:
    """A button for what `edit`, which the draft stands for, changes: sources and names bear on all claims."""
    asked = f"effect-{draft.key}"
    if st.session_state.get(asked) != draft.form:
        label = translate("See what this changes", desk.language)
        if not st.button(label, key=f"do-effect-{draft.key}", type="tertiary"):
            return
        st.session_state[asked] = dict(draft.form)
    try:
        registry, _ = parse_registry(edit(file.data or b""), str(file.path))
    except ClaimdeskError:  # the form says what is wrong with it
        return
    draw_effect(desk, registry)
