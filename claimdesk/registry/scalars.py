"""Single values of a registry, read strictly from the text the curator typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from claimdesk.registry.fields import Address, Choice, Day, Identifier, Number, Single, Text, Whole
from claimdesk.registry.problems import show

LARGEST_NUMBER = 10**15
_LONGEST_NUMBER = 40
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,_'’ \u00a0\u202f][0-9]{3})+")
_SCIENTIFIC = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?[eE]\+?[0-9]{1,2}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOOSE_DAY = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_HALVES = re.compile("[\ud800-\udfff]")  # what is left of a byte that is no text, or of half an emoji
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")


class NotAccepted(ValueError):  # noqa: N818 - never an error by itself: it becomes a Problem with its place
    """The text is not such a value; `what` is wrong with it and what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}, {remedy}")
        self.what = what
        self.remedy = remedy


def parse_scalar(shape: Single, text: str) -> str | int | date | Decimal:
    """`text` as the value that `shape` asks for. Raises NotAccepted."""
    if _HALVES.search(text):
        raise NotAccepted("half of a character, which no file can hold", "write the letter again")
    match shape:
        case Text(longest, lines):
            return parse_text(text, longest, lines=lines)
        case Identifier(longest):
            return parse_identifier(text, longest)
        case Choice(words):
            return parse_choice(text, words)
        case Whole(low, high):
            return parse_whole(text, low, high)
        case Number(positive):
            return parse_number(text, positive=positive)
        case Day():
            return parse_day(text)
        case Address():
            return parse_address(text)


def parse_text(text: str, longest: int, *, lines: bool = False) -> str:
    """`text` without outer white space; on one line unless `lines`. At most `longest` code points."""
    kept = text.strip() if lines else " ".join(text.split())
    if len(kept) > longest:
        raise NotAccepted(f"{len(kept):,} characters long", f"write at most {longest:,}")
    return kept


def parse_identifier(text: str, longest: int) -> str:
    """A name for machines and addresses: ``a-z``, ``0-9`` and single hyphens between them."""
    if not _IDENTIFIER.fullmatch(text):
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        proposed = "-".join(re.findall(r"[a-z0-9]+", plain))[:longest].strip("-")
        remedy = "use lower-case letters, digits and hyphens between them"
        raise NotAccepted(f"`{show(text)}` is no id", f"{remedy}: `{show(proposed)}`" if proposed else remedy)
    if len(text) > longest:
        raise NotAccepted(f"an id of {len(text)} characters", f"use at most {longest}")
    return text


def parse_choice(text: str, words: Iterable[str]) -> str:
    """One of `words`, as written there."""
    known = list(words)
    if text in known:
        return text
    listed = ", ".join(known)
    near = nearest(text, known)
    raise NotAccepted(
        f"`{show(text)}` is not known here",
        f"write {near} (of: {listed})" if near else f"write one of: {listed}",
    )


def parse_day(text: str) -> date:
    """A day of the calendar, ``YYYY-MM-DD``."""
    if match := _DAY.fullmatch(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise NotAccepted(
                f"{text} is no day of the calendar", "write an existing day as year-month-day"
            ) from None
    remedy = "write year-month-day, such as 2024-11-04"
    if match := _LOOSE_DAY.fullmatch(text):
        year, month, day = match.groups()
        remedy = f"write year-month-day: {year}-{month:0>2}-{day:0>2}"
    raise NotAccepted(f"`{show(text)}` is no date", remedy)


def parse_number(text: str, *, positive: bool = False) -> Decimal:
    """A number from 0 to `LARGEST_NUMBER`, digits with at most one decimal point; not 0 if `positive`.

    Grouped digits are refused, since ``12.000`` is 12 to YAML and twelve thousand to an Indonesian reader.
    """
    if len(text) > _LONGEST_NUMBER:
        raise NotAccepted(f"`{show(text)}` is no number", "write digits only, such as 10000")
    if _GROUPED.fullmatch(text):
        raise NotAccepted(
            f"`{show(text)}` has a mark between its digits", f"write {re.sub('[^0-9]', '', text)}"
        )
    if not _NUMBER.fullmatch(text):
        raise NotAccepted(f"`{show(text)}` is no number from 0 up", _plain_number(text))
    value = Decimal(text)
    if positive and not value:
        raise NotAccepted("0 leaves no number possible here", "write a number above 0")
    if value > LARGEST_NUMBER:
        raise NotAccepted(f"{show(text)} is too large", f"write at most {LARGEST_NUMBER}")
    return value


def parse_whole(text: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER and low <= int(text) <= high):
        wanted = f"write {low}" if low == high else f"write a whole number from {low} to {high}"
        raise NotAccepted(f"`{show(text)}` is not accepted", wanted)
    return int(text)


def parse_address(text: str) -> str:
    """A web address. Other schemes are refused: the dashboard makes links of these."""
    if not _ADDRESS.fullmatch(text):
        raise NotAccepted(f"`{show(text)}` is no web address", "write it in full, beginning with https://")
    return text


def nearest(text: str, known: Iterable[str]) -> str:
    """The entry of `known` that somebody who typed `text` most likely meant, or an empty text."""
    by_form = {word.casefold().replace("-", "_"): word for word in known}
    typed = text[:_LONGEST_NUMBER].casefold().replace("-", "_")
    found = get_close_matches(typed, by_form, n=1, cutoff=0.6)
    return by_form[found[0]] if found else ""


def _plain_number(text: str) -> str:
    """How to write what `text` probably means."""
    if text.startswith(("-", "\u2212")):
        return "write a number that is not negative"
    if _SCIENTIFIC.fullmatch(text) and (plain := Decimal(text)) <= LARGEST_NUMBER:
        return f"write {plain:f}"
    if text.isascii() and text.isdigit():
        return f"write {text.lstrip('0') or '0'}"
    if re.fullmatch("[0-9]+,[0-9]+", text):
        return f"write {text.replace(',', '.')}"
    return "write digits only, such as 10000"
