"""Whole claims and sources: added, copied, renamed, moved, removed, in the file's own lines.

A record takes along the comments inside it and, when it moves, those on the lines right above it. Blank lines
and other comments between records stay where they are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from claimdesk.errors import UsageError
from claimdesk.registry.change import change_value, set_field
from claimdesk.registry.compose import render_flow, render_record
from claimdesk.registry.document import (
    NAME,
    RECORDS,
    Document,
    Kind,
    parse_document,
    read_given,
    render_edit,
)
from claimdesk.registry.fields import REGISTRY, Identifier
from claimdesk.registry.layout import Span, line_break, line_start, next_line
from claimdesk.registry.nodes import Node, Sequence, find_node
from claimdesk.registry.splice import Parts, Splice, insert, own_end, parts_of, remove
from claimdesk.registry.values import Values

_ID = Identifier()
_BLANK_LINES = re.compile(r"[ \t\r\n]*[\r\n]")


def add_record(
    data: bytes, kind: Kind, given: Values, *, after: str | None = None, path: str = NAME
) -> bytes:
    """The registry with one more claim or source, behind the one with the id `after`, at the end by default.

    `given` is what YAML would hold, as in `edit.change_claim`. Raises as that does.
    """
    document = parse_document(data, path)
    old = document.records(kind)
    place = document.root.get(kind) or document.root
    values = read_given(RECORDS[kind], given, place, (kind, len(old)), document.path)
    at = len(old) if after is None else document.find(kind, after) + 1
    expected = {**document.values, kind: (*old[:at], values, *old[at:])}
    if not old:
        splices = list(set_field(REGISTRY, document.root, kind, expected[kind], document.site(())))
        return render_edit(document, splices, expected)
    parts = _parts(document, kind)
    if parts.flow:
        quote = '"' if '"' in document.text[slice(*parts.spans[0])][:2] else ""
        return render_edit(
            document, [insert(parts, at - 1, [render_flow(RECORDS[kind], values, quote)])], expected
        )
    column = parts.column + 2
    eol = line_break(document.text, parts.spans[0][0])
    lines = render_record(RECORDS[kind], values, column, document.site(()).step)
    return render_edit(document, [_insert_lines(parts, at - 1, "- " + eol.join(lines))], expected)


def duplicate_record(data: bytes, kind: Kind, record_id: str, new_id: str, *, path: str = NAME) -> bytes:
    """The registry with a copy of one record, comments inside it included, right behind it under a new id."""
    document = parse_document(data, path)
    old = document.records(kind)
    at = document.find(kind, record_id)
    node = document.mapping((kind, at))
    copied = {**old[at], "id": read_given(_ID, new_id, node, (kind, at, "id"), document.path)}
    parts = _parts(document, kind)
    start, end = parts.spans[at][0], _own_end(parts, at)
    renamed = change_value(_ID, node.get("id") or node, new_id, document.site((kind, at)))
    copy = document.text[start:end]
    for splice in renamed:
        copy = copy[: splice.start - start] + splice.text + copy[splice.end - start :]
    splice = insert(parts, at, [copy]) if parts.flow else _insert_lines(parts, at, copy)
    return render_edit(
        document, [splice], {**document.values, kind: (*old[: at + 1], copied, *old[at + 1 :])}
    )


def rename_record(data: bytes, kind: Kind, record_id: str, new_id: str, *, path: str = NAME) -> bytes:
    """The registry with another id for one record; what refers to a source by its id goes with it."""
    document = parse_document(data, path)
    at = document.find(kind, record_id)
    read_given(_ID, new_id, document.mapping((kind, at)), (kind, at, "id"), document.path)
    changes: list[tuple[Kind, int, str, Any]] = [(kind, at, "id", new_id)]
    if kind == "sources":
        for number, source in enumerate(document.records("sources")):
            if source.get("part_of") == record_id:
                changes.append(("sources", number, "part_of", new_id))
        for number, claim in enumerate(document.records("claims")):
            if claim.get("claimed_by", {}).get("source") == record_id:
                changes.append(("claims", number, "claimed_by", {**claim["claimed_by"], "source": new_id}))
    expected = {name: list(document.records(name)) for name in RECORDS if name in document.values}
    splices: list[Splice] = []
    for name, number, field, value in changes:
        expected[name][number] = {**expected[name][number], field: value}
        node = document.mapping((name, number))
        splices += set_field(RECORDS[name], node, field, value, document.site((name, number)))
    wanted: Values = {name: tuple(records) for name, records in expected.items()}
    return render_edit(document, splices, {**document.values, **wanted})


def move_record(data: bytes, kind: Kind, record_id: str, *, after: str | None, path: str = NAME) -> bytes:
    """The registry with one record behind that with the id `after`, or before all others for None."""
    document = parse_document(data, path)
    old = document.records(kind)
    at = document.find(kind, record_id)
    order = [number for number in range(len(old)) if number != at]
    if after == record_id:
        raise UsageError(f"`{record_id}` cannot stand behind itself.")
    order.insert(0 if after is None else order.index(document.find(kind, after)) + 1, at)
    parts = _parts(document, kind)
    chunks = [_chunk(parts, number) for number in range(len(old))]
    text = document.text
    gaps = [text[one[1] : other[0]] for one, other in pairwise(chunks)] + [""]
    moved = "".join(text[slice(*chunks[number])] + gap for number, gap in zip(order, gaps, strict=True))
    expected = {**document.values, kind: tuple(old[number] for number in order)}
    return render_edit(document, [Splice(chunks[0][0], chunks[-1][1], moved)], expected)


def remove_record(data: bytes, kind: Kind, record_id: str, *, path: str = NAME) -> bytes:
    """The registry without one record and the comments inside it; comments above it stay."""
    document = parse_document(data, path)
    old = document.records(kind)
    at = document.find(kind, record_id)
    left = (*old[:at], *old[at + 1 :])
    expected = {name: value for name, value in document.values.items() if name != kind or left}
    if not left:
        splices = list(set_field(REGISTRY, document.root, kind, None, document.site(())))
        return render_edit(document, splices, expected)
    parts = _parts(document, kind)
    splice = remove(parts, at, at + 1) if parts.flow else Splice(*_stretch(parts, at), "")
    return render_edit(document, [splice], {**expected, kind: left})


def _parts(document: Document, kind: Kind) -> Parts:
    node: Node = find_node(document.root, (kind,))
    assert isinstance(node, Sequence)
    return parts_of(document.text, node)


def _own_end(parts: Parts, at: int) -> int:
    return parts.spans[at][1] if parts.flow else own_end(parts, at)


def _chunk(parts: Parts, at: int) -> Span:
    """The record with the comments on the lines right above it, without the line break at its end."""
    text, start = parts.text, parts.spans[at][0]
    if parts.flow:
        return start, parts.spans[at][1]
    before = _own_end(parts, at - 1) if at else -1
    start = line_start(text, start)
    while start:
        above = line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))
        if above <= before or not text[above:start].lstrip(" ").startswith("#"):
            break
        start = above
    return start, _own_end(parts, at)


def _insert_lines(parts: Parts, after: int, lines: str) -> Splice:
    """A record behind the one numbered `after`, or before all for -1, as far from it as the others are."""
    text, number = parts.text, max(after, 0)
    end = _own_end(parts, number)
    eol = line_break(text, parts.spans[0][0])
    between = [text[_own_end(parts, at) : parts.spans[at + 1][0]] for at in range(len(parts.spans) - 1)]
    near = between[number : number + 1] + between[max(number - 1, 0) : number]
    blank = next((found[0] for gap in near if (found := _BLANK_LINES.match(gap))), eol + eol)
    separator = blank + " " * parts.column
    if after >= 0:
        return Splice(end, end, separator + lines)
    start = parts.spans[0][0]
    return Splice(start, start, lines + separator)


def _stretch(parts: Parts, at: int) -> Span:
    """What goes with a record: its lines, and the blank lines that would be left double."""
    text, last = parts.text, at + 1 == len(parts.spans)
    start, end = line_start(text, parts.spans[at][0]), next_line(text, _own_end(parts, at))
    if last and at:
        before = _own_end(parts, at - 1)
        if not text[before:start].strip():
            return next_line(text, before), end
    elif _chunk(parts, at)[0] == start:
        while end < len(text) and not text[end : next_line(text, end)].strip():
            end = next_line(text, end)
    return start, end
