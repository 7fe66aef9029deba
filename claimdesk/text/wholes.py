"""Parts and wholes: which figures count a part of another, and what a percentage of one comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimdesk.text.bounds import Qualified, share_of
from claimdesk.text.stretches import Stretches
from claimdesk.text.terms import term_at, term_before

_SET_OFF = frozenset(",(–—")
_STATED = 3  # most tokens of a state that is counted as a noun: "of the shot dead"


def is_part_of_next(figures: Sequence[Qualified], at: int, stretches: Stretches) -> bool:
    """Whether the figure is a part of the next one: "600 dari 4.700 tentara", "10 percent of the 5,000"."""
    if not 0 <= at < len(figures) - 1 or figures[at].amount.kind not in {"count", "percent"}:
        return False
    if figures[at].increment:
        return False
    start, following = figures[at].last, figures[at + 1]
    if start < len(stretches.row) and stretches.row[start].lower in stretches.words.sets["classifiers"]:
        if is_ground(following, stretches):
            return False
        start += 1
    if figures[at].amount.kind == "count" and figures[at].interval.low > following.interval.high:
        return False
    length = term_at(stretches.words.terms["of"], stretches.row, start)[1]
    beside = following.outer <= start + length <= following.amount.first
    return length > 0 and beside and not following.former and not figures[at].total


def is_among_next(figures: Sequence[Qualified], at: int, stretches: Stretches) -> bool:
    """*Three nurses were among the 40 people who died*, *tiga perawat ada di antara 40 orang yang tewas*."""
    if not 0 <= at < len(figures) - 1 or figures[at].amount.kind != "count":
        return False
    start, following = figures[at].last, figures[at + 1]
    if following.former or any(stretches.edges[start : following.outer]):
        return False
    among = any(
        term_before(stretches.words.terms["among"], stretches.row, end)[1]
        for end in (following.outer, following.first)
    )
    return among and bool(stretches.states(following.last, stretches.right(following.last)))


def is_ground(figure: Qualified, stretches: Stretches) -> bool:
    """Whether the figure counts where others come from: the 5 of *300 orang dari 5 desa*, *20 people from 5
    countries*."""
    row, at = stretches.row, figure.last
    return at < len(row) and row[at].lower in stretches.words.sets["grounds"]


def mark_parts(figures: Sequence[Qualified], stretches: Stretches) -> list[Qualified]:
    """`figures` with `part` set where they count a part, and `former` where a total comes before its past.

    A part is told by a word after it, by the whole it is taken from, or by standing in a row of parts.
    """
    marked: list[Qualified] = []
    of_whole = -1
    for at, figure in enumerate(figures):
        part = figure.part or _part_behind(figure, stretches) or is_part_of_next(figures, at, stretches)
        part = part or _of_the_stated(figure, stretches) or _part_opened(figure, stretches)
        part = part or _numbers_portion(figure, stretches) or is_among_next(figures, at, stretches)
        if marked and marked[-1].part and not figure.total:
            part = part or _in_a_row(marked[-1], figure, stretches)
        if of_whole >= 0 and stretches.sentence(figure.outer) == of_whole:
            part = True
        if _opens_whole(figure, stretches) and not part:
            of_whole = stretches.sentence(figure.outer)
        past = figure.after_from and at > 0 and figures[at - 1].total and not figure.total
        past = past and figures[at - 1].amount.kind == figure.amount.kind
        part = part and figure.amount.kind == "count" and not past
        marked.append(replace(figure, part=part, former=figure.former or past))
    return marked


def _part_behind(figure: Qualified, stretches: Stretches) -> bool:
    """*45 di antaranya*, *12 of them*; a classifier may stand between."""
    row, words = stretches.row, stretches.words
    at = figure.last
    while at < min(figure.last + 3, len(row)):
        if term_at(words.terms["parts_after"], row, at)[1]:
            return True
        if row[at].kind != "word" or words.ends_noun(row[at].lower):
            return False
        at += 1
    return False


def _part_opened(figure: Qualified, stretches: Stretches) -> bool:
    """*Of those, 12 were children*; *Dari jumlah itu, 31 orang dirawat*."""
    row, end = stretches.row, figure.first
    if end and row[end - 1].text == ",":
        return term_before(stretches.words.terms["parts_opening"], row, end - 1)[1] > 0
    return False


def _of_the_stated(figure: Qualified, stretches: Stretches) -> bool:
    """*19 of the deceased*, *12 dari korban luka*: some of those whom something has befallen."""
    row, words = stretches.row, stretches.words
    length = term_at(words.terms["of"], row, figure.last)[1]
    start = figure.last + length
    if not length or start >= len(row):
        return False
    if row[start].lower in words.sets["victims"]:
        return True
    states = stretches.states(start, min(start + _STATED, stretches.right(start)))
    return bool(states) and states[0].first == start


def _numbers_portion(figure: Qualified, stretches: Stretches) -> bool:
    """*Most of the dead, 40, were women*; *bagian terbesar dari mereka yang wafat, yakni 40 orang*."""
    row, words = stretches.row, stretches.words
    end = figure.outer
    while end and row[end - 1].lower in words.sets["appositives"]:
        end -= 1
    if not end or row[end - 1].text not in _SET_OFF:
        return False
    behind = stretches.nouns(figure.last, len(row))[1]
    if behind < len(row) and row[behind].kind == "word":
        return False
    for at in range(stretches.left(end - 1), end - 1):
        length = max(term_at(words.terms[topic], row, at)[1] for topic in ("shares", "portions"))
        if length and _is_of_stated(at + length, end - 1, stretches):
            return True
    return False


def _is_of_stated(first: int, last: int, stretches: Stretches) -> bool:
    """Whether the two tokens hold, behind *of*, those whom something befell, and no clause on others."""
    row, words = stretches.row, stretches.words
    states = stretches.states(first, last)
    named = [at for at in range(first, last) if row[at].lower in words.sets["victims"]]
    stated = min([*named, *(state.first for state in states)], default=-1)
    if stated < 0:
        return False
    between = [token.lower for token in row[first:stated]]
    while between and between[-1] in words.sets["auxiliaries"] - words.sets["relatives"]:
        between.pop()
    told = bool(between) and between[-1] in words.sets["relatives"]
    return told or (
        len(between) == stated - first and all(word in words.sets["portion_links"] for word in between)
    )


def _in_a_row(part: Qualified, figure: Qualified, stretches: Stretches) -> bool:
    """Whether only counted words and a comma or *and* lie between the two."""
    end = stretches.right(part.last)
    noun = stretches.nouns(part.last, end)[1]
    noun = max([noun, *(state.last for state in stretches.states(part.last, end))])
    between = stretches.row[noun : figure.outer]
    joints = stretches.words.sets["joints"] | {","}
    return bool(between) and all(token.lower in joints for token in between)


def _opens_whole(figure: Qualified, stretches: Stretches) -> bool:
    """*Dari 528 orang, 45 tewas*; *of the 4,700 casualties, 600 died*: the whole opens its stretch."""
    row = stretches.row
    end = figure.amount.first
    for at in (figure.first, end):
        length = term_before(stretches.words.terms["wholes_before"], row, at)[1]
        start = at - length
        if length and (start == 0 or stretches.edges[start - 1]):
            after = stretches.right(figure.last)
            return after < len(row) and row[after].text == ","
    return False


def apply_percent(figures: Sequence[Qualified], stretches: Stretches, approximate: float) -> list[Qualified]:
    """Figures with "10 persen dari 5.000 tentara" worked out: the 5,000 become 500, about."""
    worked = list(figures)
    for at, figure in enumerate(figures):
        if figure.amount.kind == "percent" and is_part_of_next(figures, at, stretches):
            interval = share_of(figures[at + 1].interval, figure.interval, approximate)
            worked[at + 1] = replace(figures[at + 1], interval=interval, approximate=True)
    return worked
