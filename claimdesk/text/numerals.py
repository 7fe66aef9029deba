"""Bare numbers in running text: digits, spelled numbers and indefinite ones, without bounds or units."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claimdesk.model import Interval, Span, Token
from claimdesk.text.digits import separate_numbers
from claimdesk.text.numbergrammar import Reading, read_number
from claimdesk.text.numberwords import Atom, number_atoms


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. `first` and `last` (exclusive) are its tokens in the row of `separate_numbers`.

    `scale` is what its digits were multiplied with ("3 juta": 1000000). `spelled`: it holds no digits.
    `vague`: its words give no exact number ("ribuan", "several hundred").
    """

    span: Span
    first: int
    last: int
    interval: Interval
    scale: float = 1
    spelled: bool = False
    vague: bool = False


def find_numerals(text: str, tokens: Sequence[Token], language: str) -> tuple[Numeral, ...]:
    """All numbers of `text` in order, none overlapping, in linear time.

    A number in digits whose marks make no sense is left out. Whether a number counts anything is not asked.
    """
    return _read_row(separate_numbers(text, tokens), language)


@lru_cache(maxsize=16)  # figures and dates look for the same
def _read_row(row: tuple[Token, ...], language: str) -> tuple[Numeral, ...]:
    atoms = number_atoms(row, language)
    found: list[Numeral] = []
    at = 0
    while at < len(atoms):
        reading = read_number(atoms, at, language) if atoms[at].role else None
        if reading is None or not _whole_tokens(atoms, at, reading.next):
            at += 1
            continue
        first, last = atoms[at].token, atoms[reading.next - 1].token + 1
        found.append(_numeral(row, first, last, reading))
        at = reading.next
    return tuple(found)


def as_number(value: Decimal) -> float:
    """`value` as an int where it is whole, so that it is shown as written, else as a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def _numeral(row: Sequence[Token], first: int, last: int, reading: Reading) -> Numeral:
    high = math.inf if reading.high is None else as_number(reading.high)
    return Numeral(
        span=Span(row[first].start, row[last - 1].end),
        first=first,
        last=last,
        interval=Interval(as_number(reading.low), high, high_open=reading.high_open),
        scale=as_number(reading.scale),
        spelled=all(token.kind != "number" for token in row[first:last]),
        vague=reading.vague,
    )


def _whole_tokens(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Whether the atoms ``first .. last`` neither start nor end inside a hyphened word."""
    starts = first == 0 or atoms[first - 1].token != atoms[first].token
    return starts and (last == len(atoms) or atoms[last].token != atoms[last - 1].token)
