"""Files out of a zip archive, one at a time, however the archive was made.

Only names and bytes are read, nothing is unpacked to disk: what a member is called decides nothing but what
is shown, so that paths, devices and links within the archive lead nowhere.
"""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from claimdesk.library.problems import RefusedError

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 20_000_000  # bytes, unpacked
LARGEST_TOTAL = 2_000_000_000  # bytes, unpacked; 10,000 long pages have half of that
LARGEST_RATIO = 200  # unpacked to packed; text reaches 10, the most repetitive page 100
_FREE_OF_RATIO = 1_000_000  # bytes: what is that small does no harm
_LARGEST_DIRECTORY = 5_000_000  # bytes of the list of members: 20,000 with names of 200
_PIECE = 65_536
_LONGEST_NAME = 120
_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!")
_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, IndexError,
)  # fmt: skip
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

NO_ZIP = "This is no zip archive that can be read; pack the files anew, or add them one by one."
TOO_MANY = "The archive holds more than {most} files; split it into smaller ones."
OVERLAP = "Files in the archive overlap, as in archives made to do harm; pack the files anew."
TOO_MUCH = "The archive unpacks to more than {megabytes} MB; the files from here on were left out. Split it."
ENCRYPTED = "It is locked with a password; unpack the archive and add the file itself."
LINK = "It is a link to another file, which is not followed; add that file itself."
SPECIAL = "It is no ordinary file."
NESTED = "It is an archive within the archive, which is not opened; add it by itself."
TOO_LARGE = "It is larger than the {megabytes} MB that are read; add its text as a .txt file."
TOO_PACKED = "It unpacks to more than {ratio} times its size, as files made to do harm do; add it by itself."
METHOD = "It is packed in a way that is not read (method {method}); pack it anew as an ordinary zip."
DAMAGED = "It is damaged in the archive; pack it anew, or add it by itself."


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. `name` is for showing only: the last part of the original, in fit characters."""

    number: int
    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """What the name ends in, with its dot, in small letters: ``.html``."""
        return PurePosixPath(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class MemberProblem:
    """A file in an archive that is left out; `what` is a sentence that says why and what to do."""

    number: int
    name: str
    what: RefusedError


def iter_members(source: str | Path | bytes) -> Iterator[Member | MemberProblem]:
    """The files in a zip archive in its own order, numbered from 1, each read when its turn comes.

    Folders and what systems add by themselves (``__MACOSX``, ``.DS_Store``) are passed over. Raises
    RefusedError where the archive as a whole is refused, InputError's child; OSError where it cannot be read.
    """
    with _open(source) as file:
        try:
            archive = zipfile.ZipFile(cast(IO[bytes], _Careful(file)))
        except _BROKEN:
            raise RefusedError(NO_ZIP) from None
        with archive:
            members = archive.infolist()
            _check_whole(members)
            yield from _read_all(archive, members)


class _Careful:
    """A file that gives no piece larger than a list of members may be: zipfile asks for the whole of one."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = file.seek(0, 2)

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes. Raises RefusedError."""
        if min(size, self._size) > _LARGEST_DIRECTORY:
            raise RefusedError(TOO_MANY, most=MOST_MEMBERS)
        return self._file.read(size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _open(source: str | Path | bytes) -> IO[bytes]:
    return BytesIO(source) if isinstance(source, bytes) else open(source, "rb")


def _check_whole(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise RefusedError(TOO_MANY, most=MOST_MEMBERS)
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            raise RefusedError(OVERLAP)
        end = member.header_offset + member.compress_size


@dataclass(slots=True)
class _Allowance:
    """How many bytes may still be unpacked, of members that are refused too: they cost as much."""

    left: int

    def spend(self, number: int) -> None:
        """Raises RefusedError where there are not so many left."""
        self.left -= number
        if self.left < 0:
            raise RefusedError(TOO_MUCH, megabytes=LARGEST_TOTAL // 1_000_000)


def _read_all(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Member | MemberProblem]:
    allowance = _Allowance(LARGEST_TOTAL)
    for number, member in enumerate(members, 1):
        if _is_passed_over(member):
            continue
        name = show_name(member.filename)
        try:
            _check_stated(member)
            content = _read(archive, member, allowance)
        except RefusedError as problem:
            yield MemberProblem(number, name, problem)
            if allowance.left < 0:
                return
        else:
            yield Member(number, name, content)


def _is_passed_over(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return member.filename.endswith("/") or "__MACOSX" in parts or (bool(parts) and parts[-1] in _BY_SYSTEMS)


def _check_stated(member: zipfile.ZipInfo) -> None:
    """Refuse a member for what the archive says of it, before anything of it is read."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise RefusedError(LINK)
    if kind not in (0, stat.S_IFREG):
        raise RefusedError(SPECIAL)
    if member.flag_bits & 0x41:  # encrypted, strongly encrypted
        raise RefusedError(ENCRYPTED)
    if member.compress_type not in _METHODS:  # bzip2 and lzma cannot be unpacked piece by piece here
        raise RefusedError(METHOD, method=member.compress_type)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: _Allowance) -> bytes:
    """A member's bytes, counted as they come: what the archive states of their number is not believed."""
    content = bytearray()
    most_packed = max(_FREE_OF_RATIO, LARGEST_RATIO * member.compress_size)
    try:
        with archive.open(member) as file:
            while piece := file.read(_PIECE):
                content += piece
                allowance.spend(len(piece))
                if len(content) == len(piece) and _is_archive(piece):
                    raise RefusedError(NESTED)
                if len(content) > LARGEST_MEMBER:
                    raise RefusedError(TOO_LARGE, megabytes=LARGEST_MEMBER // 1_000_000)
                if len(content) > most_packed:
                    raise RefusedError(TOO_PACKED, ratio=LARGEST_RATIO)
    except _BROKEN:
        raise RefusedError(DAMAGED) from None
    return bytes(content)


def _is_archive(head: bytes) -> bool:
    return head.startswith(_MARKS) or head[257:262] == b"ustar"


def show_name(original: str) -> str:
    """The last part of a member's or upload's name as it may be shown: short, and printable throughout."""
    last = os.path.basename(original.replace("\\", "/").rstrip("/"))
    shown = "".join(character if character.isprintable() else "\ufffd" for character in last).strip()
    if len(shown) > _LONGEST_NAME:
        shown = f"{shown[: _LONGEST_NAME - 13]}…{shown[-12:]}"
    return shown if shown.strip(".") else "(no name)"
