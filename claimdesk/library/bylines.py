"""Outlet and date of publication where a text states them beyond doubt: on a date line or in its dateline.

A date line is what the boilerplate rule `page-date` knows ("Daerah | Harian Contoh | Senin, 3 Mei 2021 -
10:15"), a dateline how the text opens ("JAKARTA, CONTOH.com -"). Words and patterns are `lang/bylines.yaml`.
"""

from __future__ import annotations

import re
from contextlib import suppress
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
_BRACKETED = re.compile(r"\((\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)\)")
_PARTS = re.compile(r"\s*[|•]\s*|\s+[-–—]\s+|,\s*")


@dataclass(frozen=True, slots=True)
class Byline:
    """What could be read off; the notes say how, or why not, and are empty where there was nothing.

    `author` is who a line at the head says wrote it. `lead_day` is the latest day in brackets that the first
    paragraph names, in an Indonesian text: it was published then or later.
    """

    outlet: str
    outlet_note: str
    published: date | None
    date_note: str
    author: str = ""
    lead_day: date | None = None


def find_byline(body: str, language: str) -> Byline:
    """The outlet and date of publication that the head of `body` states. `language` is ``id`` or ``en``."""
    lines = _head(body)
    date_lines = [line for line in lines if _is_date_line(line, language)]
    published, date_note = _find_date(date_lines, language)
    if not date_lines:
        published, date_note = _find_dateline_day(lines, language)
    outlet, outlet_note = _find_outlet(lines, date_lines)
    return Byline(
        outlet, outlet_note, published, date_note, _find_author(lines), _find_lead_day(lines, language)
    )


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


def _find_dateline_day(lines: list[str], language: str) -> tuple[date | None, str]:
    """The day that the dateline states: day, month, year, as no English dateline writes it."""
    for line in lines if language == "id" else ():
        found = _patterns().dated.match(line[:_LONGEST])
        days = _bracketed_days(f"({found['day']})") if found and found["day"] else []
        if found and days:
            said = f"Publication date {days[0].isoformat()} was read off the line “{found.group().strip()}”."
            return days[0], said
    return None, ""


def _find_lead_day(lines: list[str], language: str) -> date | None:
    """The latest day in brackets in the first paragraph; in English day and month may be swapped."""
    lead = next((line for line in lines if len(line) >= _PARAGRAPH), "")
    return max(_bracketed_days(lead[: 10 * _LONGEST]), default=None) if language == "id" else None


def _bracketed_days(text: str) -> list[date]:
    days = []
    for day, month, year in _BRACKETED.findall(text):
        with suppress(ValueError):
            days.append(date(int(year), int(month), int(day)))
    return days


def _find_author(lines: list[str]) -> str:
    found = (_patterns().author.fullmatch(line[:_LONGEST]) for line in lines)
    return next((match.group("person") for match in found if match), "")


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
    dated: re.Pattern[str]
    author: re.Pattern[str]


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
        datelines.append(re.compile(dateline + words["day"] + words["dash"]))
    dated = words["dated"].replace("{day}", words["day"]) + words["dash"]
    author = f"(?i:{words['author']})(?P<person>{words['person']})"
    return _Patterns(tuple(datelines), re.compile(outlet), re.compile(dated), re.compile(author))


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_words('', 'bylines')['updated'])})\b", re.IGNORECASE)
