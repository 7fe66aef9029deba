"""The JSON Schema of `claims.yaml` (draft 2020-12): the table of `fields`, as editors understand it."""

from __future__ import annotations

import json
from typing import Any

from claimdesk.registry.fields import (
    CLAIM,
    CLAIMED_BY,
    QUANTITY,
    REGISTRY,
    SOURCE,
    VERDICT,
    Address,
    Choice,
    Day,
    Groups,
    Identifier,
    Number,
    Range,
    Record,
    Records,
    Shape,
    Text,
    Texts,
    Whole,
)
from claimdesk.registry.scalars import LARGEST_NUMBER

Json = dict[str, Any]
_DEFINED = (SOURCE, CLAIM, QUANTITY, CLAIMED_BY, VERDICT)


def render_schema() -> str:
    """The schema as JSON text; `claims.schema.json` holds exactly this.

    It is for completion and first checks. Reading says more: it also refuses repeated keys and ids, and it
    takes every value as typed, while an editor may take an unquoted ``010`` for a number.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claimdesk registry",
        "description": "Claims, the wordings that bear on them, and who speaks. One file, curated by hand.",
        **_record(REGISTRY),
        "$defs": {record.name: _record(record) for record in _DEFINED},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _record(record: Record) -> Json:
    properties: Json = {}
    for field in record.fields:
        properties[field.name] = {**_value(field.takes), "description": field.about}
        if field.examples:
            properties[field.name]["examples"] = list(field.examples)
    schema: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    if required := [field.name for field in record.fields if field.required]:
        schema["required"] = required
    if record.exactly_one:
        schema["oneOf"] = [{"required": [name]} for name in record.exactly_one]
    if record.filled:
        schema["anyOf"] = [
            {"required": [name], "properties": {name: {"minItems": 1}}} for name in record.filled
        ]
    return schema


def _value(shape: Shape) -> Json:
    match shape:
        case Text(longest):
            return {"type": "string", "minLength": 1, "maxLength": longest}
        case Identifier(longest):
            return {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": longest}
        case Day():
            return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case Address():
            return {"type": "string", "format": "uri", "pattern": "^https?://"}
        case Choice(words):
            return {"enum": list(words)}
        case Whole(low, high):
            return {"const": low} if low == high else {"type": "integer", "minimum": low, "maximum": high}
        case Number(positive):
            least = {"exclusiveMinimum": 0} if positive else {"minimum": 0}
            return {"type": "number", **least, "maximum": LARGEST_NUMBER}
        case Range():
            return {"type": "array", "items": _value(Number()), "minItems": 2, "maxItems": 2}
        case Texts(item):
            return {"anyOf": [{"type": "array", "items": _value(item)}, _value(item)]}
        case Groups(item, strict):
            return _groups(_value(item), strict)
        case Record(name):
            return {"$ref": f"#/$defs/{name}"}
        case Records(record, needed):
            return {"type": "array", "items": _value(record), **({"minItems": 1} if needed else {})}


def _groups(word: Json, strict: bool) -> Json:
    group = {"type": "array", "items": word, "minItems": 1}
    if strict:
        return {"type": "array", "items": group}
    return {"anyOf": [{"type": "array", "items": {"anyOf": [group, word]}}, word]}
