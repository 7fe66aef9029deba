"""Dates, numbers, intervals and lists in the form of the reader's language, by Babel (CLDR)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal

from claimdesk.messages.catalogue import LANGUAGES, _, translate
from claimdesk.model import Interval, StatedDate

# British lists ("A, B and C"); dates and numbers are the same in both, but for "Sept".
_LISTS = {"en": "en_GB"}


def render_date(day: date, language: str, *, year: bool = True, long: bool = False) -> str:
    """Such as ``13 Nov 2024``; without its year, or with the month's full name, where wanted."""
    pattern = f"d {'MMMM' if long else 'MMM'}{' y' if year else ''}"
    return str(format_date(day, pattern, locale=_locale(language)))


def render_period(first: date, last: date, language: str) -> str:
    """Such as ``1–7 Nov 2024``, ``28 Oct – 3 Nov 2024``, or one day where both are the same."""
    if first == last:
        return render_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{render_date(last, language)}"
    start = render_date(first, language, year=first.year != last.year)
    return f"{start} – {render_date(last, language)}"


def render_stated_date(stated: StatedDate | None, language: str) -> str:
    """The days a passage speaks of; says so where they are unknown or only the earliest is known."""
    if stated is None:
        return translate(_("date unknown"), language)
    if stated.not_before:
        return translate(_("not before {date}"), language).format(date=render_date(stated.first, language))
    return render_period(stated.first, stated.last, language)


def render_number(number: float, language: str, *, short: bool = False) -> str:
    """Grouped as the language does, with at most three decimals: ``10,000`` and ``10.000``; ``∞`` as is.

    `short` writes large ones with a word: ``30 billion``, ``30 miliar``.
    """
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    if short:
        compact = format_compact_decimal(
            number, format_type="long", locale=_locale(language), fraction_digits=1
        )
        return str(compact)
    return str(format_decimal(number, locale=_locale(language)))


def render_interval(interval: Interval, language: str) -> str:
    """In words: ``3,000``, ``at least 10,000``, ``more than 10,000``, ``up to 8,000``, ``10,800–13,200``.

    Nothing below zero is counted, so an interval that starts there has only an upper bound.
    """
    low, high = render_number(interval.low, language), render_number(interval.high, language)
    if interval.exact:
        return low
    above = interval.low > 0 or (interval.low == 0 and interval.low_open)
    below = math.isfinite(interval.high)
    if not above and not below:
        return translate(_("any number"), language)
    lower = translate(_("more than {number}") if interval.low_open else _("at least {number}"), language)
    upper = translate(_("fewer than {number}") if interval.high_open else _("up to {number}"), language)
    if not below:
        return lower.format(number=low)
    if not above:
        return upper.format(number=high)
    if not interval.low_open and not interval.high_open:
        return f"{low}–{high}"
    return f"{lower.format(number=low)}, {upper.format(number=high)}"


def render_list(items: Sequence[str], language: str) -> str:
    """Such as ``A, B and C``, ``A, B, dan C``; empty where there is nothing."""
    name = _locale(language)
    return str(format_list(list(items), locale=_LISTS.get(name, name)))


def _locale(language: str) -> str:
    return language if language in LANGUAGES else "en"
