"""What is wrong with a form, field by field, as the registry's own check says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from claimdesk.errors import Problem, RegistryError
from claimdesk.model import Claim
from claimdesk.registry.document import Kind
from claimdesk.registry.read import parse_registry
from claimdesk.registry.styles import render_values
from claimdesk.ui.registry_fields import Form, find_field, given_of
from claimdesk.ui.registry_file import RegistryFile

Place = tuple[str, int]
_RECORD = re.compile(r"(?:claims|sources)\[[0-9]+\]\.?")
# A claim for a registry in which another part is looked at.
STAND_IN = {"id": "stand-in", "statement": "-", "supports": ["-"]}


@dataclass(frozen=True, slots=True)
class Checked:
    """A form as the registry reads it: the claim, where there is nothing wrong with it, and all problems.

    `problems` are by field and number of the item in it, -1 for the field itself; the field ``id`` is that of
    the record, an empty one stands for the record as a whole.
    """

    claim: Claim | None = None
    problems: dict[Place, list[Problem]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many problems keep it from being saved."""
        return sum(one.severity == "error" for found in self.problems.values() for one in found)


def check_form(kind: Kind, record_id: str, form: Form, file: RegistryFile) -> Checked:
    """The form of a record under that id, read beside the sources and aliases of the file."""
    record = {"id": record_id, **_filled(given_of(form))}
    document = file.document
    around: dict[str, Any] = {"version": 1}
    if document is not None:
        aliases = document.values.get("aliases", ())
        around |= {"aliases": [list(group) for group in aliases]} if aliases else {}
        if kind == "claims" and document.records("sources"):
            names = [{"id": one["id"]} for one in document.records("sources")]
            around["sources"] = names
    records: dict[str, Any] = (
        {"claims": [record]} if kind == "claims" else {"sources": [record], "claims": [STAND_IN]}
    )
    data = render_values({**around, **records})
    try:
        registry, warnings = parse_registry(data, str(file.path))
    except RegistryError as error:
        return Checked(None, sort_problems(error.problems, kind, form))
    claim = registry.claims[0] if kind == "claims" else None
    return Checked(claim, sort_problems(warnings, kind, form))


def _filled(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if value is not None}


def sort_problems(problems: Sequence[Problem], kind: Kind, form: Form) -> dict[Place, list[Problem]]:
    """Problems of one record by the field they are about."""
    found: dict[Place, list[Problem]] = {}
    for problem in problems:
        if not problem.key_path.startswith(f"{kind}["):
            continue
        inner = _RECORD.sub("", problem.key_path, count=1)
        place = ("id", -1) if inner == "id" else find_field(inner, form)
        if inner == "" and "as_of" in problem.what:
            place = ("as_of", -1)
        found.setdefault(place, []).append(problem)
    return found
