"""From a draft to the registry's file: the fields that were changed, and nothing else.

What a person saved last can be undone for as long as nothing was saved after it, in any session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.messages.history import render_deeds
from claimdesk.registry.document import Kind
from claimdesk.registry.edit import change_record
from claimdesk.registry.history import find_undoable
from claimdesk.registry.journal import clean_name
from claimdesk.registry.read import load_bytes
from claimdesk.registry.records import add_record
from claimdesk.registry.save import save_registry
from claimdesk.registry.versions import load_version
from claimdesk.ui.registry_draft import Draft, forget_draft
from claimdesk.ui.registry_fields import changed_keys, given_of
from claimdesk.ui.registry_history import read_history
from claimdesk.ui.reviewer import reviewer_name

_REDO, _SAID = "registry-redo", "registry-said"


@dataclass(frozen=True, slots=True)
class Edit:
    """A save that can be undone, or done again: what it did, and the SHA-256 of the file before and after."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the last action came to: `error` where it could not be done, `what` where it was.

    `late`: nothing was done, since the registry is not any more what the person saw.
    """

    what: str = ""
    error: ClaimdeskError | None = None
    merged: bool = False
    late: bool = False


def try_edit(path: str, what: str, edit: Callable[[bytes], bytes], base: bytes | None = None) -> bool:
    """Save what `edit` makes of the file; whether that could be done. `what` says what it does.

    `base` is the content that the edit is made on, by default that of now: what the page was drawn from, so
    that what somebody saved since shows as a conflict.
    """
    try:
        before = load_bytes(path) if base is None else base
        after = edit(before)
        saved = save_registry(Path(path), after, base=before, by=reviewer_name())
    except ClaimdeskError as error:
        st.session_state[_SAID] = Said(what, error)
        return False
    if after != before:
        st.session_state[_REDO] = []
    st.session_state[_SAID] = Said(what, merged=saved.merged)
    return True


def attempt(what: str, work: Callable[[], None]) -> bool:
    """Do what `what` says where nothing can be undone; whether that could be done."""
    try:
        work()
    except ClaimdeskError as error:
        st.session_state[_SAID] = Said(what, error)
        return False
    st.session_state[_SAID] = Said(what)
    return True


def apply_draft(data: bytes, kind: Kind, record_id: str, draft: Draft) -> bytes:
    """The registry with the fields of a record that the draft changes."""
    given = given_of(draft.form)
    # What is filled goes before what is emptied: a claim must hold a phrase at every step.
    keys = sorted(changed_keys(draft.begun, draft.form), key=lambda key: given[key] is None)
    for key in keys:
        data = change_record(data, kind, record_id, key, given[key])
    return data


def save_draft(kind: Kind, record_id: str, draft: Draft, what: str, base: bytes | None) -> bool:
    """Save what the draft changes in a record, as it is in `base`; the draft is forgotten where that could be
    done."""
    done = try_edit(draft.path, what, lambda data: apply_draft(data, kind, record_id, draft), base)
    if done:
        forget_draft(draft.path, draft.what)
    return done


def save_new(kind: Kind, record_id: str, draft: Draft, what: str, after: str | None = None) -> bool:
    """Add the draft as a new record of that id; it is forgotten where that could be done."""
    record = {**given_of(draft.form), "id": record_id}
    done = try_edit(draft.path, what, lambda data: add_record(data, kind, record, after=after))
    if done:
        forget_draft(draft.path, draft.what)
    return done


def find_edit(path: str, current: str, language: str, redo: bool = False) -> Edit | None:
    """The person's save that would be undone now, or with `redo` done again; None where there is none.

    `current` is the SHA-256 of the file as the page shows it. Only the latest save of the registry is ever
    undone, and only one that nothing was saved after is done again.
    """
    if redo:
        edits: list[Edit] = st.session_state.get(_REDO, [])
        found = edits[-1] if edits and edits[-1].before == current else None
    else:
        entry = find_undoable(read_history(path), current, clean_name(reviewer_name()))
        found = Edit(render_deeds(entry, language), entry.before, entry.after) if entry else None
    if found is None or load_version(path, found.after if redo else found.before) is None:
        return None
    return found


def undo(path: str, edit: Edit, said: str, redo: bool = False) -> None:
    """Take this save back, or with `redo` make it again; `said` says that this was done.

    Where anything was saved after the page was drawn, nothing is done and that is said.
    """
    base, wanted = (edit.before, edit.after) if redo else (edit.after, edit.before)
    try:
        now, new = load_bytes(path), load_version(path, wanted)
        if sha256(now).hexdigest() != base or new is None:
            st.session_state[_SAID] = Said(said, late=True)
            return
        saved = save_registry(Path(path), new, base=now, by=reviewer_name())
    except ClaimdeskError as error:
        st.session_state[_SAID] = Said(said, error)
        return
    edits: list[Edit] = st.session_state.setdefault(_REDO, [])
    if redo:
        edits.pop()
    else:
        edits.append(edit)
    st.session_state[_SAID] = Said(said, merged=saved.merged)


def take_said() -> Said | None:
    """What the last action came to; told once."""
    said: Said | None = st.session_state.pop(_SAID, None)
    return said


def last_error() -> ClaimdeskError | None:
    """Why the last action could not be done, if it could not."""
    said: Said | None = st.session_state.get(_SAID)
    return said.error if said else None
