"""A registry file taken apart for an edit: its text, its tree, its values; and put together again, or not."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Keys
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from claimdesk.errors import InputError, UsageError
from claimdesk.registry.change import Site
from claimdesk.registry.characters import BOM, decode_text
from claimdesk.registry.fields import CLAIM, SOURCE, Field, Record, Shape
from claimdesk.registry.layout import style_of
from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence, find_node
from claimdesk.registry.problems import Problems, Steps, show
from claimdesk.registry.read import parse_values
from claimdesk.registry.scalars import nearest
from claimdesk.registry.splice import Splice, apply_splices, parts_of
from claimdesk.registry.values import At, Values, read_value

Kind = Literal["claims", "sources"]
RECORDS: dict[Kind, Record] = {"claims": CLAIM, "sources": SOURCE}
# How problems name a registry whose path is not known here.
NAME = "claims.yaml"


@dataclass(frozen=True, slots=True)
class Document:
    """A registry that reads: `text` without byte order mark, the tree in it, the values of that.

    `path` is how messages name it.
    """

    data: bytes
    text: str
    root: Mapping
    values: Values
    path: str = NAME

    def records(self, kind: Kind) -> tuple[Values, ...]:
        """The claims or sources; none if the key is absent."""
        found: tuple[Values, ...] = self.values.get(kind, ())
        return found

    def find(self, kind: Kind, record_id: str) -> int:
        """The number of the record of that id, from 0. Raises UsageError."""
        ids = [record["id"] for record in self.records(kind)]
        if record_id in ids:
            return ids.index(record_id)
        near = nearest(record_id, ids)
        hint = f" Did you mean {near}?" if near else ""
        raise UsageError(f"There is no {RECORDS[kind].name} `{show(record_id)}` in the registry.{hint}")

    def mapping(self, steps: Steps) -> Mapping:
        """The keys with values at `steps`, which must lead to some."""
        node = find_node(self.root, steps)
        assert isinstance(node, Mapping)
        return node

    def site(self, steps: Steps) -> Site:
        """The surroundings of the value at `steps`, with the list indentation that the file uses."""
        above = [find_node(self.root, steps[:depth]) for depth in range(len(steps))]
        claims = self.root.get("claims")
        step = 2
        if isinstance(claims, Sequence) and not style_of(self.text, claims):
            step = max(0, parts_of(self.text, claims).column - parts_of(self.text, self.root).column)
        return Site(self.text, any(style_of(self.text, node) for node in above), 0, step)


def parse_document(data: bytes, path: str = NAME) -> Document:
    """The registry in `data`. Raises RegistryError."""
    values, root = parse_values(data, path)
    assert isinstance(root, Mapping)
    return Document(data, decode_text(data, Problems(path)), root, values, path)


def render_edit(document: Document, splices: Iterable[Splice], expected: Values) -> bytes:
    """The bytes with all `splices`, which must read back as `expected` and nothing else.

    Raises RegistryError where the result does not read, InputError where it reads as something else.
    """
    try:
        text = apply_splices(document.text, splices)
    except ValueError:
        raise _refusal() from None
    edited = (BOM if document.data.startswith(BOM) else b"") + text.encode("utf-8")
    if parse_values(edited, document.path)[0] != expected:
        raise _refusal()
    return edited


def read_given(shape: Shape, given: object, place: Node, steps: Steps, path: str = NAME) -> Any:
    """`given`, plain Python values, as the registry's own typed value of that shape.

    Raises RegistryError with all problems, at the line of `place` in `path`.
    """
    problems = Problems(path)
    value = read_value(shape, At(_as_node(given, place), steps, problems))
    problems.refuse_if_any()
    return value


def find_field(record: Record, name: str) -> Field:
    """The field of that name. Raises UsageError."""
    names = [field.name for field in record.fields]
    if name in names:
        return record.fields[names.index(name)]
    near = nearest(name, names)
    hint = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."
    raise UsageError(f"A {record.name} has no field `{show(name)}`. {hint}")


def is_empty(given: object) -> bool:
    """Whether a value stands for none: a key that holds it is left out."""
    return given is None or (isinstance(given, str | tuple | list | Keys) and not given)


def _as_node(given: object, place: Node) -> Node:
    marks = (0, 0, place.line, place.column)
    if isinstance(given, Keys):
        pairs = ((Scalar(*marks, str(key)), value) for key, value in given.items() if not is_empty(value))
        return Mapping(*marks, tuple((key, _as_node(value, place)) for key, value in pairs))
    if isinstance(given, tuple | list):
        return Sequence(*marks, tuple(_as_node(item, place) for item in given))
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    if isinstance(given, Decimal):
        given = f"{given:f}"  # never with an exponent, which is no number of this file
    return Scalar(*marks, str(given).replace("\r\n", "\n").replace("\r", "\n"))


def _refusal() -> InputError:
    return InputError(
        "This edit would change more than was asked for, so nothing was changed. Make it in the raw text."
    )
