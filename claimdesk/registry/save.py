"""Saving a registry: the old file or the new one, whole, whatever happens; and nobody's edit lost."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from claimdesk.access import signature
from claimdesk.errors import ConflictError, InputError
from claimdesk.model import HistoryEntry
from claimdesk.registry.disk import (
    WRITING_SECONDS,
    discard,
    lock_file,
    put_back,
    read_settled,
    replace_file,
    sweep_leftovers,
)
from claimdesk.registry.journal import Journal, clean_name, default_author
from claimdesk.registry.merge import merge_registries
from claimdesk.registry.permission import require_change
from claimdesk.registry.read import load_bytes, parse_values


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands in the file now: `data`, its SHA-256.

    `merged`: edits that somebody else made meanwhile, of other claims, are in it too. `found`: files with
    somebody's writing that could not be brought in, to be looked through by a person. `noticed`: what was
    entered into the history of what happened besides, such as an edit with another program.
    """

    data: bytes
    sha256: str
    merged: bool = False
    found: tuple[Path, ...] = ()
    noticed: tuple[HistoryEntry, ...] = ()


def save_registry(path: Path, edited: bytes, *, base: bytes, by: str | None = None) -> Saved:
    """Put `edited` in the place of the registry at `path`, from which the editor had read `base`.

    When this returns, the new file is on the disk for good, and who changed what is in its history. When it
    raises, the file is as others left it; only who wrote into it twice in the very moment, and built on the
    edit without keeping all of it, has the rest of it in there. A link stays a link, and mode and owner stay.

    Args:
        by: who edits, for the history; may be empty. Default: who has signed in, else
            `journal.default_author`.

    Raises RegistryError for bytes that are no registry, ConflictError where somebody else has changed the
    same claims meanwhile, and InputError for a file or history that cannot be written: missing, a folder,
    read-only, disk full.
    """
    real = Path(os.path.realpath(path))
    parse_values(edited, str(path))
    require_change(path, base, edited, by)
    with lock_file(real):
        found = sweep_leftovers(real)
        current = read_settled(real)
        journal = Journal(real, signature(path) or default_author() if by is None else clean_name(by))
        journal.catch_up(current)
        new = edited if current == base else merge_registries(base, edited, current)
        if new != current:
            wanted = new
            try:
                new = _replace(real, wanted, current, journal)
            except ConflictError as late:
                raise ConflictError(
                    str(late), base=base, ours=edited, theirs=late.theirs, places=late.places
                ) from None
            if new != wanted:
                found += sweep_leftovers(real)
    sha256 = hashlib.sha256(new).hexdigest()
    return Saved(new, sha256, new != edited, found, tuple(journal.noticed))


def _replace(path: Path, wanted: bytes, current: bytes, journal: Journal) -> bytes:
    """What stands in the file in the end: `wanted`, and what somebody wrote in the moment before."""
    base, expected, new = current, current, wanted
    ours: bytes | None = None  # what stands in the file of ours, with somebody's writing taken out
    kept: list[Path] = []
    limit = time.monotonic() + WRITING_SECONDS
    try:
        journal.announce(current, new)
        while other := replace_file(path, new, expected):
            if other.kept:
                kept.append(other.kept)
            ours = new if other.kept else None
            journal.take_back(current)
            if time.monotonic() > limit:
                raise InputError(f"{path}: another program writes this file all the time. Save again later.")
            merged = merge_registries(expected, new, other.data)
            expected, new, current = ours or other.data, merged, other.data
            journal.catch_up(current)
            journal.announce(current, new)
    except (ConflictError, InputError):
        stood = bool(kept)
        try:
            if ours is not None:
                put_back(path, kept.pop(), ours)
            current = read_settled(path)
            journal.take_back(current)
        except InputError:  # somebody still writes: what is to be said of our edit does not wait for them
            current = load_bytes(path)
        if stood and _holds(base, wanted, current):
            return current
        raise
    for one in kept:
        discard(one)
    return new


def _holds(base: bytes, wanted: bytes, data: bytes) -> bool:
    """Whether `data` has all that `wanted` changed: somebody saw the edit in the file and wrote on."""
    try:
        return merge_registries(base, wanted, data) == data
    except ConflictError:
        return False


def sweep(path: Path) -> tuple[Path, ...]:
    """Clear up, at start, behind savers that were killed; returns files with somebody's writing they left.

    Raises InputError.
    """
    real = Path(os.path.realpath(path))
    with lock_file(real):
        return sweep_leftovers(real)
