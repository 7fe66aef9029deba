"""Libraries too large to read at once, in portions that any process can read by itself.

A portion is some files of a folder, or some rows of a Parquet file; a data set is such a folder or file, or a
folder of Parquet files, on this machine or at an address that fsspec reads (`s3://…`, `gs://…`). Portions
depend on the data set only, and a library read in portions is the one that `load_articles` reads.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from claimdesk.errors import InputError, Problem
from claimdesk.library.parquet import count_rows, is_parquet, load_rows
from claimdesk.library.places import describe, is_remote, list_names
from claimdesk.library.read import Library, article_names, load_named
from claimdesk.library.taught import load_taught

PORTION = 100  # articles
_SLICES = 50  # of a row group, at most: for each, its pages are read from the start


@dataclass(frozen=True, slots=True)
class Portion:
    """Files by `names` in the folder `place`, or from a Parquet file rows `[first, first + rows)` of a group.

    `count` is how many articles there are, at most.
    """

    place: str
    names: tuple[str, ...] = ()
    group: int = -1
    first: int = 0
    rows: int = 0

    @property
    def count(self) -> int:
        """How many articles it holds, at most."""
        return len(self.names) or self.rows


def find_portions(place: str, size: int = PORTION) -> tuple[tuple[Portion, ...], tuple[Problem, ...]]:
    """The portions of a data set in order, and what of it cannot be read at all.

    Raises InputError where there is no such data set or nothing in it.
    """
    files = [place] if is_parquet(place) else _parquet_files(place)
    if not files:
        if is_remote(place):
            raise InputError(f"{place} holds no Parquet files; articles at an address are read from these.")
        return tuple(Portion(place, names) for names in _cut_names(article_names(place), size)), ()
    portions: list[Portion] = []
    problems: list[Problem] = []
    for file in files:
        try:
            portions += _cut_file(file, size)
        except (OSError, ValueError) as error:
            problems.append(_unread(file, error))
    if not portions:
        raise InputError("\n".join(map(str, problems)) or f"{place} holds no articles.")
    return tuple(portions), tuple(problems)


def load_portion(portion: Portion) -> Library:
    """The articles of a portion. What cannot be read of it is in the library's problems."""
    if portion.group < 0:
        return load_named(portion.place, portion.names)
    try:
        rows = load_rows(portion.place, portion.group, portion.first, portion.rows)
    except (OSError, ValueError) as error:
        return Library((), (_unread(portion.place, error, portion),))
    taught = load_taught(portion.place.rpartition("/")[0] or ".")
    return Library(tuple(map(taught.mark, rows)), rows.problems)


def _parquet_files(place: str) -> list[str]:
    """The Parquet files directly in a folder, by name."""
    if not is_remote(place) and not os.path.isdir(place):
        return []
    names = sorted(name for name in list_names(place) if is_parquet(name) and name[0] not in "._")
    return [f"{place.rstrip('/')}/{name}" for name in names]


def _cut_names(names: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Names in portions; files that would have one id stay together."""
    start = 0
    while start < len(names):
        end = min(start + size, len(names))
        while end < len(names) and PurePath(names[end]).stem == PurePath(names[end - 1]).stem:
            end += 1
        yield tuple(names[start:end])
        start = end


def _cut_file(file: str, size: int) -> Iterator[Portion]:
    for group, rows in enumerate(count_rows(file)):
        step = max(size, -(-rows // _SLICES))
        for first in range(0, rows, step):
            yield Portion(file, group=group, first=first, rows=min(step, rows - first))


def _unread(place: str, error: Exception, portion: Portion | None = None) -> Problem:
    part = (
        portion and f"rows {portion.first} to {portion.first + portion.rows - 1} of row group {portion.group}"
    )
    what = f"{part or 'the file'} cannot be read ({describe(error)})"
    return Problem(place, 1, 1, "", what, "mend the file; the rest was read without it")
