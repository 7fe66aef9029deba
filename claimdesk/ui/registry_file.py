"""The registry's file as a page edits it: its newest bytes, taken apart, or why it cannot be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from claimdesk.errors import ClaimdeskError, RegistryError
from claimdesk.registry.document import Document, Kind, parse_document
from claimdesk.registry.read import load_bytes
from claimdesk.registry.values import Values


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """The file at `path`. `document` is its content, or the last that could be read; None where there never
    was one. `data` are the newest bytes, None without a file, and `sha256` is their hash."""

    path: Path
    data: bytes | None
    document: Document | None
    sha256: str = ""

    def records(self, kind: Kind) -> tuple[Values, ...]:
        """The claims or sources."""
        return self.document.records(kind) if self.document else ()

    def record(self, kind: Kind, record_id: str) -> Values | None:
        """The claim or source of that id, if it is there."""
        return next((one for one in self.records(kind) if one["id"] == record_id), None)


def load_file(path: str) -> RegistryFile:
    """The file at `path` as it is now."""
    last = _last_good()
    try:
        data = load_bytes(path)
    except ClaimdeskError:
        return RegistryFile(Path(path), None, last.get(path))
    sha256 = hashlib.sha256(data).hexdigest()
    document = _parse(sha256, data)
    if document is not None:
        last[path] = document
    return RegistryFile(Path(path), data, document or last.get(path), sha256)


@st.cache_resource(show_spinner=False)  # type: ignore[untyped-decorator]
def _last_good() -> dict[str, Document]:
    return {}


@st.cache_resource(show_spinner=False, max_entries=4)  # type: ignore[untyped-decorator]
def _parse(sha256: str, _data: bytes) -> Document | None:  # noqa: ARG001
    try:
        return parse_document(_data)
    except RegistryError:
        return None
