"""Figures: the numbers of a text as intervals, with what they count and in which state.

Read in this order, each step in a room of its own: numbers are found (`text.numerals`), dates set aside
(`text.dates`), signs and units of measure read (`text.amounts`), numbers that count nothing left out
(`text.labels`), ranges and changes joined (`text.ranges`), bounds applied (`text.bounds`), parts of wholes
marked (`text.wholes`), counted words and states found (`text.counted`), and what is said to be none added
(`text.zeros`).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise

from claimdesk.model import Figure, Span, Token
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.amounts import Amount, read_amount
from claimdesk.text.bounds import Qualified, qualify
from claimdesk.text.counted import find_counted
from claimdesk.text.dates import find_dates
from claimdesk.text.digits import separate_numbers
from claimdesk.text.ellipsis import Counted
from claimdesk.text.figurewords import FigureWords, figure_words
from claimdesk.text.labels import is_label
from claimdesk.text.numberplace import NumberPlace
from claimdesk.text.numberwords import is_number_word
from claimdesk.text.numerals import Numeral, find_numerals
from claimdesk.text.ranges import join_ranges
from claimdesk.text.rates import find_rate
from claimdesk.text.shares import find_shares
from claimdesk.text.stretches import Stretches, covered_tokens, find_stretches
from claimdesk.text.terms import term_at
from claimdesk.text.tokens import find_forms, find_tokens, fold_word
from claimdesk.text.wholes import apply_percent, mark_parts
from claimdesk.text.withdrawn import mark_withdrawn
from claimdesk.text.zeros import find_zeros

# From this share of capitalised words on, a text is a headline in title case.
_TITLE_CASE = 0.7


def find_figures(
    text: str,
    language: str,
    tokens: Sequence[Token] | None = None,
    approximate: float = DEFAULT_SETTINGS.approximate,
) -> tuple[Figure, ...]:
    """All figures of `text` in order, none overlapping another or a date, in linear time.

    `approximate` is the width of *about* as a share of the number, each way. A figure's span holds the number
    and its bounds; `unit` holds words of measure first, then the counted words after it, then those before it
    or taken over. Besides concept names, `states` may hold ``former``: the figure is the past end of a
    change, or said to be an earlier one; and ``denied``: it is set against another one ("19, not 23"). A
    figure of none is [0, 0] at the words that negate ("tidak ada").
    """
    words = figure_words(language)
    if not may_state(text, language):
        return ()
    tokens = find_tokens(text) if tokens is None else tokens
    row = separate_numbers(text, tokens)
    numerals = find_numerals(text, row, language)
    openings = words.terms["zero"].starting.keys() | words.terms["fractions"].starting.keys()
    if not numerals and openings.isdisjoint(token.lower for token in row):
        return ()
    dates = find_dates(text, language, row) if numerals else ()
    dated = covered_tokens(row, [date.span for date in dates])
    shares = find_shares(row, numerals, words, dated)
    told = {at for share in shares for at in range(share.first, share.last)}
    counts = _find_amounts(text, row, [one for one in numerals if one.first not in told], words, dated)
    amounts = sorted([*join_ranges(row, counts, words), *shares], key=lambda amount: amount.first)
    figures = _without_inner([qualify(row, amount, words, approximate) for amount in amounts])
    stretches = find_stretches(text, row, words, {amount.last for amount in amounts}, dated)
    zeros = find_zeros(text, stretches)
    if not figures:
        return tuple(zeros)
    figures = mark_withdrawn(mark_parts(figures, stretches), stretches)
    figures = apply_percent(figures, stretches, approximate)
    counted = find_counted(figures, stretches)
    found = [_figure(text, figures, at, counted, stretches) for at in range(len(figures))]
    zeros = [zero for zero in zeros if not any(zero.span.overlaps(figure.span) for figure in found)]
    return tuple(sorted(found + zeros, key=lambda figure: figure.span))


def may_state(text: str, language: str) -> bool:
    """Whether a text may state a figure at all: most cannot, and are not looked at."""
    return any(_may_hold(written, language) for written in text.split())


@lru_cache(maxsize=1 << 17)
def _may_hold(written: str, language: str) -> bool:
    """Whether what stands between two spaces may be of a figure; no token holds white space."""
    return any(_may_count(form, language) for form in find_forms(written))


def _may_count(form: str, language: str) -> bool:
    """Whether a text without a word like this states no figure."""
    lower = fold_word(form)
    terms = figure_words(language).terms
    opens = lower in terms["zero"].starting or lower in terms["fractions"].starting
    return opens or is_number_word(lower, language) or any(map(str.isdecimal, lower))


def _without_inner(figures: Sequence[Qualified]) -> list[Qualified]:
    """`figures` without the numbers in the words of the next: the *two* of "two thirds of the 9,000"."""
    inner = {at for at, (one, other) in enumerate(pairwise(figures)) if one.last > other.first}
    return [figure for at, figure in enumerate(figures) if at not in inner]


def _find_amounts(
    text: str, row: Sequence[Token], numerals: Sequence[Numeral], words: FigureWords, dated: Container[int]
) -> list[Amount]:
    """The numbers of `row` that are no part of a date and count something."""
    headline = _is_headline(row)
    amounts: list[Amount] = []
    labelled = -1
    for numeral in numerals:
        if numeral.first in dated or numeral.last - 1 in dated:
            labelled = numeral.last
            continue
        amount = read_amount(row, numeral, words, dated)
        place = NumberPlace(text, row, amount, words, headline, dated)
        if _is_tied(row, labelled, amount.first) or _continues(place, labelled) or is_label(place):
            labelled = numeral.last
        else:
            amounts.append(amount)
    return amounts


def _is_tied(row: Sequence[Token], labelled: int, first: int) -> bool:
    """Whether a hyphen ties the number to one that counts nothing: the 200 of *Boeing 737-200*."""
    tie = row[first - 1] if labelled == first - 1 and first > 1 else None
    return (
        tie is not None
        and tie.kind == "mark"
        and row[first - 2].end == tie.start
        and tie.end == row[first].start
    )


def _continues(place: NumberPlace, labelled: int) -> bool:
    """Whether the number goes on a row of labels: the 11 and 12 of *kelas 10, 11 dan 12*."""
    between = place.row[labelled : place.amount.first] if labelled >= 0 else ()
    joints = place.words.sets["joints"] | {","}
    row = 0 < len(between) <= 2 and all(token.lower in joints for token in between)
    dated = row and place.lower(labelled - 2) in place.words.sets["months"]
    return row and place.digits.isdecimal() and (dated or not place.counts_something)


def _is_headline(row: Sequence[Token]) -> bool:
    """Whether most longer words have a capital: then a capital marks no name."""
    longer = [token for token in row if token.kind == "word" and len(token.text) > 3]
    return len(longer) > 3 and sum(token.text[0].isupper() for token in longer) >= _TITLE_CASE * len(longer)


def _figure(
    text: str, figures: Sequence[Qualified], at: int, counted: Sequence[Counted], stretches: Stretches
) -> Figure:
    figure, own, row = figures[at], counted[at], stretches.row
    limit = figures[at + 1].outer if at + 1 < len(figures) else len(row)
    span = Span(row[figure.first].start, row[figure.last - 1].end)
    rate = find_rate(figure, limit, stretches)
    total = figure.total or _follows("totals_after", figure, own, stretches)
    added = figure.more or _follows("increments_after", figure, own, stretches)
    # "14 dead and 700 more injured" adds no injured to others.
    other_state = at > 0 and bool(own.states) and own.states != counted[at - 1].states
    kind = "rate" if rate and figure.amount.kind == "count" else figure.amount.kind
    return Figure(
        span=span,
        number=figure.amount.number,
        text=span.of(text),
        interval=figure.interval,
        kind=kind,
        unit=own.unit,
        unit_span=own.unit_span,
        states=(*own.states, *_withdrawn(figure)),
        part=figure.part,
        increment=not total and (figure.increment or (added and not other_state)),
        total=total,
        approximate=figure.approximate,
        currency=figure.amount.currency,
        per=rate,
    )


def _withdrawn(figure: Qualified) -> tuple[str, ...]:
    return tuple(name for name in ("former", "denied") if getattr(figure, name))


def _follows(topic: str, figure: Qualified, own: Counted, stretches: Stretches) -> bool:
    """Whether a term of `topic` stands right after the number or its noun ("in all", not "in all nine")."""
    row, words = stretches.row, stretches.words
    for at in {figure.last, own.last}:
        end = at + term_at(words.terms[topic], row, at)[1]
        if end > at and (topic != "totals_after" or end == len(row) or row[end].kind == "mark"):
            return True
    return False
