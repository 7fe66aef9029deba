"""What the words before and after a number make of it: bounds, shares, changes, parts and totals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimdesk.model import Interval, Token
from claimdesk.text.amounts import Amount
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.numbergrammar import last_place
from claimdesk.text.numerals import as_number
from claimdesk.text.terms import term_at, term_before

# Terms or tokens read before a number; nobody writes as many.
_MOST_STEPS = 8
_PUNCTUATION = set('.,;:()!?"“”')
# Topics of words that say that a number changes.
CHANGES = ("rises", "falls", "shifts", "raisers")
_INEXACT = {"about", "almost", "just_over", "odd"}


@dataclass(frozen=True, slots=True)
class Qualified:
    """An amount with its qualifying words.

    Tokens ``first .. last`` (exclusive) hold the number and all words that bound it; ``outer`` is where the
    words that lead up to it start, links included. The flags are those of `Figure`; `increment` is an
    addition by a verb ("bertambah 45"), `more` one by an adjective ("another 45"); `after_from`: *from*
    stands before it.
    """

    amount: Amount
    first: int
    outer: int
    last: int
    interval: Interval
    approximate: bool = False
    part: bool = False
    increment: bool = False
    total: bool = False
    former: bool = False
    denied: bool = False
    more: bool = False
    after_from: bool = False


@dataclass(frozen=True, slots=True)
class _Lead:
    """The terms before a number, nearest first, as (meaning, first token)."""

    terms: tuple[tuple[str, int], ...]

    def meanings(self, kind: str) -> list[str]:
        """What the terms of one kind say ("bound": "at_least")."""
        return [meaning.partition(" ")[2] for meaning, _ in self.terms if meaning.partition(" ")[0] == kind]

    def has(self, *kinds: str) -> bool:
        """Whether there is a term of one of `kinds`."""
        return any(meaning.partition(" ")[0] in kinds for meaning, _ in self.terms)


def qualify(row: Sequence[Token], amount: Amount, words: FigureWords, approximate: float) -> Qualified:
    """`amount` with its bounds; *about* is the number plus and minus the share `approximate` of it."""
    lead = _read_lead(row, amount, words)
    behind, last = _read_behind(row, amount, words)
    change = lead.has("rise", "fall") or (lead.has("shift") and amount.kind != "count")
    reached = change and words.language == "id" and lead.meanings("bound")[:1] == ["at_most"]
    passed = change and lead.has("bound") and row[amount.first - 1].lower in words.sets["levels"]
    total = reached or passed or lead.has("total") or (lead.has("to") and _changes(row, lead, words))
    interval = whole = amount.interval
    bounds = list(behind)
    for meaning, _ in lead.terms:
        kind, _, value = meaning.partition(" ")
        if kind == "bound" and not reached:
            bounds.append(value)
        elif kind == "share":
            whole = bound_interval(interval, bounds, approximate)
            interval, bounds = _share(whole, value), ["share"]
    interval = bound_interval(interval, bounds, approximate)
    if lead.has("share") and math.isinf(interval.high):
        interval = Interval(interval.low, whole.high, interval.low_open, whole.high_open)
    former = lead.has("former") or (lead.has("from") and change)
    telling = [at for meaning, at in lead.terms if meaning.partition(" ")[0] in {"bound", "share"}]
    return Qualified(
        amount=amount,
        first=min([amount.first, *telling]),
        outer=min([amount.first, *(at for _, at in lead.terms)]),
        last=last,
        interval=interval,
        approximate=amount.vague or bool(_INEXACT & {*bounds, *behind}) or lead.has("share"),
        part=lead.has("part") and not lead.has("from"),
        increment=not (total or former) and change,
        total=total or amount.total,
        former=amount.former or (former and not total),
        more=not total and lead.has("more"),
        after_from=lead.has("from"),
    )


def _read_lead(row: Sequence[Token], amount: Amount, words: FigureWords) -> _Lead:
    terms: list[tuple[str, int]] = []
    at = amount.first
    while len(terms) < _MOST_STEPS:
        meaning, length = term_before(words.before, row, at)
        if not length:
            break
        at -= length
        terms.append((meaning, at))
        if meaning in {"rise", "fall", "part", "former"}:
            break
    return _Lead(tuple(terms))


def _changes(row: Sequence[Token], lead: _Lead, words: FigureWords) -> bool:
    """Whether *to* ends a change: always in Indonesian (*menjadi*), else after a verb that says so."""
    if words.language == "id" or lead.has("rise", "fall", "shift"):
        return True
    start = lead.terms[-1][1]
    for at in range(start, max(start - _MOST_STEPS, 0), -1):
        if row[at - 1].lower in _PUNCTUATION or row[at - 1].lower in words.sets["conjunctions"]:
            return False
        if any(term_before(words.terms[topic], row, at)[1] for topic in CHANGES):
            return True
    return False


def _read_behind(row: Sequence[Token], amount: Amount, words: FigureWords) -> tuple[list[str], int]:
    """Bounds after the number ("600-an", "600 lebih") or after its noun ("600 people or more")."""
    at = amount.last
    hyphen = at + 1 < len(row) and row[at].text in "-‐‑" and row[at].start == row[at - 1].end
    suffix = at + 1 if hyphen else at
    touching = hyphen or (suffix < len(row) and row[suffix].start == row[suffix - 1].end)
    if touching and suffix < len(row) and row[suffix].lower in words.sets["odd"]:
        return ["odd"], suffix + 1
    for after in range(at, min(at + 4, len(row))):
        bound, length = term_at(words.terms["bounds_after"], row, after)
        if length and _bounds_here(row, after + length, words, direct=after == at):
            return [bound], after + length if after == at else at
        if row[after].kind != "word" or words.ends_noun(row[after].lower):
            break
    return [], at


def _bounds_here(row: Sequence[Token], after: int, words: FigureWords, *, direct: bool) -> bool:
    """Whether a bound that ends before token `after` is no comparison ("10 persen lebih tinggi")."""
    if after >= len(row) or row[after].kind != "word":
        return True
    if row[after].lower in words.sets["comparisons"]:
        return False
    return direct or row[after].lower in words.sets["stops"]


def bound_interval(interval: Interval, bounds: Sequence[str], approximate: float) -> Interval:
    """`interval` under `bounds`, nearest first: the nearest one that has a direction decides, else *about*.

    A share that has no bound is about the number, too: nobody counts out half of a crowd.
    """
    directed = [bound for bound in bounds if bound not in {"about", "share"}]
    bound = directed[0] if directed else "about" if bounds else ""
    low, high = interval.low, interval.high
    if low < 0 or not bound:
        return interval
    if bound in {"more_than", "at_least"}:
        return Interval(low, math.inf, low_open=bound == "more_than" and interval.exact)
    if math.isinf(high) or (interval.high_open and bound != "at_most"):
        return interval
    if bound in {"at_most", "less_than"}:
        return Interval(0, high, high_open=bound == "less_than" or interval.high_open)
    if not interval.exact:
        return interval
    width = Fraction(str(low)) * Fraction(str(approximate))
    if bound == "odd":
        width = Fraction(last_place(Decimal(str(low))))
    if bound in {"almost", "just_over"}:
        width /= 2  # tighter than *about*, for which they leave one side only
    below, above = (_number(Fraction(str(low)) - width), _number(Fraction(str(low)) + width))
    return {
        "almost": Interval(below, low, high_open=True),
        "just_over": Interval(low, above, low_open=True),
        "odd": Interval(low, above, high_open=True),
        "about": Interval(below, above),
    }[bound]


def _share(interval: Interval, share: str) -> Interval:
    """Most of n is (n/2, n], some of n (0, n], a named fraction of n that."""
    low, high = Fraction(str(interval.low)), interval.high
    if share == "most":
        return Interval(_number(low / 2), high, low_open=True, high_open=interval.high_open)
    if share == "none":
        return Interval(0, 0)
    if share == "some":
        return Interval(0, high, low_open=True, high_open=interval.high_open)
    part = Fraction(share)
    top = high if math.isinf(high) else _number(Fraction(str(high)) * part)
    return Interval(_number(low * part), top, interval.low_open, interval.high_open)


def share_of(interval: Interval, percent: Interval, approximate: float) -> Interval:
    """What `percent` (0 to 100) of `interval` is, about."""
    if math.isinf(interval.high) or math.isinf(percent.high):
        return Interval(_number(Fraction(str(interval.low * percent.low)) / 100), math.inf)
    low = Fraction(str(interval.low)) * Fraction(str(percent.low)) / 100
    high = Fraction(str(interval.high)) * Fraction(str(percent.high)) / 100
    return bound_interval(Interval(_number(low), _number(high)), ["about"], approximate)


def _number(value: Fraction) -> float:
    return as_number(Decimal(value.numerator) / Decimal(value.denominator))
