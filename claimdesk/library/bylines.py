"""Outlet and date of publication where a text states them beyond doubt: on a date line or in its dateline.

A date line is what the boilerplate rule `page-date` knows ("Daerah | Harian Contoh | Senin, 3 Mei 2021 -
10:15"), a dateline how the text opens ("JAKARTA, CONTOH.com -"). Words and patterns are `lang/bylines.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from claimdesk.text.boilerplate import find_rule
from claimdesk.text.dates import find_dates
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.passages import find_lines

_HEAD = 12  # lines with text at most; the first paragraph ends the head, a date below may be anything's
_PARAGRAPH = 150  # characters from which on a line is a paragraph
_LONGEST = 200  # characters of a line that are looked at
_PARTS = re.compile(r"\s*[|•]\s*|\s+[-–—]\s+|,\s*")


@dataclass(frozen=True, slots=True)
class Byline:
    """What could be read off; the notes say how, or why not, and are empty where there was nothing."""

    outlet: str
    outlet_note: str
    published: date | None
    date_note: str


def find_byline(body: str, language: str) -> Byline:
    """The outlet and date of publication that the head of `body` states. `language` is ``id`` or ``en``."""
    lines = _head(body)
    date_lines = [line for line in lines if _is_date_line(line, language)]
    return Byline(*_find_outlet(lines, date_lines), *_find_date(date_lines, language))


def _head(body: str) -> list[str]:
    """The first lines, the last of them the first paragraph."""
    lines = [span.of(body) for span in find_lines(body[: _HEAD * 1000]) if len(span)][:_HEAD]
    paragraph = next((at for at, line in enumerate(lines) if len(line) >= _PARAGRAPH), len(lines))
    return lines[: paragraph + 1]


def _is_date_line(line: str, language: str) -> bool:
    rule = find_rule(line, "line", language)
    return rule is not None and rule.name == "page-date" and not _updated().search(line)


def _find_date(date_lines: list[str], language: str) -> tuple[date | None, str]:
    """The one day that all date lines state. None where they differ or day and month may be swapped."""
    days: set[date] = set()
    for line in date_lines:
        stated = _stated_days(line, language)
        if stated is None:
            return None, f"The date on the line “{line}” can be read in two ways, so it was not taken."
        days |= stated
    if len(days) > 1:
        return None, "The first lines state different dates, so none was taken."
    for day in days:
        return day, f"Publication date {day.isoformat()} was read off the line “{date_lines[0]}”."
    return None, ""


def _stated_days(line: str, language: str) -> set[date] | None:
    """The full dates of `line`; None where one may be read in two ways."""
    days = set()
    for read_as in (language, *(other for other in LANGUAGES if other != language)):
        for found in find_dates(line, read_as):
            values = dict(found.values)
            if values.get("swap"):
                return None
            if found.rule == "day" and {"day", "month", "year"} <= values.keys():
                days.add(date(values["year"], values["month"], values["day"]))
        if days:
            break
    return days


def _find_outlet(lines: list[str], date_lines: list[str]) -> tuple[str, str]:
    patterns = _patterns()
    for line in lines:
        for dateline in patterns.datelines:
            found = dateline.match(line[:_LONGEST])
            if found is not None:
                outlet = found.group("outlet")
                return outlet, f"Outlet {outlet} was read off the dateline “{found.group().strip()}”."
    for line in date_lines:
        for part in _PARTS.split(line):
            if patterns.outlet.fullmatch(part):
                return part, f"Outlet {part} was read off the line “{line}”."
    return "", ""


@dataclass(frozen=True, slots=True)
class _Patterns:
    datelines: tuple[re.Pattern[str], ...]
    outlet: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words: dict[str, Any] = load_words("", "bylines")
    names = sorted(words["names"], key=len, reverse=True)
    site = f"(?i:{words['site']})"
    outlet = f"(?:{site}|(?i:{'|'.join(re.escape(name) for name in names)}))"
    parts = {"{place}": words["place"], "{outlet}": f"(?P<outlet>{outlet})", "{site}": f"(?P<outlet>{site})"}
    datelines = []
    for dateline in words["datelines"]:
        for part, expression in parts.items():
            dateline = dateline.replace(part, expression)
        datelines.append(re.compile(dateline + words["dash"]))
    return _Patterns(tuple(datelines), re.compile(outlet))


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_words('', 'bylines')['updated'])})\b", re.IGNORECASE)
