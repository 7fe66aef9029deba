"""The half-typed text of a whole registry, beside the bytes it was begun from."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import streamlit as st

from claimdesk.store.drafts import drop_draft, keep_draft, load_draft
from claimdesk.ui.registry_ends import show_text
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.reviewer import reviewer_name

KEY = "registry-text-area"
_WHAT = "text"
_SESSION = "registry-text-draft"


@dataclass(frozen=True, slots=True)
class TextDraft:
    """What stands in the text area, begun from `base`; `since` is when an earlier session kept it."""

    path: Path
    base: bytes
    text: str
    since: datetime | None = None

    @property
    def touched(self) -> bool:
        """Whether it says something else than what it began with."""
        return self.text != show_text(self.base)


def open_text(file: RegistryFile) -> TextDraft:
    """The draft as it stands; one that nobody touched follows the file."""
    kept: TextDraft | None = st.session_state.get(_SESSION)
    if kept is None or kept.path != file.path:
        kept = _load(file)
        st.session_state[KEY] = kept.text
    else:
        kept = TextDraft(kept.path, kept.base, st.session_state.get(KEY, kept.text), kept.since)
    if not kept.touched and file.data is not None and kept.base != file.data:
        kept = TextDraft(file.path, file.data, show_text(file.data))
        st.session_state[KEY] = kept.text
    return _keep(kept)


def change_text(draft: TextDraft, base: bytes, text: str) -> TextDraft:
    """Another text, begun from other bytes."""
    st.session_state[KEY] = text
    return _keep(TextDraft(draft.path, base, text, draft.since))


def drop_text(file: RegistryFile) -> None:
    """Forget the draft: it was saved, or is not wanted any more."""
    drop_draft(file.path, reviewer_name(), _WHAT)
    for name in (_SESSION, KEY):
        st.session_state.pop(name, None)


def _keep(draft: TextDraft) -> TextDraft:
    former: TextDraft | None = st.session_state.get(_SESSION)
    st.session_state[_SESSION] = draft
    if former != draft:
        if draft.touched:
            keep_draft(draft.path, reviewer_name(), _WHAT, _pack(draft.base), draft.text)
        elif former is not None:
            drop_draft(draft.path, reviewer_name(), _WHAT)
    return draft


def _load(file: RegistryFile) -> TextDraft:
    data = file.data or b""
    stored = load_draft(file.path, reviewer_name(), _WHAT)
    if stored is not None and isinstance(stored.typed, str) and (base := _unpack(stored.begun)) is not None:
        return TextDraft(file.path, base, stored.typed, stored.when)
    return TextDraft(file.path, data, show_text(data))


def _pack(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 1)).decode("ascii")


def _unpack(written: object) -> bytes | None:
    try:
        return zlib.decompress(base64.b64decode(str(written)))
    except (ValueError, zlib.error):
        return None
