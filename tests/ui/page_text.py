"""What a page says, read off what it sends to the browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
RunPage = Callable[..., AppTest]


class _Reader(HTMLParser):
    """Collects the text and the tags of markup as a browser would see them."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs), attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read_markup(markup: str) -> tuple[str, list[str]]:
    """The text and the tags of markup."""
    reader = _Reader(markup)
    return "".join(reader.texts), reader.tags


def read_nodes(nodes: list[Any]) -> Iterator[str]:
    """The texts of a component's nodes."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from read_nodes(node[2:])


def read_page(at: AppTest) -> str:
    """Everything a page says, piece after piece; stylesheets left out."""
    markup = [one.proto.body for one in at.get("html") if not one.proto.body.startswith("<style>")]
    nodes = [json.loads(one.proto.json) for one in at.get("bidi_component")]
    return "\n".join([*(read_markup(one)[0] for one in markup), *("".join(read_nodes(one)) for one in nodes)])
