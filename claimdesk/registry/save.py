"""Saving a registry: the old file or the new one, whole, whatever happens; and nobody's edit lost."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from claimdesk.errors import ConflictError, InputError
from claimdesk.registry.disk import (
    WRITING_SECONDS,
    discard,
    lock_file,
    put_back,
    read_settled,
    replace_file,
    sweep_leftovers,
)
from claimdesk.registry.merge import merge_registries
from claimdesk.registry.read import parse_values


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands in the file now: `data`, its SHA-256.

    `merged`: edits that somebody else made meanwhile, of other claims, are in it too. `found`: files with
    somebody's writing that a saver who was killed had left behind, to be looked through by a person.
    """

    data: bytes
    sha256: str
    merged: bool = False
    found: tuple[Path, ...] = ()


def save_registry(path: Path, edited: bytes, *, base: bytes) -> Saved:
    """Put `edited` in the place of the registry at `path`, from which the editor had read `base`.

    When this returns, the new file is on the disk for good; when it raises, the file is what it was. A link
    stays a link, and mode and owner stay.

    Raises RegistryError for bytes that are no registry, ConflictError where somebody else has changed the
    same claims meanwhile, and InputError for a file that cannot be written: missing, a folder, read-only,
    disk full.
    """
    real = Path(os.path.realpath(path))
    parse_values(edited, str(path))
    with lock_file(real):
        found = sweep_leftovers(real)
        current = read_settled(real)
        new = edited if current == base else merge_registries(base, edited, current)
        if new != current:
            try:
                new = _replace(real, new, current)
            except ConflictError as late:
                raise ConflictError(
                    str(late), base=base, ours=edited, theirs=late.theirs, places=late.places
                ) from None
    return Saved(new, hashlib.sha256(new).hexdigest(), new != edited, found)


def _replace(path: Path, new: bytes, current: bytes) -> bytes:
    """What stands in the file in the end: `new`, and what somebody wrote in the moment before."""
    kept: list[Path] = []
    limit = time.monotonic() + WRITING_SECONDS
    while other := replace_file(path, new, current):
        if other.kept:
            kept.append(other.kept)
        try:
            if time.monotonic() > limit:
                raise InputError(f"{path}: another program writes this file all the time. Save again later.")
            merged = merge_registries(current, new, other.data)
        except (ConflictError, InputError):
            if other.kept:
                put_back(path, kept.pop(), new)
            raise
        current, new = new if other.kept else other.data, merged
    for one in kept:
        discard(one)
    return new


def sweep(path: Path) -> tuple[Path, ...]:
    """Clear up, at start, behind savers that were killed; returns files with somebody's writing they left.

    Raises InputError.
    """
    real = Path(os.path.realpath(path))
    with lock_file(real):
        return sweep_leftovers(real)
