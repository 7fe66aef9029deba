"""The bytes of a log's last line that was cut short or damaged, kept beside the log."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def name_torn(path: Path, torn: bytes) -> str:
    """The name of the file for such bytes, beside the log that `path` leads to."""
    return f"{os.path.basename(os.path.realpath(path))}.torn-{hashlib.sha256(torn).hexdigest()[:8]}"


def set_aside(path: Path, torn: bytes) -> None:
    """Put the bytes onto the disk before another line takes their place. Raises OSError."""
    with open(path.with_name(name_torn(path, torn)), "wb") as kept:
        kept.write(torn)
        kept.flush()
        os.fsync(kept.fileno())
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put a new file's name onto the disk too, where the system lets a folder be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
