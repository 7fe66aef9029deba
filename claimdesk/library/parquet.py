"""Articles from Parquet: a row an article, with the keys of the front matter as columns, and `id` and `body`.

`body` is required; without `id`, the name of the file and the number of the row are the id. Other columns are
left alone. A row that cannot be read as an article is a problem and does not stop the others.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import PurePath
from typing import Any

from claimdesk.errors import Problem
from claimdesk.library.article import build_article
from claimdesk.library.frontmatter import KEYS, Field
from claimdesk.library.places import is_remote, open_place
from claimdesk.library.problems import ArticleError
from claimdesk.library.read import Library
from claimdesk.model import Article

_BATCH = 500  # rows that are decoded at once


def is_parquet(name: str) -> bool:
    """Whether a file is Parquet, by its name."""
    return PurePath(name).suffix.lower() in (".parquet", ".pq")


def count_rows(place: str) -> list[int]:
    """The number of rows of each row group. Raises OSError or ValueError for a file that cannot be read."""
    import pyarrow.parquet as pq

    with open_place(place) as file:
        found = pq.ParquetFile(file)
        if "body" not in found.schema_arrow.names:
            raise ValueError("it has no column body")
        return [found.metadata.row_group(group).num_rows for group in range(found.num_row_groups)]


def load_rows(place: str, group: int, first: int, rows: int) -> Library:
    """The articles in `rows` rows of a row group, from `first` on. Raises OSError or ValueError."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for number, row in _read_rows(place, group, first, rows):
        try:
            article, warnings = _parse_row(row, place, number)
        except ArticleError as error:
            problems.extend(error.problems)
        else:
            articles.append(article)
            problems.extend(warnings)
    return Library(tuple(articles), tuple(problems))


class _GroupReader:
    """A row group read batch by batch. Pages cannot be entered in their middle: whoever wants the rows after
    those read last goes on from there."""

    def __init__(self, place: str, group: int) -> None:
        import pyarrow.parquet as pq

        self.of = _state(place), group
        self.at = 0  # the first row that can still be read
        self._left = ExitStack()
        found = pq.ParquetFile(self._left.enter_context(open_place(place)))
        columns = [name for name in found.schema_arrow.names if name in ("id", "body", *KEYS)]
        self._before = sum(found.metadata.row_group(at).num_rows for at in range(group))
        self._batches = found.iter_batches(_BATCH, row_groups=[group], columns=columns)
        self._batch: Any = ()

    def read(self, first: int, rows: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """`rows` rows from `first` on, which is not before `at`, with their numbers in the file."""
        while rows:
            if first - self.at >= len(self._batch):
                self.at += len(self._batch)
                self._batch = next(self._batches, ())
                if not len(self._batch):
                    return
                continue
            some = self._batch.slice(first - self.at, rows).to_pylist()
            yield from enumerate(some, self._before + first)
            first, rows = first + len(some), rows - len(some)

    def close(self) -> None:
        """Close the file."""
        self._left.close()


_last = threading.local()  # `reader`: the one this thread read with last


def _read_rows(place: str, group: int, first: int, rows: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """The wanted rows with their numbers in the file, decoded a batch at a time."""
    reader: _GroupReader | None = getattr(_last, "reader", None)
    _last.reader = None
    if reader is None or first == 0 or reader.of != (_state(place), group) or reader.at > first:
        if reader is not None:
            reader.close()
        reader = _GroupReader(place, group)
    try:
        yield from reader.read(first, rows)
    except BaseException:
        reader.close()
        raise
    _last.reader = reader


def _state(place: str) -> tuple[str, ...]:
    """Tells a file from the one that it is replaced by; of a remote one only the place is known."""
    if is_remote(place):
        return (place,)
    found = os.stat(place)
    return place, str(found.st_ino), str(found.st_mtime_ns), str(found.st_size)


def _parse_row(row: dict[str, Any], place: str, number: int) -> tuple[Article, Sequence[Problem]]:
    """The article of a row. Raises ArticleError."""
    name = str(row.get("id") or f"{PurePath(place).stem}-{number}")
    where = f"{place} row {number}"
    body = row.get("body")
    if not isinstance(body, str):
        raise ArticleError([Problem(where, 1, 1, "body", "there is no text", "put the article's text there")])
    fields = {
        key: Field(str(value).strip(), 1, 1)
        for key, value in row.items()
        if key in KEYS and value is not None
    }
    return build_article(name, body, fields, where)
