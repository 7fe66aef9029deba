"""A log that only grows: one JSON object a line, each chained by its hash to the one before.

A line is ``{"previous": P, "entry": {...}, "sha256": H}``: P is the H of the line before (of the first: 64
zeros), and H the SHA-256 of the line without H. So whatever was altered, taken out, put in or moved shows,
with its line; that lines at the end are gone does not, since nothing after them says so.

An entry is acknowledged once it is on the disk. A power cut may leave a last line without its end, which
nobody was told is kept: loading leaves it out and says so. The next append takes its place and keeps its
bytes beside the log, as ``<name>.torn-<first 8 of their SHA-256>``: damage may look like a cut.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimdesk.errors import InputError, OvertakenError
from claimdesk.files import sync_folder
from claimdesk.logs.lines import FIRST, Link, is_torn, parse_line, render_line
from claimdesk.logs.torn import name_torn, set_aside

_LOCK_SECONDS = 10.0
_BLOCK = 1 << 16  # bytes read at a time to find the last line
_RESTORE = "Put the file back from a backup"


class DamagedError(InputError):
    """The end of a log is not as it was written, so that nothing can be chained to it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it was written; `line` counts from 1."""

    line: int
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chain:
    """A log as it stands on the disk.

    `entries` are all that are as they were written, in order. `problems` say what is not, each with its
    line and what to do. `sha256` is of the file's bytes, empty where there is no file.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
    sha256: str = ""


def load_chain(path: Path) -> Chain:
    """The log at `path`, checked; an empty one where there is no such file.

    Raises:
        InputError: the file is there, but cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Chain()
    except OSError as error:
        raise _refuse(path, "read", error) from error
    *lines, tail = data.split(b"\n")
    if tail and not is_torn(tail):
        lines.append(tail)
        tail = b""
    entries, problems = [], []
    previous: str | None = FIRST
    for number, line in enumerate(lines, 1):
        link = parse_line(line)
        if link is None:
            problems.append(
                f"{path}:{number}: this line is not as it was written and is left out. {_RESTORE}."
            )
            previous = None
            continue
        if previous not in (None, link.previous):
            problems.append(
                f"{path}:{number}: the line before this one was taken out, put in or moved. {_RESTORE}."
            )
        entries.append(Entry(number, link.entry))
        previous = link.sha256
    if tail:
        problems.append(
            f"{path}:{len(lines) + 1}: writing this line was cut short, so it is left out. "
            f"The next entry takes its place, and what is there is kept as {name_torn(path, tail)}; "
            "if you miss an entry, make it again."
        )
    return Chain(tuple(entries), tuple(problems), hashlib.sha256(data).hexdigest())


def append_entry(
    path: Path, entry: Mapping[str, Any], base: str | None = None, *, past_damage: bool = False
) -> None:
    """Put `entry`, which JSON must be able to hold, at the end of the log; it is on the disk on return.

    A log that is not there is begun. Any number of programs may append at once, by whatever links to the
    file. `base`: only where the log's bytes still have this SHA-256, as `Chain.sha256` gives it.
    `past_damage`: also behind a last line that is not as it was written, which stays and is said by loading.

    Raises:
        InputError: it cannot be written, DamagedError: the last line is not as it was written. Nothing is
            changed then.
        OvertakenError: the log is another than `base`; nothing is changed.
    """
    path = Path(os.path.realpath(path))
    with _locked(path):
        if base is not None and load_chain(path).sha256 != base:
            raise OvertakenError(f"{path}: somebody else wrote first. Look at it as it is now.")
        try:
            _append(path, entry, past_damage)
        except OSError as error:
            raise _refuse(path, "written", error) from error


def load_last(path: Path) -> Mapping[str, Any] | None:
    """The last entry that was acknowledged; None where there is none. Reads the end of the file only.

    Raises:
        InputError: the file cannot be read; DamagedError: the last line is not as it was written.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refuse(path, "read", error) from error
    try:
        end = _find_end(handle)
    except OSError as error:
        raise _refuse(path, "read", error) from error
    finally:
        os.close(handle)
    if end.damaged:
        raise _refuse_damage(path)
    return end.link.entry if end.link else None


def _append(path: Path, entry: Mapping[str, Any], past_damage: bool) -> None:
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        end = _find_end(handle)
        if end.damaged and not past_damage:
            raise _refuse_damage(path)
        line = render_line(end.link.sha256 if end.link else FIRST, entry) + b"\n"
        if end.torn:
            set_aside(path, end.torn)
        _write(handle, end.keep, end.ending + line)
    finally:
        os.close(handle)
    if new:
        sync_folder(path.parent)


@dataclass(frozen=True, slots=True)
class _End:
    """Where a log ends: bytes to keep, the line break their last line lacks, what it holds, what is torn."""

    keep: int
    ending: bytes
    link: Link | None
    damaged: bool
    torn: bytes


def _find_end(handle: int) -> _End:
    size = os.fstat(handle).st_size
    start, last = _read_last(handle, size)
    torn = last if not last.endswith(b"\n") and last and is_torn(last) else b""
    if torn:
        size = start
        _, last = _read_last(handle, start)
    link = parse_line(last.removesuffix(b"\n")) if last else None
    ending = b"\n" if last and not last.endswith(b"\n") else b""
    return _End(size, ending, link, damaged=bool(last) and link is None, torn=torn)


def _read_last(handle: int, end: int) -> tuple[int, bytes]:
    """Where the last line before `end` begins, and the line with its end, if it has one."""
    start, data = end, b""
    while start > 0 and b"\n" not in data[:-1]:
        start = max(0, start - _BLOCK)
        os.lseek(handle, start, os.SEEK_SET)
        data = _read(handle, end - start)
    cut = data.rfind(b"\n", 0, len(data) - 1) + 1
    return start + cut, data[cut:]


def _read(handle: int, length: int) -> bytes:
    parts = []
    while length > 0 and (part := os.read(handle, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _write(handle: int, start: int, data: bytes) -> None:
    """Let the file end with `data` at `start`, on the disk. Where that fails, it ends there."""
    try:
        os.ftruncate(handle, start)
        os.lseek(handle, start, os.SEEK_SET)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, start)
        raise


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """The file to ourselves, among all programs that ask in the same way."""
    from filelock import FileLock, Timeout

    if not path.parent.is_dir():
        raise InputError(f"{path}: there is no folder {path.parent}. Make it first.")
    mode = stat.S_IMODE(path.stat().st_mode) & 0o666 | 0o600 if path.exists() else 0o644
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=_LOCK_SECONDS, mode=mode)
    try:
        lock.acquire()
    except Timeout as error:
        raise InputError(
            f"{path}: another program has been writing it for {_LOCK_SECONDS:.0f} s. Try again. "
            "Nothing was added."
        ) from error
    except OSError as error:
        raise _refuse(path, "written", error) from error
    try:
        yield
    finally:
        lock.release()


def _refuse(path: Path, done: str, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be {done} ({error.strerror}). Check its permissions and the disk.")


def _refuse_damage(path: Path) -> DamagedError:
    return DamagedError(f"{path}: the last line is not as it was written. {_RESTORE}. Nothing was added.")
