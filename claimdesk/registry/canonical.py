"""The canonical form of a registry: the same claims laid out in one way, with every comment kept.

Laid out anew: indentation, the order of keys in claims, sources and what is in them, quotes (only where a
text needs them), what stands in brackets and what on lines of its own, line width, blank lines (one at most),
blanks at line ends, line ends, byte order mark. Kept: what everything means, the order of claims, sources,
list items and of the file's own keys, every comment with what it stands above or behind, blank lines between
parts, and, but for its indentation, a bracket with comments inside.
"""

from __future__ import annotations

from collections import Counter

from claimdesk.errors import InputError
from claimdesk.registry.compose import render_record
from claimdesk.registry.document import NAME, Document, parse_document
from claimdesk.registry.fields import REGISTRY
from claimdesk.registry.laying import STEP, join_chunks, lay_parts, lay_remarks
from claimdesk.registry.layout import content_end, find_comments, style_of
from claimdesk.registry.remarks import find_remarks


def format_registry(data: bytes, path: str = NAME) -> bytes:
    """The registry in `data` in canonical form, which formatting again does not change.

    The result is read back: unless it means the same and has the same comments, InputError is raised. Raises
    RegistryError for bytes that are no registry; `path` is how messages name the file.
    """
    document = parse_document(data, path)
    new = "\n".join(_lay_file(document)).strip("\n").encode("utf-8") + b"\n"
    laid = parse_document(new, path)
    if laid.values != document.values or _count_comments(laid) != _count_comments(document):
        raise InputError(f"{path}: cannot be formatted without changing what it says. Nothing was changed.")
    return new


def _lay_file(document: Document) -> list[str]:
    text, root, most = document.text, document.root, 0
    if not style_of(text, root):
        chunks = lay_parts(text, root, REGISTRY, document.values, 0, 0)
        lines, end, most = join_chunks(chunks, 0), chunks[-1].end, chunks[-1].most
    else:
        end = content_end(text, root)
        lines = [remark.text for remark in find_remarks(text, 0, root.start)]
        if any(True for _ in find_comments(text, root.start, end, root)):
            lines += text[root.start : end].splitlines()
        else:
            block = "\n".join(render_record(REGISTRY, document.values, 0, STEP)).encode()
            lines += _lay_file(parse_document(block))
    return [*lines, *lay_remarks(find_remarks(text, end, len(text)), 0, most=most)]


def _count_comments(document: Document) -> Counter[str]:
    text = document.text
    spans = find_comments(text, 0, len(text), document.root)
    return Counter(text[start:end].rstrip() for start, end in spans)
