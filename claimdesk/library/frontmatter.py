"""The block of `key: value` lines between two `---` at the head of a Markdown file.

It is read as a walk over YAML events and nothing is built: no nesting to exhaust, no aliases to follow, and
every value is the text that was typed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from claimdesk.errors import Problem
from claimdesk.library.problems import ArticleError

KEYS = (
    "title", "outlet", "published", "url", "language", "kind", "retrieved", "sha256", "body_sha256",
    "edited_by", "edited_on", "facts_by", "facts_on", "author", "charset", "extractor", "proposed", "revises",
    "copy_of",
)  # fmt: skip
LONGEST = 20_000  # characters
_OPENING = re.compile(r"---[ \t]*(?=\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|\Z)")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Field:
    """A value as typed, without outer white space, and where it stands, from 1."""

    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The known keys that are stated, where in the text the body starts, and warnings."""

    fields: dict[str, Field]
    body_start: int
    problems: tuple[Problem, ...] = ()


def has_front_matter(text: str) -> bool:
    """Whether the first line is `---`."""
    return _OPENING.match(text) is not None


def parse_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter that `text` begins with. Raises ArticleError with all that is wrong with it.

    An unknown key is a warning, whatever its value; a key stated twice is an error.
    """
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    closing = _CLOSING.search(text, start, start + LONGEST)
    if closing is None:
        what, remedy = "the front matter has no end", "write a line --- after it"
        raise ArticleError([Problem(path, 1, 1, "", what, remedy)])
    fields: dict[str, Field] = {}
    problems: list[Problem] = []
    try:
        # With the end of the opening line in front, the block's lines are numbered like those of the file.
        for key, value in _pairs(text[start : closing.start()]):
            problem = _add(fields, key, value, path)
            problems.extend([problem] if problem else [])
    except yaml.YAMLError as error:
        problems.append(_unparsed(error, path))
    if any(problem.severity == "error" for problem in problems):
        raise ArticleError(problems)
    return FrontMatter(fields, closing.end(), tuple(problems))


def _pairs(block: str) -> Iterator[tuple[Any, Any]]:
    """The events of each key and its value; of a nested value the first."""
    depth = 0
    key = None
    for event in yaml.parse(block, Loader=_LOADER):
        if depth == 0 and isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent)):
            place: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="not a key and a value", problem_mark=place)
        if depth == 1 and isinstance(event, yaml.NodeEvent):
            if key is not None:
                yield key, event
            key = event if key is None else None
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _add(fields: dict[str, Field], key: Any, value: Any, path: str) -> Problem | None:
    """Put one pair into `fields`, or say what is wrong with it."""
    name = getattr(key, "value", "")
    line, column = key.start_mark.line + 1, key.start_mark.column + 1
    if name not in KEYS:
        near = difflib.get_close_matches(name, KEYS, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"known keys are {', '.join(KEYS)}"
        return Problem(path, line, column, name, "this key means nothing here", remedy, "warning")
    if name in fields:
        return Problem(path, line, column, name, "this key stands here twice", "keep one of them")
    line, column = value.start_mark.line + 1, value.start_mark.column + 1
    if not isinstance(value, yaml.ScalarEvent) or value.anchor or value.tag:
        remedy = "write it on one line, in double quotes"
        return Problem(path, line, column, name, "the value must be plain text", remedy)
    fields[name] = Field(value.value.strip(), line, column)
    return None


def _unparsed(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = getattr(error, "problem", None) or "a character that cannot stand there"
    remedy = "write each line as key: value, the value in double quotes"
    return Problem(path, line, column, "", f"the front matter does not parse ({said})", remedy)
