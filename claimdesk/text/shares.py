"""Shares told without a percent sign: *three in four voters*, *separuh pemilih*, *two thirds of residents*.

They become percentages, unless a number follows that they are a share of (*half of the 9,000*): that is the
room of `text.bounds`. Two small numbers tell a share where the second is one that people count out in, and in
Indonesian, where *14 dari 19 korban* is a count, only of people at large.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from decimal import Decimal
from fractions import Fraction

from claimdesk.model import Interval, Span, Token
from claimdesk.text.amounts import Amount
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.numerals import Numeral, as_number
from claimdesk.text.terms import term_at

# The second number of a share: nobody says "three in seven voters".
_WHOLES = (2, 3, 4, 5, 6, 8, 10, 20, 100)
# Words that count out one by one, so that any whole will do: "one in every 1,000".
_EACH = frozenset({"every", "setiap", "tiap"})
# Most tokens between a share's words and the number it is a share of: "half of all the 9,000".
_REACH = 4
_MARKS = frozenset(",;:()–—")


def find_shares(
    row: Sequence[Token], numerals: Sequence[Numeral], words: FigureWords, dated: Container[int]
) -> list[Amount]:
    """The shares of `row` as percentages, in order."""
    return sorted(
        [*_odds(row, numerals, words), *_fractions(row, numerals, words, dated)],
        key=lambda amount: amount.first,
    )


def _odds(row: Sequence[Token], numerals: Sequence[Numeral], words: FigureWords) -> list[Amount]:
    found = []
    for at in range(len(numerals) - 1):
        one, other = numerals[at], numerals[at + 1]
        joint = " ".join(token.lower for token in row[one.last : other.first])
        if joint not in words.sets["odds_joints"] or not (one.interval.exact and other.interval.exact):
            continue
        low, high = one.interval.low, other.interval.low
        following = row[other.last].lower if other.last < len(row) else ""
        told = joint not in words.sets["odds_of_many"] or following in words.sets["many"]
        whole = high in _WHOLES or not _EACH.isdisjoint(joint.split())
        if 0 < low < high and whole and told and one.scale == other.scale == 1:
            found.append(_share(row, one.first, other.last, Fraction(int(low), int(high))))
    return found


def _fractions(
    row: Sequence[Token], numerals: Sequence[Numeral], words: FigureWords, dated: Container[int]
) -> list[Amount]:
    counted = {at for numeral in numerals for at in range(numeral.first, numeral.last)}
    digits = {numeral.first for numeral in numerals if not numeral.spelled or numeral.scale > 1}
    found: list[Amount] = []
    at = 0
    while at < len(row):
        share, length = term_at(words.terms["fractions"], row, at)
        end = at + length
        of = term_at(words.terms["fractions_of"], row, end)[1] if length else 0
        noun = row[end + of] if end + of < len(row) else None
        if (
            not length
            or at in dated
            or noun is None
            or noun.kind != "word"
            or not (of or words.language == "id")
            or term_at(words.terms["durations"], row, end + of)[1]
            or (end + of) in counted
            or any(place in digits for place in _reached(row, end, end + of + _REACH))
        ):
            at += max(length, 1)
            continue
        found.append(_share(row, at, end, Fraction(share)))
        at = end
    return found


def _reached(row: Sequence[Token], first: int, last: int) -> range:
    """The places up to `last` or the next mark: behind one stands no whole (*two thirds of the dead, 64*)."""
    last = min(last, len(row))
    return range(first, next((at for at in range(first, last) if row[at].text in _MARKS), last))


def _share(row: Sequence[Token], first: int, last: int, share: Fraction) -> Amount:
    hundredths = as_number(round(Decimal(share.numerator * 100) / Decimal(share.denominator), 2))
    return Amount(
        first=first,
        last=last,
        number=Span(row[first].start, row[last - 1].end),
        interval=Interval(hundredths, hundredths),
        kind="percent",
        spelled=True,
    )
