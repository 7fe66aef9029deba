"""Elements with text: built as data, so that text can never become markup.

A node goes to the browser in one of two ways: `render_html` escapes every text and value for `st.html`, and
`as_data` hands it to a component that builds it with ``createElement`` and text nodes. Pages write no markup
of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

# The same two lists stand in nodes.js.
_TAGS = """
    div span p h1 h2 h3 b i mark sup bdi a ol ul li dl dt dd table thead tbody tr th td details summary
"""
_ATTRIBUTES = (
    "class title lang dir style role href scope open aria-hidden aria-label data-open data-focus data-passage"
)
TAGS = frozenset(_TAGS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())


@dataclass(frozen=True, slots=True)
class Node:
    """An element: its tag, its attributes and what is in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node | str, ...]

    def __post_init__(self) -> None:
        if self.tag not in TAGS:
            raise ValueError(f"not a tag of the desk: {self.tag}")
        for name, _ in self.attributes:
            if name not in ATTRIBUTES:
                raise ValueError(f"not an attribute of the desk: {name}")

    def as_data(self) -> list[Any]:
        """``[tag, {attribute: value}, child ...]``, JSON ready; a child is a string or again such a list."""
        children = [child if isinstance(child, str) else child.as_data() for child in self.children]
        return [self.tag, dict(self.attributes), *children]


def el(tag: str, css: str = "", *children: Node | str | None, **attributes: str | None) -> Node:
    """An element of class `css`. None is left out; an attribute ``data_open`` is written `data-open`."""
    named = [("class", css)] if css else []
    named += [(name.replace("_", "-"), value) for name, value in attributes.items() if value is not None]
    return Node(tag, tuple(named), tuple(child for child in children if child is not None and child != ""))


def own(text: str, css: str = "") -> Node:
    """Somebody else's words inside a line of ours: their direction of writing stays inside them."""
    return el("bdi", css, text)


def own_code(text: str) -> Node:
    """As `own`, with what stands between backticks in the type of code instead."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # one of them is no mark but part of the text
        return own(text)
    return el("bdi", "", *(el("span", "mono", part) if at % 2 else part for at, part in enumerate(parts)))


def render_html(nodes: Iterable[Node | str]) -> str:
    """Markup for `st.html`, with every text and attribute value escaped."""
    return "".join(escape(node) if isinstance(node, str) else _render(node) for node in nodes)


def _render(node: Node) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    return f"<{node.tag}{attributes}>{render_html(node.children)}</{node.tag}>"


def join(nodes: Iterable[Node | str], between: str) -> list[Node | str]:
    """The nodes with `between` after all but the last."""
    joined: list[Node | str] = []
    for node in nodes:
        if joined:
            joined.append(between)
        joined.append(node)
    return joined
