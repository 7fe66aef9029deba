"""Saving a backup: the desk as it is at one moment, while others write."""

from __future__ import annotations

import os
import stat
import time
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import IO

from claimdesk import access
from claimdesk.backup.members import (
    ARTICLES,
    LOGS,
    MANIFEST,
    REGISTRY,
    TORN,
    Backup,
    Member,
    is_safe_name,
    name_files,
    render_manifest,
)
from claimdesk.errors import InputError
from claimdesk.files import PART, finish_part, open_part, sync_folder

_EPOCH = (1980, 1, 1, 0, 0, 0)  # of every member, so that equal desks give equal members
_PARTS = (".lock", PART, ".swap")  # of who is writing just now
_SETTLING_SECONDS = 10.0


def save_backup(target: str | Path, claims: str | Path, articles: str | Path) -> tuple[Member, ...]:
    """Put the desk of that registry and folder of articles into one file at `target`; what is in it.

    The file is replaced whole or not at all, only once it was read back, and only where it is a backup or
    empty. It is for its owner only: it holds articles of others, and who decided what.

    Raises:
        InputError: something cannot be read or written, or is written all the time.
        AccessError: who acts is no editor.
    """
    access.require("editor", claims)
    place, folder = Path(os.path.realpath(target)), Path(articles)
    if not folder.is_dir():
        raise InputError(f"{articles}: there is no such folder of articles. Name it with --articles.")
    if place.is_relative_to(os.path.realpath(folder)) or place.is_dir():
        raise InputError(f"{target}: a backup cannot go there. Name a file outside the articles.")
    if place.exists() and place.stat().st_size and not zipfile.is_zipfile(place):
        raise InputError(f"{target}: this file is no backup, so it is not replaced. Name another one.")
    beside = _read_settled(Path(claims))
    try:
        with open_part(place, private=True) as part:
            members = _write(part, beside, folder)
            finish_part(part)
            with Backup(part.name) as backup:
                backup.verify()
            os.replace(part.name, place)
        sync_folder(place.parent)
    except OSError as error:
        said = f"{target}: cannot be written ({error.strerror}). Check its folder and the disk."
        raise InputError(said) from error
    return members


def _read_settled(claims: Path) -> dict[str, bytes]:
    """Registry and logs as they were together at one moment, without keeping anybody from writing."""
    limit = time.monotonic() + _SETTLING_SECONDS
    while True:
        files = _find_files(claims)
        try:
            before = {name: _stamp(path) for name, path in files.items()}
            found = {name: path.read_bytes() for name, path in files.items()}
            if before == {name: _stamp(path) for name, path in _find_files(claims).items()}:
                return found
        except FileNotFoundError:
            if not claims.exists():
                raise InputError(f"{claims}: there is no such registry. Name it with --claims.") from None
        except OSError as error:
            raise InputError(f"{error.filename}: cannot be read ({error.strerror}).") from error
        if time.monotonic() > limit:
            raise InputError(f"{claims}: it or its logs are written all the time. Try again later.")


def _find_files(claims: Path) -> dict[str, Path]:
    """The files that there are beside the registry, those that were set aside included."""
    files = name_files(claims)
    for name in LOGS:
        log = Path(os.path.realpath(files[name]))
        for torn in sorted(log.parent.glob(f"{log.name}.torn-*")):
            if TORN.fullmatch(torn.name.removeprefix(log.name)):
                files[f"{name}{torn.name.removeprefix(log.name)}"] = torn
    return {name: path for name, path in files.items() if name == REGISTRY or path.exists()}


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise InputError(f"{path}: this is no file, so it cannot be kept. Put the file back.")
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _walk(folder: Path, name: str = ARTICLES, above: tuple[str, ...] = ()) -> Iterator[tuple[str, Path]]:
    """The files below a folder, but hidden ones, its own first: what was received is kept before the article
    that was read off it, so that in this order none is missed. Folders are followed to where links lead, as
    whoever reads them does, but not in circles. Raises InputError."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:  # gone since it was listed
        return
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({error.strerror}).") from error
    for path in paths:
        if path.is_file() and path.suffix not in _PARTS:
            yield f"{name}/{path.name}", path
    for path in paths:
        if path.is_dir():
            yield from _walk(path, f"{name}/{path.name}", (*above, real))


def _write(file: IO[bytes], beside: Mapping[str, bytes], folder: Path) -> tuple[Member, ...]:
    with zipfile.ZipFile(file, "w") as archive:
        members = [_put(archive, name, data) for name, data in beside.items()]
        kept = set()
        # Twice: an article that is corrected meanwhile may stand under another name, as .md instead of .txt.
        for name, path in chain(_walk(folder), _walk(folder)):
            if name in kept:
                continue
            if not is_safe_name(name):
                raise InputError(f"{str(path)!a}: a backup cannot hold a file of this name. Rename it.")
            try:
                members.append(_put(archive, name, path.read_bytes()))
            except FileNotFoundError:  # gone since it was listed
                continue
            except OSError as error:
                raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
            kept.add(name)
        made = datetime.now(UTC).isoformat(timespec="seconds")
        _put(archive, MANIFEST, render_manifest(tuple(members), made))
    return tuple(members)


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> Member:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return Member.of(name, data)
