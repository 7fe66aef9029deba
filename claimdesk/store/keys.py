"""What a result depends on, as keys: equal keys mean equal results.

=========== ==========================================================================================
an article  everything of it but what no quote depends on: notes, hashes, author, what it repeats
a claim     id, statement, phrases, time, quantity, `must_mention`, threshold; and the frame
the frame   the engine's code, word lists and libraries, the settings, and of the registry what all
            claims share: its sources and aliases, in their order
=========== ==========================================================================================

Topic, verdict, notes and where a claim circulates change no quote. No claim's quotes depend on another claim.
"""

from __future__ import annotations

import json
import platform
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from claimdesk.model import Article, Claim, Registry
from claimdesk.settings import Settings
from claimdesk.store.rows import RowWriter

KEY_BYTES = 16
_ENGINE = (
    "lang", "model", "text", "matching", "evidence", "desk.py", "settings.py", "incremental.py",
    "store/rows.py", "store/findings.py",
)  # fmt: skip
_SUFFIXES = (".py", ".yaml")
_LIBRARIES = ("rapidfuzz", "simplemma", "PySastrawi", "Babel")


def digest(*parts: bytes) -> bytes:
    """16 bytes that stand for `parts`, each by itself."""
    hashed = blake2b(digest_size=KEY_BYTES)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def article_key(article: Article) -> bytes:
    """The key of what is read of an article."""
    bare = replace(article, sha256="", body_sha256="", notes=(), author="", revises="", copy_of="")
    return digest(_json(bare))


def frame_key(registry: Registry, settings: Settings) -> bytes:
    """The key of what all results of a registry depend on."""
    sources = [_json(source) for source in registry.sources]
    named = json.dumps([registry.aliases, sorted(settings.as_dict().items())]).encode()
    return digest(engine_version().encode(), named, *sources)


def ground_keys(frame: bytes) -> tuple[bytes, bytes]:
    """The keys of what is found without any claim: passages, and candidates for new claims."""
    return digest(frame, b"passages"), digest(frame, b"candidates")


def claim_key(claim: Claim, frame: bytes) -> bytes:
    """The key of a claim in a frame."""
    asked = replace(claim, topic="", claimed_by=None, verdict=None, notes="", line=1)
    return digest(frame, _json(asked))


@cache
def engine_version() -> str:
    """Stands for the code and the word lists that results come from, and the libraries that they use."""
    root = files("claimdesk")
    found = [(name, data) for room in _ENGINE for name, data in _read(root / room, room)]
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    libraries.append(platform.python_version())
    parts = [part for name, data in sorted(found) for part in (name.encode(), data)]
    return digest(*parts, *(line.encode() for line in libraries)).hex()


def _read(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    """All source files below `place`, by name."""
    if place.is_dir():
        return [row for inner in place.iterdir() for row in _read(inner, f"{name}/{inner.name}")]
    return [(name, place.read_bytes())] if name.endswith(_SUFFIXES) and place.is_file() else []


def _json(value: Any) -> bytes:
    writer = RowWriter()
    row = writer.write(value)
    return json.dumps([row, writer.shared]).encode()
