"""Characters that cannot be seen, or that look like others: found, never removed.

Whoever puts a space of no width into a number, or spells a name with a Cyrillic letter, may mean to be found
by no search, or to show one thing and say another. What belongs to a script or to an emoji is left alone:
joiners within one, marks of direction beside Hebrew or Arabic, words that are Russian throughout.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from claimdesk.model import Span
from claimdesk.text.lexicon import load_words

HiddenKind = Literal["invisible", "direction", "lookalike"]
KINDS: tuple[HiddenKind, ...] = get_args(HiddenKind)

_ALWAYS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls that are no tab and no line's end
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
)
_TURNS = "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates
_MARKS = "\u061c\u200e\u200f"  # of direction, in place beside what is written from the right
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_ALPHABETS = "\U0001d400-\U0001d7ff"  # letters and digits of mathematics
_SUSPECT = re.compile(
    f"(?P<always>[{_ALWAYS}]+)|(?P<turn>[{_TURNS}]+)|(?P<mark>[{_MARKS}]+)|(?P<joiner>[{_JOINERS}]+)"
    f"|(?P<selector>[{_SELECTORS}]+)|(?P<tag>[{_TAGS}]+)|(?P<alphabet>[{_ALPHABETS}]+)"
)
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_BLACK_FLAG = "\U0001f3f4"  # begins a flag that is spelt in tags


@dataclass(frozen=True, slots=True)
class Hidden:
    """Characters of one kind in a row; `span` counts code points of the text that was searched."""

    span: Span
    kind: HiddenKind


@lru_cache(maxsize=1 << 14)
def find_hidden(text: str) -> tuple[Hidden, ...]:
    """All of them in order, in linear time."""
    if text.isascii() and text.isprintable():
        return ()
    found = [*_find_invisible(text), *_find_lookalikes(text)]
    return tuple(sorted(found, key=lambda one: one.span.start))


def name_characters(text: str) -> tuple[str, ...]:
    """What the characters of `text` are called in Unicode, each once, such as ``U+200B ZERO WIDTH SPACE``."""
    return tuple(f"U+{ord(one):04X} {unicodedata.name(one, 'CONTROL')}" for one in dict.fromkeys(text))


def _find_invisible(text: str) -> Iterator[Hidden]:
    from_right = _FROM_RIGHT.search(text) is not None
    for match in _SUSPECT.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        kind: HiddenKind = "invisible"
        match match.lastgroup:
            case "mark" if from_right:
                continue
            case "joiner" if _is_foreign(before) and _is_foreign(after):
                continue
            case "selector" if before and not before.isalpha():
                continue
            case "tag" if before == _BLACK_FLAG:
                continue
            case "turn" | "mark":
                kind = "direction"
            case "alphabet":
                kind = "lookalike"
        yield Hidden(Span(*match.span()), kind)


def _is_foreign(character: str) -> bool:
    """Whether a character is neither ASCII nor Latin: of a script or an emoji that may need joiners."""
    return character != "" and not character.isascii() and not _LATIN.match(character)


def _find_lookalikes(text: str) -> Iterator[Hidden]:
    """Letters of another script in words that are Latin otherwise, and words made of nothing else where no
    other word is of that script."""
    table = _lookalikes()
    if not any(one in text for one in table):
        return
    words = list(_WORD.finditer(text))
    genuine = {_script(one) for word in words for one in word[0] if one not in table} - {""}
    latin = any(_LATIN.search(word[0]) for word in words)
    for word in words:
        like = [at for at, one in enumerate(word[0]) if one in table]
        mixed = _LATIN.search(word[0]) is not None
        disguised = latin and len(like) == len(word[0]) > 1 and table[word[0][0]] not in genuine
        if like and (mixed or disguised):
            yield from (Hidden(span, "lookalike") for span in _join(word.start(), like))


def _join(start: int, places: list[int]) -> Iterator[Span]:
    """The places, each run of neighbours as one span."""
    first = places[0]
    for at, following in zip(places, [*places[1:], -1], strict=True):
        if following != at + 1:
            yield Span(start + first, start + at + 1)
            first = following


@cache
def _lookalikes() -> dict[str, str]:
    """The script of every letter that looks like a Latin one."""
    return {letter: script for script, letters in load_words("", "lookalikes").items() for letter in letters}


def _script(letter: str) -> str:
    """The script of a letter, where it is one of those with look-alikes."""
    name = unicodedata.name(letter, "").partition(" ")[0].capitalize()
    return name if name in load_words("", "lookalikes") else ""
