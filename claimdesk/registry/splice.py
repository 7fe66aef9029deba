"""Exchanging stretches of a registry's text, item by item, so that nothing beside them moves.

The parts of a collection are its list items or its keys with their values. A part that goes leaves its
comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from claimdesk.registry.layout import (
    Span,
    content_end,
    find_comments,
    line_break,
    line_end,
    line_start,
    next_line,
    style_of,
)
from claimdesk.registry.nodes import Mapping, Node, Sequence
from claimdesk.registry.styles import WIDTH

_COMMA = re.compile(r"[ \t\r\n]*,")


@dataclass(frozen=True, slots=True)
class Splice:
    """``text[start:end]`` becomes `text`."""

    start: int
    end: int
    text: str


def apply_splices(text: str, splices: Iterable[Splice]) -> str:
    """`text` with all `splices`, which give places in `text` as it is and do not overlap."""
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if splice.start < at:
            raise ValueError(f"splices overlap at {splice.start}")
        parts += text[at : splice.start], splice.text
        at = splice.end
    return "".join(parts) + text[at:]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a collection that is not empty, each as `spans` from its hyphen or key to its last sign.

    `column`: where parts of a block collection begin, from 0.
    """

    text: str
    node: Node
    flow: bool
    column: int
    spans: tuple[Span, ...]


def parts_of(text: str, node: Mapping | Sequence) -> Parts:
    """The parts of `node`."""
    flow = bool(style_of(text, node))
    spans: list[Span] = []
    at = node.start
    for first, last in _ends(node):
        start = first.start if flow else _block_start(text, at, first.start)
        at = content_end(text, last)
        spans.append((start, at))
    column = 0 if flow else spans[0][0] - line_start(text, spans[0][0])
    return Parts(text, node, flow, column, tuple(spans))


def insert(parts: Parts, after: int, lines: list[str]) -> Splice:
    """A new part behind the one numbered `after`, or before all for -1.

    `lines` hold the part as it is to stand in a line of its own, further lines indented as they will be.
    """
    text = parts.text
    start = parts.spans[max(after, 0)][0]
    eol = line_break(text, start)
    new = eol.join(lines)
    if parts.flow:
        return _insert_flow(parts, after, new, eol)
    indent = " " * parts.column
    if after >= 0:
        at = own_end(parts, after)
        return Splice(at, at, eol + indent + new)
    if text[line_start(text, start) : start].strip():
        return Splice(start, start, new + eol + indent)
    at = line_start(text, start)
    return Splice(at, at, indent + new + eol)


def remove(parts: Parts, first: int, beyond: int) -> Splice:
    """The parts from `first` up to, not including `beyond`, taken out; their comments stay. Not all parts."""
    start, end = _flow_stretch(parts, first, beyond) if parts.flow else _block_stretch(parts, first, beyond)
    text = parts.text
    eol = line_break(text, start)
    indent = " " * (parts.column if not parts.flow else parts.node.column + 1)
    kept = [text[slice(*comment)] for comment in find_comments(text, start, end, parts.node)]
    if not parts.flow and start == line_start(text, start):
        return Splice(start, end, "".join(indent + comment + eol for comment in kept))
    before = " " if kept and text[start - 1] not in " \t\r\n" else ""
    return Splice(start, end, before + "".join(comment + eol + indent for comment in kept))


def own_end(parts: Parts, at: int) -> int:
    """Where the last line of a block part ends, comments that are indented like its inside included."""
    text = parts.text
    end = line_end(text, parts.spans[at][1])
    limit = parts.spans[at + 1][0] if at + 1 < len(parts.spans) else len(text)
    line = next_line(text, end)
    while line < limit:
        content = text[line : line_end(text, line)]
        comment = content.lstrip(" ")
        if comment.startswith("#") and len(content) - len(comment) > parts.column:
            end = line_end(text, line)
        elif comment.strip():
            break
        line = next_line(text, line)
    return end


def _ends(node: Mapping | Sequence) -> list[tuple[Node, Node]]:
    return list(node.entries) if isinstance(node, Mapping) else [(item, item) for item in node.items]


def _block_start(text: str, after: int, first: int) -> int:
    """Where a block part begins: its hyphen, its question mark, or the key itself."""
    at = after
    while at < first:
        if text[at] == "#":
            at = line_end(text, at)
        elif text[at] in "-?":
            return at
        else:
            at += 1
    return first


def _insert_flow(parts: Parts, after: int, new: str, eol: str) -> Splice:
    text, spans = parts.text, parts.spans
    between = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    start, end = spans[max(after, 0)]
    own_lines = bool(between) and all("\n" in gap or "\r" in gap for gap in between)
    here = line_end(text, end) - line_start(text, end)
    if own_lines or here + len(new) + 2 > max(WIDTH, here if after < 0 else 0):
        column = spans[0][0] - line_start(text, spans[0][0])
        separator = "," + eol + " " * column
    else:
        separator = ", "
    return Splice(end, end, separator + new) if after >= 0 else Splice(start, start, new + separator)


def _block_stretch(parts: Parts, first: int, beyond: int) -> Span:
    """Whole lines, or up to the next part where the first one stands behind a hyphen."""
    text, start = parts.text, parts.spans[first][0]
    if not text[line_start(text, start) : start].strip():
        return line_start(text, start), next_line(text, own_end(parts, beyond - 1))
    return start, parts.spans[beyond][0]


def _flow_stretch(parts: Parts, first: int, beyond: int) -> Span:
    """The parts with one comma, chosen so that lines neither join nor fall empty, if possible."""
    text, spans = parts.text, parts.spans
    start, end = spans[first][0], spans[beyond - 1][1]
    if beyond == len(spans):
        if "#" not in text[spans[first - 1][1] : start]:
            return spans[first - 1][1], end
        comma = _COMMA.match(text, end)
        return _whole_lines(text, start, comma.end() if comma else end)
    if first and "\n" in text[end : spans[beyond][0]] and "\n" not in text[spans[first - 1][1] : start]:
        return spans[first - 1][1], end
    return start, spans[beyond][0]


def _whole_lines(text: str, start: int, end: int) -> Span:
    """The stretch, with the rest of its lines where that is blank."""
    first, last = line_start(text, start), line_end(text, end)
    blank = not text[first:start].strip() and not text[end:last].strip()
    return (first, next_line(text, end)) if blank else (start, end)
