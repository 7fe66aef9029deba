"""One claim in the registry: its form, and beside it what the form would change and what saves it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace

import streamlit as st

from claimdesk.errors import Problem
from claimdesk.messages import translate
from claimdesk.model import SIDES, Side
from claimdesk.preview import Preview
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node
from claimdesk.ui.registry_draft import Draft, open_draft
from claimdesk.ui.registry_fields import Form, blank_form, form_of
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.registry_form import draw_claim_fields
from claimdesk.ui.registry_inputs import Sheet, draw_text
from claimdesk.ui.registry_preview import preview_registry
from claimdesk.ui.registry_problems import Checked, check_form
from claimdesk.ui.registry_side import draw_side
from claimdesk.ui.registry_use import render_use

NEW = "new claim"
_LONGEST_ID = 40  # of an id that is proposed


@dataclass(frozen=True, slots=True)
class Editing:
    """A claim being edited: where, under which id, with what is wrong with it and what it would change.

    `now` is the form of what the registry holds, None where it holds no such claim.
    """

    desk: Desk
    file: RegistryFile
    claim_id: str
    draft: Draft
    now: Form | None
    checked: Checked
    preview: Preview | None


def name_new(token: str) -> str:
    """What a new claim is called in drafts, by the parameter ``new`` of the address."""
    return NEW if token == "1" else f"{NEW} {token}"


def draw_claim_form(desk: Desk, file: RegistryFile, what: str) -> None:
    """The form of the claim that `what` names, such as ``claim ID``; drawn again alone while one types."""

    @st.fragment  # type: ignore[untyped-decorator]
    def draw_it() -> None:
        _draw_columns(open_editing(desk, file, what))

    draw_it()


def open_editing(desk: Desk, file: RegistryFile, what: str) -> Editing:
    """The draft of a claim, checked, with what it would change as far as that is known."""
    new = what.startswith(NEW)
    name = "" if new else what.removeprefix("claim ")
    record = file.record("claims", name) if name else None
    now = form_of("claims", record) if record else None
    blank = {"id": "", **blank_form("claims")} if new else blank_form("claims")
    draft = open_draft(str(file.path), what, now or blank, gone=record is None and not new)
    taken = [one["id"] for one in file.records("claims")]
    claim_id = name or draft.form["id"].strip() or propose_id(draft.form["statement"], taken)
    checked = check_form("claims", claim_id, draft.form, file)
    if new and claim_id in taken:
        checked.problems[("id", -1)] = [_report_taken(claim_id, file)]
    preview = None
    if checked.claim is not None:
        claims = (checked.claim,)
        preview = preview_registry(desk, replace(desk.report.registry, claims=claims), claims)
    return Editing(desk, file, claim_id, draft, now, checked, preview)


def _report_taken(claim_id: str, file: RegistryFile) -> Problem:
    document = file.document
    assert document is not None
    line = document.mapping(("claims", document.find("claims", claim_id))).line
    what = f"`{claim_id}` is already the id of the claim in line {line}"
    return Problem(str(file.path), line, 1, "id", what, "give each its own id")


def propose_id(statement: str, taken: Collection[str]) -> str:
    """An id made of the first words of a statement, not among those `taken`."""
    plain = unicodedata.normalize("NFKD", statement).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_ID].strip("-") or "claim"
    numbers = (f"{words}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (words, *numbers) if one not in taken)


def _draw_columns(editing: Editing) -> None:
    """The form on the left, what it would change on the right; on a phone one below the other."""
    language = editing.desk.language
    with st.container(key="registry-edit"):
        left, right = st.columns([5, 3])
        with left, st.container(key="registry-form"):
            sheet = Sheet(editing.draft, editing.checked.problems, language)
            if editing.draft.what.startswith(NEW):
                hint = translate(
                    "The claim's name in addresses and reports. Keep it for good: decisions hang on it.",
                    language,
                )
                draw_text(sheet, "id", translate("Id", language), hint, placeholder=editing.claim_id)
            draw_claim_fields(sheet, lambda side, number: _render_below(editing, side, number))
        with right, st.container(key="registry-side"):
            draw_side(editing)


def _render_below(editing: Editing, side: Side, number: int) -> Node | None:
    """What a phrase does in the articles, by its side and its number there."""
    claim, preview = editing.checked.claim, editing.preview
    if claim is None or preview is None:
        return None
    before = sum(phrase.side == SIDES[0] for phrase in claim.phrases) if side == SIDES[1] else 0
    uses = preview.use_of(claim)
    at = before + number
    use = uses[at] if at < len(uses) else None
    return render_use(use, preview.library.passages, editing.desk.language)
