"""Reading a file only while nobody has it open for writing, as Linux can tell by a lease on it."""

from __future__ import annotations

import errno
import signal
import time
from contextlib import suppress
from pathlib import Path

from claimdesk.registry.characters import MAX_BYTES

try:
    import fcntl
except ImportError:  # not on Windows
    _ASKED = False
else:
    _ASKED = hasattr(fcntl, "F_SETLEASE")


def read_unwritten(path: Path, grace: float = 0.0) -> bytes | None:
    """The bytes of the file, `MAX_BYTES` and one at most, or None while it is open for writing anywhere.

    See fcntl(2), "Leases": a read lease is refused while there is a writer, and one who comes later waits and
    shows in the lease. `grace`: seconds left to a writer who has found the file under this name before, but
    not opened it yet. Where no lease is to be had (another system, somebody else's file), it is read plainly.
    """
    with open(path, "rb", buffering=0) as file:
        if not _ASKED:
            return file.read(MAX_BYTES + 1)
        handle = file.fileno()
        try:
            # Sent when a writer comes: one that is ignored; the default one would end this process.
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            return None if error.errno == errno.EAGAIN else file.read(MAX_BYTES + 1)
        try:
            time.sleep(grace)
            data = file.read(MAX_BYTES + 1)
            alone = fcntl.fcntl(handle, fcntl.F_GETLEASE) == fcntl.F_RDLCK
        finally:
            with suppress(OSError):
                fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return data if alone else None
