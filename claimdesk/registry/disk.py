"""A file on the disk: locked, read and replaced, with what can go wrong said in sentences."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from filelock import FileLock, Timeout

from claimdesk.errors import InputError
from claimdesk.registry.read import load_bytes

# A save holds the lock for milliseconds. Who waits this long waits for a process that hangs.
WAIT_SECONDS = 20.0


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Nobody else saves the file at `path`, a real path, meanwhile. Raises InputError."""
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=WAIT_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise InputError(
            f"{path}: somebody else has been saving for {WAIT_SECONDS:.0f} s. Try again."
        ) from None
    except OSError as error:
        raise _refusal(path, error) from None
    try:
        yield
    finally:
        lock.release()


def read_current(path: Path) -> bytes:
    """What stands in the file now."""
    return load_bytes(path)


def write_file(path: Path, data: bytes) -> None:
    """Replace the file at `path`. Raises InputError; the file is then what it was."""
    try:
        handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                kept = path.stat()
                os.fchmod(file.fileno(), stat.S_IMODE(kept.st_mode))
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise _refusal(path, error) from None


def _refusal(path: Path, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be saved ({error.strerror}). The file is as it was.")
