"""Numbers with their sign or unit of measure: percent, money, measures, else a bare count."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from claimdesk.model import FigureKind, Interval, Span, Token
from claimdesk.text.currencies import currency_signs, currency_words
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.numerals import Numeral
from claimdesk.text.terms import term_at, term_before

# Names of currencies that are other words as well: "won" counts money only in amounts nobody wins of.
_HOMONYMS = {"won", "lira", "real"}
# "Berkekuatan 5,6" is an earthquake, "berkekuatan 10.000 personel" an army.
_MOST_MAGNITUDE = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit. Tokens ``first .. last`` (exclusive) hold sign, number and unit of measure.

    `number` is where the digits or number words stand, `unit` the words of percent, currency or measure as
    written. `former` and `total` are the two ends of a change ("dari 162 menjadi 268").
    """

    first: int
    last: int
    number: Span
    interval: Interval
    kind: FigureKind = "count"
    unit: tuple[str, ...] = ()
    currency: str = ""
    scale: float = 1
    vague: bool = False
    spelled: bool = False
    former: bool = False
    total: bool = False


def read_amount(
    row: Sequence[Token], numeral: Numeral, words: FigureWords, dated: Container[int] = ()
) -> Amount:
    """`numeral` with what stands on either side and says how it is measured; `dated` tokens say nothing."""
    kind, currency, first = _read_before(row, numeral, words)
    last = numeral.last
    after = last + 1 if _is_hyphen(row, last) else last
    if (kind == "count" or currency) and after not in dated:
        read, code, length = _read_after(row, numeral, after, words)
        if length and (not currency or code == currency):
            kind, currency, last = read, code, after + length
    unit = [token.text for token in (*row[first : numeral.first], *row[after:last])]
    return Amount(
        first=first,
        last=last,
        number=numeral.span,
        interval=numeral.interval,
        kind=kind,
        unit=tuple(unit),
        currency=currency,
        scale=numeral.scale,
        vague=numeral.vague,
        spelled=numeral.spelled,
    )


def _is_hyphen(row: Sequence[Token], at: int) -> bool:
    """Whether token `at` is a hyphen that ties the number to the next word ("5.6-magnitude")."""
    return (
        0 < at < len(row) - 1
        and row[at].text in "-‐‑"
        and row[at - 1].end == row[at].start < row[at + 1].start == row[at].end
    )


def _read_before(row: Sequence[Token], numeral: Numeral, words: FigureWords) -> tuple[FigureKind, str, int]:
    """Kind, currency and first token from what stands before: "US$ 2", "magnitudo 5,6"."""
    first = numeral.first
    currency, length = _currency_before(row, first)
    if length:
        return "money", currency, first - length
    meaning, length = term_before(words.terms["magnitude_before"], row, first)
    length = length if numeral.interval.low < _MOST_MAGNITUDE else 0
    if length and (meaning != "m" or row[first - 1].text == "M"):
        return "measure", "", first - length
    return "count", "", first


def _currency_before(row: Sequence[Token], end: int) -> tuple[str, int]:
    """The sign that ends before token `end`; letters belong to it where they touch it: "A $5" is no "A$5"."""
    currency, length = term_before(currency_signs(), row, end)
    if length == 2 and row[end - 2].end < row[end - 1].start and row[end - 2].lower != "us":
        only, one = term_at(currency_signs(), row, end - 1)
        return (only, one) if one == 1 else ("", 0)
    return currency, length


def _read_after(
    row: Sequence[Token], numeral: Numeral, at: int, words: FigureWords
) -> tuple[FigureKind, str, int]:
    """Kind, currency and number of tokens of what stands after: "persen", "euros", "km"."""
    for table in (currency_signs(), currency_words()):
        currency, length = term_at(table, row, at)
        if length and not (row[at].lower in _HOMONYMS and numeral.interval.low < 1000):
            return "money", currency, length
    if length := term_at(words.terms["percent"], row, at)[1]:
        return "percent", "", length
    measure, length = term_at(words.terms["measures"], row, at)
    if length and not (len(measure) == 1 and row[at].text != measure):
        return "measure", "", length
    return "count", "", 0
