"""What a person set right in a quote: stance, origin, date and hedge override the engine's."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from claimdesk.errors import InputError
from claimdesk.evidence.timing import timing_of
from claimdesk.model import (
    STANCES,
    Claim,
    DatePrecision,
    Decision,
    Origin,
    Quote,
    Reason,
    Stance,
    StatedDate,
)

_STANCES: dict[str, Stance] = {stance: stance for stance in STANCES}
HEDGES = {"true": True, "false": False}
_CHOICES = {("stance", value) for value in STANCES} | {("hedged", value) for value in HEDGES}
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def correct_quote(quote: Quote, decision: Decision, claim: Claim, resolve: Callable[[str], Origin]) -> Quote:
    """`quote` with the decision's corrections, and its timing against `claim` computed again.

    `stance` is one of the three, `hedged` is ``true`` or ``false``, `origin` a source id or name that
    `resolve` knows or makes an origin of, and `date` as `parse_stated_date` reads it.

    Raises:
        InputError: a field that cannot be corrected, or a value that it cannot have.
    """
    for field, value in decision.corrections:
        check_correction(field, value)
        if field == "stance":
            quote = replace(quote, stance=_STANCES[value])
        elif field == "hedged":
            quote = replace(quote, hedged=HEDGES[value])
        elif field == "origin":
            quote = replace(quote, origin=resolve(value), also=())
        else:
            quote = replace(quote, date=parse_stated_date(value))
    return replace(quote, timing=timing_of(quote.date, claim, quote.figure))


def explain_corrections(found: Quote, corrected: Quote) -> Iterator[Reason]:
    """One reason for each field that differs: what it is now, and what the engine had said."""
    before, after = _written(found), _written(corrected)
    for field, value in after.items():
        if value != before[field]:
            yield Reason.of(f"corrected_{field}", now=value, was=before[field])


def _written(quote: Quote) -> dict[str, str]:
    """The fields that can be corrected, as a correction writes them; the origin by the name it shows."""
    return {
        "stance": quote.stance,
        "origin": "\n".join(origin.name for origin in quote.origins),
        "date": write_stated_date(quote.date),
        "hedged": str(quote.hedged).lower(),
    }


def write_stated_date(stated: StatedDate | None) -> str:
    """The days as `parse_stated_date` reads them."""
    if stated is None:
        return ""
    length = len("2024-11") if stated.precision == "month" else len("2024-11-04")
    first, last = stated.first.isoformat()[:length], stated.last.isoformat()[:length]
    if stated.not_before:
        return f"{first}/.."
    return first if first == last else f"{first}/{last}"


def check_correction(field: str, value: object) -> None:
    """Raise InputError unless `field` can be corrected, and to `value`."""
    if field == "date" and isinstance(value, str):
        parse_stated_date(value)
        return
    text = value if isinstance(value, str) else ""
    if not (field == "origin" and text.strip()) and (field, text) not in _CHOICES:
        raise InputError(
            f"A correction sets {field} to {value!r}, which it cannot be: stance is supports, contradicts or "
            "mentions, hedged is true or false, origin is a name, date a day."
        )


def parse_stated_date(text: str) -> StatedDate | None:
    """A day, a month or a span of either as ISO 8601 writes them; an empty text is an unknown date.

    ``2024-11-04``, ``2024-11``, ``2024-11-01/2024-11-05``; ``2024-11-01/..`` is not before that day.

    Raises:
        InputError: anything else.
    """
    if not text.strip():
        return None
    start, _, end = text.strip().partition("/")
    try:
        if any(not _DATE.fullmatch(part) for part in (start, end) if part not in ("", "..")):
            raise ValueError(text)
        first, precision = _parse_day(start, last=False)
        if end == "..":
            return StatedDate(first, first, precision, not_before=True)
        last, _ = _parse_day(end or start, last=True)
        if last < first:
            raise ValueError(text)
    except ValueError:
        raise InputError(
            f"{text!r} is not a date: write 2024-11-04, 2024-11, 2024-11-01/2024-11-05 or 2024-11-01/.."
        ) from None
    return StatedDate(first, last, precision)


def _parse_day(text: str, *, last: bool) -> tuple[date, DatePrecision]:
    if len(text) != len("2024-11"):
        return date.fromisoformat(text), "day"
    year, month = int(text[:4]), int(text[5:])
    if not 1 <= month <= 12:
        raise ValueError(text)
    return date(year, month, monthrange(year, month)[1] if last else 1), "month"
