"""What was done to a registry, save by save."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

RecordKind = Literal["registry", "claims", "sources"]
EntryKind = Literal["begun", "saved", "refused", "reverted", "outside"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What one edit did to one field of a claim or source, or of the registry itself.

    `field` is a key of the record, after a dot one of a record in it: ``verdict.status``. It is empty where
    the whole record was added or removed: then `after` or `before` holds its statement or name; and ``order``
    where it was moved, ``id`` where it was renamed. `before` and `after` are texts as people read them, cut
    where they are long; of a list only the items that are not in both, unless merely their order differs.
    """

    kind: RecordKind
    id: str
    field: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The record's id, and the one that it had before where it was renamed."""
        return (self.id, *self.before) if self.field == "id" else (self.id,)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry of a registry's history; `line` counts from 1.

    `kind`: ``begun``, the history starts with the registry as it was; ``saved``, by `by`; ``refused``, the
    save before this one failed and changed nothing; ``reverted``, the registry was found as it had been
    before the last save: that was cut short, or somebody took it back; ``outside``, it was found edited with
    another program. `at` is in UTC; of what was found, when it was found.

    `before` and `after` are SHA-256 of the registry's bytes. `changes` is empty where only comments or form
    changed, None where what changed is not known; `more` are changes beyond those listed. `void`: a save that
    the next entry says did not take place.
    """

    line: int
    at: datetime
    by: str
    kind: EntryKind
    before: str
    after: str
    changes: tuple[RecordChange, ...] | None = ()
    more: int = 0
    void: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """A registry's history as it stands on the disk, oldest first; `problems` are sentences for a person."""

    entries: tuple[HistoryEntry, ...] = ()
    problems: tuple[str, ...] = ()
