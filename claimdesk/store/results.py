"""Results on disk: what was matched once is not matched again.

A folder of files that never change. A part holds what was found in a set of articles for a set of claims, and
that these were looked at; sets are lists of keys in files of their own. Every file bears the digest of its
content as its name: one that was cut short, changed or lost counts as never written, and what it held is
matched again. So a store can make work, but no wrong result, whatever happens to it; any number of processes
may use it at once, and a kill at any time leaves whole files only.

    <folder>/<engine version>/sets/<digest>    keys, 16 bytes each
    <folder>/<engine version>/parts/<digest>   set of claims, set of articles, then for some of these at
                                               a time: how many, how many bytes, and the `findings`

Another engine's results are deleted when the store is opened, files that nobody used for a month too.
"""

from __future__ import annotations

import os
import shutil
import struct
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimdesk.files import put_file
from claimdesk.store.keys import KEY_BYTES, digest, engine_version

_UNUSED_DAYS = 30
_PATIENCE = 5.0  # seconds of results that a kill may cost
_LARGE = 4_000_000  # bytes of results that are not held back
_COUNTS = struct.Struct(">II")
_DAY = 86_400.0  # seconds


@dataclass(frozen=True, slots=True)
class Part:
    """A file with the keys of the articles and claims that it holds findings for, and the files of these."""

    path: Path
    sets: tuple[Path, Path]
    articles: tuple[bytes, ...]
    claims: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Findings from the store, with the keys of articles and claims in the order of their numbers there."""

    articles: tuple[bytes, ...]
    claims: tuple[bytes, ...]
    findings: bytes


@dataclass(slots=True)
class ResultStore:
    """Open it with `open_results`. `problems` says what was wrong with it; nothing that goes wrong raises."""

    folder: Path
    problems: list[str] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)
    _waiting: dict[tuple[bytes, ...], list[tuple[tuple[bytes, ...], bytes]]] = field(default_factory=dict)
    _since: float = 0.0
    _writable: bool = True

    def done(self, claims: Sequence[bytes]) -> dict[bytes, int]:
        """For each article by key: for which of `claims` it was matched, claim number n as bit n."""
        numbers = {claim: 1 << at for at, claim in enumerate(claims)}
        masks: dict[tuple[bytes, ...], int] = {}
        of_set = {row: sum(numbers.get(claim, 0) for claim in row) for row in {p.claims for p in self._parts}}
        for part in self._parts:
            masks[part.articles] = masks.get(part.articles, 0) | of_set[part.claims]
        found: dict[bytes, int] = {}
        for articles, mask in masks.items():
            if mask:
                for article in articles:
                    found[article] = found.get(article, 0) | mask
        return found

    def load(self, claims: Iterable[bytes]) -> Iterator[Loaded]:
        """What is kept for one of `claims` or more, piece by piece.

        A file that was damaged since the store was opened is dropped: ask `done` again afterwards.
        """
        wanted = set(claims)
        for part in list(self._parts):
            if wanted.isdisjoint(part.claims):
                continue
            data = _read_whole(part.path)
            if data is None:
                self._drop([part])
                continue
            _mark_used(part.path, *part.sets)
            at, first = 2 * KEY_BYTES, 0
            while at < len(data):
                count, size = _COUNTS.unpack_from(data, at)
                at += _COUNTS.size
                yield Loaded(part.articles[first : first + count], part.claims, data[at : at + size])
                at, first = at + size, first + count

    def add(self, articles: Sequence[bytes], claims: Sequence[bytes], findings: bytes) -> None:
        """Keep `findings` in these articles for these claims: within seconds, or with the next `flush`."""
        now = time.monotonic()
        self._since = self._since if self._waiting else now
        self._waiting.setdefault(tuple(claims), []).append((tuple(articles), findings))
        size = sum(len(findings) for rows in self._waiting.values() for _, findings in rows)
        if now - self._since > _PATIENCE or size > _LARGE:
            self.flush()

    def flush(self) -> None:
        """Write what was added. On a full disk it is said, and nothing is kept from then on."""
        waiting, self._waiting = self._waiting, {}
        for claims, rows in waiting.items():
            articles = tuple(article for some, _ in rows for article in some)
            data = b"".join(_COUNTS.pack(len(some), len(found)) + found for some, found in rows)
            try:
                if self._writable:
                    self._parts.append(self._keep(articles, claims, data))
            except OSError as error:
                self._writable = False
                self.problems.append(
                    f"{self.folder} cannot be written ({error.strerror or error}): new results are not "
                    "kept. Make room or check its rights."
                )

    def _keep(self, articles: tuple[bytes, ...], claims: tuple[bytes, ...], data: bytes) -> Part:
        asked, read = (self._write("sets", b"".join(keys)) for keys in (claims, articles))
        head = bytes.fromhex(asked.name + read.name)
        return Part(self._write("parts", head + data), (asked, read), articles, claims)

    def _write(self, room: str, data: bytes) -> Path:
        """A file that holds `data`, and is named by its digest: whole, or not at all."""
        path = self.folder / engine_version() / room / digest(data).hex()
        if path.exists() and _read_whole(path) is not None:
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        put_file(path, data, lasting=False)
        return path

    def _drop(self, parts: Sequence[Part]) -> None:
        for part in parts:
            part.path.unlink(missing_ok=True)
            self._parts.remove(part)
        if parts:
            self.problems.append(
                f"{self.folder}: {len(parts)} of its files had been damaged; what they held is matched again."
            )


def results_beside(registry: str | Path) -> Path:
    """Where the results of a registry are kept unless somebody says otherwise."""
    return Path(registry).parent / ".claimdesk" / "results"


def open_results(folder: str | Path) -> ResultStore:
    """The store in `folder`, which need not exist. What cannot be used is said in its `problems`."""
    store = ResultStore(Path(folder))
    try:
        _delete_other_versions(store)
        home = store.folder / engine_version()
        sets: dict[bytes, tuple[bytes, ...]] = {}
        damaged = [*_read_sets(home / "sets", sets), *_read_parts(home / "parts", sets, store)]
        for path in damaged:
            path.unlink(missing_ok=True)
    except OSError as error:
        store.problems.append(
            f"{folder} cannot be read ({error.strerror or error}): nothing is taken from it."
        )
        return store
    if damaged:
        store.problems.append(
            f"{folder}: {len(damaged)} of its files were damaged; what they held is matched again."
        )
    return store


def _delete_other_versions(store: ResultStore) -> None:
    others = [path for path in _entries(store.folder) if path.name != engine_version()]
    for path in others:
        shutil.rmtree(path, ignore_errors=True)
    if others:
        store.problems.append(
            f"{store.folder}: its results were made by another version of Claimdesk; all is matched again."
        )


def _read_sets(folder: Path, sets: dict[bytes, tuple[bytes, ...]]) -> Iterator[Path]:
    """Put all sets into `sets`; gives the files that are damaged."""
    for path in _entries(folder):
        data = _read_whole(path)
        if data is None or len(data) % KEY_BYTES:
            yield path
        else:
            keys = (data[at : at + KEY_BYTES] for at in range(0, len(data), KEY_BYTES))
            sets[bytes.fromhex(path.name)] = tuple(keys)


def _read_parts(folder: Path, sets: Mapping[bytes, tuple[bytes, ...]], store: ResultStore) -> Iterator[Path]:
    """Put all parts into `store`; gives the files that are damaged, or whose sets are."""
    for path in _entries(folder):
        data = _read_whole(path) or b""
        claims = sets.get(data[:KEY_BYTES])
        articles = sets.get(data[KEY_BYTES : 2 * KEY_BYTES])
        if claims is None or articles is None:
            yield path
        else:
            keys = data[:KEY_BYTES], data[KEY_BYTES : 2 * KEY_BYTES]
            files = tuple(folder.with_name("sets") / key.hex() for key in keys)
            store._parts.append(Part(path, (files[0], files[1]), articles, claims))


def _entries(folder: Path) -> list[Path]:
    """The files of `folder`, in order, without those in the making; those long unused are deleted."""
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if time.time() - path.stat().st_mtime > _UNUSED_DAYS * _DAY and path.is_file():
            path.unlink(missing_ok=True)
        elif not path.name.startswith("."):
            found.append(path)
    return found


def _read_whole(path: Path) -> bytes | None:
    """The content of a file, if it is the one that its name stands for."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if digest(data).hex() == path.name else None


def _mark_used(*paths: Path) -> None:
    """So that they are kept: files are deleted by the day of their last use."""
    for path in paths:
        try:
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            continue
