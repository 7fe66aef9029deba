"""Where things stand in the text of a registry: lines, comments, and how far a value really reaches.

All positions are code points of the text without its byte order mark, as in `nodes`. Lines end with LF, CRLF
or CR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdesk.registry.nodes import Mapping, Node, Scalar, Sequence

Span = tuple[int, int]

_LINE_BREAK = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER_COMMENT = re.compile(r"[|>][0-9+-]*[ \t]+(#[^\r\n]*)")
_NEXT_COMMENT = re.compile(r"[ \t\r\n]*[\r\n]( *)#")
_BLANK = " \t\r\n"


def line_start(text: str, at: int) -> int:
    """Where the line that holds `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line that holds `at` ends, before its line break."""
    found = _LINE_BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line after the one that holds `at` begins, or the end of the text."""
    found = _LINE_BREAK.search(text, at)
    return found.end() if found else len(text)


def line_break(text: str, at: int) -> str:
    """The line break in use at `at`: of its line, else of the file's first line, else LF."""
    found = _LINE_BREAK.search(text, at) or _LINE_BREAK.search(text)
    return found.group() if found else "\n"


def style_of(text: str, node: Node) -> str:
    """The sign a value begins with, of ``[ { ' " | >``, or an empty text for plain and block values."""
    sign = text[node.start : node.start + 1]
    signs = "'\"|>" if isinstance(node, Scalar) else "[{"
    return sign if sign and sign in signs else ""


def content_end(text: str, node: Node) -> int:
    """Where a value ends, behind its last sign; the marks of block values reach to what comes next."""
    while isinstance(node, Mapping | Sequence) and not style_of(text, node):
        node = node.entries[-1][1] if isinstance(node, Mapping) else node.items[-1]
    if style_of(text, node) in ("|", ">"):
        return node.start + len(text[node.start : node.end].rstrip(_BLANK))
    return node.end


def find_comments(text: str, start: int, end: int, node: Node) -> Iterator[Span]:
    """The comments in ``text[start:end]``, which holds no other scalars than those below `node`."""
    at = start
    for leaf in _leaves(node):
        if not start <= leaf.start < end:
            continue
        yield from _comments_between(text, at, leaf.start)
        if header := _HEADER_COMMENT.match(text, leaf.start, leaf.end):
            yield header.span(1)
        at = content_end(text, leaf)
    yield from _comments_between(text, at, end)


def clear_of_comment(text: str, at: int, indent: int) -> int:
    """The least indentation, `indent` or more, with which a block text keeps out the comment after it."""
    following = _NEXT_COMMENT.match(text, line_end(text, at))
    return max(indent, len(following[1]) + 1) if following else indent


def _comments_between(text: str, start: int, end: int) -> Iterator[Span]:
    return (found.span() for found in _COMMENT.finditer(text, start, end))


def _leaves(node: Node) -> Iterator[Node]:
    """The scalars at and below `node`, keys among them, in the file's order."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _leaves(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _leaves(item)
    else:
        yield node
