"""What one can do with a claim or source as a whole: copy it, rename it, move it, delete it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.registry.document import Kind
from claimdesk.registry.records import duplicate_record, move_record, remove_record, rename_record
from claimdesk.registry.values import Values
from claimdesk.ui.deciding import key_of, open_beside, opened
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el, own
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_saving import try_edit


def draw_acts(desk: Desk, file: RegistryFile, kind: Kind, name: str) -> None:
    """The row of buttons, and the form that one of them opened. Nothing for who is no editor."""
    if desk.why_not("editor") is not None:
        return
    language, key = desk.language, key_of("acts", kind, name)
    title = translate("The claim as a whole", language)
    if kind == "sources":
        title = translate("The source as a whole", language)
    draw(el("div", "section", el("h2", "", title)))
    forms: dict[str, tuple[str, Callable[[Desk, RegistryFile, Kind, str, str], None]]] = {
        "copy": (translate("Duplicate", language), _draw_copy),
        "rename": (translate("Rename", language), _draw_rename),
        "move": (translate("Move", language), _draw_move),
        "delete": (translate("Delete", language), _draw_delete),
    }
    with st.container(horizontal=True, key=f"act-{key}"):
        for form, (label, _) in forms.items():
            st.button(label, key=f"do-{form}-{key}", on_click=open_beside, args=(key, form))
    if opened(key) in forms:
        with st.container(key=f"tools-review-{key}"):
            forms[opened(key)][1](desk, file, kind, name, key)


def _draw_id(file: RegistryFile, kind: Kind, first: str, key: str, language: str) -> tuple[str, bool]:
    """A field for an id that begins with `first`; what stands in it, and whether it is free."""
    st.session_state.setdefault(f"id-{key}", first)
    st.text_input(translate("New id", language), key=f"id-{key}", live=True, persist_state="session")
    typed = str(st.session_state[f"id-{key}"]).strip()
    taken = file.record(kind, typed) is not None
    if taken and typed != first:
        draw(el("p", "problem refused", translate("This id is taken.", language), role="alert"))
    return typed, not taken


def _draw_copy(desk: Desk, file: RegistryFile, kind: Kind, name: str, key: str) -> None:
    language = desk.language
    new, free = _draw_id(file, kind, f"{name}-copy", f"copy-{key}", language)
    what = translate("{name} duplicated as {new}", language).format(name=name, new=new)
    if st.button(translate("Duplicate it", language), key=f"do-copied-{key}", disabled=not (new and free)):
        _finish(desk, file, key, what, lambda data: duplicate_record(data, kind, name, new), new)


def _draw_rename(desk: Desk, file: RegistryFile, kind: Kind, name: str, key: str) -> None:
    language = desk.language
    new, free = _draw_id(file, kind, name, f"rename-{key}", language)
    decided = count_decisions(desk, name) if kind == "claims" else 0
    if decided:
        said = translate_plural(
            "{n} decision hangs on the old id and will count for nothing.",
            "{n} decisions hang on the old id and will count for nothing.",
            decided,
            language,
        )
        draw(el("p", "", el("b", "", said.format(n=render_number(decided, language)))))
    what = translate("{name} renamed {new}", language).format(name=name, new=new)
    if st.button(translate("Rename it", language), key=f"do-renamed-{key}", disabled=not (new and free)):
        _finish(desk, file, key, what, lambda data: rename_record(data, kind, name, new), new)


def _draw_move(desk: Desk, file: RegistryFile, kind: Kind, name: str, key: str) -> None:
    language = desk.language
    others = [one["id"] for one in file.records(kind) if one["id"] != name]
    ids = [one["id"] for one in file.records(kind)]
    at = ids.index(name)
    place = st.selectbox(
        translate("It stands", language),
        ["", *others],
        index=at,
        format_func=lambda one: (
            translate("behind {name}", language).format(name=one)
            if one
            else translate("first of all", language)
        ),
        key=f"place-{key}",
    )
    after = place or None
    same = at == (others.index(place) + 1 if place else 0)
    what = translate("{name} moved", language).format(name=name)
    if st.button(translate("Move it", language), key=f"do-moved-{key}", disabled=same):
        _finish(desk, file, key, what, lambda data: move_record(data, kind, name, after=after), name)


def _draw_delete(desk: Desk, file: RegistryFile, kind: Kind, name: str, key: str) -> None:
    language = desk.language
    record = file.record(kind, name) or {}
    bold = translate("Delete {name}? It can be undone.", language).format(name=name)
    loss = " ".join(_tell_loss(desk, file, kind, record))
    draw(el("p", "", el("b", "", own(bold)), " ", el("span", "soft", own(loss))))
    what = translate("{name} deleted", language).format(name=name)
    if st.button(translate("Delete it", language), key=f"do-deleted-{key}"):
        _finish(desk, file, key, what, lambda data: remove_record(data, kind, name), "")


def _tell_loss(desk: Desk, file: RegistryFile, kind: Kind, record: Values) -> list[str]:
    """What goes with a record, in sentences."""
    language, said = desk.language, []
    if kind == "sources":
        named = sum(
            one.get("claimed_by", {}).get("source") == record.get("id") for one in file.records("claims")
        )
        parts = sum(one.get("part_of") == record.get("id") for one in file.records("sources"))
        used = translate("{claims} claims and {sources} sources name it.", language)
        return [used.format(claims=named, sources=parts)] if named or parts else []
    phrases = len(record.get("supports", ())) + len(record.get("contradicts", ()))
    goes = translate_plural("{n} phrase goes with it.", "{n} phrases go with it.", phrases, language)
    said.append(goes.format(n=render_number(phrases, language)))
    if record.get("verdict"):
        said.append(translate("Its verdict goes with it.", language))
    if record.get("notes"):
        said.append(translate("Its notes go with it.", language))
    if decided := count_decisions(desk, record["id"]):
        stays = translate_plural(
            "{n} decision on its quotes stays in the log and counts for nothing.",
            "{n} decisions on its quotes stay in the log and count for nothing.",
            decided,
            language,
        )
        said.append(stays.format(n=render_number(decided, language)))
    return said


def count_decisions(desk: Desk, claim: str) -> int:
    """How many decisions people made on quotes of a claim."""
    return sum(one.claim == claim for one in desk.reviews.decisions)


def _finish(
    desk: Desk, file: RegistryFile, key: str, what: str, edit: Callable[[bytes], bytes], leads_to: str
) -> None:
    """Save, and go where the record is then."""
    if try_edit(str(file.path), what, edit, file.data):
        open_beside(key, "")
        for name in [name for name in st.session_state if str(name).endswith(f"-{key}")]:
            del st.session_state[name]
        if leads_to != desk.chosen:
            st.query_params.pop("id", None)
            if leads_to:
                st.query_params["id"] = leads_to
    st.rerun()
