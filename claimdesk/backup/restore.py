"""A desk out of a backup, into an empty place: whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from claimdesk import access
from claimdesk.backup.members import ARTICLES, LOGS, Backup, Member, name_files
from claimdesk.errors import InputError
from claimdesk.files import sync_folder

_PREFIX = ".claimdesk-restore-"
Moves = list[tuple[Path, Path]]  # from, to


def restore_backup(source: str | Path, claims: str | Path, articles: str | Path) -> tuple[Member, ...]:
    """Put the desk in the backup `source` to where its registry and its articles are to be; what was in it.

    Nothing that is there is replaced: where anything stands in the way, nothing is written. Everything is
    unpacked beside its place and compared with its hash first. The registry comes last, so that there is no
    desk before there is all of it.

    Raises:
        InputError: the file is no backup, is damaged, holds what has no place in a desk, or something is in
            the way, is too large for the disk or cannot be written. All is then as it was.
        AccessError: who acts is no editor.
    """
    access.require("editor", claims)
    registry, folder = Path(claims).absolute(), Path(articles).absolute()
    with Backup(source) as backup, ExitStack() as stack:
        places = _find_places(backup.members, registry)
        _refuse_taken([*name_files(registry).values(), *places.values()], folder)
        with _explained(source):
            beside, among = (stack.enter_context(_workshop(path.parent)) for path in (registry, folder))
            _refuse_too_large(source, backup.members, among)
            (among / ARTICLES).mkdir()
            moves: Moves = [(among / ARTICLES, folder)]
            for number, member in enumerate(backup.members):
                place = places.get(member.name)
                part = beside / str(number) if place else among / member.name
                _unpack(backup, member, part)
                if place:
                    moves.append((part, place))
            moves.sort(key=lambda move: move[1] == registry)
            _move(moves)
    return backup.members


def _find_places(members: tuple[Member, ...], registry: Path) -> dict[str, Path]:
    """Where the members go that are no articles, by name."""
    files = name_files(registry)
    places = {}
    for name in (one.name for one in members if "/" not in one.name):
        if name in files:
            places[name] = files[name]
        else:
            log = next(log for log in LOGS if name.startswith(f"{log}."))
            places[name] = files[log].with_name(files[log].name + name.removeprefix(log))
    return places


def _refuse_taken(places: list[Path], folder: Path) -> None:
    taken = sorted({str(place) for place in places if os.path.lexists(place)})
    if os.path.lexists(folder) and (not folder.is_dir() or folder.is_symlink() or any(folder.iterdir())):
        taken.append(str(folder))
    if taken:
        raise InputError(
            f"{', '.join(taken)}: already there, and nothing is replaced. Restore into an empty folder, or "
            "give other places with --claims and --articles."
        )


def _refuse_too_large(source: str | Path, members: tuple[Member, ...], folder: Path) -> None:
    needed, free = sum(one.size for one in members), shutil.disk_usage(folder).free
    if needed > free:
        raise InputError(
            f"{source}: it needs {needed >> 20} MB, and {folder.parent} has {free >> 20} MB free. "
            "Make room, or restore elsewhere. Nothing was written."
        )


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder of our own in `folder`, which is made where it is not there; gone again afterwards."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=_PREFIX, dir=folder) as place:
            yield Path(place)
    finally:
        for one in made:
            with suppress(OSError):  # not empty: there is a desk in it now
                one.rmdir()


def _unpack(backup: Backup, member: Member, part: Path) -> None:
    """A member as a file of a workshop, where nobody else writes: what is named in one step is all of it."""
    part.parent.mkdir(parents=True, exist_ok=True)
    with part.open("xb") as file:
        for block in backup.read(member):
            file.write(block)
        file.flush()
        os.fsync(file.fileno())


def _move(moves: Moves) -> None:
    """All of them, or none."""
    done: Moves = []
    try:
        for part, place in moves:
            _put(part, place)
            done.append((part, place))
        for folder in {place.parent for _, place in moves}:
            sync_folder(folder)
    except BaseException:
        for part, place in reversed(done):
            if part.exists():
                place.unlink()
            else:
                os.rename(place, part)
        raise


def _put(part: Path, place: Path) -> None:
    """Name it by its place, unless something came there meanwhile. Raises OSError.

    A file keeps its name in the workshop too: unlike a new name, a second one never replaces anything.
    """
    if part.is_dir():
        if place.is_dir():
            place.rmdir()  # it is empty, or this fails
        os.rename(part, place)
        return
    try:
        os.link(part, place)
    except OSError:
        if os.path.lexists(place):
            raise
        os.rename(part, place)  # no second names on this file system: the last look has to do


@contextmanager
def _explained(source: str | Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename2 or error.filename or source
        raise InputError(f"{where}: cannot be written ({error.strerror}). Nothing was restored.") from error
