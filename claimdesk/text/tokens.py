"""Words, numbers and marks of a text, with offsets.

A word may hold inner hyphens and apostrophes (*diam-diam*, *didn't*, *Ha-kyou*) and digits (*F-16*,
*COVID-19*); a number may hold grouping and decimal marks (*10.000*, *2,5*) but never ends in one. Every other
character that is not white space is a mark of its own. Zero-width characters neither end a word nor are lost:
they stay inside it.
"""

from __future__ import annotations

import re

from claimdesk.model import Token, TokenKind

# One alternation without nested repeats over the same characters, so that the time is linear in the text.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_][^\W_\u200b-\u200f]*(?:[-\u2010\u2011'’\u200b-\u200f][^\W_]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<mark>\S)"
)
_APOSTROPHES = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"})
_HIDDEN = dict.fromkeys([0x00AD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])


def find_tokens(text: str) -> tuple[Token, ...]:
    """All tokens of `text` in order, in linear time. `lower` is casefolded and free of hidden characters."""
    found = []
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        written = match.group()
        lower = written.casefold().translate(_APOSTROPHES).translate(_HIDDEN)
        found.append(Token(match.start(), match.end(), written, lower, kind))
    return tuple(found)
