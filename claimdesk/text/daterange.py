"""The days that a date expression means."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from claimdesk.model import DateExpression, DatePrecision, DateRange
from claimdesk.text.datewords import UNITS

Values = Mapping[str, int]


def resolve_date(
    expression: DateExpression, published: date | None, told: date | None = None
) -> tuple[DateRange, ...]:
    """The days that `expression` can mean in an article of date `published`, likeliest first.

    Without `published` only what is complete in itself resolves: a missing year stays open and gives nothing,
    as does every relative expression. A missing year is the one nearest to `published`; a bare weekday is the
    latest one that is not after it. *A day earlier* counts from `told`, the day told last; without it, from
    `published`, which *a day later* cannot. Days out of the calendar's range give nothing.
    """
    values = dict(expression.values)
    start = published
    if values.get("told"):
        start = told or (published if values["last"] < 0 else None)
    try:
        ranges = _RESOLVERS[expression.rule](values, start)
    except (OverflowError, ValueError):
        return ()
    if published is not None:
        ranges = [_limit(found, values, published) for found in ranges]
    return tuple(dict.fromkeys(ranges))


def _limit(found: DateRange, values: Values, published: date) -> DateRange:
    """*Since* runs until the article's date; *earlier* ends there."""
    if values.get("since") and found.first <= published:
        return DateRange(found.first, published, "vague")
    if values.get("earlier") and found.first <= published < found.last:
        return DateRange(found.first, published, found.precision)
    return found


def _days(first: date, last: date, precision: DatePrecision = "day") -> DateRange:
    return DateRange(first, last, precision)


def _resolve_day(values: Values, published: date | None) -> list[DateRange]:
    pairs = [(values["day"], values.get("month", 0))]
    if values.get("swap"):
        pairs.append((values["month"], values["day"]))
    found = []
    for day, month in pairs:
        if "year" in values:
            found.append(_span_of_days(values["year"], month, day, values))
        elif published is not None:
            found += _nearest(_days_around(day, month, values, published), values, published)
    fitting = [days for days in found if days.first.weekday() == values.get("weekday", -1)]
    return _by_distance(fitting or found, published) if published else fitting or found


def _days_around(day: int, month: int, values: Values, published: date) -> list[DateRange]:
    """That day of the years (without a month: of the two latest months) around `published` that exist."""
    before = published.replace(day=1) - timedelta(days=1)
    places = [(published.year, published.month), (before.year, before.month)]
    if month:
        places = [(published.year + step, month) for step in (-1, 0, 1)]
    days = [
        _span_of_days(year, number, day, values)
        for year, number in places
        if day <= monthrange(year, number)[1]
    ]
    past = [found for found in days if found.first <= published]
    return days if month else past


def _nearest(days: list[DateRange], values: Values, published: date) -> list[DateRange]:
    """The one nearest to `published`: of the right weekday if one is, not after it if it is a *since*."""
    fitting = [found for found in days if found.first.weekday() == values.get("weekday", -1)]
    if values.get("since"):
        days = [found for found in days if found.first <= published]
    return _by_distance(fitting or days, published)[:1]


def _by_distance(days: list[DateRange], published: date) -> list[DateRange]:
    return sorted(days, key=lambda found: _distance(found, published))


def _span_of_days(year: int, month: int, day: int, values: Values) -> DateRange:
    first = date(year, month, day)
    return _days(first, date(year, month, max(day, values.get("last day", day))))


def _distance(days: DateRange, published: date) -> int:
    """Days between `published` and the nearest end; ahead they count twice, since news tells of the past."""
    if days.first > published:
        return 2 * (days.first - published).days
    return max(0, (published - days.last).days)


def _resolve_weekday(values: Values, published: date | None) -> list[DateRange]:
    if published is None:
        return []
    number = values["weekday"]
    monday = published - timedelta(days=published.weekday())
    if "week" in values:
        day = monday + timedelta(days=7 * values["week"] + number)
        # Where the week starts on Sunday, its Sunday is a week earlier than the calendar's.
        days = [day, day - timedelta(days=7)] if number == 6 else [day]
        return [_days(found, found) for found in days]
    latest = published - timedelta(days=(published.weekday() - number) % 7)
    turn = values.get("turn")
    if turn is None:
        days = [latest]
    elif turn == 0:
        days = [monday + timedelta(days=number)]
    elif turn == 1:
        days = [published + timedelta(days=(number - published.weekday() - 1) % 7 + 1)]
    else:
        before = latest if latest < published else latest - timedelta(days=7)
        # "Last Monday" may be the one of last week; "Senin lalu" is the latest.
        days = [before, monday + timedelta(days=number - 7)] if values.get("loose") else [before]
    return [_days(found, found) for found in dict.fromkeys(days)]


def _resolve_relative(values: Values, published: date | None) -> list[DateRange]:
    if published is None:
        return []
    first = _shifted(values["unit"], values["first"], published)
    last = _shifted(values["unit"], values["last"], published)
    precision: DatePrecision = "vague" if values["first"] != values["last"] else first.precision
    found = [_part_of(_days(first.first, last.last, precision), values)]
    if "weekday" in values:
        found += _resolve_weekday({"weekday": values["weekday"], "turn": values["first"]}, published)
    return found


def _shifted(unit: int, offset: int, published: date) -> DateRange:
    """The day, week, weekend, month or year that lies `offset` of its kind after that of `published`."""
    if unit == UNITS["day"]:
        day = published + timedelta(days=offset)
        return _days(day, day)
    if unit == UNITS["month"]:
        months = published.year * 12 + published.month - 1 + offset
        return _month(months // 12, months % 12 + 1)
    if unit == UNITS["year"]:
        return _year(published.year + offset)
    monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * offset)
    if unit == UNITS["weekend"]:
        return _days(monday + timedelta(days=5), monday + timedelta(days=6), "vague")
    return _days(monday, monday + timedelta(days=6), "week")


def _month(year: int, month: int) -> DateRange:
    return _days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def _year(year: int, last: int | None = None) -> DateRange:
    return _days(date(year, 1, 1), date(last or year, 12, 31), "vague" if last else "year")


def _part_of(whole: DateRange, values: Values) -> DateRange:
    """A third of a month or of a year, or two neighbouring ones."""
    if "part" not in values:
        return whole
    first, last = values["part"], values.get("last part", values["part"])
    if whole.precision == "month":
        starts, ends = (1, 11, 21), (10, 20, whole.last.day)
        return _days(
            whole.first.replace(day=starts[first - 1]),
            whole.last.replace(day=ends[last - 1]),
            "part of month",
        )
    return _days(whole.first.replace(month=first * 4 - 3), _month(whole.last.year, last * 4).last, "vague")


def _resolve_month(values: Values, published: date | None) -> list[DateRange]:
    month = values["month"]
    if "year" in values:
        return [_part_of(_month(values["year"], month), values)]
    if published is None:
        return []
    years = [_month(published.year + step, month) for step in (-1, 0, 1)]
    turn = values.get("turn")
    if turn == 0:
        years = [found for found in years if found.first.year == published.year]
    elif turn == -1:
        years = [found for found in years if found.last < published] or years
    elif turn == 1:
        years = [found for found in years if found.first > published]
    return _nearest([_part_of(found, values) for found in years], values, published)


def _resolve_year(values: Values, _: date | None) -> list[DateRange]:
    return [_part_of(_year(values["year"], values.get("last year")), values)]


def _resolve_quarter(values: Values, _: date | None) -> list[DateRange]:
    year, last = values["year"], values["quarter"] * 3
    return [_days(date(year, last - 2, 1), _month(year, last).last, "vague")]


def _resolve_season(values: Values, _: date | None) -> list[DateRange]:
    """Meteorological seasons of the north: three whole months; winter runs into the next year."""
    year, month = values["year"], values["month"]
    end = _month(year + (month == 12), (month + 1) % 12 + 1)
    return [_days(date(year, month, 1), end.last, "vague")]


_RESOLVERS: Mapping[str, Callable[[Values, date | None], list[DateRange]]] = {
    "day": _resolve_day,
    "weekday": _resolve_weekday,
    "relative": _resolve_relative,
    "month": _resolve_month,
    "year": _resolve_year,
    "quarter": _resolve_quarter,
    "season": _resolve_season,
}
