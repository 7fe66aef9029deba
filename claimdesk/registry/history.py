"""Who changed what in a registry, and when: ``<stem>.history.jsonl`` beside it, a chained log.

Every save enters itself before it touches the registry (`journal`), so that no edit is ever in the file
without its author; a save that failed after that is followed by an entry that says so. What was edited with
another program is entered at the next save, with what changed where that is known.

What cannot be found: a log rewritten as a whole, all hashes anew, by somebody who means to; entries cut off
at the end, where the registry is as it was before them; and a log that was deleted. Where that matters, let
git keep the log too.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any, cast, get_args

from claimdesk.errors import InputError
from claimdesk.logs.chain import load_chain
from claimdesk.model import EntryKind, History, HistoryEntry, RecordChange, RecordKind
from claimdesk.registry.disk import lock_file
from claimdesk.registry.read import load_bytes

_SHA256 = re.compile(r"[0-9a-f]{64}")
_RECORDS = frozenset(get_args(RecordKind))


def history_beside(path: str | Path) -> Path:
    """Where the history of the registry at `path` is; a link leads to that of the file itself."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.stem}.history.jsonl")


def load_history(path: str | Path) -> History:
    """The history of the registry at `path`; an empty one where nothing was saved yet.

    What is not as it was written is left out and said in `problems` with its line.

    Raises:
        InputError: the log is there, but cannot be read.
    """
    log = history_beside(path)
    chain = load_chain(log)
    entries: list[HistoryEntry] = []
    problems = list(chain.problems)
    for entry in chain.entries:
        try:
            entries.append(parse_entry(entry.value, entry.line))
        except InputError as error:
            problems.append(f"{log}:{entry.line}: this is no entry of a history: {error}")
    return History(tuple(_mark_void(entries)), tuple(problems))


def verify_history(path: str | Path) -> tuple[str, ...]:
    """Everything that is wrong with the history of the registry at `path`, as sentences; nothing if it holds.

    Finds whatever was altered, taken out, put in or moved in the log, an entry that begins with another
    registry than the one before it left, and a registry that is not the one that the last entry left.

    Raises:
        InputError: the registry or the log cannot be read.
    """
    real = Path(os.path.realpath(path))
    with ExitStack() as stack:
        with suppress(InputError):  # where nothing can be written, nobody saves
            stack.enter_context(lock_file(real))  # in the middle of a save, log and file do not agree
        history = load_history(path)
        current = hashlib.sha256(load_bytes(path)).hexdigest()
    log = history_beside(path)
    problems = list(history.problems)
    for one, other in pairwise(history.entries):
        if one.after != other.before and one.line + 1 == other.line:
            problems.append(
                f"{log}:{other.line}: this entry begins with another registry than the one before it left. "
                "Put the file back from a backup."
            )
    if history.entries and history.entries[-1].after != current:
        problems.append(_describe_unentered(path, log, history.entries[-1], current))
    return tuple(problems)


def find_entries(history: History, record_id: str) -> tuple[HistoryEntry, ...]:
    """The entries that concern the claim or source of that id, oldest first, with these changes alone.

    A renamed one is followed both ways, whether it is asked for by the id that it had or has. An edit with
    another program of which nothing is known may concern it, so it is among them.
    """
    later = _follow(history.entries, {record_id}, forward=True)
    earlier = reversed(_follow(history.entries[::-1], {record_id}, forward=False))
    found = []
    for entry, names in zip(history.entries, map(set.union, later, earlier), strict=True):
        changes = tuple(one for one in entry.changes or () if names.intersection(one.ids))
        if entry.changes is None:
            found.append(entry)
        elif changes:
            found.append(replace(entry, changes=changes, more=0))
    return tuple(found)


def find_undoable(history: History, current: str, by: str) -> HistoryEntry | None:
    """The save that `by` may take back: the latest, if it is theirs and left what has the SHA-256 `current`.

    None where anybody saved after it, or another program did. A save that puts back what the same person
    changed before counts as that one undone, so that save after save can be taken back.
    """
    edits: list[HistoryEntry] = []
    for entry in history.entries:
        if entry.void or entry.kind == "refused":
            continue
        undone = edits[-1] if edits else None
        if undone and (undone.before, undone.kind, undone.by) == (entry.after, entry.kind, entry.by):
            edits.pop()
        else:
            edits.append(entry)
    latest = edits[-1] if edits else None
    return latest if latest and (latest.kind, latest.by, latest.after) == ("saved", by, current) else None


def _follow(entries: Sequence[HistoryEntry], names: set[str], *, forward: bool) -> list[set[str]]:
    """The ids that a record has had once each entry was passed: those it was renamed to, or back from."""
    passed = []
    for entry in entries:
        for change in entry.changes or ():
            new, *old = change.ids
            came, goes = (set(old), {new}) if forward else ({new}, set(old))
            if names & came:
                names = names | goes
        passed.append(names)
    return passed


def render_entry(entry: HistoryEntry) -> dict[str, Any]:
    """An entry as an object for JSON; what is empty is left out. `line` and `void` are not part of it."""
    written: dict[str, Any] = {
        "kind": entry.kind,
        "at": entry.at.isoformat(timespec="seconds"),
        "by": entry.by,
        "before": entry.before,
        "after": entry.after,
    }
    if entry.changes is None:
        written["changes"] = None
    else:
        written["changes"] = [_without_empty(asdict(change)) for change in entry.changes]
    return written | ({"more": entry.more} if entry.more else {})


def parse_entry(written: Mapping[str, Any], line: int = 0) -> HistoryEntry:
    """The entry that `render_entry` wrote. Raises InputError where a field is not what it should be."""
    kind, by, more = written.get("kind"), written.get("by"), written.get("more", 0)
    if kind not in get_args(EntryKind) or not isinstance(by, str) or type(more) is not int:
        raise InputError(f"kind, by or more is {kind!r}, {by!r}, {more!r}.")
    before, after = (written.get(name) for name in ("before", "after"))
    if not isinstance(before, str) or not isinstance(after, str) or not _SHA256.fullmatch(after):
        raise InputError(f"before and after are {before!r} and {after!r}, but should be hashes.")
    if not _SHA256.fullmatch(before) and (before or kind != "begun"):
        raise InputError(f"before is {before!r}, but should be a hash.")
    changes = written.get("changes")
    parsed = None if changes is None else tuple(map(_parse_change, _as_list(changes)))
    moment = _parse_time(written.get("at"))
    return HistoryEntry(line, moment, by, cast(EntryKind, kind), before, after, parsed, more)


def _mark_void(entries: Sequence[HistoryEntry]) -> Iterable[HistoryEntry]:
    for entry, following in zip_longest(entries, entries[1:]):
        void = entry.kind == "saved" and following is not None and following.kind == "refused"
        yield replace(entry, void=void)


def _describe_unentered(path: str | Path, log: Path, last: HistoryEntry, current: str) -> str:
    if last.kind == "saved" and last.before == current:
        return (
            f"{path}: this is the registry from before the last save ({log}:{last.line}), which was cut "
            "short or taken back. The next save enters that."
        )
    return (
        f"{path}: this is not the registry that the last entry left ({log}:{last.line}): it was edited with "
        "another program since, or entries are missing. The next save enters that."
    )


def _parse_time(written: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise InputError(f"at is {written!r}, but should be a time such as 2024-11-13T08:00:00+00:00.")
    return moment.astimezone(UTC)


def _parse_change(written: object) -> RecordChange:
    if not isinstance(written, dict) or written.get("kind") not in _RECORDS:
        raise InputError(f"{written!r} is no change.")
    words = {name: written.get(name, "") for name in ("id", "field")}
    lists = {name: tuple(_as_list(written.get(name, []))) for name in ("before", "after")}
    if not all(isinstance(text, str) for text in (*words.values(), *lists["before"], *lists["after"])):
        raise InputError(f"{written!r} is no change.")
    return RecordChange(written["kind"], words["id"], words["field"], lists["before"], lists["after"])


def _as_list(written: object) -> list[Any]:
    if not isinstance(written, list):
        raise InputError(f"{written!r} should be a list.")
    return written


def _without_empty(written: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in written.items() if value}
