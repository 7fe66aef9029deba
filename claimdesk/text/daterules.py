"""Rules for days: each reads one form of a date at a token, or returns None (table in `text.dates`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimdesk.text.daterow import (
    Found,
    Row,
    add_last_day,
    add_year,
    is_named,
    is_valid,
    read_day,
    read_month,
    read_turn,
    skip_term,
    word_at,
)
from claimdesk.text.terms import term_before

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_FULL = re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d/])")
_SHORT = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})(?![\d/.,])")


def _day_month(row: Row, at: int) -> Found | None:
    """*24 Oktober 2024*, *21-25 November*, *the 24th of October*, *tanggal 9*."""
    start = skip_term(row, at, "before_day")
    day = read_day(row, start)
    if day is None:
        return None
    values = {"day": day[0]}
    month_at = skip_term(row, add_last_day(row, day[1], values), "before_month")
    month = read_month(row, month_at)
    if month is None:
        alone = start > at and row.language == "id" and word_at(row, day[1]) != "/"
        return Found("day", day[1], {"day": day[0]}) if alone else None
    values["month"] = month[0]
    end = add_year(row, month[1], values)
    return Found("day", end, values) if is_valid(values) else None


def _month_day(row: Row, at: int) -> Found | None:
    """*October 24, 2024*, *Nov. 5-7*."""
    month = read_month(row, at) if row.language == "en" else None
    day = read_day(row, month[1]) if month else None
    if month is None or day is None or word_at(row, day[1]) in row.words.sets["counted"]:
        return None
    values = {"month": month[0], "day": day[0]}
    end = add_year(row, add_last_day(row, day[1], values), values)
    return Found("day", end, values) if is_valid(values) else None


def _numeric(row: Row, at: int) -> Found | None:
    """*24/10/2024*, *2024-10-24*; *24/10* only in brackets or after a word that asks for a day."""
    if at >= len(row.tokens) or row.tokens[at].kind != "number":
        return None
    start = row.tokens[at].start
    if start and (row.text[start - 1] in "/.-" or row.text[start - 1].isalnum()):
        return None
    if iso := ISO.match(row.text, start):
        year, month, day = (int(part) for part in iso.groups())
        return _checked(row, at, iso.end(), {"year": year, "month": month, "day": day})
    if full := _FULL.match(row.text, start):
        first, second, year = int(full[1]), int(full[3]), int(full[4])
        if len(full[4]) == 2 and full[2] != "/":
            return None
        values = _day_and_month(first, second, row.language)
        return _checked(row, at, full.end(), values | {"year": year + (2000 if year < 100 else 0)})
    short = _SHORT.match(row.text, start)
    asked = (
        word_at(row, at - 1) == "(" or term_before(row.words.terms["numeric_prepositions"], row.tokens, at)[1]
    )
    if short is None or not (asked or word_at(row, at - 1) in row.words.weekdays):
        return None
    if short.group() == "9/11" and row.language == "en":
        return None
    return _checked(row, at, short.end(), _day_and_month(int(short[1]), int(short[2]), row.language))


def _day_and_month(first: int, second: int, language: str) -> dict[str, int]:
    """Day first, unless that gives no date; in English it may be either, which `swap` says."""
    if second > 12 >= first:
        first, second = second, first
    swap = {"swap": 1} if language == "en" and first <= 12 and first != second else {}
    return {"day": first, "month": second} | swap


def _checked(row: Row, at: int, end: int, values: dict[str, int]) -> Found | None:
    after = at
    while after < len(row.tokens) and row.tokens[after].start < end:
        after += 1
    return Found("day", after, values) if is_valid(values) else None


def _weekday(row: Row, at: int) -> Found | None:
    """*Rabu*, *Selasa pagi*, *last Monday*, *Minggu pekan lalu*, *Kamis (31/10/2024)*."""
    sets, turns = row.words.sets, {}
    start = skip_term(row, at, "before_weekday")
    if row.language == "en" and (turned := read_turn(row, start)):
        turns, start = {"turn": turned[0], "loose": 1}, turned[1]
    number = row.words.weekdays.get(word_at(row, start))
    if number is None or not is_named(row, start) or word_at(row, start + 1) in sets.get("names_after", ()):
        return None
    if word_at(row, start) in sets.get("week_too", ()) and not row.tokens[start].text[0].isupper():
        return None
    if word_at(row, at - 1) in sets["recurring"]:
        return None
    end = skip_term(row, start + 1, "day_parts")
    if joined := _joined_day(row, end):
        return Found("day", joined.end, {**joined.values, "weekday": number})
    values = {"weekday": number} | turns
    for week, topic in ((-1, "last_week"), (0, "this_week"), (1, "next_week")):
        if (after := skip_term(row, end, topic)) > end:
            return Found("weekday", after, {"weekday": number, "week": week})
    if row.language == "id" and (turned := read_turn(row, end)):
        values, end = values | {"turn": turned[0]}, turned[1]
    return Found("weekday", end, values)


def _joined_day(row: Row, at: int) -> Found | None:
    """The date that a weekday belongs to: *Kamis (31/10/2024) lalu*, *Thursday, October 24*."""
    bracket = word_at(row, at) == "("
    start = at + 1 if bracket or word_at(row, at) == "," else at
    found = max(
        (read for rule in (_numeric, _day_month, _month_day) if (read := rule(row, start))),
        key=lambda read: read.end,
        default=None,
    )
    if found is None or "month" not in found.values:
        return None
    end = found.end
    if bracket:
        if word_at(row, end) != ")":
            return None
        end += 1
    if row.language == "id":
        end = skip_term(row, end, "last")
    return Found("day", end, found.values)


DAY_RULES: tuple[Callable[[Row, int], Found | None], ...] = (_numeric, _day_month, _month_day, _weekday)
