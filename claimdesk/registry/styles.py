"""A text as a YAML scalar in the style its surroundings ask for.

Whether a text can stand without quotes is asked of the parser that will read it, not guessed from its signs.
"""

from __future__ import annotations

import json
import re
from itertools import groupby

import yaml
from yaml.resolver import Resolver

WIDTH = 110
# What the reader refuses when it stands in the file as itself, and what YAML would take for a line end.
_ESCAPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BETWEEN_WORDS = re.compile(r"(?<! ) (?! )")
AFTER_COMMAS = re.compile(r"(?<=,) ")
_FAR = re.compile(r"[^ -~\n]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Frames = tuple[tuple[str, list[str], str], ...]
# How plain texts are tried: what stands before, the scalars in that, what stands after.
_IN_FLOW: _Frames = (("{a: ", ["a"], "}"), ("[a, ", ["a"], "]"))
_IN_BLOCK: _Frames = (("a: ", ["a"], ""), ("- ", [], ""))
_STR = "tag:yaml.org,2002:str"


def render_inline(text: str, style: str = "", *, flow: bool, worded: bool = True) -> str:
    """`text` on one line: plain, if `style` is empty and that reads back, else in ``'`` or ``"``.

    `flow`: it stands inside brackets. `worded`: it is meant as words, so what other readers of YAML would
    take for a number, a date or a truth value gets quotes.
    """
    if not style and _reads_plain(text, flow=flow) and not (worded and _looks_typed(text)):
        return text
    escapes = bool(_ESCAPED.search(text)) or "\n" in text
    apostrophe = not style and "'" in text and '"' not in text and "\\" not in text
    if style == '"' or escapes or apostrophe:
        quoted = json.dumps(text, ensure_ascii=False)
        return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def render_values(values: object) -> bytes:
    """What YAML would hold, such as a registry, as bytes that it reads back the same; not for people.

    That is JSON, but for what is outside ASCII: JSON writes that as halves, which YAML does not put together.
    """
    quoted = json.dumps(values, ensure_ascii=False)
    return _FAR.sub(lambda found: f"\\U{ord(found.group()):08x}", quoted).encode("ascii")


def render_block(text: str, style: str, width: int) -> list[str] | None:
    """The content lines, not yet indented, of `text` in style ``|`` or ``>``; None if it needs quotes.

    Folded lines have at most `width` characters, as far as words allow.
    """
    if _ESCAPED.search(text) or text[:1].isspace():
        return None
    lines = text.split("\n")
    if style == "|" or any(line[:1] in (" ", "\t") for line in lines):
        return lines if style == "|" else None
    folded: list[str] = []
    for empty, group in groupby(lines, key=lambda line: not line):
        if empty:
            folded.extend(group)
            continue
        for line in group:
            # In folded style a line break is a blank: one that is meant needs an empty line more.
            folded.extend(([""] if folded else []) + fold_words(line, width, width))
    return folded


def fold_words(text: str, first: int, width: int, at: re.Pattern[str] = _BETWEEN_WORDS) -> list[str]:
    """`text` broken at single blanks into lines of `first`, then `width` characters, if words allow."""
    lines: list[str] = []
    line = ""
    room = first
    for word in at.split(text):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, width
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _reads_plain(text: str, *, flow: bool) -> bool:
    """Whether `text` without quotes is read as itself, after a key and as an item of a list."""
    if _ESCAPED.search(text) or "\n" in text or text != text.strip():
        return False
    return all(
        _scalars(before + text + after) == [*other, text]
        for before, other, after in (_IN_FLOW if flow else _IN_BLOCK)
    )


def _scalars(snippet: str) -> list[str]:
    try:
        events = list(yaml.parse(snippet, Loader=_LOADER))
    except yaml.YAMLError:
        return []
    return [event.value for event in events if isinstance(event, yaml.ScalarEvent)]


def _looks_typed(text: str) -> bool:
    tag: str = Resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag != _STR
