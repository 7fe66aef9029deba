"""What is wrong with a file or could not be saved, in the reader's language.

The rooms below write their errors as English sentences, which the command line shows as they are. Each is
known here by the text it is made from, so that a page can say it in another language; what nobody knows stays
as it is. A problem of a file is its place, what is wrong, and what to write instead; the two are texts of
their own.
"""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from claimdesk.messages.catalogue import translate
from claimdesk.messages.problem_texts import TEXTS, WORDS

_PLACE = re.compile(r"(\S[^\n]{0,4000}?:[0-9]{1,9}:[0-9]{1,9})(?: ([^\n:]{1,200}))?: ")


def render_problem(line: str, language: str) -> str:
    """One line of an error in `language`, its place as it is."""
    whole = _say(line, language)
    if whole is not None:
        return whole
    place = _PLACE.match(line)
    if place is None:
        return line
    return line[: place.end()] + _say_both(line[place.end() :], language)


def _say_both(said: str, language: str) -> str:
    """What is wrong and what to write instead, which a comma joins; as it is where one is not known."""
    at = said.find(", ")
    while at >= 0:
        what, remedy = _say(said[:at], language), _say(said[at + 2 :], language)
        if what is not None and remedy is not None:
            return f"{what}, {remedy}"
        at = said.find(", ", at + 2)
    return _say(said, language) or said


def _say(text: str, language: str) -> str | None:
    template, found = find_text(text)
    values = {name: translate(value, language) if value in WORDS else value for name, value in found.items()}
    return translate(template, language).format(**values) if template else None


def find_text(text: str) -> tuple[str, dict[str, str]]:
    """The text of `TEXTS` that `text` was made from, and its values; nothing where there is none."""
    for template, parts in _templates():
        values = _fill(parts, text)
        if values is not None:
            return template, values
    return "", {}


def _fill(parts: tuple[tuple[str, str], ...], text: str) -> dict[str, str] | None:
    """The values with which a text of these parts, each some words and the placeholder behind, is `text`."""
    values: dict[str, str] = {}
    at, before = 0, ""
    for words, name in parts:
        start = text.find(words, at) if before else (at if text.startswith(words, at) else -1)
        if before and not name:
            start = len(text) - len(words) if text.endswith(words) else -1
        if start < at:
            return None
        if before:
            values[before] = text[at:start]
        at, before = start + len(words), name
    if before:
        values[before] = text[at:]
    return values if (before or at == len(text)) and all(values.values()) else None


@cache
def _templates() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Each text with its parts, those with most words of their own first."""
    found = [
        (text, tuple((words, name or "") for words, name, _spec, _conversion in Formatter().parse(text)))
        for text in TEXTS
    ]
    return tuple(sorted(found, key=lambda one: -sum(len(words) for words, _name in one[1])))
