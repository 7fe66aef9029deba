"""A node tree read by the table of `fields`: plain values, and every problem on the way."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from claimdesk.registry.fields import (
    Field,
    Groups,
    Number,
    Range,
    Record,
    Records,
    Shape,
    Single,
    Text,
    Texts,
)
from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence
from claimdesk.registry.problems import Problems, Step, Steps, show
from claimdesk.registry.scalars import NotAccepted, nearest, parse_scalar

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class At:
    """A node with its key path, and where problems with it are noted."""

    node: Node
    steps: Steps
    problems: Problems

    def down(self, step: Step, node: Node) -> At:
        """One step further down."""
        return At(node, (*self.steps, step), self.problems)

    def items(self) -> list[At]:
        """The items of a list."""
        items = self.node.items if isinstance(self.node, Sequence) else ()
        return [self.down(index, item) for index, item in enumerate(items)]

    def refuse(self, what: str, remedy: str) -> None:
        """Note a problem here, unless the node itself was refused and reported before."""
        if type(self.node) is not Node:
            self.problems.add(self.node.line, self.node.column, self.steps, what, remedy)

    def refuse_kind(self, wanted: str, remedy: str) -> None:
        """Note that something else than what is wanted stands here."""
        kinds = {Sequence: "a list", Mapping: "keys with values"}
        self.refuse(f"{kinds.get(type(self.node), 'one value')} where {wanted}", remedy)


def read_record(record: Record, at: At) -> Values:
    """The values by key name; keys that are absent or were refused are absent.

    Texts are `str`, numbers `Decimal` or `int`, days `date`, lists tuples, records `Values` again.
    """
    values: Values = {}
    if not isinstance(at.node, Mapping):
        keys = ", ".join(field.name for field in record.fields)
        at.refuse_kind("keys are wanted", f"write keys with values, of: {keys}")
        return values
    known = {field.name: field for field in record.fields}
    for key, node in at.node.entries:
        if key.text not in known:
            _report_unknown(record, at.down(key.text, key))
        elif (value := read_value(known[key.text].takes, at.down(key.text, node))) is not None:
            values[key.text] = value
    _report_missing(record, at.node, at)
    return values


def read_value(shape: Shape, at: At) -> Any:
    """The value of the node at `at`, typed as in `read_record`; None if it was refused and reported."""
    match shape:
        case Record():
            return read_record(shape, at)
        case Records():
            return _read_records(shape, at)
        case Texts(item):
            return _read_texts(item, at)
        case Groups():
            return _read_groups(shape, at)
        case Range():
            return _read_range(at)
    return _read_single(shape, at)


def _read_single(shape: Single, at: At) -> Any:
    if not isinstance(at.node, Scalar):
        colon = isinstance(at.node, Mapping) and isinstance(shape, Text)
        remedy = "put a text with a colon in quotes" if colon else "write one value"
        at.refuse_kind("one value is wanted", remedy)
        return None
    if not at.node.text.strip():
        at.refuse("nothing stands here", "write a value, or remove the key or hyphen")
        return None
    try:
        return parse_scalar(shape, at.node.text)
    except NotAccepted as refusal:
        at.refuse(refusal.what, refusal.remedy)
        return None


def _read_records(shape: Records, at: At) -> tuple[Values, ...]:
    name = shape.record.name
    if not isinstance(at.node, Sequence):
        at.refuse_kind("a list is wanted", f"begin each {name} with `- id: `")
    elif shape.needed and not at.node.items:
        at.refuse("the list is empty", f"write at least one {name}")
    records = []
    owners: dict[str, Node] = {}
    for item in at.items():
        values = read_record(shape.record, item)
        records.append(values)
        identifier = item.node.get("id") if isinstance(item.node, Mapping) else None
        if identifier is not None and "id" in values:
            owner = owners.setdefault(values["id"], identifier)
            if owner is not identifier:
                what = f"`{show(values['id'])}` is already the id of the {name} in line {owner.line}"
                item.down("id", identifier).refuse(what, "give each its own id")
    return tuple(records)


def _read_texts(item: Text, at: At) -> tuple[str, ...]:
    if not isinstance(at.node, Sequence):
        alone = _read_single(item, at)
        return () if alone is None else (alone,)
    read = [_read_single(item, one) for one in at.items()]
    _report_split(at)
    return tuple(text for text in read if text is not None)


def _read_groups(shape: Groups, at: At) -> tuple[tuple[str, ...], ...]:
    if isinstance(at.node, Scalar) and not shape.strict:
        return (_read_texts(shape.item, at),)
    if not isinstance(at.node, Sequence):
        at.refuse_kind("lists are wanted", "write [[one, another], [third]]")
    groups = []
    for one in at.items():
        if isinstance(one.node, Sequence) and not one.node.items:
            one.refuse("an empty group", "write a word into it or remove it")
        elif isinstance(one.node, Scalar) and shape.strict:
            one.refuse("one name alone", "write all names of a thing as a list: [one, another]")
        else:
            groups.append(_read_texts(shape.item, one))
    return tuple(groups)


def _read_range(at: At) -> tuple[Decimal, Decimal] | None:
    remedy = "write [lowest, highest]"
    if not isinstance(at.node, Sequence):
        at.refuse_kind("two numbers are wanted", remedy)
        return None
    if _report_split(at):
        return None
    numbers = [_read_single(Number(), one) for one in at.items()]
    if len(numbers) != 2:
        at.refuse(f"{len(numbers)} numbers where two are wanted", remedy)
        return None
    low, high = numbers
    if low is None or high is None:
        return None
    if low > high:
        at.refuse("the first number is the larger one", f"write [{high}, {low}]")
        return None
    return low, high


def _report_unknown(record: Record, at: At) -> None:
    names = [field.name for field in record.fields]
    near = nearest(str(at.steps[-1]), names)
    at.refuse(
        f"a {record.name} has no such key", f"write {near}" if near else f"known here: {', '.join(names)}"
    )


def _report_missing(record: Record, node: Mapping, at: At) -> None:
    given = {key.text for key, _ in node.entries}
    for field in record.fields:
        if field.required and field.name not in given:
            at.down(field.name, node).refuse("this is missing", _propose(field))
    chosen = [key for key, _ in node.entries if key.text in record.exactly_one]
    if record.exactly_one and not chosen:
        at.refuse("the number is missing", f"write one of: {', '.join(record.exactly_one)}")
    for key in chosen[1:]:
        what = f"`{key.text}` stands beside `{chosen[0].text}`, and a {record.name} has one wording"
        at.down(key.text, key).refuse(what, "keep one; between: [lowest, highest] holds two numbers")
    if record.filled and not any(_holds_something(node.get(name)) for name in record.filled):
        what = f"the {record.name} has no phrase, so nothing can match it"
        remedy = f"write at least one wording under {' or '.join(record.filled)}"
        at.down(record.filled[0], node).refuse(what, remedy)


def _report_split(at: At) -> bool:
    """In ``[more than 10,000 men]`` YAML ends the first text at the comma: nobody means that."""
    split = False
    for one, other in pairwise(at.items()):
        before, after = one.node, other.node
        if not (isinstance(before, Scalar) and isinstance(after, Scalar) and before.end + 1 == after.start):
            continue
        if before.text[-1:].isdigit() and after.text[:1].isdigit():
            what = f"YAML splits this at the comma: `{show(before.text)}` and `{show(after.text)}`"
            one.refuse(what, "put the text in quotes, or write a number without the comma")
            split = True
    return split


def _propose(field: Field) -> str:
    return f"write `{field.name}: {field.examples[0]}`, say" if field.examples else f"write {field.name}"


def _holds_something(node: Node | None) -> bool:
    return node is not None and not (isinstance(node, Sequence) and not node.items)
