"""Result files, replaced whole or not at all."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from claimdesk.errors import InputError, UsageError
from claimdesk.files import put_file

_HEAD = 200  # bytes that hold the first two lines of a schema or a guide


def check_writable(name: str) -> None:
    """Raise InputError if nothing can be written to the file `name`: better before the work than after it."""
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name}: this is a folder. Name a file in it.")
    if not path.resolve().parent.is_dir():
        raise InputError(f"{name}: there is no folder {path.parent}. Make it first, or name another file.")


def check_apart(arguments: argparse.Namespace) -> None:
    """Raise UsageError if the result's file is one of the desk's own: it would be lost, and whole histories
    with it."""
    from claimdesk.backup.members import name_files

    out = os.path.realpath(arguments.out)
    own = [*name_files(Path(arguments.claims)).values(), arguments.reviews]
    within = Path(os.path.realpath(arguments.articles)) in (Path(out), *Path(out).parents)
    if (within and os.path.isfile(out)) or out in [os.path.realpath(path) for path in own if path]:
        raise UsageError(f"{arguments.out}: this file is the desk's own, no result. Name another for --out.")


def check_same_kind(name: str, data: bytes) -> None:
    """Raise UsageError if the file `name` holds something else than `data` in another version: that both
    begin with the same line, after a lone bracket with the same two."""
    path = Path(name)
    if not path.is_file() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        if file.read(_HEAD).split(b"\n")[:2] != data[:_HEAD].split(b"\n")[:2]:
            raise UsageError(
                f"{name}: this file is something else, which would be lost. Name another for --out."
            )


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
            put_file(path, data)
    except OSError as error:
        raise InputError(
            f"{name}: cannot be written ({error.strerror}). Check its permissions or name another file."
        ) from error
