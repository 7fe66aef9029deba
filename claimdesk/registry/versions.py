"""The last contents of a registry, so that what changed between two of them can be told.

A convenience: kept in ``.claimdesk/versions`` beside the registry, packed, and nothing is lost but a
description where one is missing. No save fails for it.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path

from claimdesk.files import put_file, sweep_parts
from claimdesk.registry.characters import MAX_BYTES

KEPT = 50  # versions of a registry; the oldest go first
_FOLDER = ".claimdesk/versions"


def keep_version(path: Path, data: bytes) -> None:
    """Keep a content of the registry at `path`, a real path."""
    kept = _place(path, hashlib.sha256(data).hexdigest())
    with suppress(OSError):
        if kept.exists():
            os.utime(kept)
            return
        kept.parent.mkdir(parents=True, exist_ok=True)
        sweep_parts(kept.parent, path.name)  # there is one saver at a time
        put_file(kept, zlib.compress(data, 1), like=path, lasting=False)
        _drop_oldest(kept)


def load_version(path: str | Path, sha256: str) -> bytes | None:
    """The content with that hash that the registry at `path` had once; None if it is not kept any more."""
    try:
        packed = zlib.decompressobj()
        data = packed.decompress(_place(Path(os.path.realpath(path)), sha256).read_bytes(), MAX_BYTES + 1)
    except (OSError, ValueError, zlib.error):
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _place(path: Path, sha256: str) -> Path:
    return path.parent / _FOLDER / f"{path.name}.{sha256}"


def _drop_oldest(kept: Path) -> None:
    name = kept.name.rpartition(".")[0]
    versions = [
        (entry.stat().st_mtime_ns, entry.path)
        for entry in os.scandir(kept.parent)
        if entry.name.rpartition(".")[0] == name
    ]
    for _, old in sorted(versions)[:-KEPT]:
        os.unlink(old)
