"""Edits of a registry, from bytes to bytes: only the lines of what is edited change.

Each edit is read back before it is given out. One that would change anything else is refused.
"""

from __future__ import annotations

from claimdesk.errors import UsageError
from claimdesk.registry.change import set_field
from claimdesk.registry.document import (
    NAME,
    RECORDS,
    Document,
    Kind,
    find_field,
    is_empty,
    parse_document,
    read_given,
    render_edit,
)
from claimdesk.registry.fields import REGISTRY, Record, Records
from claimdesk.registry.problems import Steps
from claimdesk.registry.splice import Splice
from claimdesk.registry.values import Values


def change_claim(data: bytes, claim_id: str, field: str, value: object | None, *, path: str = NAME) -> bytes:
    """The registry in `data` with one field of one claim set to `value`, or without it for None.

    `field` is a key of a claim, or of a record in it after a dot: ``supports``, ``verdict``,
    ``quantity.at_least``. `value` is what YAML would hold: text, number, date, list, or keys with values;
    keys that are None or empty are left out. Another wording of a quantity takes the place of the one that is
    there. What stays as it is keeps its form and its comments. `path` is how messages name
    the file.

    Raises UsageError for an unknown claim or field; RegistryError, each problem with its place and key path,
    for a registry that does not read, or would not with this value; InputError for an edit that cannot be
    made without changing anything else.
    """
    return change_record(data, "claims", claim_id, field, value, path=path)


def change_record(
    data: bytes, kind: Kind, record_id: str, field: str, value: object | None, *, path: str = NAME
) -> bytes:
    """As `change_claim`, for the claim or source of that id."""
    document = parse_document(data, path)
    at = document.find(kind, record_id)
    records = list(document.records(kind))
    records[at], splices = _change(document, RECORDS[kind], (kind, at), records[at], field, value)
    return render_edit(document, splices, {**document.values, kind: tuple(records)})


def change_registry(data: bytes, field: str, value: object | None, *, path: str = NAME) -> bytes:
    """As `change_claim`, for a key of the registry itself: ``title``, ``version`` or ``aliases``."""
    if isinstance(find_field(REGISTRY, field.partition(".")[0]).takes, Records):
        raise UsageError(f"`{field}` is changed record by record.")
    document = parse_document(data, path)
    expected, splices = _change(document, REGISTRY, (), document.values, field, value)
    return render_edit(document, splices, expected)


def _without_others(record: Record, values: Values, name: str) -> Values:
    """The values without those that cannot stand beside the key `name`: of several wordings there is one."""
    others = record.exactly_one if name in record.exactly_one else ()
    return {key: value for key, value in values.items() if key not in others}


def _change(
    document: Document, record: Record, steps: Steps, old: Values, path: str, given: object
) -> tuple[Values, list[Splice]]:
    """The values of one record after the edit, and the splices that lead there."""
    name, _, inner = path.partition(".")
    field = find_field(record, name)
    node = document.mapping(steps)
    place = node.get(name) or node
    if inner:
        if not isinstance(field.takes, Record):
            raise UsageError(f"`{name}` has no field `{inner}`.")
        find_field(field.takes, inner)
        given = {**_without_others(field.takes, old.get(name, {}), inner), inner: given}
    expected = {key: value for key, value in old.items() if key != name}
    if not is_empty(given):
        expected[name] = read_given(field.takes, given, place, (*steps, name), document.path)
    if steps:
        # Tells what the record as a whole would lack.
        read_given(record, expected, node, steps, document.path)
    return expected, list(set_field(record, node, name, expected.get(name), document.site(steps)))
