"""The sources of the registry: who speaks, and what else they are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from claimdesk.errors import Problem
from claimdesk.messages import render_number, translate
from claimdesk.model import SourceKind
from claimdesk.registry.records import add_record
from claimdesk.registry.values import Values
from claimdesk.ui.address import Address
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.listing import Listing, draw_listing, draw_search
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.registry_acts import draw_acts
from claimdesk.ui.registry_buttons import draw_save, draw_since
from claimdesk.ui.registry_draft import Draft, forget_draft, open_draft
from claimdesk.ui.registry_effect import draw_asked_effect
from claimdesk.ui.registry_fields import blank_form, form_of, given_of
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_history import draw_history
from claimdesk.ui.registry_inputs import Sheet, draw_choice, draw_names, draw_text
from claimdesk.ui.registry_overtaken import draw_clashes
from claimdesk.ui.registry_problems import Checked, check_form
from claimdesk.ui.registry_saving import apply_draft, save_draft, save_new
from claimdesk.ui.states import draw_way, render_note, render_unknown
from claimdesk.ui.words import as_head

_PAGE = "pages/3_Registry.py"
_NEW = "new source"
_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


def draw_sources(desk: Desk, file: RegistryFile) -> None:
    """The list, or one source, or a new one."""
    if desk.address.rest.get("new"):
        _draw_back(desk)
        _draw_form(desk, file, "")
    elif not desk.chosen:
        _draw_list(desk, file)
    elif file.record("sources", desk.chosen) is None:
        bold = translate("There is no source “{name}”.", desk.language).format(name=desk.chosen)
        draw(render_unknown(own(bold)))
        _draw_back(desk)
    else:
        _draw_back(desk)
        _draw_form(desk, file, desk.chosen)
        draw_acts(desk, file, "sources", desk.chosen)
        draw_history(desk, desk.chosen)


def _draw_back(desk: Desk) -> None:
    draw_way(translate("← All sources", desk.language), _PAGE, desk.address, "list", part="sources")


def _draw_list(desk: Desk, file: RegistryFile) -> None:
    language = desk.language
    with st.container(horizontal=True, vertical_alignment="center", key="tools-list"):
        text = draw_search(desk.address.rest.get("q", ""), translate("Search sources", language))
        if desk.why_not("editor") is None:
            label = translate("New source", language)
            draw_way(label, _PAGE, desk.address, "new", part="sources", new="1")
    records = file.records("sources")
    if not records:
        said = translate("No sources are listed. Whoever speaks counts by name.", language)
        draw(render_note(said))
        return
    listing: Listing[Values] = Listing(
        key="registry-sources",
        heads=[
            ("", translate("Source", language)),
            ("", translate("Kind", language)),
            ("", translate("Part of", language)),
            ("", translate("Further names", language)),
        ],
        render=lambda record: _render_cells(record, desk.address),
        searched=lambda record: " ".join((record["id"], record.get("name", ""), *record.get("aliases", ()))),
        nothing=translate("No source holds “{text}”.", language),
        css="registry sources",
    )
    draw_listing(listing, records, text, desk.address)


def _render_cells(record: Values, address: Address) -> list[Node]:
    language, name = address.language, record["id"]
    place = address.href("Registry", part="sources", id=name)
    return [
        el(
            "td",
            "source",
            el("a", "", own(record.get("name") or name), href=place),
            el("p", "mono soft", own(name)),
        ),
        el("td", "small", translate(record.get("kind", "official"), language)),
        el("td", "mono", own(record.get("part_of", ""))),
        el("td", "small soft", own(_shorten(record.get("aliases", ()), language))),
    ]


def _shorten(names: Sequence[str], language: str) -> str:
    more = len(names) - 4
    shown = ", ".join(names[:4])
    if more <= 0:
        return shown
    said = translate("and {n} more", language)
    return f"{shown} {said.format(n=render_number(more, language))}"


def _draw_form(desk: Desk, file: RegistryFile, name: str) -> None:
    @st.fragment  # type: ignore[untyped-decorator]
    def draw_it() -> None:
        _draw_fields(desk, file, name)

    draw_it()


def _draw_fields(desk: Desk, file: RegistryFile, name: str) -> None:
    language = desk.language
    record = file.record("sources", name) if name else None
    now = form_of("sources", record) if record else None
    blank = {"id": "", **blank_form("sources")} if not name else blank_form("sources")
    draft = open_draft(str(file.path), f"source {name}" if name else _NEW, now or blank)
    source_id = name or draft.form["id"].strip()
    checked = check_form("sources", source_id or "new", draft.form, file)
    if not name and file.record("sources", source_id) is not None:
        taken = Problem(str(file.path), 1, 1, "id", translate("this id is taken", language), "")
        checked.problems[("id", -1)] = [taken]
    with st.container(key="registry-form"):
        clashes = draw_clashes(draft, now, language) if now else []
        _draw_inputs(Sheet(draft, checked.problems, language), bool(name))
        _draw_saving(desk, draft, checked, source_id, bool(clashes), file.data)
        if draft.touched and source_id and not checked.errors:
            draw_asked_effect(desk, file, draft, lambda data: _apply(data, draft, source_id))


def _apply(data: bytes, draft: Draft, source_id: str) -> bytes:
    if draft.what == _NEW:
        return add_record(data, "sources", {**given_of(draft.form), "id": source_id})
    return apply_draft(data, "sources", source_id, draft)


def _draw_inputs(sheet: Sheet, known: bool) -> None:
    language = sheet.language
    if not known:
        hint = translate("The source's name for machines: small letters, digits, hyphens.", language)
        draw_text(sheet, "id", translate("Id", language), hint, placeholder="pentagon")
    draw_text(sheet, "name", translate("Name", language))
    kind, body, trust = st.columns([2, 2, 1])
    with kind:
        names = {"": translate("official, if none is given", language)}
        names |= {str(one): as_head(one, language) for one in _KINDS}
        draw_choice(
            sheet, "kind", translate("Kind", language), ("", *_KINDS), lambda one: names.get(one, one)
        )
    with body:
        hint = translate("The body it speaks for. Statements of one body count as one origin.", language)
        draw_text(sheet, "part_of", translate("Part of", language), hint)
    with trust:
        hint = translate("Admiralty code, from A, completely reliable, to E; F cannot be judged.", language)
        codes = ("", *"ABCDEF")
        draw_choice(
            sheet, "reliability", translate("Reliability", language), codes, lambda one: one or "–", hint
        )
    draw_names(
        sheet,
        "aliases",
        translate("Further names", language),
        translate("Titles and spokespersons too, in every language of the articles.", language),
    )


def _draw_saving(
    desk: Desk, draft: Draft, checked: Checked, source_id: str, clash: bool, base: bytes | None
) -> None:
    language, known = desk.language, draft.what != _NEW

    def save() -> None:
        if known:
            what = translate("source {name} edited", language).format(name=source_id)
            save_draft("sources", source_id, draft, what, base)
        else:
            what = translate("source {name} added", language).format(name=source_id)
            if save_new("sources", source_id, draft, what):
                st.query_params.pop("new", None)

    draw_since(draft.since if draft.touched else None, language)
    draw_save(
        desk,
        translate("Save", language) if known else translate("Add the source", language),
        draft.key,
        save,
        lambda: forget_draft(draft.path, draft.what),
        touched=draft.touched,
        fine=not checked.errors and bool(source_id),
        clash=clash,
    )
