"""A text's tokens as the date rules read them, and the pieces that every date is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdesk.model import Token
from claimdesk.text.datewords import DateWords, date_row, date_words
from claimdesk.text.numerals import find_numerals
from claimdesk.text.terms import term_at

_MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ORDINAL_ENDS = {"st", "nd", "rd", "th"}


@dataclass(frozen=True, slots=True)
class Row:
    """A text's tokens with what the rules need to know of them. `small` are whole numbers by first token."""

    text: str
    tokens: Sequence[Token]
    words: DateWords
    language: str
    small: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read: up to token `end` (exclusive)."""

    rule: str
    end: int
    values: Mapping[str, int]


def open_row(text: str, tokens: Sequence[Token], language: str) -> Row:
    """The row of `tokens`, ready to be read."""
    row = date_row(text, tokens)
    small = {
        numeral.first: (int(numeral.interval.low), numeral.last)
        for numeral in find_numerals(text, row, language)
        if numeral.interval.exact and numeral.interval.low < 1000 and numeral.interval.low % 1 == 0
    }
    return Row(text, row, date_words(language), language, small)


def word_at(row: Row, at: int) -> str:
    """The word or mark at token `at`, casefolded; nothing beyond the row."""
    return row.tokens[at].lower if 0 <= at < len(row.tokens) else ""


def skip_term(row: Row, at: int, topic: str) -> int:
    """The place after the term of `topic` that starts at token `at`, or `at` where none does."""
    return at + term_at(row.words.terms[topic], row.tokens, at)[1]


def is_named(row: Row, at: int) -> bool:
    """Whether the token is written as a name; Indonesian names of days and months often are not."""
    return row.language == "id" or row.tokens[at].text[0].isupper()


def read_day(row: Row, at: int) -> tuple[int, int] | None:
    """A day of the month at token `at`, 1 to 31, and the place after it and its *st* or *th*."""
    word = word_at(row, at)
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    ends = word_at(row, at + 1) in _ORDINAL_ENDS and row.tokens[at + 1].start == row.tokens[at].end
    return int(word), at + 1 + ends


def read_month(row: Row, at: int) -> tuple[int, int] | None:
    """A month at token `at`, 1 to 12, and the place after it."""
    month = row.words.months.get(word_at(row, at))
    if month is None or not is_named(row, at):
        return None
    # The point of "Oct. 7" belongs to the month, the one that ends a sentence does not.
    short = word_at(row, at) in row.words.sets["short_months"] and word_at(row, at + 1) == "."
    return month, at + 1 + (short and word_at(row, at + 2).isdecimal())


def read_year(row: Row, at: int) -> tuple[int, int] | None:
    """A year of four digits at token `at`, if nothing is counted by it, and the place after it."""
    word = word_at(row, at)
    good = word.isdecimal() and len(word) == 4 and word[0] in "12"
    return (int(word), at + 1) if good and word_at(row, at + 1) not in row.words.sets["counted"] else None


def add_year(row: Row, at: int, values: dict[str, int]) -> int:
    """The place after a year that may follow a month, which is put into `values`."""
    start = at + 1 if word_at(row, at) == "," else at
    year = read_year(row, skip_term(row, start, "before_year"))
    if year is None:
        return at
    values["year"] = year[0]
    return year[1]


def add_last_day(row: Row, at: int, values: dict[str, int]) -> int:
    """The place after the end of a stretch of days ("-25", "hingga 25"), which is put into `values`."""
    joint = skip_term(row, at, "day_joints")
    day = read_day(row, joint) if joint > at else None
    if day is None or day[0] <= values["day"] or word_at(row, day[1]) in row.words.sets["counted"]:
        return at
    values["last day"] = day[0]
    return day[1]


def is_valid(values: Mapping[str, int]) -> bool:
    """Whether month and days exist in some year."""
    return 1 <= values["month"] <= 12 and all(
        1 <= values.get(key, 1) <= _MOST_DAYS[values["month"] - 1] for key in ("day", "last day")
    )


def read_turn(row: Row, at: int) -> tuple[int, int] | None:
    """*Last*, *this* or *next* at token `at`, as -1, 0 or 1 and the place after it."""
    for turn, topic in ((-1, "last"), (0, "this"), (1, "next")):
        if (after := skip_term(row, at, topic)) > at:
            return turn, after
    return None
