"""One file on the disk, read and replaced so that nothing is torn and nobody's writing is lost.

Savers of ours keep out of each other's way by a lock. An editor that knows nothing of it may write at any moment;
so the new file is exchanged for the old one in one step where the system can do that (Linux), and what came out is
looked at before it is thrown away.
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
from pathlib import Path
from tempfile import mkstemp

from filelock import FileLock, Timeout

from claimdesk.errors import InputError
from claimdesk.registry.characters import MAX_BYTES
from claimdesk.registry.leases import is_being_written

# A save holds the lock for milliseconds: who waits this long waits for a process that hangs.
LOCK_SECONDS = 20.0
# An editor writes a file of this size in milliseconds.
WRITING_SECONDS = 3.0
_PART, _SWAP = ".part", ".swap"
_DIGITS = 16
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_SAID = {
    errno.ENOSPC: "the disk is full. Make room and save again",
    errno.EDQUOT: "your share of the disk is full. Make room and save again",
    errno.EROFS: "the disk is read-only. Copy the file elsewhere and work there",
    errno.EACCES: "you may not write there. Ask for the permission on the file and its folder",
    errno.EPERM: "you may not write there. Ask for the permission on the file and its folder",
    errno.ENOENT: "there is no such file any more. Put it back, then save again",
    errno.EISDIR: "a folder stands in its place. Put the file back, then save again",
    errno.ENOTDIR: "its folder is no folder any more. Put it back, then save again",
}


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Keep other savers of the file at `path`, a real path, out meanwhile. Raises InputError."""
    with _said(path):
        mode = stat.S_IMODE(path.stat().st_mode) & 0o666 | 0o600
        lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS, mode=mode)
        try:
            lock.acquire()
        except Timeout:
            raise InputError(
                f"{path}: somebody else has been saving it for {LOCK_SECONDS:.0f} s. Save again later."
            ) from None
    try:
        yield
    finally:
        lock.release()


def read_settled(path: Path) -> bytes:
    """The file's bytes, one more than `MAX_BYTES` at most, once nobody is in the middle of writing them.

    Raises InputError, also for a file that may not be written: then there is nothing to be begun.
    """
    with _said(path):
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise OSError(errno.EISDIR, "")
        if not stat.S_ISREG(found.st_mode):
            raise InputError(f"{path}: this is no regular file. Give the registry itself.")
        if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
            raise InputError(f"{path}: the file is read-only. Allow writing to it, then save again.")
        return _read_settled(path)


def replace_file(path: Path, new: bytes, expected: bytes) -> bool:
    """Put `new` in the place of `expected`; False, and nothing done, if something else stood there.

    On True the change is on the disk for good. Mode and owner stay. Raises InputError; the file is what it was.
    """
    with _said(path):
        swap = _write_beside(path, new, expected)
        try:
            if not _exchange(swap, path):
                return _replace_plainly(swap, path, expected)
        except OSError:
            swap.unlink(missing_ok=True)
            raise
        try:
            untouched = _read_settled(swap) == expected
            if untouched:
                _sync_folder(path.parent)
        except (OSError, InputError):
            _exchange(swap, path)
            raise
        if not untouched:
            _exchange(swap, path)
        # After an exchange back this is ours again, unless somebody wrote once more: then it is kept.
        _drop(swap)
        return untouched


def sweep_leftovers(path: Path) -> tuple[Path, ...]:
    """Clear up behind savers of the file at `path` that were killed. Only while nobody saves.

    What such a saver had displaced and not looked at yet, somebody's writing, is given a name that shows
    (``claims.yaml.found-…``). Returns these files.
    """
    found = []
    with suppress(OSError):
        for name in os.listdir(path.parent):
            left = path.with_name(name)
            if name.startswith(f".{path.name}.") and name.endswith(_PART):
                left.unlink(missing_ok=True)
            elif name.startswith(f".{path.name}.") and name.endswith(_SWAP) and (kept := _drop(left)):
                shown = path.with_name(f"{path.name}.found-{kept}")
                os.replace(left, shown)
                found.append(shown)
    return tuple(found)


def _drop(swap: Path) -> str:
    """Delete a file that holds nothing but what its name says; else leave it and return its digest."""
    digest = _digest(swap.read_bytes())
    if digest not in swap.name:
        return digest
    with suppress(OSError):  # it is swept next time
        swap.unlink()
    return ""


def _read_settled(path: Path) -> bytes:
    limit = time.monotonic() + WRITING_SECONDS
    while True:
        with open(path, "rb") as file:
            writing = is_being_written(file.fileno())
            data = file.read(MAX_BYTES + 1)
            if not writing and not is_being_written(file.fileno()):
                return data
        if time.monotonic() > limit:
            raise InputError(f"{path}: another program is writing this file. Save again when it is done.")
        time.sleep(0.002)


def _write_beside(path: Path, new: bytes, expected: bytes) -> Path:
    """The new file, complete and on the disk, under a name that says what it replaces."""
    handle, part = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as file:
            kept = path.stat()
            with suppress(PermissionError):
                os.fchown(handle, kept.st_uid, kept.st_gid)
            os.fchmod(handle, stat.S_IMODE(kept.st_mode))
            file.write(new)
            file.flush()
            os.fsync(handle)
        swap = path.with_name(f".{path.name}.{_digest(expected)}-{_digest(new)}{_SWAP}")
        os.rename(part, swap)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
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


def _replace_plainly(swap: Path, path: Path, expected: bytes) -> bool:
    """The same without an exchange: a writing of the last microseconds would be lost."""
    if _read_settled(path) != expected:
        swap.unlink()
        return False
    os.replace(swap, path)
    _sync_folder(path.parent)
    return True


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Errors of the system as sentences."""
    try:
        yield
    except OSError as error:
        said = _SAID.get(error.errno or 0) or f"the system says: {error.strerror or error}"
        raise InputError(f"{path}: cannot be saved, {said}. The file is as it was.") from None
