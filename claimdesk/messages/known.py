"""Sentences that another room wrote in English, known by the texts they are made from, to be said again."""

from __future__ import annotations

from functools import cache
from string import Formatter


def find_known(text: str, templates: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The template that `text` was made from, and its values; nothing where there is none.

    A placeholder stands for anything but nothing. Where several templates fit, the one with most words of its
    own is meant.
    """
    for template, parts in _split(templates):
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
def _split(templates: tuple[str, ...]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Each template with its parts, those with most words of their own first."""
    found = [
        (text, tuple((words, name or "") for words, name, _spec, _conversion in Formatter().parse(text)))
        for text in templates
    ]
    return tuple(sorted(found, key=lambda one: -sum(len(words) for words, _name in one[1])))
