"""The model's frozen dataclasses as rows of plain JSON, and back without loss.

A row is the list of a dataclass's fields in their order; days are ordinals, tuples are lists. What repeats in
many rows (origins, reasons, dates, figures) is written once, into a table, and stands in a row as its number.
The types are read off the model, so that a field added there is kept too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from claimdesk.model import Figure, Interval, Origin, Reason, StatedDate

Row = list[Any]
Kind = Any  # a type, as it stands in a hint
Code = Callable[[Any, Any], Any]
_PLAIN = (str, int, float, bool, NoneType)
_SHARED = (Figure, Interval, Origin, Reason, StatedDate)


class RowWriter:
    """Writes objects as rows; `shared` is the table that goes with them."""

    def __init__(self) -> None:
        self.shared: list[Row] = []
        self._numbers: dict[str, int] = {}

    def write(self, value: Any) -> Row:
        """The row of a dataclass."""
        kind: Kind = type(value)
        row: Row = _dataclass_writer(kind)(value, self)
        return row

    def number(self, kind: int, row: Row) -> int:
        """The number of a row in the table. Told apart as written, since 1, 1.0 and True are equal."""
        written = repr((kind, row))
        if written not in self._numbers:
            self._numbers[written] = len(self.shared)
            self.shared.append([kind, row])
        return self._numbers[written]


class RowReader:
    """Reads what a RowWriter wrote, given its table."""

    def __init__(self, shared: Sequence[Row]) -> None:
        self.objects: list[Any] = []
        for kind, row in shared:
            self.objects.append(_dataclass_reader(_SHARED[kind])(row, self))

    def read(self, kind: Kind, row: Row) -> Any:
        """The dataclass `kind` of a row that a RowWriter wrote."""
        return _dataclass_reader(kind)(row, self)


@cache
def _writer(hint: Kind) -> Code | None:
    """How a value of the type `hint` is written; None where it is JSON as it is."""
    if hint is date:
        return lambda value, _: value.toordinal()
    if _is_row(hint):
        return _dataclass_writer(hint)
    members = get_args(hint)
    if _origin(hint) is tuple and members[-1:] == (Ellipsis,):
        each = _writer(members[0])
        return each and (lambda values, table: [each(value, table) for value in values])
    if _origin(hint) is tuple:
        parts = [_writer(member) or (lambda value, _: value) for member in members]
        if not any(map(_writer, members)):
            return None
        return lambda values, table: [part(one, table) for part, one in zip(parts, values, strict=True)]
    if _is_plain(hint):
        return None
    inner = _writer(_optional(hint))
    return inner and (lambda value, table: None if value is None else inner(value, table))


@cache
def _dataclass_writer(kind: Kind) -> Code:
    names = [field.name for field in fields(kind)]
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    written = [_writer(_hints(kind)[name]) for name in names]
    steps = [(at, write) for at, write in enumerate(written) if write is not None]

    def write_fields(value: Any, table: RowWriter) -> Row:
        row = list(read(value))
        for at, write in steps:
            row[at] = write(row[at], table)
        return row

    if kind not in _SHARED:
        return write_fields
    place = _SHARED.index(kind)
    return lambda value, table: table.number(place, write_fields(value, table))


@cache
def _reader(hint: Kind) -> Code | None:
    """How a value of the type `hint` is read; None where it is what was written."""
    if hint is date:
        return lambda value, _: date.fromordinal(value)
    if hint in _SHARED:
        return lambda value, table: table.objects[value]
    if _is_row(hint):
        return _dataclass_reader(hint)
    members = get_args(hint)
    if _origin(hint) is tuple and members[-1:] == (Ellipsis,):
        each = _reader(members[0])
        if each is None or each is _read_plain:
            return _read_plain if each is None else lambda values, _: tuple(map(tuple, values))
        return lambda values, table: tuple([each(value, table) for value in values])
    if _origin(hint) is tuple:
        if not any(map(_reader, members)):
            return _read_plain
        parts = [_reader(member) or (lambda value, _: value) for member in members]
        return lambda values, table: tuple([p(one, table) for p, one in zip(parts, values, strict=True)])
    if _is_plain(hint):
        return None
    inner = _reader(_optional(hint))
    if inner is None:
        return None
    return lambda value, table: None if value is None else inner(value, table)


def _read_plain(values: Row, _: Any) -> tuple[Any, ...]:
    return tuple(values)


@cache
def _dataclass_reader(kind: Kind) -> Code:
    readers = [_reader(_hints(kind)[field.name]) for field in fields(kind)]
    steps = [(at, read) for at, read in enumerate(readers) if read is not None]
    if not steps:
        return lambda row, _: kind(*row)

    def read_fields(row: Row, table: Any) -> Any:
        values = list(row)
        for at, read in steps:
            values[at] = read(values[at], table)
        return kind(*values)

    return read_fields


@cache
def _hints(kind: Kind) -> dict[str, Any]:
    return get_type_hints(kind)


def _is_row(hint: Kind) -> bool:
    return is_dataclass(hint)


def _origin(hint: Kind) -> Any:
    return get_origin(hint)


def _is_plain(hint: Kind) -> bool:
    """Whether values of the type are JSON as they are."""
    if _origin(hint) in (Union, UnionType):
        return all(_is_plain(member) for member in get_args(hint))
    return hint in _PLAIN or _origin(hint) is Literal


def _optional(hint: Kind) -> Any:
    """The X of ``X | None``; a TypeError for types that have no row."""
    rest = [member for member in get_args(hint) if member is not NoneType]
    if _origin(hint) in (Union, UnionType) and len(rest) == 1:
        return rest[0]
    raise TypeError(f"{hint} cannot be written as a row")
