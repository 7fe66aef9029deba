"""Dates as they are written in running text, in Indonesian and English.

Each rule of `text.daterules` and `text.dateperiods` reads one form at a token and says what it states as
named whole numbers; the one that reads furthest wins. `resolve_date` gives the days that are meant, once the
article's date is known.

======== ======================================================== =========================================
rule     written                                                  values
======== ======================================================== =========================================
day      24 Oktober 2024, October 24, 24/10/2024, (24/10)         day, month?, year?, last day?, weekday?
weekday  pada Rabu, Selasa pagi, last Monday, Minggu pekan lalu   weekday, turn? or week?
relative kemarin, tiga hari lalu, last week, sehari sebelumnya    unit, first, last, part?, weekday?
month    akhir November, awal hingga pertengahan Oktober 2024     month, year?, part?, last part?, turn?
year     tahun 2022, in 2023, 2019-2022, awal 2024, 1990-an       year, last year?, part?, last part?
quarter  kuartal III 2024, the third quarter of 2024              quarter, year
season   musim gugur 2023                                         month (its first), year
======== ======================================================== =========================================

`turn` is -1 for *last*, 0 for *this*, 1 for *next*; `week` counts weeks from the article's own. Marks, 1
where they hold: `since`, the expression opens a stretch that lasts until the article's date; `swap`, day and
month of a numeric date may be the other way round; `earlier`, only the part up to the article's date is
meant; `loose`, *last Monday* may be the one of last week; `told`, it counts from the day that was told last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimdesk.model import DateExpression, Span, Token
from claimdesk.text.dateperiods import ORDINALS, PERIOD_RULES
from claimdesk.text.daterange import resolve_date
from claimdesk.text.daterow import Found, Row, open_row
from claimdesk.text.daterules import DAY_RULES, ISO
from claimdesk.text.datewords import date_words
from claimdesk.text.terms import term_at
from claimdesk.text.tokens import find_tokens

__all__ = ["find_dates", "resolve_date"]

# Digits that are no day and no year, unless a word asks for an early one.
_COUNT = re.compile(r"\d{3}|[03-9]\d{3}|\d{5,}|\d{1,3}(?:[.,]\d{3})+")

# One of these words is in every date that is told from another day.
_TELLING = ("ago", "ahead", "before_year", "told", "told_before", "earlier_than_told", "later_than_told")


def find_dates(text: str, language: str, tokens: Sequence[Token] | None = None) -> tuple[DateExpression, ...]:
    """All date expressions of `text` in order, none overlapping, in linear time.

    Spans leave prepositions out, but hold a word for *since*.
    """
    tokens = find_tokens(text) if tokens is None else tokens
    if not (any(_is_needed(token.lower, language) for token in tokens) or ISO.search(text)):
        return ()
    row = open_row(text, tokens, language)
    found: list[DateExpression] = []
    at = 0
    while at < len(row.tokens):
        opens = at in row.small or may_open(row.tokens[at].lower, language)
        read = _read(row, at) if opens else None
        if read is None:
            at += 1
            continue
        span = Span(row.tokens[at].start, row.tokens[read.end - 1].end)
        found.append(DateExpression(span, span.of(text), read.rule, tuple(sorted(read.values.items()))))
        at = read.end
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def may_open(lower: str, language: str) -> bool:
    """Whether a date may begin with this word: it is listed, or holds a digit. Spelled numbers may too."""
    words = date_words(language)
    listed = lower in words.months or lower in words.weekdays or lower in ORDINALS
    opens = any(lower in terms.starting for terms in words.terms.values())
    return listed or opens or any(map(str.isdigit, lower)) or "-" in lower


@lru_cache(maxsize=1 << 16)
def _is_needed(lower: str, language: str) -> bool:
    """Whether this is one of the words of which every date has one, but for those as in 3024-10-24: the name
    of a day or month, what tells it from the article's, or digits that are more than a count."""
    words = date_words(language)
    named = lower in words.months or lower in words.weekdays or lower in words.terms["relative"].starting
    told = named or any(lower in words.terms[topic].ending for topic in _TELLING)
    return told or "-" in lower or (any(map(str.isdigit, lower)) and not _COUNT.fullmatch(lower))


def _read(row: Row, at: int) -> Found | None:
    """The date that starts at token `at`, with a word for *since* before it."""
    length = term_at(row.words.terms["since"], row.tokens, at)[1]
    best: Found | None = None
    for rule in (*PERIOD_RULES, *DAY_RULES):
        found = rule(row, at + length)
        if found is not None and (best is None or found.end > best.end):
            best = found
    if best is None or not length:
        return best
    return Found(best.rule, best.end, {**best.values, "since": 1})
