"""Days as a person types them: ``5 Nov 2024``, ``5/11/2024``, ``1-5 November 2024``, or as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from claimdesk.errors import InputError, UsageError
from claimdesk.evidence.corrections import parse_stated_date, write_stated_date
from claimdesk.messages import render_stated_date, translate
from claimdesk.model import StatedDate
from claimdesk.text.dates import find_dates, resolve_date
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.ui.markup import Node, el

_NUMERIC = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_LONGEST = 60  # characters of a typed day


def read_typed_date(typed: str) -> str | None:
    """The typed days as a correction writes them; empty where nothing is typed, None where it is no day.

    A day in figures begins with the day of the month. A day without a year is none.
    """
    text = typed.strip()
    try:
        stated = parse_stated_date(text)
    except InputError:
        stated = _read_words(text)
        if stated is None:
            return None
    return write_stated_date(stated)


def settle_day(typed: str, language: str) -> str:
    """The one day that is typed, as ISO 8601; empty where nothing is. Raises UsageError, in `language`."""
    if not typed.strip():
        return ""
    try:
        return date.fromisoformat(read_typed_date(typed) or "").isoformat()
    except ValueError as error:
        said = translate("“{typed}” is not one day. Write it as 12 Mar 2025 or 2025-03-12.", language)
        raise UsageError(said.format(typed=typed.strip())) from error


def _read_words(text: str) -> StatedDate | None:
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        day, month, year = map(int, numeric.groups())
        try:
            return StatedDate(date(year, month, day), date(year, month, day))
        except ValueError:
            return None
    for language in LANGUAGES:
        found = find_dates(text, language) if len(text) <= _LONGEST else ()
        if len(found) != 1 or found[0].span.of(text) != text:
            continue
        ranges = resolve_date(found[0], None)
        if len(ranges) == 1:
            since = bool(dict(found[0].values).get("since"))
            first, last, precision = ranges[0].first, ranges[0].last, ranges[0].precision
            return StatedDate(first, first if since else last, precision, not_before=since)
    return None


def render_understood(typed: str, language: str) -> Node:
    """What was understood of the typed days, or that nothing was."""
    read = read_typed_date(typed)
    if read is None:
        said = translate("No day is understood. Write 5 Nov 2024, Nov 2024 or 1-5 Nov 2024.", language)
        return el("p", "small", el("b", "", said))
    said = translate("Understood: {date}", language)
    return el("p", "soft small", said.format(date=render_stated_date(parse_stated_date(read), language)))
