"""What a library holds, for looking up: hashes, addresses and marks, in a file that can be made anew.

The articles' files are the truth. The catalogue, ``.claimdesk/catalogue.sqlite`` below the library, is
brought up to date with them when it is opened: only files that are new or changed are read. So looking up
takes the same memory for ten articles and for a hundred thousand.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from claimdesk.errors import InputError
from claimdesk.library.article import parse_article
from claimdesk.library.keep import OWN, lock_library, sweep_library
from claimdesk.library.marks import Marks, find_marked_sentences, find_marks
from claimdesk.library.outlets import address_key
from claimdesk.library.problems import ArticleError, UnwritableError
from claimdesk.library.read import article_names, load_bytes
from claimdesk.library.records import parse_record
from claimdesk.model import Article

_FORM = 3  # of the tables, and of the marks and addresses in them
_FILE = "catalogue.sqlite"
_COMMON = 100  # articles that share a mark, from which on it says nothing
_MOST = 5  # articles that are looked at closely
_LEAST = {"copies": 6, "translations": 5}  # marks in common, below which texts are not alike
# The same in per cent of the fewer marks; reports on one event share 16 %, translations 45 and more.
_LEAST_SHARE = {"copies": 0, "translations": 25}
_TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, file TEXT UNIQUE, time INTEGER, size INTEGER, id TEXT,
    raw TEXT, body TEXT, url TEXT, outlet TEXT, copies INTEGER, translations INTEGER);
CREATE INDEX by_id ON articles (id);
CREATE INDEX by_raw ON articles (raw);
CREATE INDEX by_body ON articles (body);
CREATE INDEX by_url ON articles (url);
CREATE TABLE copies (mark INTEGER, article INTEGER, PRIMARY KEY (mark, article)) WITHOUT ROWID;
CREATE TABLE translations (mark INTEGER, article INTEGER, PRIMARY KEY (mark, article)) WITHOUT ROWID;
CREATE INDEX copies_of ON copies (article);
CREATE INDEX translations_of ON translations (article);
"""


@dataclass(frozen=True, slots=True)
class Held:
    """An article that the library holds; `url` as `address_key` gives it."""

    id: str
    raw: str
    body: str
    url: str
    outlet: str


class Catalogue:
    """The catalogue of a library, open. Build it with `open_catalogue`."""

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        self.folder = folder
        self._database = database

    def find(self, column: str, value: str) -> tuple[Held, ...]:
        """The articles whose ``id``, ``raw``, ``body`` or ``url`` is `value`, the newest file last."""
        if not value:
            return ()
        rows = self._database.execute(
            f"SELECT id, raw, body, url, outlet FROM articles WHERE {column} = ? ORDER BY time, id", (value,)
        )
        return tuple(Held(*row) for row in rows)

    def find_alike(self, marks: Marks) -> tuple[tuple[Held, bool], ...]:
        """The articles that share most marks, and whether they may be translations or copies only."""
        numbers = dict.fromkeys(self._most("copies", marks.copies), False)
        numbers |= dict.fromkeys(self._most("translations", marks.translations), True)
        found = []
        for number, told in numbers.items():
            row = self._database.execute(
                "SELECT id, raw, body, url, outlet FROM articles WHERE number = ?", (number,)
            ).fetchone()
            found += [(Held(*row), told)] if row else []
        return tuple(found)

    def enter(self, name: str, article: Article, raw: str, marks: Marks) -> None:
        """Put the article in the file of that name into the catalogue."""
        found = os.stat(self.folder / name)
        values = (article.id, raw, article.body_sha256, address_key(article.url), article.outlet)
        with self._writing():
            self._forget(name)
            number = self._database.execute(
                "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (name, found.st_mtime_ns, found.st_size, *values, len(marks.copies), len(marks.translations)),
            ).lastrowid
            for table, held in (("copies", marks.copies), ("translations", marks.translations)):
                rows = ((mark, number) for mark in held)
                self._database.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    def update(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Read the files that are new or changed, and forget those that are gone."""
        known = {
            name: (time, size)
            for name, time, size in self._database.execute("SELECT file, time, size FROM articles")
        }
        present = _stat_articles(self.folder)
        with self._writing():
            for name in known.keys() - present.keys():
                self._forget(name)
        new = sorted(name for name, mark in present.items() if known.get(name) != mark)
        for done, name in enumerate(new, 1):
            self._read(name)
            if progress is not None:
                progress(done, len(new))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._database.in_transaction:  # a full disk has ended it already
                self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def _read(self, name: str) -> None:
        path = str(self.folder / name)
        try:
            data = load_bytes(path)
            article, _ = parse_article(data, path)
            raw = parse_record(data, path).fields.get("sha256", article.sha256)
        except ArticleError:  # the reader of the library says what is wrong with it
            return
        self.enter(name, article, raw, find_marks(find_marked_sentences(article.body, article.language)))

    def _forget(self, name: str) -> None:
        row = self._database.execute("SELECT number FROM articles WHERE file = ?", (name,)).fetchone()
        for table in ("copies", "translations") if row else ():
            self._database.execute(f"DELETE FROM {table} WHERE article = ?", row)
        self._database.execute("DELETE FROM articles WHERE file = ?", (name,))

    def _most(self, table: str, marks: Collection[int]) -> list[int]:
        """The articles that share most of these marks. A mark that many share is not counted."""
        counts: dict[int, int] = {}
        for mark in marks:
            rows = self._database.execute(
                f"SELECT article FROM {table} WHERE mark = ? LIMIT {_COMMON}", (mark,)
            ).fetchall()
            for (article,) in rows if len(rows) < _COMMON else ():
                counts[article] = counts.get(article, 0) + 1
        enough = [article for article, count in counts.items() if count >= _LEAST[table]]
        best = sorted(enough, key=lambda article: (-counts[article], article))[:_MOST]
        return [one for one in best if self._is_near(table, one, counts[one], len(marks))]

    def _is_near(self, table: str, article: int, shared: int, own: int) -> bool:
        """Whether the marks in common are enough of those of the text that has fewer."""
        row = self._database.execute(f"SELECT {table} FROM articles WHERE number = ?", (article,)).fetchone()
        return row is not None and 100 * shared >= _LEAST_SHARE[table] * min(own, row[0])


@contextmanager
def open_catalogue(
    folder: str | Path, progress: Callable[[int, int], None] | None = None
) -> Iterator[Catalogue]:
    """The catalogue of the library in `folder`, which is made if it is not there; brought up to date.

    `progress` is called with the number of files that were read, and that of all to be read. Raises
    InputError.
    """
    place = Path(folder)
    try:
        with lock_library(place):
            sweep_library(place)
            database = _connect(place / OWN / _FILE)
    except (sqlite3.Error, OSError) as error:
        raise _unusable(place, error) from None
    with closing(database):
        catalogue = Catalogue(place, database)
        try:
            catalogue.update(progress)
            yield catalogue
        except sqlite3.Error as error:
            raise _unusable(place, error) from error


def _unusable(folder: Path, error: Exception) -> UnwritableError:
    place = folder / OWN / _FILE
    return UnwritableError(
        f"{place}: cannot be used ({error}). Make room on the disk, or delete it; then try again."
    )


def _connect(path: Path) -> sqlite3.Connection:
    """The database, begun anew where it is damaged or of another form."""
    try:
        return _open(path)
    except sqlite3.OperationalError:  # locked, or no right to it: not for deleting
        raise
    except sqlite3.DatabaseError:
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        return _open(path)


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=30.0, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")
        (form,) = database.execute("PRAGMA user_version").fetchone()
        if form == 0:
            database.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_FORM}; COMMIT;")
        elif form != _FORM:
            raise sqlite3.DatabaseError("it is of another form")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _stat_articles(folder: Path) -> dict[str, tuple[int, int]]:
    """Time and size of each article's file."""
    try:
        names = set(article_names(folder))
    except InputError:
        if not folder.is_dir():
            raise
        return {}
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in names:
                try:
                    status = entry.stat()
                except OSError:  # gone meanwhile, or a link that leads nowhere
                    continue
                found[entry.name] = (status.st_mtime_ns, status.st_size)
    return found
