"""Comments between the parts of a registry, with what is needed to set them down again where they belong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimdesk.registry.layout import line_start

_COMMENT = re.compile(r"#[^\r\n]*")
_BEHIND = re.compile(r"[ \t]*(#[^\r\n]*)")
_LINE_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. `own`: on a line of its own, from `column` on; `apart`: a blank line stands before it."""

    text: str
    end: int
    column: int
    own: bool
    apart: bool


def find_remarks(text: str, start: int, end: int) -> list[Remark]:
    """The comments in ``text[start:end]``, in which no values stand."""
    found: list[Remark] = []
    before = start
    for comment in _COMMENT.finditer(text, start, end):
        line = line_start(text, comment.start())
        own = not text[line : comment.start()].strip()
        apart = stands_apart(text, before, comment.start())
        found.append(Remark(comment.group().rstrip(), comment.end(), comment.start() - line, own, apart))
        before = comment.end()
    return found


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a blank line stands in ``text[start:end]``, which begins behind something on its line."""
    return len(_LINE_BREAK.findall(text, start, end)) > 1


def find_behind(text: str, at: int) -> re.Match[str] | None:
    """The comment behind what ends at `at`, on the same line, as group 1."""
    return _BEHIND.match(text, at)
