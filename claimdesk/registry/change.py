"""From the value a file holds to the value it should hold, in as few splices as that takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from claimdesk.registry.compose import item_shape, plain_text, render_field, render_flow
from claimdesk.registry.fields import Groups, Range, Record, Shape, Text, Texts
from claimdesk.registry.layout import (
    clear_of_comment,
    content_end,
    find_comments,
    line_break,
    line_end,
    line_start,
    style_of,
)
from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence
from claimdesk.registry.problems import Problems
from claimdesk.registry.splice import Parts, Splice, insert, parts_of, remove
from claimdesk.registry.styles import WIDTH, fold_words, render_block, render_inline
from claimdesk.registry.values import At, Values, read_value

_HEADER = re.compile(r"([|>])([0-9+-]*)([^\r\n]*)")
_INDENT = re.compile(r"[\r\n] *(?=[^ \r\n])")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a value stands: in which text, inside brackets or not, how far its further lines are indented.

    `step`: by how much the lists of this file are indented against their key.
    """

    text: str
    flow: bool
    indent: int
    step: int


def change_value(shape: Shape, node: Node, value: Any, site: Site) -> Iterator[Splice]:
    """The splices after which `node` holds `value`, typed as by `read_value`. None where it does already."""
    if read_value(shape, At(node, (), Problems(""))) == value:
        return
    if isinstance(shape, Record) and isinstance(node, Mapping):
        yield from _change_record(shape, node, value, site)
    elif isinstance(shape, Texts | Groups | Range):
        yield from _change_list(shape, node, value, site)
    else:
        yield from _change_scalar(shape, node, plain_text(value), site)


def set_field(record: Record, node: Mapping, name: str, value: Any, site: Site) -> Iterator[Splice]:
    """The splices after which the key `name` of `node` holds `value`; None takes the key out."""
    values: Values = read_value(record, At(node, (), Problems("")))
    wanted = {key: kept for key, kept in values.items() if key != name}
    if value is not None:
        wanted[name] = value
    yield from _change_record(record, node, wanted, site)


def _change_record(record: Record, node: Mapping, values: Values, site: Site) -> Iterator[Splice]:
    """Keys that stay, that give way to another wording, that go, and that come, in the format's order."""
    parts = parts_of(site.text, node)
    inside = _inside(parts, site)
    takes = {field.name: field.takes for field in record.fields}
    keys = [key.text for key, _ in node.entries]
    gone = [at for at, key in enumerate(keys) if key not in values]
    come = [field for field in record.fields if field.name in values and field.name not in keys]
    for key, old in node.entries:
        if key.text in values:
            yield from change_value(takes[key.text], old, values[key.text], inside)
    wording = next((at for at in gone if keys[at] in record.exactly_one), None)
    other = next((field for field in come if field.name in record.exactly_one), None)
    if wording is not None and other is not None:
        key, old = node.entries[wording]
        yield Splice(key.start, key.end, _like(site.text, key, other.name))
        yield from _exchange(other.takes, old, values[other.name], inside)
        gone.remove(wording)
        come.remove(other)
    for first, beyond in _runs(gone):
        yield remove(parts, first, beyond)
    order = [field.name for field in record.fields]
    for field in come:
        place = order.index(field.name)
        before = [at for at, key in enumerate(keys) if order.index(key) < place and at not in gone]
        quoted = _like(site.text, node.entries[0][0], field.name)
        if parts.flow:
            lines = [f"{quoted}: {render_flow(field.takes, values[field.name], _quote(quoted[:1]))}"]
        else:
            lines = render_field(field, values[field.name], parts.column, site.step)
            lines[0] = quoted + lines[0].removeprefix(field.name)
        yield insert(parts, max(before, default=-1), lines)


def _change_list(shape: Shape, node: Node, values: tuple[Any, ...], site: Site) -> Iterator[Splice]:
    item = item_shape(shape)
    if not isinstance(node, Sequence):
        yield from (
            change_value(item, node, values[0], site)
            if len(values) == 1
            else _exchange(shape, node, values, site)
        )
        return
    if not node.items:
        yield Splice(node.start + 1, node.start + 1, render_flow(shape, values)[1:-1])
        return
    parts = parts_of(site.text, node)
    inside = _inside(parts, site)
    old = [read_value(item, At(one, (), Problems(""))) for one in node.items]
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, values, False).get_opcodes():
        if what == "equal":
            continue
        paired = min(end - start, new_end - new_start)
        for at in range(paired):
            yield from change_value(item, node.items[start + at], values[new_start + at], inside)
        if start + paired < end:
            yield remove(parts, start + paired, end)
        for value in values[new_start + paired : new_end]:
            yield insert(parts, start + paired - 1, [_render_item(parts, item, value)])


def _render_item(parts: Parts, shape: Shape, value: Any) -> str:
    """One list item as its neighbours are written: their quotes, their distance from the hyphen."""
    text, (start, _) = parts.text, parts.spans[0]
    if parts.flow:
        return render_flow(shape, value, _quote(text[start]))
    blank = re.compile(r"- *(?=[^ \r\n#])").match(text, start)
    first = blank.end() if blank else start + 2
    quote = _quote(text[first : first + 1])
    new = (
        render_flow(shape, value)
        if isinstance(value, tuple)
        else render_inline(plain_text(value), quote, flow=False, worded=isinstance(shape, Text))
    )
    return (blank.group() if blank else "- ") + new


def _change_scalar(shape: Shape, node: Node, new: str, site: Site) -> Iterator[Splice]:
    text = site.text
    style = style_of(text, node)
    worded = isinstance(shape, Text)
    if style in ("|", ">") and (block := _reblock(node, style, new, site)):
        yield block
        return
    if "\n" in new and not site.flow and (lines := render_block(new, "|", WIDTH)):
        eol, end = line_break(text, node.start), line_end(text, node.end)
        indent = " " * clear_of_comment(text, end, site.indent)
        body = "".join(eol + indent + line if line else eol for line in lines)
        yield Splice(node.start, node.end, "|-")
        yield Splice(end, end, body)
        return
    inline = render_inline(new, _quote(style), flow=site.flow, worded=worded)
    yield Splice(node.start, content_end(text, node), _header_comment(text, node, inline, site))


def _reblock(node: Node, style: str, new: str, site: Site) -> Splice | None:
    """A text in ``|`` or ``>`` style with new lines under its old header, if that style can hold it."""
    text, end = site.text, content_end(site.text, node)
    header = _HEADER.match(text, node.start)
    assert header is not None
    old_lines = text[header.end() : end].splitlines()
    own = _INDENT.search(text, header.end(), end)
    indent = site.indent if own is None or re.search("[0-9]", header[2]) else len(own.group()) - 1
    indent = clear_of_comment(text, end, indent)
    width = max(WIDTH, *(len(line) for line in old_lines)) - indent
    if (lines := render_block(new, style, width)) is None:
        return None
    eol = line_break(text, node.start)
    body = "".join(eol + " " * indent + line if line else eol for line in lines)
    return Splice(node.start, line_end(text, end), style + re.sub("[0-9]", "", header[2]) + header[3] + body)


def _exchange(shape: Shape, node: Node, value: Any, site: Site) -> Iterator[Splice]:
    """A value of another kind in the place of `node`, on the line of its key; its comments follow."""
    text, end = site.text, content_end(site.text, node)
    if isinstance(node, Scalar) and not isinstance(value, tuple):
        yield from _change_scalar(shape, node, plain_text(value), site)
        return
    new = render_flow(shape, value) if isinstance(value, tuple) else plain_text(value)
    if isinstance(node, Scalar):
        yield Splice(node.start, end, _header_comment(text, node, new, site))
        return
    eol, indent = line_break(text, node.start), " " * site.indent
    comments = [text[slice(*comment)] for comment in find_comments(text, node.start, end, node)]
    if style_of(text, node):
        kept = "".join(f"  {comment}{eol}{indent}" for comment in comments)
        yield Splice(node.start, end, new + kept)
        return
    # The list begins on a line of its own: what is new goes there too, deep enough for any list style.
    start = line_start(text, node.start)
    lines = "".join(f"{indent}{comment}{eol}" for comment in comments)
    yield Splice(start, end, f"{lines}{indent}{new}")


def _header_comment(text: str, node: Node, new: str, site: Site) -> str:
    """`new`, folded as its predecessor was, with the comment that stood behind a ``|`` or ``>``."""
    end = content_end(text, node)
    if style_of(text, node) in ("|", ">"):
        header = _HEADER.match(text, node.start)
        return new + (header[3].rstrip() if header else "")
    old = text[line_start(text, node.start) : line_end(text, end)].splitlines()
    if not isinstance(node, Scalar) or len(old) == 1:
        return new
    width = max(map(len, old))
    eol = line_break(text, node.start)
    lines = fold_words(new, width - node.column + 1, width - site.indent)
    return (eol + " " * site.indent).join(lines)


def _inside(parts: Parts, site: Site) -> Site:
    column = parts.node.column - 1 if parts.flow else parts.column
    return Site(site.text, site.flow or parts.flow, max(site.indent, column + 2), site.step)


def _quote(sign: str) -> str:
    return sign if sign in ("'", '"') else ""


def _like(text: str, key: Scalar, name: str) -> str:
    """A key in the quotes of another one."""
    quote = _quote(text[key.start])
    return f"{quote}{name}{quote}"


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as half-open ranges."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs
