"""What the bundled fonts can show, and text made so that all of it shows: nothing invisible, no box.

A character that no bundled font has, or that acts instead of showing (control, bidirectional, zero-width), is
named in square brackets: ``[U+202E]``, ``[U+1F600 GRINNING FACE]``. All else stays as it is.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

FONTS = Path(str(files("claimdesk.briefing") / "fonts"))
_LONGEST_WORD = 28  # characters; a longer word may be broken
_BREAK = "\u200b"  # where a line may break; of ours, and nothing to be seen


def make_showable(text: str) -> str:
    """`text` on one line, with what cannot be shown named, and places to break in very long words."""
    known = load_coverage()
    plain = "".join(" " if _is_space(char) else char for char in text)
    if not all(ord(char) in known and char.isprintable() for char in plain):
        plain = "".join(_name_unknown(plain, known))
    return " ".join(_break_word(word) for word in plain.split(" "))


def name_hidden(text: str) -> str:
    """`text` on one line, with what acts instead of showing named; for formats with fonts of their own."""
    plain = "".join(" " if _is_space(char) else char for char in text)
    return "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in plain)


@cache
def load_coverage() -> frozenset[int]:
    """The code points that some bundled font has a glyph for."""
    fonts = (path for path in sorted(FONTS.iterdir()) if path.suffix in (".otf", ".ttf"))
    return frozenset().union(*(parse_coverage(path.read_bytes()) for path in fonts))


def parse_coverage(font: bytes) -> frozenset[int]:
    """The code points that an OpenType font maps to a glyph.

    Reads its `cmap` table, subtables of format 4 and 12, as the OpenType specification lays them out.
    """
    (number,) = struct.unpack_from(">H", font, 4)
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * number, 16)
    }
    start = tables[b"cmap"]
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for entry in range(count):
        at = start + struct.unpack_from(">I", font, start + 8 + 8 * entry)[0]
        (form,) = struct.unpack_from(">H", font, at)
        if form == 4:
            found.update(_read_segments(font, at))
        elif form == 12:
            found.update(_read_groups(font, at))
    return frozenset(found)


def _read_segments(font: bytes, at: int) -> Iterator[int]:
    """A subtable of format 4: segments of code points with a difference or a place in a list of glyphs."""
    twice = struct.unpack_from(">H", font, at + 6)[0]
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 2 * twice)
    offsets = at + 16 + 3 * twice
    for number, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        place = offsets + 2 * number
        (offset,) = struct.unpack_from(">H", font, place)
        for point in range(first, min(last, 0xFFFE) + 1):
            if not offset:
                glyph = (point + delta) & 0xFFFF
            else:
                (glyph,) = struct.unpack_from(">H", font, place + offset + 2 * (point - first))
            if glyph:
                yield point


def _read_groups(font: bytes, at: int) -> Iterator[int]:
    """A subtable of format 12: groups of consecutive code points."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(">3I", font, at + 16 + 12 * number)
        yield from range(first if glyph else first + 1, last + 1)


def _name_unknown(text: str, known: frozenset[int]) -> Iterator[str]:
    """The text with each stretch of what no font has named by its first character and how many follow."""
    for shown, group in groupby(text, lambda char: ord(char) in known or not char.isprintable()):
        stretch = list(group)
        if shown:
            yield "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in stretch)
            continue
        more = f" +{len(stretch) - 1}" if len(stretch) > 1 else ""
        name = unicodedata.name(stretch[0], "")
        yield f"[{' '.join([f'U+{ord(stretch[0]):04X}', name]).strip()}{more}]"


def _is_space(char: str) -> bool:
    return char in "\t\n\v\f\r" or unicodedata.category(char).startswith("Z")


def _break_word(word: str) -> str:
    if len(word) <= _LONGEST_WORD:
        return word
    step = _LONGEST_WORD // 4
    return _BREAK.join(word[at : at + step] for at in range(0, len(word), step))
