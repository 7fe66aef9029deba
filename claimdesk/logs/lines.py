"""One line of a log: rendered with its hash, parsed back only if it is byte for byte what was rendered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FIRST = "0" * 64  # what the first line names as the line before it


@dataclass(frozen=True, slots=True)
class Link:
    """What a line holds: the hash of the line before, the entry, its own hash."""

    previous: str
    entry: Mapping[str, Any]
    sha256: str


def render_line(previous: str, entry: Mapping[str, Any]) -> bytes:
    """The line of an entry, without its end."""
    hashed = json.dumps({"previous": previous, "entry": entry}, ensure_ascii=False, allow_nan=False)
    data = hashed.encode("utf-8", "surrogatepass")
    return data[:-1] + b', "sha256": "' + hashlib.sha256(data).hexdigest().encode() + b'"}'


def parse_line(line: bytes) -> Link | None:
    """What a line holds; None where it is not byte for byte as `render_line` writes it."""
    try:
        read = json.loads(line.decode("utf-8", "surrogatepass"))
        link = Link(read["previous"], read["entry"], read["sha256"])
        intact = isinstance(link.entry, dict) and render_line(link.previous, link.entry) == line
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return link if intact else None


def is_torn(tail: bytes) -> bool:
    """Whether bytes without a line's end are only the beginning of one; a cut may leave NULs behind."""
    begun = tail.rstrip(b"\0")
    try:
        json.JSONDecoder().raw_decode(begun.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return True
    return False
