"""Articles from files: Markdown with front matter, and plain text.

The body is never altered. After front matter it starts right behind the newline of the closing `---`; without
front matter it is the whole file. Line ends stay as they are; a byte order mark is not part of it. What a
source does not state is said in the article's `notes`.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from claimdesk.errors import InputError, Problem
from claimdesk.library.article import parse_article
from claimdesk.library.decode import LARGEST
from claimdesk.library.problems import ArticleError
from claimdesk.library.taught import Taught, load_taught
from claimdesk.model import Article

__all__ = ["Library", "load_articles", "parse_article"]

Parse = Callable[[bytes, str], tuple[Article, tuple[Problem, ...]]]
_SUFFIXES = (".md", ".txt")
_UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Library:
    """The articles of a folder, by id, and all that is wrong with its files."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


def load_articles(folder: str | Path, parse: Parse = parse_article) -> Library:
    """All articles directly in `folder`: files ending in .md or .txt, but no hidden ones and no README.

    An article that cannot be read becomes a problem, and so does a second one of the same id; the others are
    read all the same. `parse` stands in for `parse_article` where a caller keeps what it parsed before.
    Raises InputError where there is no such folder, or no article in it.
    """
    return load_named(folder, article_names(folder), parse)


def load_named(
    folder: str | Path, names: Sequence[str], parse: Parse = parse_article, taught: Taught | None = None
) -> Library:
    """The same for some of the files, those of one id together. `taught` is what was read of the folder's
    taught lines before; then their problems are not told again."""
    articles: list[Article] = []
    known = load_taught(folder) if taught is None else taught
    problems: list[Problem] = [] if taught is not None else [*known.problems]
    taken: dict[str, str] = {}
    for name in names:
        path = os.path.join(folder, name)
        try:
            data = load_bytes(path)
            first = taken.setdefault(PurePath(name).stem, name)
            if first != name:
                raise _refused(path, f"its id is already that of {first}", "rename one of the two")
            article, warnings = parse(data, path)
        except ArticleError as error:
            problems.extend(error.problems)
            continue
        articles.append(known.mark(article))
        problems.extend(warnings)
    return Library(tuple(articles), tuple(problems))


def article_names(folder: str | Path) -> list[str]:
    """The names of the files that should be articles, in the order of their ids. Raises InputError."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_article_name(entry.name) and not entry.is_dir()]
    except FileNotFoundError:
        raise InputError(
            f"{folder}: there is no such folder; give the one that holds the articles."
        ) from None
    except NotADirectoryError:
        raise InputError(f"{folder} is a file; give the folder that holds the articles.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{folder} cannot be read ({_reason(error)}); check the folder's rights.") from None
    if not names:
        raise InputError(f"{folder} holds no articles; put files ending in .md or .txt directly into it.")
    return sorted(names, key=lambda name: (PurePath(name).stem, name))


def _is_article_name(name: str) -> bool:
    path = PurePath(name)
    return path.suffix.lower() in _SUFFIXES and not name.startswith(".") and path.stem.lower() != "readme"


def load_bytes(path: str) -> bytes:
    """The bytes of a file, at most one more than is allowed. Raises ArticleError."""
    if _UNREADABLE.search(path):
        raise _refused(ascii(path)[1:-1], "the file's name holds unreadable characters", "rename the file")
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise _refused(path, "this is not a file", "take it out of the folder")
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise _refused(
            path, f"it cannot be read ({_reason(error)})", "check the file and its rights"
        ) from None


def _refused(path: str, what: str, remedy: str) -> ArticleError:
    return ArticleError([Problem(path, 1, 1, "", what, remedy)])


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
