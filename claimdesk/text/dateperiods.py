"""Rules for weeks, months, years and what is told from the article's own day (table in `text.dates`)."""

from __future__ import annotations

from collections.abc import Callable

from claimdesk.text.daterow import (
    Found,
    Row,
    add_year,
    read_month,
    read_turn,
    read_year,
    skip_term,
    word_at,
)
from claimdesk.text.datewords import SEASONS, UNITS
from claimdesk.text.terms import term_at

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# Where a counted time lies, its words, and whether it counts from the day told last.
_DIRECTIONS = (
    (-1, "ago", False), (1, "ahead", False), (-1, "earlier_than_told", True), (1, "later_than_told", True),
)  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _parts(row: Row, at: int) -> tuple[dict[str, int], int]:
    """*Awal*, *awal hingga pertengahan*, *mid*: thirds of a month or year, counted from 1."""
    part, length = term_at(row.words.terms["parts"], row.tokens, at)
    if not length:
        return {}, at
    values, end = {"part": int(part)}, at + length
    joint = skip_term(row, end, "part_joints")
    second, length = term_at(row.words.terms["parts"], row.tokens, joint)
    if joint > end and length and int(second) > int(part):
        return values | {"last part": int(second)}, joint + length
    return values, end


def _month_alone(row: Row, at: int) -> Found | None:
    """*Akhir November*, *pada bulan Desember*, *October 2024*, *last June*."""
    values, start = _parts(row, at)
    turned = read_turn(row, start) if row.language == "en" else None
    month_at = turned[1] if turned else skip_term(row, start, "before_month")
    month = read_month(row, month_at)
    if month is None:
        return None
    values |= {"month": month[0]} | ({"turn": turned[0]} if turned else {})
    end = add_year(row, month[1], values)
    asked = month_at > at or word_at(row, at - 1) in row.words.sets.get("month_prepositions", ())
    if "year" not in values and not asked and word_at(row, month_at) in row.words.sets["short_months"]:
        return None
    if "year" not in values and row.language == "id" and (turned := read_turn(row, end)):
        values, end = values | {"turn": turned[0]}, turned[1]
    return Found("month", end, values)


def _year_alone(row: Row, at: int) -> Found | None:
    """*Tahun 2022*, *in 2023*, *awal 2024*, *2019-2022*, *(2018)*, *1990-an*."""
    values, start = _parts(row, at)
    year_at = skip_term(row, start, "before_year")
    if decade := _read_decade(row, year_at, said=year_at > at):
        return decade
    year = read_year(row, year_at) or (_read_early_year(row, year_at) if year_at > start else None)
    if year is None:
        return None
    values["year"], end = year[0], year[1]
    joint = skip_term(row, end, "year_joints")
    second = read_year(row, joint) if joint > end else None
    ranged = second is not None and values["year"] < second[0] < 2200
    bracketed = word_at(row, at - 1) == "(" and word_at(row, end) in {")", ","}
    asked = year_at > at or word_at(row, at - 1) in row.words.sets["year_prepositions"] or bracketed
    if second is not None and ranged and (asked or values["year"] >= 1800):
        return Found("year", second[1], values | {"last year": second[0]})
    return Found("year", end, values) if asked and year[0] < 2200 else None


def _read_early_year(row: Row, at: int) -> tuple[int, int] | None:
    """A year of three digits, as only *tahun* and *the year* can ask for."""
    word = word_at(row, at)
    return (int(word), at + 1) if word.isdecimal() and len(word) == 3 and word[0] != "0" else None


def _read_decade(row: Row, at: int, *, said: bool) -> Found | None:
    word = word_at(row, at)
    if not (word.isdecimal() and word.endswith("0") and (len(word) == 4 or (len(word) == 2 and said))):
        return None
    end = at + 2 if word_at(row, at + 1) in {"-", "'", "’"} else at + 1
    if word_at(row, end) not in row.words.sets["decade"] or row.tokens[end].start > row.tokens[at].end + 1:
        return None
    year = int(word) if len(word) == 4 else 1900 + int(word)
    return Found("year", end + 1, {"year": year, "last year": year + 9}) if 1500 <= year < 2200 else None


def _relative(row: Row, at: int) -> Found | None:
    """*Kemarin*, *last week*, *akhir tahun lalu*, *earlier this month*; *Minggu lalu* may be a day."""
    earlier = skip_term(row, at, "earlier")
    values, start = _parts(row, earlier)
    for first in (at, start):
        meaning, length = term_at(row.words.terms["relative"], row.tokens, first)
        if length:
            break
    else:
        return None
    unit, offset = meaning.split()
    stated = {"unit": UNITS[unit], "first": int(offset), "last": int(offset)}
    stated |= values if first == start and UNITS[unit] >= UNITS["month"] else {}
    stated |= {"earlier": 1} if earlier > at else {}
    if word_at(row, first) in row.words.sets.get("week_too", ()) and row.tokens[first].text[0].isupper():
        stated["weekday"] = row.words.weekdays[word_at(row, first)]
    return Found("relative", first + length, stated)


def _told(row: Row, at: int) -> Found | None:
    """*Sehari sebelumnya*, *the previous day*: from the day that was told last."""
    meaning, length = term_at(row.words.terms["told"], row.tokens, at)
    if not length:
        meaning, length = term_at(row.words.terms["told_before"], row.tokens, at)
        if length and at + length < len(row.tokens) and row.tokens[at + length].kind == "word":
            return None
    end = at + length
    if not length or skip_term(row, end, "compares") > end:
        return None
    unit, offset = meaning.split()
    return Found("relative", end, {"unit": UNITS[unit], "first": int(offset), "last": int(offset), "told": 1})


def _counted(row: Row, at: int) -> Found | None:
    """*Tiga hari lalu*, *two weeks ago*, *dua hari sebelumnya*: a few is two to seven."""
    few = skip_term(row, at, "few")
    number = (0, few) if few > at else row.small.get(at)
    if number is None:
        return None
    unit, length = term_at(row.words.terms["units"], row.tokens, number[1])
    end = number[1] + length
    for sign, topic, told in _DIRECTIONS:
        after = skip_term(row, end, topic)
        if length and after > end and not (told and skip_term(row, after, "compares") > after):
            bounds = sorted((sign * 2, sign * 7)) if few > at else [sign * number[0]] * 2
            stated = {"unit": UNITS[unit], "first": bounds[0], "last": bounds[1]}
            return Found("relative", after, stated | ({"told": 1} if told else {}))
    return None


def _quarter(row: Row, at: int) -> Found | None:
    """*Kuartal III 2024*, *third quarter of 2024*, *Q3 2024*."""
    after = skip_term(row, at, "quarters")
    if row.language == "id" and after > at:
        number, end = _ROMAN.get(word_at(row, after)), after + 1
    elif word_at(row, at) in ORDINALS and skip_term(row, at + 1, "quarters") > at + 1:
        number, end = ORDINALS[word_at(row, at)], skip_term(row, at + 1, "quarters")
    else:
        word = word_at(row, at)
        number, end = (_ROMAN.get(word[1:]) if word[:1] == "q" and word[1:].isdecimal() else None), at + 1
    year = read_year(row, skip_term(row, end, "before_year"))
    return Found("quarter", year[1], {"quarter": number, "year": year[0]}) if number and year else None


def _season(row: Row, at: int) -> Found | None:
    """*Musim gugur 2023*, *summer of 2024*."""
    season, length = term_at(row.words.terms["seasons"], row.tokens, at)
    year = read_year(row, skip_term(row, skip_term(row, at + length, "before_month"), "before_year"))
    return Found("season", year[1], {"month": SEASONS[season], "year": year[0]}) if length and year else None


PERIOD_RULES: tuple[Callable[[Row, int], Found | None], ...] = (
    _month_alone, _year_alone, _relative, _told, _counted, _quarter, _season,
)  # fmt: skip
