"""The composed tree: every node knows its stretch of the file, so that an edit can replace just that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence, compose_nodes, find_node
from claimdesk.registry.problems import Problems, Steps, render_key_path

TEXT = """\
title: "é 😀"
claims:
  - id: a
    phrases: [one, 'two']   # a comment
    notes: |
      lines
  - {id: b}
"""


def compose(text: str) -> Node:
    """The tree of `text`, which must be free of problems."""
    problems = Problems("claims.yaml")
    root = compose_nodes(text, problems)
    assert root is not None
    assert not problems.found
    return root


def walk(node: Node) -> Iterator[Node]:
    """`node` and all nodes below it."""
    yield node
    below: list[Node] = []
    if isinstance(node, Mapping):
        below = [part for entry in node.entries for part in entry]
    elif isinstance(node, Sequence):
        below = list(node.items)
    for one in below:
        yield from walk(one)


FOUND: list[tuple[Steps, str, tuple[int, int]]] = [
    (("title",), '"é 😀"', (1, 8)),
    (("claims", 0, "id"), "a", (3, 9)),
    (("claims", 0, "phrases"), "[one, 'two']", (4, 14)),
    (("claims", 0, "phrases", 1), "'two'", (4, 20)),
    (("claims", 0, "notes"), "|\n      lines\n", (5, 12)),
    (("claims", 1), "{id: b}", (7, 5)),
    (("claims", 1, "phrases", 3), "{id: b}", (7, 5)),
    (("claims", 1, 0), "{id: b}", (7, 5)),
    (("claims", 7, "id"), TEXT[TEXT.index("- id: a") :], (3, 3)),
]


@pytest.mark.parametrize(("steps", "stretch", "place"), FOUND)
def test_a_node_or_the_nearest_above_it_is_found_with_its_stretch(
    steps: Steps, stretch: str, place: tuple[int, int]
) -> None:
    node = find_node(compose(TEXT), steps)
    assert TEXT[node.start : node.end] == stretch
    assert (node.line, node.column) == place


def test_plain_texts_stand_where_their_nodes_say(shared: Path) -> None:
    for file in sorted((shared / "gold" / "events").glob("*/claims.yaml")):
        text = file.read_text(encoding="utf-8")
        scalars = [node for node in walk(compose(text)) if isinstance(node, Scalar)]
        assert len(scalars) > 300
        for node in scalars:
            assert text[node.start : node.end].strip('"') == node.text
            assert text.split("\n")[node.line - 1][node.column - 1 :].strip('"').startswith(node.text)


def test_key_paths_are_written_as_in_the_messages() -> None:
    assert render_key_path(()) == ""
    assert render_key_path(("claims", 3, "quantity", "at_least")) == "claims[3].quantity.at_least"
    assert render_key_path((0, 1)) == "[0][1]"
