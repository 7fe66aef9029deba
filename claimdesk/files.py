"""Files put in their place whole: at every moment a name leads to all of the old content or all of the new.

What is new is written beside its place, brought onto the disk, and named in one step. A writer that is killed
leaves a hidden file ending in ``.part``, which is nobody's and which the next one may sweep.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

PART = ".part"
_LONGEST = 60  # code points of a file's name in that of its part: names have 255 bytes at most


def put_file(
    path: Path, data: bytes, *, like: Path | None = None, private: bool = False, lasting: bool = True
) -> None:
    """Put `data` in the place of the file at `path`, or begin it. A link at `path` is itself replaced.

    Args:
        like: the file whose mode and owner it gets, the owner where the system lets us; by default the one
            in whose place it comes. Where that is not there, it gets those of any new file.
        private: it is for its owner only, whatever else is.
        lasting: it is on the disk when this returns. What can be made anew does not need that.

    Raises:
        OSError: it cannot be written; what was there stays. Only where the very last step fails, bringing its
            name onto the disk, the new content is there, as long as no power cut comes.
    """
    with open_part(path, private=private) as part:
        if not private:
            with suppress(FileNotFoundError):
                own_like(part.fileno(), like or path)
        part.write(data)
        if lasting:
            finish_part(part)
        part.close()
        os.replace(part.name, path)
    if lasting:
        sync_folder(path.parent)


@contextmanager
def open_part(path: Path, *, private: bool = False) -> Iterator[IO[bytes]]:
    """A new file beside `path`, for writing and reading; gone again if the block ends in an error.

    Where it is to stay, it is finished and its name, `part.name`, replaced by another within the block.
    Raises OSError.
    """
    name = path.with_name(f"{_begin_of_parts(path.name)}{secrets.token_hex(8)}{PART}")
    try:
        with open(name, "x+b", opener=partial(os.open, mode=0o600 if private else 0o666)) as part:
            yield part
    except BaseException:
        with suppress(OSError):
            name.unlink()
        raise


def finish_part(part: IO[bytes]) -> None:
    """Bring what was written onto the disk; the part is closed then. Raises OSError."""
    part.flush()
    os.fsync(part.fileno())
    part.close()


def own_like(handle: int, other: Path) -> None:
    """Give an open file the mode of `other`, and its owner where the system lets us. Raises OSError."""
    like = other.stat()
    if os.name == "posix":
        with suppress(PermissionError):
            os.fchown(handle, like.st_uid, like.st_gid)
        os.fchmod(handle, stat.S_IMODE(like.st_mode))


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder onto the disk, where the system lets one be opened. Raises OSError."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_parts(folder: Path, name: str = "") -> None:
    """Delete what killed writers left in a folder, of the file `name` or of all. Only while nobody writes."""
    with suppress(OSError):
        for found in os.listdir(folder):
            if found.startswith(_begin_of_parts(name)) and found.endswith(PART):
                with suppress(OSError):
                    os.unlink(folder / found)


def _begin_of_parts(name: str) -> str:
    return f".{name[:_LONGEST]}." if name else "."
