"""Result files, replaced whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from claimdesk.errors import InputError


def check_writable(name: str) -> None:
    """Raise InputError if nothing can be written to the file `name`: better before the work than after it."""
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name}: this is a folder. Name a file in it.")
    if not path.resolve().parent.is_dir():
        raise InputError(f"{name}: there is no folder {path.parent}. Make it first, or name another file.")


def replace_file(name: str, data: bytes) -> None:
    """Put `data` into the file `name`: at every moment it holds all of the old content or all of the new.

    An existing file keeps its permissions and stays the target of links to it; a pipe or device is written
    to as it is. Raises InputError.
    """
    check_writable(name)
    path = Path(name).resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise InputError(
            f"{name}: cannot be written ({error.strerror}). Check its permissions or name another file."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    """Write beside `path` and rename, so that a crash leaves the old file or the new one."""
    new = path.with_name(f".claimdesk-{secrets.token_hex(8)}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if path.exists():
                os.chmod(new, stat.S_IMODE(path.stat().st_mode))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
