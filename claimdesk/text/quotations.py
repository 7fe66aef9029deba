"""Quotations of a body: where quoted speech starts and ends, with every kind of mark and where one is
missing.

A mark opens or closes by what stands beside it, so that straight, curly, low and pointed marks may be mixed
(``"… ,” kata X``). A quotation ends with its line; one that lacks a mark runs to the line's end or start and
is not `closed`. Single marks count only where the line has no others, and only in pairs, since most are
apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimdesk.model import Span

_LINE = re.compile("^[^\n\"“”„‟«»‘’'`]*+[\"“”„‟«»‘’'`][^\n]*", re.MULTILINE)  # one with a mark
_DOUBLE = re.compile("[\"“”„‟«»]|''|``")
_SINGLE = re.compile("[‘’']")
_OPENING, _CLOSING = "“„‟«", "”»"
_STOPS = ".,?!…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted speech at `span` of the body, marks included. `closed`: both its marks are there."""

    span: Span
    closed: bool


def find_quotations(body: str) -> tuple[Quotation, ...]:
    """All quotations of `body` in order, without overlap, in linear time."""
    found: list[Quotation] = []
    for line in _LINE.finditer(body):
        marks = list(_DOUBLE.finditer(body, line.start(), line.end()))
        if marks:
            found.extend(_pair(body, line.start(), line.end(), marks))
        else:
            found.extend(_pair_single(body, line.start(), line.end()))
    return tuple(found)


def _pair(body: str, start: int, end: int, marks: list[re.Match[str]]) -> Iterator[Quotation]:
    """The quotations of one line `body[start:end]` that has double marks."""
    opened = -1
    last = start
    for mark in marks:
        opens = _opens(body, start, end, mark, inside=opened >= 0)
        if opens:
            if opened >= 0:
                yield Quotation(Span(opened, mark.start()), closed=False)
            opened = mark.start()
            continue
        begin = opened if opened >= 0 else last
        if mark.end() > begin:
            yield Quotation(Span(begin, mark.end()), closed=opened >= 0)
        opened, last = -1, mark.end()
    if opened >= 0:
        yield Quotation(Span(opened, end), closed=False)


def _opens(body: str, start: int, end: int, mark: re.Match[str], *, inside: bool) -> bool:
    """Whether `mark` opens a quotation: white space on one side only tells, else its shape, else the
    state."""
    before = body[mark.start() - 1] if mark.start() > start else " "
    after = body[mark.end()] if mark.end() < end else " "
    free_before = before.isspace() or before in "([{-–—/"
    free_after = after.isspace() or after in ".,;:?!)]}-–—…"
    if free_before != free_after:
        return free_before
    if mark.group() in _OPENING:
        return True
    if mark.group() in _CLOSING:
        return False
    return not inside


def _pair_single(body: str, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of a line that has single marks only; the closing one follows a stop."""
    opened = -1
    for mark in _SINGLE.finditer(body, start, end):
        before = body[mark.start() - 1] if mark.start() > start else " "
        after = body[mark.end()] if mark.end() < end else " "
        if opened < 0 and (before.isspace() or before in "([") and after.isalnum() and mark.group() != "’":
            opened = mark.start()
        elif opened >= 0 and before in _STOPS and not after.isalnum():
            yield Quotation(Span(opened, mark.end()), closed=True)
            opened = -1
