"""What a parser reads in a file that is brought in: its text, and what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

STATES = ("text", "no_text", "encrypted")
_TORN = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a file states, and where in it: ``json-ld``, ``opengraph``, ``byline``, ``pdf information``."""

    value: str
    read_in: str


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file, with the facts it states by name: title, outlet, published, author, language.

    `state` is ``text``; ``no_text`` where there is none to be had, in a scanned PDF say; or ``encrypted``.
    """

    state: str
    body: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def pack_extract(extract: Extract) -> dict[str, Any]:
    """An extract in plain values, as `parse_extract` reads it."""
    return asdict(extract)


def parse_extract(value: object) -> Extract:
    """The extract in plain values that need not be trusted. Raises ValueError where they are none."""
    match value:
        case {"state": str(state), "body": str(body), "facts": dict(facts), "notes": list(notes)} if (
            state in STATES and (state == "text") == bool(body.strip())
        ):
            return Extract(state, _mend(body), _parse_facts(facts), tuple(_mend(str(note)) for note in notes))
    raise ValueError("the parser's answer is no extract")


def _parse_facts(facts: dict[str, Any]) -> dict[str, Fact]:
    found = {}
    for name, fact in facts.items():
        match fact:
            case {"value": str(text), "read_in": str(place)}:
                found[name] = Fact(_mend(text), place)
            case _:
                raise ValueError(f"the parser's {name} is no fact")
    return found


def _mend(text: str) -> str:
    """Half characters cannot be stored: the sign for an unreadable one stands in for each."""
    return _TORN.sub("\ufffd", text)
