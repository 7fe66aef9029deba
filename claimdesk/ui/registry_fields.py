"""A claim or source of the registry as the fields of a form, and back.

A form holds texts, lists of texts and lists of such lists alone, by the names of its fields: what a person
typed, whether or not it means anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from claimdesk.registry.document import Kind
from claimdesk.registry.fields import WORDINGS
from claimdesk.registry.values import Values

Form = dict[str, Any]
# The fields of each form with what they hold when empty; the id of a record that is there stands apart.
_CLAIM: Form = {
    "statement": "", "topic": "", "as_of": "", "window_days": "",
    "claimed_by.source": "", "claimed_by.url": "", "claimed_by.on": "",
    "quantity.wording": "", "quantity.low": "", "quantity.high": "", "quantity.unit": [],
    "must_mention": [], "supports": [], "contradicts": [], "threshold": "", "notes": "",
}  # fmt: skip
_SOURCE: Form = {"name": "", "kind": "", "part_of": "", "reliability": "", "aliases": []}
_FORMS: dict[Kind, Form] = {"claims": _CLAIM, "sources": _SOURCE}
_STEP = re.compile(r"\[([0-9]+)\]|\.?([^.\[\]]+)")


def blank_form(kind: Kind) -> Form:
    """A form with nothing in it."""
    return {name: list(value) if isinstance(value, list) else value for name, value in _FORMS[kind].items()}


def form_of(kind: Kind, values: Values) -> Form:
    """The form that shows a record, given as `registry.values.read_record` gives it."""
    form = blank_form(kind)
    for name in form:
        outer, _, inner = name.partition(".")
        value = values.get(outer)
        if inner:
            value = value.get(inner) if isinstance(value, Mapping) else None
        if value is not None:
            form[name] = _show(value)
    quantity = values.get("quantity") or {}
    wording = next((word for word in WORDINGS if word in quantity), "")
    if wording:
        low, high = quantity[wording] if wording == "between" else (quantity[wording], "")
        form |= {"quantity.wording": wording, "quantity.low": _show(low), "quantity.high": _show(high)}
    return form


def _show(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_show(one) for one in value]
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def given_of(form: Form) -> dict[str, Any]:
    """What YAML would hold for a form, by the keys of the record; None for a key that is to be left out."""
    given: dict[str, Any] = {}
    for name, typed in form.items():
        outer, _, inner = name.partition(".")
        value = _strip(typed)
        if outer == "quantity":
            continue
        if inner:
            given[outer] = {**(given.get(outer) or {}), **({inner: value} if value else {})} or None
        else:
            given[outer] = value or None
    if "quantity.wording" in form:
        given["quantity"] = _given_quantity(form)
    return given


def _given_quantity(form: Form) -> dict[str, Any] | None:
    wording, unit = form["quantity.wording"], _strip(form["quantity.unit"])
    low, high = _strip(form["quantity.low"]), _strip(form["quantity.high"])
    if not (wording or low or unit):
        return None
    number: Any = [one for one in (low, high) if one] if wording == "between" else low
    return {**({wording: number} if wording else {}), **({"unit": unit} if unit else {})}


def _strip(typed: Any) -> Any:
    """What was typed without white space around it and without empty items."""
    if isinstance(typed, list):
        return [one for one in map(_strip, typed) if one]
    return str(typed).strip()


def is_equal(one: Form, other: Form) -> bool:
    """Whether two forms mean the same."""
    return given_of(one) == given_of(other)


def changed_keys(begun: Form, form: Form) -> list[str]:
    """The keys of the record that the form changes."""
    old, new = given_of(begun), given_of(form)
    return [key for key in new if new[key] != old.get(key)]


def fields_of(form: Form, key: str) -> list[str]:
    """The fields of the form that make up a key of the record."""
    return [name for name in form if name.partition(".")[0] == key]


def find_field(key_path: str, form: Form) -> tuple[str, int]:
    """The field that a problem's key path inside the record leads to, and the number of the item in it.

    The number counts the items that are not empty, and is -1 for the field as a whole; the name is empty
    where the path leads to no field.
    """
    steps = [found[1] or int(found[0]) for found in _STEP.findall(key_path)]
    names = [step for step in steps if isinstance(step, str)]
    number = next((step for step in steps if isinstance(step, int)), -1)
    if not names:
        return "", -1
    if names[0] == "quantity":
        inner = names[1] if len(names) > 1 else ""
        field = {"unit": "quantity.unit", "": "quantity.wording"}.get(inner, "quantity.low")
        return ("quantity.high", -1) if inner == "between" and number == 1 else (field, number)
    joined = ".".join(names[:2])
    if joined in form:
        return joined, number
    return (names[0], number) if names[0] in form else (next(iter(fields_of(form, names[0])), ""), number)
