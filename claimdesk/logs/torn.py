"""The bytes of a log's last line that was cut short or damaged, kept beside the log."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from claimdesk.files import put_file


def name_torn(path: Path, torn: bytes) -> str:
    """The name of the file for such bytes, beside the log that `path` leads to."""
    return f"{os.path.basename(os.path.realpath(path))}.torn-{hashlib.sha256(torn).hexdigest()[:8]}"


def set_aside(path: Path, torn: bytes) -> None:
    """Put the bytes onto the disk before another line takes their place. Raises OSError."""
    put_file(path.with_name(name_torn(path, torn)), torn)
