"""One file on the disk, read and replaced so that nothing is torn and nobody's writing is lost.

Savers of ours keep out of each other's way by a lock. An editor that knows nothing of it may write at any
moment; so the new file is exchanged for the old one in one step where the system can do that (Linux), and
what came out is looked at before it is thrown away.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from claimdesk.errors import InputError
from claimdesk.files import finish_part, open_part, own_like, sweep_parts, sync_folder
from claimdesk.registry.leases import read_unwritten

# A save holds the lock for milliseconds: who waits this long waits for a process that hangs.
LOCK_SECONDS = 20.0
# An editor writes a file of this size in milliseconds.
WRITING_SECONDS = 3.0
_PAUSE_SECONDS = 0.002
# More than enough between the two steps of opening a file.
_GRACE_SECONDS = 0.001
_SWAP = ".swap"
_DIGITS = 16
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_SAID = {
    errno.ENOSPC: "the disk is full. Make room and save again",
    errno.EDQUOT: "your share of the disk is full. Make room and save again",
    errno.EROFS: "the disk is read-only. Copy the file elsewhere and work there",
    errno.EACCES: "you may not write there. Ask for the permission on the file and its folder",
    errno.EPERM: "you may not write there. Ask for the permission on the file and its folder",
    errno.ENOENT: "there is no such file any more. Put it back, then save again",
    errno.EEXIST: "there is a file meanwhile. Look at it as it is now",
    errno.EISDIR: "a folder stands in its place. Put the file back, then save again",
    errno.ENOTDIR: "its folder is no folder any more. Put it back, then save again",
}


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Keep other savers of the file at `path`, a real path, out meanwhile. Raises InputError."""
    with explain(path):
        mode = stat.S_IMODE(path.stat().st_mode) & 0o666 | 0o600
        lock = FileLock(
            path.with_name(f".{path.name}.lock"),
            timeout=LOCK_SECONDS,
            mode=mode,
            poll_interval=_PAUSE_SECONDS,
        )
        try:
            lock.acquire()
        except Timeout:
            raise InputError(
                f"{path}: somebody else has been saving it for {LOCK_SECONDS:.0f} s. Save again later."
            ) from None
    try:
        yield
    finally:
        try:
            lock.release()
        except OSError:  # what is saved is saved; a second try frees the lock for others
            with suppress(OSError):
                lock.release()


def create_like(path: Path, other: Path) -> None:
    """An empty file at `path`, if there is none, for whom `other` is for. Raises InputError."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        return
    except OSError as error:
        raise InputError(f"{path}: cannot be made ({error.strerror}). Check the permissions.") from None
    with suppress(OSError):  # else it is ours alone
        own_like(handle, other)
    os.close(handle)


def read_settled(path: Path) -> bytes:
    """The file's bytes, one more than `MAX_BYTES` at most, once nobody is in the middle of writing them.

    Raises InputError, also for a file that may not be written: then there is nothing to be begun.
    """
    with explain(path):
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise OSError(errno.EISDIR, "")
        if not stat.S_ISREG(found.st_mode):
            raise InputError(f"{path}: this is no regular file. Give the registry itself.")
        if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
            raise InputError(f"{path}: the file is read-only. Allow writing to it, then save again.")
        return _read_settled(path)


@dataclass(frozen=True, slots=True)
class Unexpected:
    """Somebody's writing that was found instead of what was expected.

    It stands in the file, or, if it came in the very moment, is `kept` beside, and the new bytes stand there.
    """

    data: bytes
    kept: Path | None = None


def replace_file(path: Path, new: bytes, expected: bytes) -> Unexpected | None:
    """Put `new` in the place of `expected`, or say what else was found.

    On None the change is on the disk for good. Mode and owner stay, the owner where the system lets us.
    Raises InputError; the file is then what it was.
    """
    with explain(path):
        swap = _write_beside(path, new, expected)
        try:
            before = _read_settled(path)
            exchanged = before == expected and _exchange(swap, path)
            if before == expected and not exchanged:  # where there is no exchange, the last look has to do
                os.replace(swap, path)
        except BaseException:
            discard(swap)
            raise
        if before != expected:
            discard(swap)
            return Unexpected(before)
        try:
            after = _read_settled(swap, _GRACE_SECONDS) if exchanged else expected
            sync_folder(path.parent)
        except (OSError, InputError):
            if exchanged:
                put_back(path, swap, new)
            raise
        if after != expected:
            return Unexpected(after, swap)
        discard(swap)
        return None


def put_back(path: Path, kept: Path, ours: bytes) -> None:
    """Put what was displaced in its place again; `ours` goes, unless somebody has written into it."""
    with explain(path):
        _exchange(kept, path)
        if _read_settled(kept, _GRACE_SECONDS) == ours:
            discard(kept)


def discard(kept: Path) -> None:
    """Delete a file that is needed no more; if that fails, the next save does it."""
    with suppress(OSError):
        kept.unlink()


def sweep_leftovers(path: Path) -> tuple[Path, ...]:
    """Clear up behind savers of the file at `path` that were killed. Only while nobody saves.

    What such a saver had displaced and not looked at yet, somebody's writing, is given a name that shows
    (``claims.yaml.found-…``). Returns these files.
    """
    found = []
    sweep_parts(path.parent, path.name)
    with suppress(OSError):
        for name in os.listdir(path.parent):
            left = path.with_name(name)
            if name.startswith(f".{path.name}.") and name.endswith(_SWAP):
                digest = _digest(left.read_bytes())
                if digest in name:
                    left.unlink()
                    continue
                found.append(path.with_name(f"{path.name}.found-{digest}"))
                os.replace(left, found[-1])
    return tuple(found)


def _read_settled(path: Path, grace: float = 0.0) -> bytes:
    limit = time.monotonic() + WRITING_SECONDS
    while (data := read_unwritten(path, grace)) is None:
        if time.monotonic() > limit:
            raise InputError(f"{path}: another program is writing this file. Save again when it is done.")
        time.sleep(_PAUSE_SECONDS)
    return data


def _write_beside(path: Path, new: bytes, expected: bytes) -> Path:
    """The new file, complete and on the disk, under a name that says what it replaces."""
    swap = path.with_name(f".{path.name}.{_digest(expected)}-{_digest(new)}{_SWAP}")
    with open_part(path) as part:
        own_like(part.fileno(), path)
        part.write(new)
        finish_part(part)
        os.rename(part.name, swap)
    return swap


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two files in one step. False where the system or the file system cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


@contextmanager
def explain(path: Path) -> Iterator[None]:
    """Say errors of the system as sentences. Raises InputError."""
    try:
        yield
    except OSError as error:
        said = _SAID.get(error.errno or 0) or f"the system says: {error.strerror or error}"
        raise InputError(f"{path}: cannot be saved, {said}. The file is as it was.") from None
