"""What a parser takes from a source, before a person has seen it: plain text values, fit for JSON.

A parser states what the source itself states, each with the place it was read at, and leaves the rest out.
A body that is empty means that no text could be extracted; the notes then say why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

FACTS = ("title", "outlet", "published", "author", "language", "url")


@dataclass(frozen=True, slots=True)
class Extract:
    """Text and facts of one source.

    `published` is a day as YYYY-MM-DD, `language` is ``id`` or ``en``; what is not known is empty. `found`
    maps each fact that is known to the place where it was read (``og:title``), `missing` names the others;
    `notes` are sentences. `extractor` names the method and its versions: the same bytes give the same body.
    """

    body: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    found: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    extractor: str = ""


def build_extract(
    body: str, stated: Mapping[str, tuple[str, str]], notes: tuple[str, ...] = (), extractor: str = ""
) -> Extract:
    """An extract from facts by name, each a value and the place where it was read."""
    known = {name: stated[name] for name in FACTS if name in stated and stated[name][0]}
    return Extract(
        body=body,
        **{name: value for name, (value, _) in known.items()},
        found={name: place for name, (_, place) in known.items()},
        missing=tuple(name for name in FACTS if name not in known),
        notes=notes,
        extractor=extractor,
    )


def render_extract(extract: Extract) -> dict[str, Any]:
    """An extract as plain values for JSON."""
    return asdict(extract)


def parse_extract(values: Mapping[str, Any]) -> Extract:
    """The extract that `render_extract` wrote. Raises ValueError for anything else."""
    try:
        words = {name: str(values[name]) for name in ("body", *FACTS, "extractor")}
        found = {str(name): str(place) for name, place in values["found"].items()}
        lists = {name: tuple(map(str, values[name])) for name in ("missing", "notes")}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("this is no extract") from error
    return Extract(**words, found=found, **lists)  # type: ignore[arg-type]
