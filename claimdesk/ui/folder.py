"""The folder of articles: whether it changed, and what it holds, read again only where a file changed."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePath

from claimdesk.library.read import Library, article_names, load_named
from claimdesk.library.taught import Taught, load_taught

_LONG = 0.1  # seconds from which on a look at all files is not made while a page waits
_PART = 5  # such looks take at most one part in so many of the time
_UNREADABLE = "missing"


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read of a folder, by the articles' ids: the marks of their files, and what they hold.

    `taught` are the lines that people taught to be no text, which are marked in all articles.
    """

    taught: Taught = field(default_factory=Taught)
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read: Mapping[str, Library] = field(default_factory=dict)

    @property
    def library(self) -> Library:
        """All of it."""
        return Library(
            tuple(article for one in self.read.values() for article in one.articles),
            (
                *self.taught.problems,
                *(problem for one in self.read.values() for problem in one.problems),
            ),
        )


def load_folder(folder: str, kept: Folder) -> Folder:
    """The folder as it is, after `kept`. What could not be read is tried again. Raises InputError."""
    marks, read, taught = {}, {}, load_taught(folder)
    for name, group in groupby(article_names(folder), key=lambda file: PurePath(file).stem):
        files = list(group)
        marks[name] = tuple(f"{file} {mark_file(os.path.join(folder, file))}" for file in files)
        found = kept.read.get(name)
        if (
            found is None
            or not found.articles
            or kept.marks.get(name) != marks[name]
            or kept.taught != taught
        ):
            found = load_named(folder, files, taught=taught)
        read[name] = found
    return Folder(taught, marks, read)


def mark_file(path: str) -> str:
    """Changes when the file is written, replaced, added or removed. Does not read it."""
    try:
        return _mark(os.stat(path))
    except (OSError, ValueError):
        return _UNREADABLE


def _mark(found: os.stat_result) -> str:
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


@dataclass(slots=True)
class _Look:
    """A look at all files of a folder: when it ended, how many seconds it took, and what was seen."""

    ended: float
    took: float
    folder: str
    mark: str
    renewing: bool = False


_looks: dict[str, _Look] = {}


def mark_folder(folder: str) -> str:
    """Changes whenever a file of the folder is written, replaced, added or removed. Reads no file.

    Of very many files, those written in place are noticed some seconds later: nobody waits for a long look.
    """
    last = _looks.get(folder)
    if last is None or last.took < _LONG or last.folder != mark_file(folder):
        return _look(folder)
    if not last.renewing and time.monotonic() - last.ended > _PART * last.took:
        last.renewing = True
        threading.Thread(target=_look, args=(folder,), daemon=True).start()
    return last.mark


def _look(folder: str) -> str:
    began, itself = time.monotonic(), mark_file(folder)
    try:
        with os.scandir(folder) as entries:
            marks = sorted(f"{entry.name} {_mark_entry(entry)}" for entry in entries)
    except (OSError, ValueError):
        marks = [_UNREADABLE]
    mark = hashlib.sha256("\n".join(marks).encode("utf-8", "surrogatepass")).hexdigest()
    ended = time.monotonic()
    _looks[folder] = _Look(ended, ended - began, itself, mark)
    return mark


def _mark_entry(entry: os.DirEntry[str]) -> str:
    try:
        return _mark(entry.stat())
    except OSError:
        return _UNREADABLE
