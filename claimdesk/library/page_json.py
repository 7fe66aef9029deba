"""The article that a page describes in JSON-LD (schema.org), read without trusting its form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_LARGEST = 1_000_000  # characters of one script
_MOST = 5_000  # values that are looked at on a page
_KINDS = ("Article", "BlogPosting")  # what the types end in that stand for an article


@dataclass(frozen=True, slots=True)
class NewsNode:
    """The page's article as described; what is not stated is empty. `published` is as written."""

    headline: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""


def find_news_node(tree: Any) -> NewsNode:
    """The one article that the page's JSON-LD describes; empty for none, or for several different ones."""
    nodes = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += [_read(node) for node in _articles(script.text or "")]
    different = {node.headline for node in nodes}
    return nodes[0] if len(different) == 1 else NewsNode()


def _articles(text: str) -> Iterator[dict[str, Any]]:
    try:
        waiting = [json.loads(text[:_LARGEST], strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting = value + waiting
        elif isinstance(value, dict):
            if any(kind.endswith(_KINDS) for kind in _words(value.get("@type"))):
                yield value
            else:
                waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _read(node: dict[str, Any]) -> NewsNode:
    return NewsNode(
        headline=" ".join(_words(node.get("headline"))[:1]),
        publisher=_names(node.get("publisher")),
        author=_names(node.get("author")),
        published=" ".join(_words(node.get("datePublished"))[:1]),
    )


def _words(value: Any) -> list[str]:
    """The texts in a value that may be one or several."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _names(value: Any) -> str:
    """The names of persons or organisations, given as texts or as nodes."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        found += [" ".join(word.split()) for word in _words(name)]
    return ", ".join(dict.fromkeys(name for name in found if name))
