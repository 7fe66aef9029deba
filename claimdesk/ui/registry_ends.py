"""A registry's text in a browser's text area, which knows one sort of line end only."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from claimdesk.registry.characters import BOM

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MOST = 4_000  # lines that are compared one by one


def show_text(data: bytes) -> str:
    """The file's text as a text area shows it; a byte that is no UTF-8 becomes a sign that lint refuses."""
    text = data.removeprefix(BOM).decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def restore_text(base: bytes, typed: str) -> bytes:
    """What was typed over the file `base`, as bytes: lines that stayed keep their ends, and its mark stays.

    New lines end as most lines of the file do.
    """
    mark = BOM if base.startswith(BOM) else b""
    if b"\r" not in base:
        return mark + typed.encode("utf-8", "surrogatepass")
    old = _split(base.removeprefix(BOM).decode("utf-8", "replace"))
    ends = [end for _, end in old if end]
    usual = max(set(ends), key=ends.count, default="\n")
    lines = typed.split("\n")
    kept = _match([line for line, _ in old], lines)
    written = [
        line + (old[kept[at]][1] or usual if at in kept else usual) for at, line in enumerate(lines[:-1])
    ]
    return mark + "".join([*written, lines[-1]]).encode("utf-8", "surrogatepass")


def _split(text: str) -> list[tuple[str, str]]:
    """The lines of a text with their ends; the last one has none, and may be empty."""
    rows = []
    for found in _LINE.finditer(text):
        line = found[0].rstrip("\r\n")
        rows.append((line, found[0][len(line) :]))
        if found.end() == len(text) and not rows[-1][1]:
            break
    return rows


def _match(old: list[str], new: list[str]) -> dict[int, int]:
    """Lines of the new text that are lines of the old one: number there by number here."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    kept = {at: at for at in range(head)}
    kept |= {len(new) - 1 - at: len(old) - 1 - at for at in range(tail)}
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(before) + len(after) <= _MOST:
        for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
            kept |= {head + block.b + at: head + block.a + at for at in range(block.size)}
    return kept
