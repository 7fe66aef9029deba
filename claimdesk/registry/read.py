"""The registry: `claims.yaml` to model types, or everything that is wrong with it, each with its place."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from claimdesk.errors import InputError, Problem, RegistryError
from claimdesk.model import (
    SIDES,
    Claim,
    ClaimedBy,
    Hits,
    Interval,
    Phrase,
    Quantity,
    Registry,
    Source,
    Verdict,
)
from claimdesk.registry.characters import MAX_BYTES, decode_text
from claimdesk.registry.check import find_warnings
from claimdesk.registry.fields import REGISTRY, WORDINGS
from claimdesk.registry.nodes import Node, Scalar, compose_nodes, find_node
from claimdesk.registry.problems import Problems
from claimdesk.registry.values import At, Values, read_record
from claimdesk.settings import DEFAULT_SETTINGS


def load_registry(path: str | Path) -> Registry:
    """The registry in the file at `path`.

    Raises InputError for a file that is missing, unreadable or a folder, and RegistryError, a kind of it,
    with all problems of the content.
    """
    registry, _ = _parse(load_bytes(path), str(path))
    return registry


def load_bytes(path: str | Path) -> bytes:
    """The file's bytes, one more than `MAX_BYTES` at most. Raises InputError."""
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file. Give the registry with --claims FILE.") from None
    except IsADirectoryError:
        raise InputError(
            f"{path}: this is a folder. Give the registry file in it, such as claims.yaml."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        shown = str(path).replace("\0", "\\0")
        raise InputError(f"{shown}: cannot be read ({reason}). Check the name and the permissions.") from None


def parse_registry(
    data: bytes, path: str, *, today: date | None = None, hits: Hits | None = None
) -> tuple[Registry, tuple[Problem, ...]]:
    """The registry in `data` and its warnings, sorted by place; `path` is how messages name the file.

    `today` is what dates in the future are measured by; default is the machine's date. `hits`, of this
    registry, let warnings say what a phrase hits. Raises RegistryError.
    """
    registry, root = _parse(data, path)
    return registry, find_warnings(registry, root, today or date.today(), hits)


def parse_values(data: bytes, path: str) -> tuple[Values, Node]:
    """The registry in `data` as plain values, and the tree they stand in. Raises RegistryError."""
    values, root, _ = _read(data, path)
    return values, root


def _read(data: bytes, path: str) -> tuple[Values, Node, dict[str, str]]:
    """Values, tree, and the outermost body of each source."""
    try:
        return _read_bytes(data)
    except RegistryError as error:
        raise RegistryError([replace(problem, path=path) for problem in error.problems]) from None


# Whoever edits and saves has the same two contents read several times. Nobody changes what was read.
@lru_cache(maxsize=2)
def _read_bytes(data: bytes) -> tuple[Values, Node, dict[str, str]]:
    problems = Problems("")
    root = compose_nodes(decode_text(data, problems), problems)
    if root is None or (isinstance(root, Scalar) and not root.text):
        problems.add(1, 1, (), "the file is empty", "write at least one claim under `claims:`")
        problems.refuse()
    top = At(root, (), problems)
    values = read_record(REGISTRY, top)
    bodies = _follow_bodies(values, top)
    problems.refuse_if_any()
    return values, root, bodies


def _parse(data: bytes, path: str) -> tuple[Registry, Node]:
    values, root, bodies = _read(data, path)
    sha256 = hashlib.sha256(data).hexdigest()
    claims = tuple(
        _claim(claim, find_node(root, ("claims", at)).line) for at, claim in enumerate(values["claims"])
    )
    sources = tuple(_source(source, bodies) for source in values.get("sources", ()))
    return Registry(values.get("title", ""), claims, sources, values.get("aliases", ()), sha256, path), root


def _follow_bodies(values: Values, top: At) -> dict[str, str]:
    """The outermost body of each source that is part of one. A source that is part of itself is a problem."""
    sources = values.get("sources", ())
    direct = {one["id"]: one["part_of"] for one in sources if "id" in one and "part_of" in one}
    listed = {source.get("id"): at for at, source in enumerate(sources)}
    outermost: dict[str, str] = {}
    for source_id, body in direct.items():
        passed = {source_id}
        while body in direct and body not in passed and body not in outermost:
            passed.add(body)
            body = direct[body]
        if body in passed:
            steps = ("sources", listed[body], "part_of")
            place = At(find_node(top.node, steps), steps, top.problems)
            place.refuse(f"`{body}` is part of itself", "name the body it speaks for, or remove the key")
        outermost |= dict.fromkeys(passed, outermost.get(body, body))
    return outermost


def _source(values: Values, bodies: Mapping[str, str]) -> Source:
    given = {key: values[key] for key in ("kind", "reliability", "aliases") if key in values}
    identifier = values["id"]
    name = values.get("name") or identifier
    return Source(id=identifier, name=name, part_of=bodies.get(identifier, ""), **given)


def _claim(values: Values, line: int) -> Claim:
    simple = ("id", "statement", "topic", "as_of", "window_days", "must_mention", "threshold", "notes")
    claimed_by, verdict, quantity = (values.get(key) for key in ("claimed_by", "verdict", "quantity"))
    return Claim(
        **{key: values[key] for key in simple if key in values},
        phrases=tuple(Phrase(text, side) for side in SIDES for text in values.get(side, ())),
        quantity=None if quantity is None else _quantity(quantity),
        claimed_by=None if claimed_by is None else ClaimedBy(**claimed_by),
        verdict=None if verdict is None else Verdict(**verdict),
        line=line,
    )


def _quantity(values: Values) -> Quantity:
    wording = next(word for word in WORDINGS if word in values)
    return Quantity(_interval(wording, values[wording]), values.get("unit", ()), wording)


def _interval(wording: str, number: Decimal | tuple[Decimal, Decimal]) -> Interval:
    """What the curator's wording means as a set of numbers, exact in decimals before it becomes floats."""
    if isinstance(number, tuple):
        return Interval(float(number[0]), float(number[1]))
    margin = number * Decimal(str(DEFAULT_SETTINGS.approximate))
    value = float(number)
    meant = {
        "exactly": Interval(value, value),
        "about": Interval(float(number - margin), float(number + margin)),
        "at_least": Interval(value, math.inf),
        "at_most": Interval(0, value),
        "more_than": Interval(value, math.inf, low_open=True),
        "less_than": Interval(0, value, high_open=True),
    }
    return meant[wording]
