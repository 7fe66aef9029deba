"""Where there is no registry: the last one that was saved is put back, or a new one begun."""

from __future__ import annotations

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.messages import translate
from claimdesk.registry.begin import begin_registry, compose_registry, load_last_version
from claimdesk.registry.read import parse_registry
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el, own
from claimdesk.ui.registry_claim import propose_id
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_saving import attempt
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.states import render_note
from claimdesk.ui.words import claims_word

_TITLE, _STATEMENT, _PHRASE = "begin-title", "begin-statement", "begin-phrase"


def draw_begin(desk: Desk, file: RegistryFile) -> None:
    """Both ways, the last registry first, where it is still kept."""
    language, path, why_not = desk.language, str(file.path), desk.why_not("editor")
    with st.container(key="registry-form"):
        _draw_last(path, desk)
        draw(el("div", "section", el("h2", "", translate("Begin a registry", language))))
        labels = {
            _TITLE: translate("Title of the registry", language),
            _STATEMENT: translate("The first claim, as a whole sentence", language),
            _PHRASE: translate("A phrase that supports it, as articles word it", language),
        }
        for key, label in labels.items():
            st.text_input(label, key=key, live=True, persist_state="session")
        with st.container(key="act-begin"):
            st.button(
                translate("Begin the registry", language),
                key="do-begin",
                type="primary",
                disabled=why_not is not None or not (_typed(_STATEMENT) and _typed(_PHRASE)),
                help=why_not,
                on_click=_begin,
                args=(path, language),
            )


def _draw_last(path: str, desk: Desk) -> None:
    """What the last save left, where that can be read."""
    language, why_not = desk.language, desk.why_not("editor")
    try:
        data = load_last_version(path)
        registry = parse_registry(data, path)[0] if data else None
    except ClaimdeskError:
        return
    if data is None or registry is None:
        return
    bold = translate("The registry that was saved last is still kept.", language)
    about = f"{registry.title} · " if registry.title else ""
    draw(render_note(bold, own(f"{about}{claims_word(len(registry.claims), language)}")))
    with st.container(key="act-put-back"):
        st.button(
            translate("Put it back", language),
            key="do-put-back",
            type="primary",
            disabled=why_not is not None,
            help=why_not,
            on_click=attempt,
            args=(
                translate("the registry put back", language),
                lambda: begin_registry(path, data, reviewer_name()),
            ),
        )


def _typed(key: str) -> str:
    return " ".join(str(st.session_state.get(key) or "").split())


def _begin(path: str, language: str) -> None:
    """Begin it with what was typed; where that cannot be done, it is said and stays typed."""
    statement, what = _typed(_STATEMENT), translate("the registry begun", language)
    claim = {"id": propose_id(statement, ()), "statement": statement, "supports": [_typed(_PHRASE)]}
    if attempt(what, lambda: begin_registry(path, compose_registry(_typed(_TITLE), claim), reviewer_name())):
        for key in (_TITLE, _STATEMENT, _PHRASE):
            st.session_state.pop(key, None)
        st.query_params.pop("part", None)
        st.query_params["id"] = claim["id"]
