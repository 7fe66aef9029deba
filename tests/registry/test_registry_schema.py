"""The JSON Schema: shipped as rendered, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from claimdesk.errors import RegistryError
from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence, compose_nodes
from claimdesk.registry.problems import Problems
from claimdesk.registry.read import parse_registry
from claimdesk.registry.schema import render_schema

SCHEMA = json.loads(render_schema())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
HEAD = "claims:\n  - id: a\n    statement: S\n    supports: water is wet\n"


def as_editor_sees(text: str) -> Any:
    """The values by YAML 1.2's core schema, as editors read: bare numbers are numbers, dates are text."""

    def value(node: Node) -> Any:
        if isinstance(node, Mapping):
            return {key.text: value(one) for key, one in node.entries}
        if isinstance(node, Sequence):
            return [value(one) for one in node.items]
        assert isinstance(node, Scalar)
        plain = text[node.start : node.start + 1] not in "\"'|>"
        return json.loads(node.text) if plain and re.fullmatch(r"-?\d+(\.\d+)?", node.text) else node.text

    root = compose_nodes(text, Problems(""))
    assert root is not None
    return value(root)


def test_the_shipped_file_is_the_rendered_schema(root: Path) -> None:
    assert (root / "claims.schema.json").read_text(encoding="utf-8") == render_schema()


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_first_registry_names_and_fits_the_schema(root: Path) -> None:
    text = (root / "claims.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=claims.schema.json\n")
    assert list(VALIDATOR.iter_errors(as_editor_sees(text))) == []


@pytest.mark.parametrize("event", ["cianjur_2022", "derna_2023"])
def test_the_event_registries_fit_the_schema(shared: Path, event: str) -> None:
    text = (shared / "gold" / "events" / event / "claims.yaml").read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(as_editor_sees(text))) == []


def test_every_key_says_what_it_is_for() -> None:
    records = [SCHEMA, *SCHEMA["$defs"].values()]
    keys = [(name, key) for record in records for name, key in record["properties"].items()]
    assert len(keys) == 40
    for name, key in keys:
        assert key["description"].endswith("."), name
        examples = {"type": "array", "items": {k: v for k, v in key.items() if k != "examples"}}
        validator = Draft202012Validator({"$defs": SCHEMA["$defs"], **examples})
        assert list(validator.iter_errors(key.get("examples", []))) == [], name


ALIKE = [
    ("topic: x", True),
    ("quantity: {between: [1, 2], unit: men}", True),
    ("quantity: {less_than: 0.5}", True),
    ("must_mention: Kursk", True),
    ("must_mention: [Kursk, [a, b]]", True),
    ("claimed_by: {source: x, url: https://example.org}", True),
    ("verdict: {status: no evidence}", True),
    ("suport: x", False),
    ("topic: ''", False),
    ("topic: [x]", False),
    ("as_of: 2024-13-01", False),
    ("as_of: tomorrow", False),
    ("window_days: 400", False),
    ("window_days: 1.5", False),
    ("threshold: 101", False),
    ("quantity: {unit: men}", False),
    ("quantity: {exactly: 1, about: 1}", False),
    ("quantity: {less_than: 0}", False),
    ("quantity: {at_least: -1}", False),
    ("quantity: {at_least: many}", False),
    ("quantity: {between: [1]}", False),
    ("must_mention: [[]]", False),
    ("claimed_by: {on: 2024-11-04}", False),
    ("claimed_by: {source: x, url: ftp://example.org}", False),
    ("verdict: {status: maybe}", False),
    ("verdict: {status: contested, confidence: certain}", False),
]


@pytest.mark.parametrize(("line", "accepted"), ALIKE)
def test_schema_and_reader_agree(line: str, accepted: bool) -> None:
    text = f"{HEAD}    {line}\n"
    assert VALIDATOR.is_valid(as_editor_sees(text)) == accepted
    if accepted:
        assert parse_registry(text.encode(), "claims.yaml")
    else:
        with pytest.raises(RegistryError):
            parse_registry(text.encode(), "claims.yaml")


@pytest.mark.parametrize("text", ["title: x\n", "claims: []\n", "claims: [{id: a, statement: S}]\n"])
def test_schema_and_reader_agree_on_what_is_needed(text: str) -> None:
    assert not VALIDATOR.is_valid(as_editor_sees(text))
    with pytest.raises(RegistryError):
        parse_registry(text.encode(), "claims.yaml")
