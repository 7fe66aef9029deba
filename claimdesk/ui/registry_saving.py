"""From a draft to the registry's file: the fields that were changed, and nothing else.

Every save remembers what it replaced, so that it can be undone while nobody has edited the same again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.registry.document import Kind
from claimdesk.registry.edit import change_record
from claimdesk.registry.read import load_bytes
from claimdesk.registry.records import add_record
from claimdesk.registry.save import save_registry
from claimdesk.registry.versions import load_version
from claimdesk.ui.registry_draft import Draft, forget_draft
from claimdesk.ui.registry_fields import changed_keys, given_of
from claimdesk.ui.registry_history import describe_entry, read_history
from claimdesk.ui.reviewer import reviewer_name

_UNDO, _REDO, _SAID = "registry-undo", "registry-redo", "registry-said"
_MOST = 20  # saves that can be undone


@dataclass(frozen=True, slots=True)
class Edit:
    """A save that was made: what it did, and the file's bytes before and after."""

    what: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Said:
    """What the last action came to: `error` where it could not be done, `what` where it was."""

    what: str = ""
    error: ClaimdeskError | None = None
    merged: bool = False


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
        edits: list[Edit] = st.session_state.setdefault(_UNDO, [])
        edits.append(Edit(what, before, after))
        del edits[:-_MOST]
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


def recall_edits(path: str, language: str) -> None:
    """In a new session: the person's last saves as the history has them, so that they can still be undone."""
    if _UNDO in st.session_state:
        return
    edits: list[Edit] = []
    mine = [one for one in read_history(path).entries if one.kind == "saved" and not one.void]
    for entry in [one for one in mine if one.by == reviewer_name()][-_MOST:]:
        before, after = (load_version(path, sha256) for sha256 in (entry.before, entry.after))
        if before is not None and after is not None:
            edits.append(Edit(describe_entry(entry.changes, language), before, after))
    st.session_state[_UNDO] = edits


def last_edit(redo: bool = False) -> Edit | None:
    """The save that would be undone now, or done again."""
    edits: list[Edit] = st.session_state.get(_REDO if redo else _UNDO, [])
    return edits[-1] if edits else None


def undo(path: str, redo: bool = False) -> None:
    """Take the last save back, or with `redo` make the last one again that was taken back.

    What others saved since then stays; where they changed the same, nothing is done and that is said.
    """
    source, target = (_REDO, _UNDO) if redo else (_UNDO, _REDO)
    edit = last_edit(redo)
    if edit is None:
        return
    base, wanted = (edit.before, edit.after) if redo else (edit.after, edit.before)
    try:
        saved = save_registry(Path(path), wanted, base=base, by=reviewer_name())
    except ClaimdeskError as error:
        st.session_state[_SAID] = Said(edit.what, error)
        return
    st.session_state[source].pop()
    st.session_state.setdefault(target, []).append(edit)
    st.session_state[_SAID] = Said(edit.what, merged=saved.merged)


def take_said() -> Said | None:
    """What the last action came to; told once."""
    said: Said | None = st.session_state.pop(_SAID, None)
    return said


def last_error() -> ClaimdeskError | None:
    """Why the last action could not be done, if it could not."""
    said: Said | None = st.session_state.get(_SAID)
    return said.error if said else None
