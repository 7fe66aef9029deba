"""The Registry page: claims, sources, names and the raw text, each with what an edit would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from claimdesk.errors import ClaimdeskError, ConflictError
from claimdesk.messages import translate
from claimdesk.messages.failures import render_why
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el, own
from claimdesk.ui.registry_acts import draw_acts
from claimdesk.ui.registry_begin import draw_begin
from claimdesk.ui.registry_claim import draw_claim_form, name_new
from claimdesk.ui.registry_file import RegistryFile, load_file
from claimdesk.ui.registry_history import draw_history, draw_history_part
from claimdesk.ui.registry_list import draw_list, draw_unknown_claim
from claimdesk.ui.registry_names import draw_names_part
from claimdesk.ui.registry_passage import draw_passage
from claimdesk.ui.registry_raw import draw_raw
from claimdesk.ui.registry_saving import find_edit, take_said, undo
from claimdesk.ui.registry_sources import draw_sources
from claimdesk.ui.sidebar import remember, write_parameter
from claimdesk.ui.states import draw_way, render_failure, render_note
from claimdesk.ui.words import claims_word

PAGE = "pages/3_Registry.py"
_PARTS = ("claims", "sources", "names", "text", "history")
_WHOLE = ("text", "history")  # of a registry that never could be read


def draw_registry(desk: Desk) -> None:
    """The part that the address asks for; by default the claims."""
    file = load_file(desk.report.registry.path)
    given = desk.address.rest
    parts = _PARTS if file.document else _WHOLE
    part = given.get("part", "") if given.get("part") in parts else parts[0]
    own_parameters = ("part", "id", "new", "article", "at", "q", "side")
    remember(PAGE, {name: given[name] for name in own_parameters if name in given})
    place = (str(file.path), file.sha256[:7], desk.chosen)
    draw(
        el("p", "kicker", *(el("span", "mono", own(one)) for one in place if one)),
        el("h1", "lede", translate("Registry", desk.language)),
    )
    _draw_bar(desk, file, part, parts)
    _draw_said(desk, file)
    if file.data is None and (part == "text" or not file.document):
        draw_begin(desk, file)
        return
    drawn: dict[str, Callable[[Desk, RegistryFile], None]] = {
        "claims": _draw_claims,
        "sources": draw_sources,
        "names": draw_names_part,
        "text": draw_raw,
        "history": draw_history_part,
    }
    drawn[part](desk, file)


def _draw_bar(desk: Desk, file: RegistryFile, part: str, parts: Sequence[str]) -> None:
    """Which part is shown, and what can be taken back."""
    language = desk.language
    words = {
        "claims": translate("Claims", language),
        "sources": translate("Sources", language),
        "names": translate("Names", language),
        "text": translate("Raw text", language),
        "history": translate("History", language),
    }
    st.session_state["part"] = part  # said anew each time: the way back may lead into another language
    with st.container(horizontal=True, vertical_alignment="center", key="tools-registry"):
        st.segmented_control(
            translate("Part of the registry", language),
            parts,
            format_func=words.__getitem__,
            key="part",
            required=True,
            label_visibility="collapsed",
            on_change=_write_part,
        )
        if desk.why_not("editor") is None:
            _draw_undo(file, language)


def _draw_undo(file: RegistryFile, language: str) -> None:
    """What can be undone, and done again."""
    path = str(file.path)
    if edit := find_edit(path, file.sha256, language):
        label = translate("Undo", language)
        said = translate("This was undone: {edit}", language).format(edit=edit.what)
        given = (path, edit, said)
        st.button(f"{label}: {edit.what}", key="do-undo", type="tertiary", on_click=undo, args=given)
    if edit := find_edit(path, file.sha256, language, redo=True):
        label = translate("Redo", language)
        said = translate("This was done again: {edit}", language).format(edit=edit.what)
        again = (path, edit, said, True)
        st.button(f"{label}: {edit.what}", key="do-redo", type="tertiary", on_click=undo, args=again)


def _write_part() -> None:
    part = st.session_state["part"]
    if part in (None, st.query_params.get("part", _PARTS[0])):
        return  # the way back into another language counts as a change too
    st.query_params.from_dict(
        {
            name: value
            for name, value in st.query_params.to_dict().items()
            if name in ("lang", "until", "view")
        }
    )
    write_parameter("part", "" if part == "claims" else part)


def _draw_said(desk: Desk, file: RegistryFile) -> None:
    """What the last save came to, and what is wrong with the file."""
    language, said = desk.language, take_said()
    if said is not None and said.error is not None:
        draw_refusal(said.error, language)
    elif said is not None and said.late:
        bold = translate("The registry was edited after this page was drawn, so nothing was done.", language)
        draw(render_failure(bold, [translate("The latest edits are under History.", language)]))
    elif said is not None:
        merged = translate("Edits that others made meanwhile are kept beside it.", language)
        draw(render_note(own(_sentence(said.what)), merged if said.merged else None))
    if file.data is None and file.document:
        draw(render_note(translate("The file is not there; your drafts are kept.", language)))
        draw_way(
            translate("Put it back, or begin a registry", language), PAGE, desk.address, "begin", part="text"
        )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def draw_refusal(error: ClaimdeskError, language: str) -> None:
    """Why an edit was not saved, and that nothing of it is lost."""
    bold = translate("This was not saved; the file is as it was and your draft is kept.", language)
    if isinstance(error, ConflictError):
        bold = translate("Somebody else saved at the same moment; your draft is kept.", language)
    draw(render_failure(bold, render_why(error, language)))


def _draw_claims(desk: Desk, file: RegistryFile) -> None:
    """The list; one claim; a new one; or a passage that is to become a phrase."""
    given = desk.address.rest
    if given.get("new"):
        _draw_back(desk)
        draw_claim_form(desk, file, name_new(given["new"]))
    elif given.get("article") and not desk.chosen:
        draw_passage(desk, file)
    elif not desk.chosen:
        draw_list(desk, file)
    elif file.record("claims", desk.chosen) is None:
        draw_unknown_claim(desk, file)
    else:
        _draw_back(desk)
        draw_claim_form(desk, file, f"claim {desk.chosen}")
        draw_acts(desk, file, "claims", desk.chosen)
        draw_history(desk, desk.chosen)


def _draw_back(desk: Desk) -> None:
    with st.container(horizontal=True, key="tools-back"):
        label = claims_word(len(desk.report.registry.claims), desk.language)
        draw_way(f"← {label}", PAGE, desk.address, "list")
        if desk.chosen:
            label = translate("See its evidence", desk.language)
            draw_way(label, "pages/1_Claim.py", desk.address, "claim", id=desk.chosen)
