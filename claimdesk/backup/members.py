"""The file of a backup: a zip archive of everything that cannot be made anew, with a list of hashes.

Its members are the files by what they are, whatever they are called here, and ``manifest.json``::

    claims.yaml            the registry
    claims.history.jsonl   who changed what in it
    reviews.jsonl          decisions
    issued.jsonl           what was issued
    claimdesk.toml         who may do what
    *.torn-(digest)        what was set aside of one of the logs
    articles/...           the articles, and what was received, with their paths

The manifest is ``{"version": 1, "made": ISO 8601, "files": [{"name", "size", "sha256"}]}``. An archive may
come from anybody: only these names are taken, nothing beyond the sizes stated is unpacked, and no link,
mode or owner in it means anything.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from claimdesk import access
from claimdesk.errors import InputError
from claimdesk.registry.history import history_beside

VERSION = 1
MANIFEST = "manifest.json"
REGISTRY, HISTORY, ACCESS = "claims.yaml", "claims.history.jsonl", access.FILE
LOGS = (HISTORY, "reviews.jsonl", "issued.jsonl")
ARTICLES = "articles"
TORN = re.compile(r"\.torn-[0-9a-f]{8}")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\\:]")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_NAME = 255  # bytes of a file's name, on every common system
_ROW = 256  # bytes of a manifest for each file, and for what stands around them, without the files' names
_LONGEST_CHARACTER = 12  # bytes of a name's character in a manifest
_BLOCK = 1 << 20
_DAMAGED = (
    OSError,
    RuntimeError,  # encrypted
    NotImplementedError,  # packed in a way that is not known here
    EOFError,
    IndexError,  # an extra field that is cut short
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a backup: its name there, its size in bytes and the SHA-256 of its content."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, data: bytes) -> Member:
        """The member of that name and content."""
        return cls(name, len(data), hashlib.sha256(data).hexdigest())


def name_files(claims: Path) -> dict[str, Path]:
    """Where the registry, its logs and its access file are, or would be, by their names in a backup."""
    history = history_beside(claims)  # beside the file itself, where `claims` is a link to it
    rest = {name: claims.with_name(name) for name in (*LOGS[1:], ACCESS)}
    return {REGISTRY: claims, HISTORY: history, **rest}


def is_safe_name(name: str) -> bool:
    """Whether a member of that name can only go to its own place, on any system."""
    if _UNSAFE.search(name) or "/".join(PurePosixPath(name).parts) != name:
        return False
    parts = PurePosixPath(name).parts
    if any(len(part.encode()) > _LONGEST_NAME or part[0] == "." or part[-1] in ". " for part in parts):
        return False
    if len(parts) == 1:
        log = TORN.sub("", name, count=1)
        return log in LOGS if log != name else name in (REGISTRY, ACCESS, *LOGS)
    return len(parts) > 1 and parts[0] == ARTICLES


def render_manifest(members: tuple[Member, ...], made: str) -> bytes:
    """The manifest as JSON."""
    files = [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in members]
    return (json.dumps({"version": VERSION, "made": made, "files": files}, indent=1) + "\n").encode()


class Backup:
    """A backup that was opened: when it was `made`, its `members`, and their content."""

    def __init__(self, path: str | Path) -> None:
        """Raises InputError for a file that is no backup."""
        self._name = str(path)
        try:
            self._archive = zipfile.ZipFile(path)
        except FileNotFoundError:
            raise InputError(f"{path}: there is no such file.") from None
        except _DAMAGED as error:
            raise self._refuse(f"this is no backup ({error})") from error
        try:
            self.made, self.members = self._read_manifest()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Backup:
        return self

    def __exit__(self, *_error: object) -> None:
        self._archive.close()

    def read(self, member: Member) -> Iterator[bytes]:
        """The content of a member in blocks, never more than its size.

        Raises InputError at its end, or before, where it is not what the manifest says.
        """
        digest, left = hashlib.sha256(), member.size
        for block in self._unpack(member.name, member.size + 1):
            left -= len(block)
            digest.update(block)
            if left >= 0:
                yield block
        if left or digest.hexdigest() != member.sha256:
            raise self._refuse(f"{member.name} is not what its manifest says")

    def verify(self) -> None:
        """Read everything. Raises InputError where something is not what the manifest says."""
        for member in self.members:
            for _ in self.read(member):
                pass

    def _unpack(self, name: str, most: int) -> Iterator[bytes]:
        try:
            with self._archive.open(name) as file:
                while most > 0 and (block := file.read(min(_BLOCK, most))):
                    most -= len(block)
                    yield block
        except _DAMAGED as error:
            raise self._refuse(f"{name} cannot be read out of it ({error})") from error

    def _read_manifest(self) -> tuple[str, tuple[Member, ...]]:
        names = self._archive.namelist()
        if MANIFEST not in names:
            raise self._refuse("this is no backup: it has no manifest.json")
        most = sum(_ROW + _LONGEST_CHARACTER * len(name) for name in names) + 1
        data = b"".join(self._unpack(MANIFEST, most))
        if len(data) == most:  # read as JSON it would take any amount of memory
            raise self._refuse("its manifest is longer than one for what it holds")
        try:
            written = json.loads(data)
            if written["version"] != VERSION:
                raise self._refuse(
                    f"it is of version {written['version']!r}, and this program reads {VERSION}"
                )
            members = tuple(_parse_member(one) for one in written["files"])
            made = str(written["made"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise self._refuse("its manifest cannot be read") from error
        wrong = next((one.name for one in members if not is_safe_name(one.name)), None)
        if wrong is not None:
            raise self._refuse(f"it holds a file {wrong!a}, which has no place in a desk")
        if sorted([MANIFEST, *(one.name for one in members)]) != sorted(names):
            raise self._refuse("its manifest does not list what it holds")
        if len({name.casefold() for name in names}) < len(names):
            raise self._refuse("two of its files would take the same place")
        if REGISTRY not in names:
            raise self._refuse("it holds no registry")
        return made, members

    def _refuse(self, what: str) -> InputError:
        return InputError(f"{self._name}: {what}. Nothing was written. Take another backup.")


def _parse_member(written: Any) -> Member:
    name, size, sha256 = written["name"], written["size"], written["sha256"]
    if not isinstance(name, str) or type(size) is not int or size < 0 or not _SHA256.fullmatch(sha256):
        raise ValueError(name)
    return Member(name, size, sha256)
