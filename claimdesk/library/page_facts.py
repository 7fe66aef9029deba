"""What a web page states of itself: JSON-LD, OpenGraph, meta elements, heading and address.

Only what is stated is taken; where two statements disagree beyond doubt's reach, none is, and a note says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from claimdesk.library.extract import Fact
from claimdesk.library.outlets import plain_outlet
from claimdesk.library.page_dates import find_page_day
from claimdesk.library.page_json import NewsNode, find_news_node

_LONGEST = 400  # characters of a title, name or address
_SUFFIX = (" - ", " | ", " – ", " — ", " :: ", " · ")
_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "content_author")


def find_facts(tree: Any, url: str | None = None) -> tuple[dict[str, Fact], tuple[str, ...]]:
    """The facts that a page states, each with the place where it was read, and notes on what it left open.

    `tree` is lxml's; `url` the address that the page was fetched from.
    """
    meta = dict(_meta(tree))
    node = find_news_node(tree)
    facts: dict[str, Fact] = {}
    _take(facts, "outlet", _outlets(meta, node, url))
    outlet = facts["outlet"].value if "outlet" in facts else ""
    _take(facts, "title", _titles(tree, meta, node, outlet))
    _take(facts, "author", _authors(meta, node, outlet))
    _take(facts, "url", _addresses(tree, meta, url))
    day, place, notes = find_page_day(tree, meta, node)
    _take(facts, "published", [(day, place)])
    return facts, notes


def _take(facts: dict[str, Fact], name: str, candidates: list[tuple[str, str]]) -> None:
    """The first candidate with a value."""
    for value, place in candidates:
        clean = " ".join(value.split())
        if plain_outlet(clean) and len(clean) <= _LONGEST:
            facts[name] = Fact(clean, place)
            return


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    """Names and contents of the meta elements; of equal names the first counts."""
    seen = set()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        name = name.strip().lower()
        content = element.get("content") or ""
        if name and content.strip() and name not in seen:
            seen.add(name)
            yield name, content


def _outlets(meta: Mapping[str, str], node: NewsNode, url: str | None) -> list[tuple[str, str]]:
    host = (urlsplit(url).hostname or "") if url else ""
    return [
        (meta.get("og:site_name", ""), "og:site_name"),
        (node.publisher, "JSON-LD publisher"),
        (meta.get("application-name", ""), "application-name"),
        (host.removeprefix("www.").removeprefix("m."), "the address"),
    ]


def _titles(tree: Any, meta: Mapping[str, str], node: NewsNode, outlet: str) -> list[tuple[str, str]]:
    """Candidates; one that stands on the page as a heading is the article's own beyond doubt."""
    window = next((element.text_content() for element in tree.iter("title")), "")
    stated = [
        (node.headline, "JSON-LD headline"),
        (_without_outlet(meta.get("og:title", ""), outlet), "og:title"),
        (_without_outlet(window, outlet), "<title>"),
    ]
    headings = {" ".join(element.text_content().split()).casefold() for element in tree.iter("h1", "h2")}
    shown = [(value, place) for value, place in stated if " ".join(value.split()).casefold() in headings]
    only = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    if not any(value for value, _ in stated[:2]) and len(only) == 1:
        shown.append((only[0], "<h1>"))
    return [*shown, *stated]


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name that pages put behind it."""
    title = " ".join(title.split()).rstrip("-|–—· ")
    name = plain_outlet(outlet)
    for mark in _SUFFIX:
        head, found, tail = title.rpartition(mark)
        if (
            found
            and name
            and (plain_outlet(tail) in name or name in plain_outlet(tail))
            and plain_outlet(tail)
        ):
            return head
    return title


def _authors(meta: Mapping[str, str], node: NewsNode, outlet: str) -> list[tuple[str, str]]:
    stated = [(node.author, "JSON-LD author"), *((meta.get(name, ""), f"meta {name}") for name in _NAMES)]
    return [
        (value, place)
        for value, place in stated
        if "://" not in value and plain_outlet(value) and plain_outlet(value) != plain_outlet(outlet)
    ]


def _addresses(tree: Any, meta: Mapping[str, str], url: str | None) -> list[tuple[str, str]]:
    """The page's own address; one on another host than it was fetched from is not believed."""
    canonical = next(
        (
            link.get("href") or ""
            for link in tree.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        ),
        "",
    )
    found = []
    for value, place in ((canonical, "link rel=canonical"), (meta.get("og:url", ""), "og:url")):
        address = urljoin(url or "", value.strip()) if value else ""
        if _is_article_address(address) and (url is None or _host(address) == _host(url)):
            found.append((address, place))
    return [*found, (url or "", "the address")]


def _is_article_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.path not in ("", "/")


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
