"""The composed tree of a registry file: what stands where, in code points, before anybody asks what it means.

Built in one lazy walk over libyaml's events. PyYAML's own composer recurses in C and dies on deep nesting,
the event parser does not; the walk stops at the first event that is too deep, so nothing deep is ever held.
Scalars stay text: no tag is resolved. Whoever edits a file surgically finds the stretch with `find_node`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from claimdesk.registry.problems import Problems, Steps, show
from claimdesk.registry.syntax import explain_syntax_error

# The format is six levels deep, and 10,000 claims with five phrases each have 600,000 values.
MAX_DEPTH = 10
MAX_NODES = 1_000_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch ``text[start:end]`` of the file without its byte order mark; `line` and `column` from 1.

    On its own, a node that was refused and reported: nothing more is to be said of it. The end of a block
    collection is where the next thing begins.
    """

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A text as typed, quotes and line folding resolved."""

    text: str


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Keys with values, in the file's order; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of `key`, if it is there."""
        return next((value for found, value in self.entries if found.text == key), None)


def compose_nodes(text: str, problems: Problems) -> Node | None:
    """The tree of the only YAML document in `text`, or None if there is none. Linear in the text.

    Adds anchors, aliases, tags, merges, repeated keys and further documents to `problems`; raises
    RegistryError for what does not parse, for more than `MAX_DEPTH` levels or `MAX_NODES` values.
    """
    composer = _Composer(problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not composer.take(event):
                break
    except yaml.YAMLError as error:
        problems.add(*explain_syntax_error(error, text))
        problems.refuse()
    return composer.root


def find_node(root: Node, steps: Steps) -> Node:
    """The node at `steps`, or the nearest one above it that exists."""
    node = root
    for step in steps:
        below: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            break
        node = below
    return node


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet. `key` waits for its value."""

    mark: Any
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Node | None = None


class _Composer:
    """Takes one event after the other; `root` is the tree once the last one is taken."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self._problems = problems
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Whether to go on after this event."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_decoration(event)
                self._place(Scalar(*_marks(event.start_mark, event.end_mark), event.value), event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_decoration(event)
                self._enter(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._leave(event)
            case yaml.AliasEvent():
                what = f"the YAML alias `*{show(str(event.anchor))}` stands for something written elsewhere"
                self._report(
                    event, what, "write the value out here, or put a text that begins with * in quotes"
                )
                self._place(Node(*_marks(event.start_mark, event.end_mark)), event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self._report(event, "a second YAML document begins", "delete the line `---`")
                    return False
        return True

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            what = f"the YAML anchor `&{show(event.anchor)}` is not used in a registry"
            self._report(event, what, "delete it, or put a text that begins with & in quotes")
        if event.tag is not None:
            what = f"the YAML tag `{show(event.tag)}` is not used in a registry, where text stays text"
            self._report(event, what, "delete it, or put a text that begins with ! in quotes")

    def _enter(self, event: Any) -> None:
        if len(self._open) == MAX_DEPTH:
            what = f"more than {MAX_DEPTH} levels of lists and keys inside each other"
            self._report(event, what, "no part of a registry is that deep: remove the inner brackets")
            self._problems.refuse()
        self._open.append(_Open(event.start_mark, isinstance(event, yaml.MappingStartEvent)))

    def _leave(self, event: Any) -> None:
        closed = self._open.pop()
        marks = _marks(closed.mark, event.end_mark)
        if closed.mapping:
            self._place(Mapping(*marks, tuple(closed.entries.values())), event)
        else:
            self._place(Sequence(*marks, tuple(closed.items)), event)

    def _place(self, node: Node, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._report(event, f"more than {MAX_NODES:,} values in one file", "split the registry")
            self._problems.refuse()
        if not self._open:
            self.root = node
            return
        into = self._open[-1]
        if not into.mapping:
            into.items.append(node)
        elif into.key is None:
            into.key = node
        else:
            self._pair(into, into.key, node)
            into.key = None

    def _pair(self, into: _Open, key: Node, value: Node) -> None:
        steps = self._steps(above=1)
        if not isinstance(key, Scalar):
            if isinstance(key, Sequence | Mapping):
                what, remedy = "a list or keys stand where a key is wanted", "write one word before the colon"
                self._problems.add(key.line, key.column, steps, what, remedy)
        elif key.text == "<<":
            what, remedy = "the YAML merge `<<` brings in keys from elsewhere", "write the keys out here"
            self._problems.add(key.line, key.column, steps, what, remedy)
        elif key.text in into.entries:
            first = into.entries[key.text][0].line
            what = f"`{show(key.text)}` is already given in line {first}"
            remedy = "keep one of the two, or put several values in one list"
            self._problems.add(key.line, key.column, (*steps, key.text), what, remedy)
        else:
            into.entries[key.text] = (key, value)

    def _report(self, event: Any, what: str, remedy: str) -> None:
        mark = event.start_mark
        self._problems.add(mark.line + 1, mark.column + 1, self._steps(), what, remedy)

    def _steps(self, above: int = 0) -> Steps:
        """The key path of what comes next, or of the collection `above` levels up."""
        steps: list[str | int] = []
        for frame in self._open[: len(self._open) - above]:
            if not frame.mapping:
                steps.append(len(frame.items))
            elif isinstance(frame.key, Scalar):
                steps.append(frame.key.text)
        return tuple(steps)


def _marks(start: Any, end: Any) -> tuple[int, int, int, int]:
    return start.index, end.index, start.line + 1, start.column + 1
