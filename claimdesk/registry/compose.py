"""Values as YAML that is written anew: fields and records that the file did not hold before.

The forms are those of the registry we ship: phrases one a line, names in brackets, a verdict one key a line.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from claimdesk.registry.fields import NAME, Field, Groups, Number, Range, Record, Records, Shape, Text, Texts
from claimdesk.registry.styles import AFTER_COMMAS, WIDTH, fold_words, render_block, render_inline
from claimdesk.registry.values import Values


def render_flow(shape: Shape, value: Any, style: str = "") -> str:
    """`value`, as `read_value` gives it for `shape`, on one line, to stand inside brackets."""
    if isinstance(shape, Record):
        fields = [field for field in shape.fields if field.name in value]
        quote = style if style == '"' else ""
        pairs = (
            f"{quote}{field.name}{quote}: {render_flow(field.takes, value[field.name], style)}"
            for field in fields
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(render_flow(item_shape(shape), item, style) for item in value) + "]"
    return render_inline(plain_text(value), style, flow=True, worded=isinstance(shape, Text))


def render_field(field: Field, value: Any, column: int, step: int) -> list[str]:
    """The lines of ``name: value`` in a block whose keys stand in `column`; all but the first are indented.

    `step`: by how much the lists of this file are indented against their key.
    """
    shape, name = field.takes, field.name
    inner = " " * (column + 2)
    if isinstance(shape, Record) and has_long_text(shape):
        first, *more = render_record(shape, value, column + 2, step)
        return [f"{name}:", inner + first, *more]
    if isinstance(shape, Records):
        dash = " " * (column + step)
        lines = [render_record(shape.record, item, column + step + 2, step) for item in value]
        return [f"{name}:", *(line for first, *more in lines for line in (f"{dash}- {first}", *more))]
    if isinstance(shape, Texts) and shape.item.longest > NAME.longest:
        dash = " " * (column + step)
        return [f"{name}:", *(f"{dash}- {render_inline(item, flow=False)}" for item in value)]
    if isinstance(shape, Record | Texts | Groups | Range):
        return wrap(f"{name}: ", render_flow(shape, value), column)
    text = plain_text(value)
    inline = f"{name}: {render_inline(text, flow=False, worded=isinstance(shape, Text))}"
    style = "|" if "\n" in text else ">" if column + len(inline) > WIDTH else ""
    block = render_block(text, style, WIDTH - column - 2) if style else None
    if block is None:
        return [inline]
    return [f"{name}: {style}-", *(inner + line if line else "" for line in block)]


def render_record(record: Record, values: Values, column: int, step: int) -> list[str]:
    """The lines of a block whose keys stand in `column`, in the format's order; the first not indented."""
    fields = (field for field in record.fields if field.name in values)
    lines = [render_field(field, values[field.name], column, step) for field in fields]
    first, *others = lines
    return [*first, *(line for one in others for line in (" " * column + one[0], *one[1:]))]


def plain_text(value: str | int | date | Decimal) -> str:
    """A single value as a curator types it."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def item_shape(shape: Shape) -> Shape:
    """What the items of a list of this shape are."""
    if isinstance(shape, Groups):
        return Texts(shape.item)
    if isinstance(shape, Records):
        return shape.record
    if isinstance(shape, Texts):
        return shape.item
    return Number()


def has_long_text(record: Record) -> bool:
    """Whether a record can hold lines of text, so that it stands on lines of its own."""
    return any(isinstance(field.takes, Text) and field.takes.lines for field in record.fields)


def wrap(key: str, flow: str, column: int) -> list[str]:
    """A bracket on as many lines as its width asks for, broken after commas between its items."""
    inner = " " * (column + len(key) + 1)
    first, *more = fold_words(key + flow, WIDTH - column, WIDTH - len(inner), AFTER_COMMAS)
    return [first, *(inner + line for line in more)]
