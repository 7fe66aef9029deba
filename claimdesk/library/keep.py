"""Files put into a library so that it is whole at every moment, whoever writes and whatever stops.

Everything is put in its place whole (`claimdesk.files`). Writers of ours keep out of each other's way by a
lock; what a killed one left is cleared away by the next.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from claimdesk import access
from claimdesk.files import put_file, sweep_parts
from claimdesk.library.problems import UnwritableError

RAW = "raw"  # the folder of what was received, below the library
OWN = ".claimdesk"  # the folder of what can be made anew
_LOCK_SECONDS = 30.0  # a writer holds the lock for milliseconds
_SAID = {
    errno.ENOSPC: "the disk is full. Make room and try again",
    errno.EDQUOT: "your share of the disk is full. Make room and try again",
    errno.EROFS: "the disk is read-only. Copy the folder elsewhere and work there",
    errno.EACCES: "you may not write there. Ask for the permission",
    errno.EPERM: "you may not write there. Ask for the permission",
}


@contextmanager
def lock_library(folder: Path) -> Iterator[None]:
    """Keep other writers of the library out meanwhile. Raises UnwritableError."""
    with explain(folder):
        (folder / OWN).mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / OWN / "lock", timeout=_LOCK_SECONDS, poll_interval=0.005)
        try:
            lock.acquire()
        except Timeout:
            said = f"somebody else has been writing to it for {_LOCK_SECONDS:.0f} s. Try again later."
            raise UnwritableError(f"{folder}: {said}") from None
    try:
        yield
    finally:
        with suppress(OSError):
            lock.release()


def sweep_library(folder: Path) -> None:
    """Clear away what killed writers left. Only under the lock."""
    for place in (folder, folder / RAW):
        sweep_parts(place)


def keep_raw(folder: Path, content: bytes, suffix: str) -> str:
    """Keep what was received as ``raw/<sha256><suffix>``; its SHA-256.

    Raises UnwritableError and AccessError.
    """
    access.require("editor", folder)
    sha256 = hashlib.sha256(content).hexdigest()
    place = folder / RAW / f"{sha256}{suffix}"
    with explain(place):
        place.parent.mkdir(exist_ok=True)
        if not (place.is_file() and place.stat().st_size == len(content)):
            put_file(place, content)
    return sha256


def find_raw(folder: Path, sha256: str) -> Path | None:
    """Where the file of that SHA-256 is kept, if it is."""
    if not (len(sha256) == 64 and sha256.isalnum()):
        return None
    places = (folder / RAW / f"{sha256}{suffix}" for suffix in (".html", ".pdf", ".txt", ".md"))
    return next((place for place in places if place.is_file()), None)


def put_article(folder: Path, name: str, data: bytes) -> str:
    """Put a new article into the library and return its id: `name`, or with a number where that is taken.

    Only under the lock. Raises UnwritableError.
    """
    identity, number = name, 2
    while any((folder / f"{identity}{suffix}").exists() for suffix in (".md", ".txt")):
        identity, number = f"{name}-{number}", number + 1
    replace_article(folder / f"{identity}.md", data)
    return identity


def replace_article(path: Path, data: bytes) -> None:
    """Put `data` in the place of an article's file, or begin one. Only under the lock.

    Raises UnwritableError and AccessError.
    """
    access.require("editor", path)
    with explain(path):
        put_file(path, data)


@contextmanager
def explain(place: Path) -> Iterator[None]:
    """Errors of the system as sentences."""
    try:
        yield
    except OSError as error:
        said = _SAID.get(error.errno or 0) or f"the system says: {error.strerror or error}"
        raise UnwritableError(f"{place}: cannot be written, {said}. Nothing was changed.") from None
