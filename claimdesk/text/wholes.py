"""Parts and wholes: which figures count a part of another, and what a percentage of one comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimdesk.text.bounds import Qualified, share_of
from claimdesk.text.stretches import Stretches
from claimdesk.text.terms import term_at, term_before

_STATED = 3  # most tokens of a state that is counted as a noun: "of the shot dead"


def is_part_of_next(figures: Sequence[Qualified], at: int, stretches: Stretches) -> bool:
    """Whether the figure is a part of the next one: "600 dari 4.700 tentara", "10 percent of the 5,000"."""
    if not 0 <= at < len(figures) - 1 or figures[at].amount.kind not in {"count", "percent"}:
        return False
    if figures[at].increment:
        return False
    start, following = figures[at].last, figures[at + 1]
    if start < len(stretches.row) and stretches.row[start].lower in stretches.words.sets["classifiers"]:
        start += 1
    length = term_at(stretches.words.terms["of"], stretches.row, start)[1]
    beside = following.outer <= start + length <= following.amount.first
    return length > 0 and beside and not following.former and not figures[at].total


def mark_parts(figures: Sequence[Qualified], stretches: Stretches) -> list[Qualified]:
    """`figures` with `part` set where they count a part, and `former` where a total comes before its past.

    A part is told by a word after it, by the whole it is taken from, or by standing in a row of parts.
    """
    marked: list[Qualified] = []
    of_whole = -1
    for at, figure in enumerate(figures):
        part = figure.part or _part_behind(figure, stretches) or is_part_of_next(figures, at, stretches)
        part = part or _of_the_stated(figure, stretches) or _part_opened(figure, stretches)
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
