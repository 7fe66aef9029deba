"""Text for a terminal: made harmless, measured in columns, wrapped."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator

NARROWEST, WIDEST = 40, 100  # columns; longer lines are hard to read


def terminal_width() -> int:
    """Columns to write in: those of the terminal, or of COLUMNS, within `NARROWEST` and `WIDEST`."""
    return max(NARROWEST, min(shutil.get_terminal_size((WIDEST, 40)).columns, WIDEST))


def make_visible(text: str) -> str:
    """`text` on one line, with everything a terminal would act on or hide spelled out.

    White space becomes a space; control, bidirectional and zero-width characters become ``[U+202E]``.
    """
    return "".join(char if char.isprintable() else _spell_out(char) for char in text)


def _spell_out(char: str) -> str:
    if char in "\t\n\v\f\r" or unicodedata.category(char).startswith("Z"):
        return " "
    return f"[U+{ord(char):04X}]"


def measure(text: str) -> int:
    """Columns that `text` takes: two for a wide character, none for a combining one."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, lead: str = "") -> list[str]:
    """`text`, made visible, in lines of at most `width` columns; all begin as far in as `lead` is wide.

    A word wider than a line is cut. There is always at least one line, which begins with `lead`.
    """
    margin = measure(lead)
    room = max(width - margin, 2)
    rows: list[list[str]] = [[]]
    used = 0
    for piece in (piece for word in make_visible(text).split() for piece in _cut(word, room)):
        columns = measure(piece)
        if rows[-1] and used + 1 + columns > room:
            rows.append([])
            used = 0
        used += columns + bool(rows[-1])
        rows[-1].append(piece)
    leads = [lead] + [" " * margin] * (len(rows) - 1)
    return [(begin + " ".join(row)).rstrip() for begin, row in zip(leads, rows, strict=True)]


def _cut(word: str, room: int) -> Iterator[str]:
    """`word` in pieces of at most `room` columns; `room` is at least 2, so that each character fits."""
    start = used = 0
    for at, char in enumerate(word):
        columns = _columns(char)
        if used + columns > room:
            yield word[start:at]
            start, used = at, 0
        used += columns
    yield word[start:]
