"""Sources as people name them, one article's worth after the other: files, folders, archives, addresses.

Each is read when its turn comes, so that ten thousand take the memory of one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from claimdesk.errors import AccessError, ClaimdeskError
from claimdesk.library.add import Added, add_article
from claimdesk.library.archives import MemberProblem, iter_members
from claimdesk.library.catalogue import Catalogue
from claimdesk.library.fetch import fetch
from claimdesk.library.incoming import read_incoming
from claimdesk.library.keep import OWN
from claimdesk.library.places import describe
from claimdesk.library.problems import RefusedError, UnwritableError

ARTICLES = (".txt", ".md", ".html", ".htm", ".xhtml", ".pdf")  # what is taken from folders and archives
LARGEST = 20_000_000  # bytes of a file
_ARCHIVE = ".zip"
NO_FILE = "There is no such file or folder; check the name."
UNREADABLE = "It cannot be read ({detail})."
NO_FILE_OF_ITS_OWN = "It is no ordinary file."
TOO_LARGE = "The file is larger than the {megabytes} MB that are read. Give a part of it."
EMPTY = "It holds no article: no file that ends in {suffixes}."


@dataclass(frozen=True, slots=True)
class Piece:
    """What may hold an article: its bytes, or why there are none.

    `name` is for showing; `url`, `charset` and `media_type` are what came with it from an address.
    """

    name: str
    content: bytes = b""
    problem: str = ""
    url: str = ""
    charset: str = ""
    media_type: str = ""
    retrieved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece: an article, or why not."""

    name: str
    added: Added | None = None
    problem: str = ""


def is_address(source: str) -> bool:
    """Whether a source is a web address."""
    return source.lower().startswith(("http://", "https://"))


def iter_pieces(source: str) -> Iterator[Piece]:
    """The pieces of a source: an address, a file, or a folder or zip archive of files.

    In folders, hidden files and links are passed over, and so is what does not end in one of `ARTICLES`.
    """
    if is_address(source):
        yield _fetch(source)
    elif os.path.isdir(source):
        found = False
        for path in find_files(source):
            found = True
            yield from iter_pieces(path)
        if not found:
            yield Piece(source, problem=EMPTY.format(suffixes=", ".join(ARTICLES)))
    elif _is_archive(source) and not (os.path.exists(source) and not os.path.isfile(source)):
        yield from _open_archive(source, source)
    else:
        yield _read(source)


def iter_members_of(name: str, content: bytes) -> Iterator[Piece]:
    """The pieces of a file that was sent, an archive or not; `name` is for showing."""
    if _is_archive(name):
        yield from _open_archive(name, content)
    else:
        yield Piece(name, content)


def count_files(source: str) -> int:
    """How many files a source is, an archive counted as one; at least one."""
    return max(sum(1 for _ in find_files(source)), 1) if os.path.isdir(source) else 1


def take_in(catalogue: Catalogue, piece: Piece, given: Mapping[str, str]) -> Outcome:
    """Put a piece into the library. Whatever is wrong with it is the outcome's `problem`.

    Raises AccessError and UnwritableError: no other piece could be put there either.
    """
    if piece.problem:
        return Outcome(piece.name, problem=piece.problem)
    held = catalogue.find("raw", hashlib.sha256(piece.content).hexdigest())
    if held:  # before it is parsed, which is what takes time
        return Outcome(piece.name, Added(held[0].id, False))
    url = given.get("url") or piece.url
    try:
        incoming = read_incoming(
            piece.content, piece.name, url, piece.charset, piece.media_type, piece.retrieved
        )
        return Outcome(piece.name, add_article(catalogue, incoming, given))
    except (AccessError, UnwritableError):
        raise
    except ClaimdeskError as error:
        return Outcome(piece.name, problem=str(error))


def find_files(folder: str) -> Iterator[str]:
    """The files of a folder and those below it that may hold articles, archives among them, by name."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != OWN)
        for name in sorted(names):
            path = os.path.join(place, name)
            if name.lower().endswith((*ARTICLES, _ARCHIVE)) and name[0] != "." and not os.path.islink(path):
                yield path


def _read(path: str) -> Piece:
    place = Path(path)
    try:
        if not place.exists():
            return Piece(path, problem=NO_FILE)
        if not place.is_file():
            return Piece(path, problem=NO_FILE_OF_ITS_OWN)
        with open(place, "rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return Piece(path, problem=UNREADABLE.format(detail=describe(error)))
    if len(content) > LARGEST:
        return Piece(path, problem=TOO_LARGE.format(megabytes=LARGEST // 1_000_000))
    return Piece(path, content)


def _is_archive(name: str) -> bool:
    return PurePath(name).suffix.lower() == _ARCHIVE


def _open_archive(path: str, source: str | bytes) -> Iterator[Piece]:
    try:
        for member in iter_members(source):
            name = f"{path}: {member.name}"
            if isinstance(member, MemberProblem):
                yield Piece(name, problem=str(member.what))
            elif member.suffix in ARTICLES:
                yield Piece(name, member.content)
    except RefusedError as error:
        yield Piece(path, problem=str(error))
    except OSError as error:
        missing = not os.path.exists(path)
        yield Piece(path, problem=NO_FILE if missing else UNREADABLE.format(detail=describe(error)))


def _fetch(url: str) -> Piece:
    try:
        page = fetch(url)
    except RefusedError as error:
        return Piece(url, problem=str(error))
    return Piece(
        url,
        page.content,
        url=page.final_url,
        charset=page.charset,
        media_type=page.media_type,
        retrieved=page.retrieved.astimezone(UTC),
    )
