"""The article on a web page: its text by trafilatura, its facts as the page states them.

Runs in a child process with limits: the page may be anything.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Any

from claimdesk.library.extract import Extract, pack_extract
from claimdesk.library.page_facts import find_facts

_FORM = "1"  # of what is done here; raise it when the same page gives another body
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page states its encoding
_CELL = 300  # characters in a cell of a table that holds the page's text, no figures
_BLOCKS = {"p", "head", "item", "quote", "cell", "row", "list", "table", "code", "div", "ab"}
_SPACE = re.compile(r"[^\S\n]+")
NO_TEXT = "No text could be extracted: no article was found on the page."


def extract_html(content: bytes, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """Text and facts of a page as plain values: what `read_page` reads."""
    return pack_extract(read_page(content, url, charset))


def read_page(content: bytes, url: str | None = None, charset: str | None = None) -> Extract:
    """Text and facts of a page; its state is ``no_text`` where no article is found on it.

    `url` is where it was fetched from and `charset` what the server said of it.
    """
    import trafilatura
    from lxml import etree

    text = decode_page(content, charset)
    try:
        tree = trafilatura.load_html(text)
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is None:
        return Extract("no_text", notes=(NO_TEXT,))
    facts, notes = find_facts(tree, url)
    _open_tables(tree)
    found = trafilatura.bare_extraction(
        tree, url=url, with_metadata=False, include_comments=False, include_links=False, deduplicate=False
    )
    body = "" if found is None else _render_lines(found.body)
    if not body:
        return Extract("no_text", "", facts, (NO_TEXT, *notes))
    return Extract("text", body, facts, notes)


def name_extractor() -> str:
    """Method and versions, as an article's front matter states them."""
    return f"html {_FORM}, trafilatura {version('trafilatura')}, lxml {version('lxml')}"


def decode_page(content: bytes, charset: str | None = None) -> str:
    """The page as text: by its byte order mark, what the server or the page states, UTF-8, or a guess."""
    from charset_normalizer import from_bytes

    stated = _CHARSET.search(content[:_HEAD])
    names = [name for mark, name in _MARKS if content.startswith(mark)]
    names += [charset] if charset else []
    names += [stated.group(1).decode("ascii")] if stated else []
    for name in [*names, "utf-8"]:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    best = from_bytes(content, cp_isolation=["cp1252", "mac_roman"]).best()
    return str(best) if best else content.decode("utf-8", "replace")


def _open_tables(tree: Any) -> None:
    """Tables that only lay out the page become plain blocks: their cells hold whole texts."""
    for table in list(tree.iter("table")):
        if any(len(cell.text_content()) > _CELL for cell in table.iter("td")):
            parts = [part for part in table.iter("table", "tbody", "tr", "td") if _own_table(part) is table]
            for part in parts:
                part.tag = "div"


def _own_table(part: Any) -> Any:
    return part if part.tag == "table" else next(part.iterancestors("table"), None)


def _render_lines(body: Any) -> str:
    """The text, a line for each paragraph, heading, item or cell, blank lines between them."""
    parts: list[str] = []
    _collect(body, parts)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    kept = [line for line in lines if line]
    return "\n\n".join(kept) + "\n" if kept else ""


def _collect(element: Any, parts: list[str]) -> None:
    """The text of an element and all below it, with line ends around blocks. Deep trees are cut before."""
    block = element.tag in _BLOCKS
    if block or element.tag == "lb":
        parts.append("\n")
    if element.text:
        parts.append(element.text.replace("\n", " "))
    for child in element:
        _collect(child, parts)
        if child.tail:
            parts.append(child.tail.replace("\n", " "))
    if block:
        parts.append("\n")
