"""Entering saves into a registry's history (`history`), while its lock is held."""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from claimdesk.errors import ClaimdeskError, InputError, RegistryError
from claimdesk.logs.chain import DamagedError, append_entry, load_last
from claimdesk.model import EntryKind, HistoryEntry, RecordChange
from claimdesk.registry.differences import compare_values
from claimdesk.registry.disk import create_like
from claimdesk.registry.history import history_beside, parse_entry, render_entry
from claimdesk.registry.read import parse_values
from claimdesk.registry.versions import keep_version, load_version

REVIEWER = "CLAIMDESK_REVIEWER"  # in the environment: the name beside edits and decisions
LONGEST_NAME = 80
_MOST_CHANGES = 200  # that one entry lists


def default_author() -> str:
    """The name of who edits where none is given: that of `CLAIMDESK_REVIEWER`, else the system's user."""
    name = os.environ.get(REVIEWER, "")
    if not name.strip():
        with suppress(KeyError, OSError):
            name = getpass.getuser()
    return clean_name(name)


def clean_name(name: str) -> str:
    """A name on one line, cut where it is long."""
    return " ".join(name.split())[:LONGEST_NAME]


@dataclass(slots=True)
class Journal:
    """The history of the registry at `path`, a real path. Only while its lock is held.

    `noticed`: what was entered of what others did before, or of what did not take place.
    """

    path: Path
    by: str
    noticed: list[HistoryEntry] = field(default_factory=list)

    def catch_up(self, current: bytes, failed: EntryKind = "reverted") -> None:
        """Enter what happened to the registry since the last entry, so that the log ends with `current`.

        `failed`: what to call it where the registry is as it was before the last save. Raises InputError
        where it cannot be entered.
        """
        keep_version(self.path, current)
        after = _digest(current)
        last = self._load_last()
        if last is None:
            self._enter("begun", "", "", after, ())
        elif last.after == after:
            return
        elif last.kind == "saved" and last.before == after:
            self.noticed.append(self._enter(failed, "", last.after, after, ()))
        else:
            old = load_version(self.path, last.after)
            changes = None if old is None else _compare(old, current)
            self.noticed.append(self._enter("outside", "", last.after, after, changes))

    def begin(self, data: bytes) -> None:
        """Enter that `data` was put where there was no registry. Raises InputError."""
        last, after = self._load_last(), _digest(data)
        keep_version(self.path, data)
        if last is None:
            self._enter("begun", self.by, "", after, ())
            return
        if last.after == after:
            return
        old = load_version(self.path, last.after)
        changes = None if old is None else _compare(old, data)
        self._enter("saved", self.by, last.after, after, changes)

    def announce(self, old: bytes, new: bytes) -> None:
        """Enter that `new` is about to take the place of `old`, where the log ends. Raises InputError."""
        keep_version(self.path, new)
        self._enter("saved", self.by, _digest(old), _digest(new), _compare(old, new))

    def take_back(self, current: bytes) -> None:
        """Enter that the save just announced did not take place; if it cannot be, the next save does it."""
        with suppress(ClaimdeskError):
            self.catch_up(current, "refused")

    def _enter(
        self, kind: EntryKind, by: str, before: str, after: str, changes: tuple[RecordChange, ...] | None
    ) -> HistoryEntry:
        now = datetime.now(UTC).replace(microsecond=0)
        more = max(len(changes or ()) - _MOST_CHANGES, 0)
        listed = changes if changes is None else changes[:_MOST_CHANGES]
        entry = HistoryEntry(0, now, by, kind, before, after, listed, more)
        log = history_beside(self.path)
        with self._said():
            create_like(log, self.path)
            # Work goes on behind a damaged line; that it is damaged is said whenever the log is verified.
            append_entry(log, render_entry(entry), past_damage=True)
        return entry

    def _load_last(self) -> HistoryEntry | None:
        """The last entry; None where there is none, or none that can be read."""
        with self._said():
            try:
                last = load_last(history_beside(self.path))
            except DamagedError:
                return None
        with suppress(InputError):
            return parse_entry(last) if last else None
        return None

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except (InputError, OSError) as error:
            said = f"{self.path}: cannot be saved, since who changed what cannot be kept. {error}"
            raise InputError(said) from None


def _compare(old: bytes, new: bytes) -> tuple[RecordChange, ...] | None:
    """What changed between two contents; None where one of them is no registry."""
    try:
        return compare_values(parse_values(old, "")[0], parse_values(new, "")[0])
    except RegistryError:
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
