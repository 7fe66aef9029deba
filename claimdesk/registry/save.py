"""Saving a registry: the old file or the new one, whole, whatever happens; and nobody's edit lost."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from claimdesk.errors import ConflictError
from claimdesk.registry.disk import lock_file, read_current, write_file
from claimdesk.registry.read import parse_values


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands in the file now. `merged`: somebody else's edits of other claims are in it too."""

    data: bytes
    sha256: str
    merged: bool


def save_registry(path: Path, edited: bytes, *, base: bytes) -> Saved:
    """Put `edited` in the place of the registry at `path`, from which the editor had read `base`.

    When this returns, the new file is on the disk for good. When it raises, the file is what it was.

    Raises RegistryError for bytes that are no registry, ConflictError where somebody else has changed the same
    claims meanwhile, and InputError for a file that cannot be written.
    """
    path = Path(os.path.realpath(path))
    parse_values(edited, str(path))
    with lock_file(path):
        current = read_current(path)
        if current != base:
            raise ConflictError(
                f"{path}: somebody else has changed this file meanwhile.",
                base=base,
                ours=edited,
                theirs=current,
            )
        write_file(path, edited)
    return Saved(edited, hashlib.sha256(edited).hexdigest(), merged=False)
