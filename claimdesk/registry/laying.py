"""A registry's block lists and keys laid out anew, part by part, each with the comments that belong to it."""

from __future__ import annotations

from collections.abc import Sequence as Listed
from dataclasses import dataclass, field
from typing import Any

from claimdesk.registry.compose import (
    has_long_text,
    item_shape,
    plain_text,
    render_field,
    render_flow,
    render_record,
    wrap,
)
from claimdesk.registry.fields import NAME, Field, Groups, Range, Record, Shape, Text, Texts
from claimdesk.registry.layout import content_end, find_comments, line_end, style_of
from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence
from claimdesk.registry.remarks import Remark, find_behind, find_remarks, stands_apart
from claimdesk.registry.splice import parts_of
from claimdesk.registry.styles import WIDTH, render_inline

STEP = 2  # by how much lists are indented against their key
_GAP = "  "  # before a comment behind something


@dataclass(slots=True)
class Chunk:
    """One part as it is to stand: the first of `lines` not indented, nor `above`, all else indented.

    `apart`: with a blank line before it; `tail`: comments behind it that stand deeper, up to the column
    `most`, beyond which they would be read as text; `end`: where its old text ends.
    """

    order: int
    lines: list[str]
    end: int
    above: list[str] = field(default_factory=list)
    apart: bool = False
    tail: list[str] = field(default_factory=list)
    most: int = WIDTH


def join_chunks(chunks: Listed[Chunk], column: int) -> list[str]:
    """All lines of parts that stand in `column`."""
    indent = " " * column
    lines: list[str] = []
    for number, chunk in enumerate(chunks):
        lines += [""] if chunk.apart and number else []
        lines += [indent + line if line else "" for line in chunk.above]
        lines += [indent + chunk.lines[0], *chunk.lines[1:], *chunk.tail]
    return lines


def lay_remarks(remarks: Listed[Remark], delta: int, least: int = 0, most: int = WIDTH) -> list[str]:
    """Comments on lines of their own, moved by `delta` columns, between `least` and `most`."""
    lines: list[str] = []
    for remark in remarks:
        lines += [""] if remark.apart else []
        lines.append(" " * min(max(remark.column + delta, least), most) + remark.text)
    return lines


def lay_parts(
    text: str, node: Mapping | Sequence, shape: Shape, value: Any, column: int, start: int
) -> list[Chunk]:
    """The parts of a block list or block of keys, to stand in `column`; keys of records in the form's order.

    `value` is what `node` holds, as `read_value` gives it; from `start` on there are comments only.
    """
    parts = parts_of(text, node)
    chunks: list[Chunk] = []
    at = start
    for number, (begin, _) in enumerate(parts.spans):
        remarks = find_remarks(text, at, begin)
        while chunks and remarks and remarks[0].own and remarks[0].column > parts.column:
            deeper = remarks.pop(0)
            chunks[-1].tail += lay_remarks([deeper], column - parts.column, column + 2, chunks[-1].most)
            at = deeper.end
        if isinstance(node, Mapping):
            assert isinstance(shape, Record)
            key, inner = node.entries[number]
            order = next(at for at, one in enumerate(shape.fields) if one.name == key.text)
            found = shape.fields[order]
            chunk = _lay_entry(text, begin, key, inner, found, value[found.name], column, parts.column)
            chunk.order = order
        else:
            chunk = _lay_item(
                text, begin, node.items[number], item_shape(shape), value[number], column, parts.column
            )
            chunk.order = number
        chunk.apart = remarks[0].apart if remarks else stands_apart(text, at, begin)
        above = [line for remark in remarks for line in ([""] * remark.apart + [remark.text])]
        if remarks and stands_apart(text, remarks[-1].end, begin):
            above.append("")
        chunk.above = [*above[bool(above and not above[0]) :], *chunk.above]
        chunks.append(chunk)
        at = chunk.end
    return chunks


def _lay_entry(
    text: str, begin: int, key: Scalar, node: Node, found: Field, value: Any, column: int, old: int
) -> Chunk:
    """A key with its value."""
    before = find_remarks(text, begin, key.start)
    if _is_block(text, node) and not (_in_brackets(found.takes) and not _has_comments(text, key.end, node)):
        assert isinstance(node, Mapping | Sequence)
        first = parts_of(text, node).spans[0][0]
        head = next((one for one in find_remarks(text, key.end, first) if not one.own), None)
        inner = column + 2 if isinstance(node, Mapping) else column + STEP
        chunks = _sorted(
            lay_parts(text, node, found.takes, value, inner, head.end if head else key.end), found.takes
        )
        lines = [f"{found.name}:" + (_GAP + head.text if head else ""), *join_chunks(chunks, inner)]
        return _enclose(chunks, lines, [one.text for one in before])
    before += find_remarks(text, key.end, node.start)
    if _has_comments(text, node.start, node, behind=False) and not isinstance(node, Scalar):
        lines = _as_it_is(text, node, f"{found.name}: ", column - old)
    elif isinstance(found.takes, Groups) and found.takes.strict:
        items = [_lay_group(group, column + STEP) for group in value]
        lines = [
            f"{found.name}:",
            *(line for item in items for line in (" " * (column + STEP) + item[0], *item[1:])),
        ]
    else:
        lines = render_field(found, value, column, STEP)
    return _finish(text, node, lines, [one.text for one in before], column)


def _lay_item(text: str, begin: int, node: Node, shape: Shape, value: Any, column: int, old: int) -> Chunk:
    """An item with its hyphen."""
    above = [one.text for one in find_remarks(text, begin, node.start)]
    if _is_block(text, node) and (isinstance(node, Mapping) or _has_comments(text, node.start, node)):
        assert isinstance(node, Mapping | Sequence)
        chunks = _sorted(lay_parts(text, node, shape, value, column + 2, node.start), shape)
        above += chunks[0].above
        chunks[0].above = []
        first, *more = join_chunks(chunks, column + 2)
        return _enclose(chunks, ["- " + first.lstrip(" "), *more], above)
    if _has_comments(text, node.start, node, behind=False) and not isinstance(node, Scalar):
        lines = _as_it_is(text, node, "- ", column - old)
    elif isinstance(shape, Record):
        first, *more = render_record(shape, value, column + 2, STEP)
        lines = ["- " + first, *more]
    elif isinstance(value, tuple):
        lines = _lay_group(value, column)
    else:
        lines = ["- " + render_inline(plain_text(value), flow=False, worded=isinstance(shape, Text))]
    return _finish(text, node, lines, above, column)


def _enclose(chunks: list[Chunk], lines: list[str], above: list[str]) -> Chunk:
    """The part that holds `chunks`, whose lines are among `lines`."""
    last = chunks[-1]
    return Chunk(0, lines, max(one.end for one in chunks), above, most=WIDTH if last.tail else last.most)


def _finish(text: str, node: Node, lines: list[str], above: list[str], column: int) -> Chunk:
    """The part with the comment that stands behind its value, where that can stand now."""
    end = content_end(text, node)
    if style_of(text, node) in ("|", ">"):
        remark = next((text[slice(*span)] for span in find_comments(text, node.start, node.end, node)), "")
    elif behind := find_behind(text, end):
        remark, end = behind[1].rstrip(), behind.end()
    else:
        remark = ""
    block = len(lines) > 1 and lines[0].endswith((": >-", ": |-"))
    if remark and block:
        lines = [lines[0] + _GAP + remark, *lines[1:]]
    elif remark and len(lines) > 1 and (lines[0].endswith(":") or lines[0].startswith("- id:")):
        above = [*above, remark]
    elif remark:
        lines = [*lines[:-1], lines[-1] + _GAP + remark]
    return Chunk(0, lines, end, above, most=column if block else WIDTH)


def _sorted(chunks: list[Chunk], shape: Shape) -> list[Chunk]:
    return sorted(chunks, key=lambda chunk: chunk.order) if isinstance(shape, Record) else chunks


def _lay_group(group: tuple[str, ...], column: int) -> list[str]:
    return wrap("- ", render_flow(Texts(NAME), group), column)


def _as_it_is(text: str, node: Node, head: str, delta: int) -> list[str]:
    """A bracket with comments inside: its own lines, further in or out by `delta`."""
    first, *more = text[node.start : content_end(text, node)].splitlines()
    moved = [
        line.strip(" \t") and " " * max(_indentation(line) + delta, 0) + line.strip(" \t") for line in more
    ]
    return [head + first.rstrip(), *moved]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_block(text: str, node: Node) -> bool:
    return isinstance(node, Mapping | Sequence) and not style_of(text, node)


def _in_brackets(shape: Shape) -> bool:
    """Whether the canonical form of such a value stands in brackets."""
    if isinstance(shape, Record):
        return not has_long_text(shape)
    if isinstance(shape, Texts):
        return shape.item.longest <= NAME.longest
    return isinstance(shape, Range) or (isinstance(shape, Groups) and not shape.strict)


def _has_comments(text: str, start: int, node: Node, *, behind: bool = True) -> bool:
    """Whether there are comments from `start` to the end of a value, or `behind` it on its last line."""
    end = content_end(text, node)
    return any(True for _ in find_comments(text, start, line_end(text, end) if behind else end, node))
