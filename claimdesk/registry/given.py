"""Values for a registry as somebody types them on a command line."""

from __future__ import annotations

from typing import Any

from claimdesk.errors import UsageError
from claimdesk.registry.document import RECORDS, Kind, find_field
from claimdesk.registry.fields import Groups, Range, Record, Shape, Texts
from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence, compose_nodes
from claimdesk.registry.problems import Problems

_SEPARATOR = "|"  # between the words of a group, as histories show it


def parse_given(kind: Kind, field: str, words: list[str]) -> object:
    """What `words` say for a field of a claim or source, as `edit.change_claim` takes it.

    A list takes one word an item, a list of groups one word a group, its words separated by ``|``. Lists and
    keys with values may also be written as YAML in brackets.

    Raises UsageError for an unknown field, for too many words or none, and RegistryError for brackets that do
    not parse.
    """
    shape = _shape(kind, field)
    if not words or not any(word.strip() for word in words):
        raise UsageError(f"{field}: there is no value. Give one, or take the field out with --unset.")
    listed = isinstance(shape, Texts | Groups | Range)
    if (listed or isinstance(shape, Record)) and len(words) == 1 and words[0].lstrip()[:1] in ("[", "{"):
        problems = Problems(field)
        node = compose_nodes(words[0], problems)
        problems.refuse_if_any()
        return _plain(node) if node else None
    if isinstance(shape, Record):
        names = ", ".join(f"{field}.{inner.name}" for inner in shape.fields)
        raise UsageError(f"{field}: set one of {names}, or all in brackets: {{key: value}}.")
    if isinstance(shape, Groups):
        return [[part.strip() for part in word.split(_SEPARATOR)] for word in words]
    if listed:
        return list(words)
    if len(words) > 1:
        raise UsageError(f"{field}: {len(words)} values for a field that takes one. Put a text in quotes.")
    return words[0]


def _shape(kind: Kind, field: str) -> Shape:
    name, _, inner = field.partition(".")
    found = find_field(RECORDS[kind], name)
    if not inner:
        return found.takes
    if not isinstance(found.takes, Record):
        raise UsageError(f"`{name}` has no field `{inner}`.")
    return find_field(found.takes, inner).takes


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text
