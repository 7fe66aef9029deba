"""Whether another program has a file open for writing, as Linux tells who asks for a read lease on it."""

from __future__ import annotations

import errno
import signal
from contextlib import suppress

try:
    import fcntl
except ImportError:  # not on Windows
    _ASKED = False
else:
    _ASKED = hasattr(fcntl, "F_SETLEASE")


def is_being_written(descriptor: int) -> bool:
    """Whether the file, opened here for reading only, is open for writing anywhere; False where none can tell.

    See fcntl(2), "Leases": a read lease is refused with EAGAIN while there is a writer. The lease is given back
    at once. A program that opens the file in between waits that long, and the kernel sends a signal; it is made
    one that is ignored, since the default would end this process.
    """
    if not _ASKED:
        return False
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN  # else: no such file system, or somebody else's file
    with suppress(OSError):
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False
