"""The values of an article's front matter, checked and of their types."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from claimdesk.errors import Problem
from claimdesk.library.frontmatter import Field
from claimdesk.model import ArticleKind
from claimdesk.text.lexicon import LANGUAGES

_DAY_FORM = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")
_WEB = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)


def read_fields(fields: Mapping[str, Field], path: str) -> tuple[dict[str, Any], list[Problem]]:
    """The values that are stated and right, by key, and what is wrong with the rest; empty is not stated."""
    values: dict[str, Any] = {}
    problems = []
    for key, field in fields.items():
        check, remedy, severity = _CHECKS.get(key, (str, "", "error"))
        try:
            if field.value:
                values[key] = check(field.value)
        except ValueError as error:
            problems.append(Problem(path, field.line, field.column, key, str(error), remedy, severity))
    return values, problems


def _day(value: str) -> date:
    """A day as YYYY-MM-DD; a time behind it is dropped, not converted."""
    stated = _DAY_FORM.fullmatch(value)
    try:
        return date.fromisoformat(stated.group(1) if stated else "")
    except ValueError:
        raise ValueError(f"“{value}” is not a date") from None


def _language(value: str) -> str:
    """``id`` or ``en``; a region behind it (``id-ID``) is dropped."""
    language = re.split("[-_]", value.casefold(), maxsplit=1)[0]
    if language not in LANGUAGES:
        raise ValueError(f"the language “{value}” is not read here")
    return language


def _kind(value: str) -> str:
    if value not in get_args(ArticleKind):
        raise ValueError(f"“{value}” is no kind of article")
    return value


def _web_address(value: str) -> str:
    if _WEB.fullmatch(value) is None:
        raise ValueError(f"“{value}” is not a web address and was left out")
    return value


_DAY = "write it as 2024-10-24, or leave the line out if it is not known"
_CHECKS: dict[str, tuple[Callable[[str], Any], str, str]] = {
    "published": (_day, _DAY, "error"),
    "retrieved": (_day, _DAY, "error"),
    "edited_on": (_day, _DAY, "error"),
    "language": (_language, f"write {' or '.join(LANGUAGES)}", "error"),
    "kind": (_kind, f"write {' or '.join(get_args(ArticleKind))}", "error"),
    "url": (_web_address, "write it with http:// or https:// at its start", "warning"),
}
