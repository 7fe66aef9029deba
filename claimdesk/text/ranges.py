"""Two numbers that belong together: a range ("5.000 hingga 11.000") or a change ("dari 162 menjadi 268")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimdesk.model import Interval, Span, Token
from claimdesk.text.amounts import Amount
from claimdesk.text.bounds import CHANGES
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.numerals import as_number
from claimdesk.text.terms import term_at, term_before

_DASHES = {"-", "–", "—", "−", "‐", "‑"}
# Most tokens between the two numbers: with an opening word ("from"), and without one.
_FAR, _NEAR = 8, 2
# The larger number of *three in four* is no larger than this.
_MOST_ODDS = 20
# From this number on, two numbers tied by a dash are no score of a match.
_NO_SCORE = 1000


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring numbers. `opened` is "from" or "between" where such a word stands before the first,
    `gap` how many tokens lie between the first and the word that joins them."""

    row: Sequence[Token]
    one: Amount
    other: Amount
    words: FigureWords
    opened: str = ""
    gap: int = 0

    @property
    def rises(self) -> bool:
        """Whether the second is the larger, both in the same scale."""
        return _scaled(self.one, self.other).interval.low < self.other.interval.low

    @property
    def changes(self) -> bool:
        """Whether the first is itself a change: "bertambah 1.200 menjadi 45.891"."""
        terms = self.words.terms
        return any(term_before(terms[topic], self.row, self.one.first)[1] for topic in ("rises", "falls"))


def join_ranges(row: Sequence[Token], amounts: Sequence[Amount], words: FigureWords) -> list[Amount]:
    """`amounts` with ranges joined into one, the ends of changes marked, and scores ("2-1") left out."""
    joined: list[Amount] = []
    at = 0
    while at < len(amounts):
        pair = _Pair(row, amounts[at], amounts[at + 1], words) if at + 1 < len(amounts) else None
        kind = _relation(pair) if pair else ""
        if pair is None or not kind:
            joined.append(amounts[at])
            at += 1
            continue
        if kind == "range":
            joined.append(_range(pair))
        elif kind == "change":
            joined += [replace(pair.one, former=True), replace(pair.other, total=True)]
        at += 2
    return joined


def _relation(pair: _Pair) -> str:
    """What ties the two: ``range``, ``change``, ``score`` or nothing."""
    row, one, other, words = pair.row, pair.one, pair.other, pair.words
    if other.first - one.last > _FAR:
        return ""
    if other.first == one.last + 1 and row[one.last].text in _DASHES:
        return _dashed(pair)
    if other.first == one.last + 1 and _are_odds(pair):
        return "score"
    opened, end = _opened(pair), _lead_start(pair)
    for topic, judge in _JUDGES.items():
        length = term_before(words.terms[topic], row, end)[1]
        gap = end - length - one.last
        if not length or not 0 <= gap <= (_FAR if opened else _NEAR) or not _same_measure(one, other):
            continue
        between = row[one.last : one.last + gap]
        if any(token.kind == "mark" or token.lower in words.sets["conjunctions"] for token in between):
            continue
        if relation := judge(replace(pair, opened=opened, gap=gap)):
            return relation
    return ""


def _change(pair: _Pair) -> str:
    """*162 menjadi 268*; with "from ... to" only where it falls or a verb says that something changes."""
    joint = pair.row[pair.other.first - 1].lower
    sure = pair.words.language == "id" and joint in pair.words.sets["totals_link"] and not pair.changes
    moved = pair.opened == "from" and (not pair.rises or _changing(pair))
    return "change" if sure or moved else ""


def _stretch(pair: _Pair) -> str:
    """*5.000 hingga 11.000*, *10 to 12*."""
    close = pair.opened or pair.gap == 0 or pair.words.language == "id"
    return "range" if pair.rises and close and not pair.changes else ""


def _between(pair: _Pair) -> str:
    """*Antara 5.000 dan 11.000*."""
    return "range" if pair.rises and pair.opened == "between" else ""


def _either(pair: _Pair) -> str:
    """*Two or three*."""
    near = pair.other.interval.low <= 10 * pair.one.interval.low
    return "range" if pair.rises and pair.gap == 0 and near else ""


_JUDGES: Mapping[str, Callable[[_Pair], str]] = {
    "change_joints": _change,
    "range_joints": _stretch,
    "opened_joints": _between,
    "either_joints": _either,
}


def _dashed(pair: _Pair) -> str:
    """*3-4 juta*, *10.000–12.000*; without a unit small numbers are a score, and so are falling ones."""
    row, one, other, words = pair.row, pair.one, pair.other, pair.words
    if not _same_measure(one, other) or not pair.rises:
        return "score"
    measured = {one.kind, other.kind} != {"count"} or other.scale > 1 or other.interval.low >= _NO_SCORE
    following = row[other.last] if other.last < len(row) else None
    counted = following is not None and following.kind == "word" and not words.ends_noun(following.lower)
    stated = term_at(words.terms["states"], row, other.last)[1]
    bounded = term_before(words.terms["bounds"], row, one.first)[1]
    return "range" if measured or counted or stated or bounded or _opened(pair) else "score"


def _are_odds(pair: _Pair) -> bool:
    """*Three in four voters*: two small numbers that tell a share."""
    joint = pair.row[pair.one.last].lower in pair.words.sets["odds"] and pair.words.language == "en"
    counts = {pair.one.kind, pair.other.kind} == {"count"}
    return joint and counts and pair.rises and pair.other.interval.high <= _MOST_ODDS


def _opened(pair: _Pair) -> str:
    """``from`` or ``between`` where such a word stands before the first number and its bounds."""
    row, words, first = pair.row, pair.words, pair.one.first
    for end in (first, first - term_before(words.terms["bounds"], row, first)[1]):
        length = term_before(words.terms["openers"], row, end)[1]
        if length:
            return "from" if row[end - length].lower in words.sets["from"] else "between"
    return ""


def _lead_start(pair: _Pair) -> int:
    """Where the bounds of the second number start, so that the joint can be seen before them."""
    row, words, at = pair.row, pair.words, pair.other.first
    bound = term_before(words.terms["bounds"], row, at)[1]
    joined = term_before(words.terms["range_joints"], row, at)[1]
    return at - bound if bound and not joined and at - bound > pair.one.last else at


def _changing(pair: _Pair) -> bool:
    """Whether a verb of rising or falling stands shortly before "from 62"."""
    row, words = pair.row, pair.words
    for at in range(pair.one.first, max(pair.one.first - _FAR, 0), -1):
        if row[at - 1].lower in ",.;:()":
            return False
        if any(term_before(words.terms[topic], row, at)[1] for topic in CHANGES):
            return True
    return False


def _same_measure(one: Amount, other: Amount) -> bool:
    """Whether both are of one kind, or only one of them says of which."""
    if one.kind != other.kind:
        return "count" in {one.kind, other.kind}
    return one.currency == other.currency and (one.kind != "measure" or one.unit[-1:] == other.unit[-1:])


def _scaled(one: Amount, other: Amount) -> Amount:
    """`one` in the scale of `other` where it is written once: the 3 of *3-4 juta*."""
    shared = one.scale == 1 and other.scale > 1 and one.interval.low < other.interval.low / other.scale
    if not shared or one.vague:
        return one
    scale = Decimal(str(other.scale))
    low, high = (Decimal(str(value)) * scale for value in (one.interval.low, one.interval.high))
    return replace(one, interval=Interval(as_number(low), as_number(high)), scale=other.scale)


def _range(pair: _Pair) -> Amount:
    one, other = _scaled(pair.one, pair.other), pair.other
    high = other.interval.high if one.vague else max(one.interval.high, other.interval.high)
    return replace(
        other if other.kind != "count" else one,
        first=one.first - term_before(pair.words.terms["between"], pair.row, one.first)[1],
        last=other.last,
        number=Span(one.number.start, other.number.end),
        interval=Interval(one.interval.low, high, high_open=other.interval.high_open),
        scale=max(one.scale, other.scale),
        vague=one.vague or other.vague,
        spelled=one.spelled and other.spelled,
    )
