"""A registry begun where there is none, or put back where it was."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from claimdesk import access
from claimdesk.files import sync_folder
from claimdesk.registry.canonical import format_registry
from claimdesk.registry.disk import explain, lock_file
from claimdesk.registry.history import load_history
from claimdesk.registry.journal import Journal, clean_name
from claimdesk.registry.read import parse_values
from claimdesk.registry.styles import render_values
from claimdesk.registry.values import Values
from claimdesk.registry.versions import load_version


def compose_registry(title: str, claim: Values) -> bytes:
    """A registry of one claim, in canonical form; `claim` is what YAML would hold. Raises RegistryError."""
    values = {"version": 1, **({"title": title} if title else {}), "claims": [claim]}
    return format_registry(render_values(values))


def begin_registry(path: str | Path, data: bytes, by: str = "") -> None:
    """Put the registry `data` where there is no file yet; its history names `by`.

    Raises RegistryError for bytes that are no registry, AccessError for who is no editor, and InputError
    where a file is there already or none can be made.
    """
    real = Path(os.path.realpath(path))
    parse_values(data, str(path))
    if access.is_restricted(path):
        access.require("editor", path, by)
    with explain(real):
        _create(real, data)
    with lock_file(real):
        Journal(real, clean_name(by)).begin(data)


def load_last_version(path: str | Path) -> bytes | None:
    """The content that the last save left at `path`, if it is still kept beside it. Raises InputError."""
    entries = load_history(path).entries
    return load_version(path, entries[-1].after) if entries else None


def _create(path: Path, data: bytes) -> None:
    """The file, on the disk, or none: by its own name from the start, since it must never come in the place
    of one that somebody else began meanwhile. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
    sync_folder(path.parent)
