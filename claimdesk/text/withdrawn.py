"""Figures that a text names without standing by them: *semula disebut 23*, *initially 23*, *not 23*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimdesk.text.bounds import Qualified
from claimdesk.text.stretches import HARD, REACH, Stretches
from claimdesk.text.terms import term_at, term_before

# Most tokens between a word for what was first said and its figure.
_REACH = 8


def mark_withdrawn(figures: Sequence[Qualified], stretches: Stretches) -> list[Qualified]:
    """`figures` with `former` set on those said to be earlier ones, `denied` on those set against another."""
    marked: list[Qualified] = []
    for at, figure in enumerate(figures):
        start = figures[at - 1].last if at else 0
        former = figure.former or (not figure.total and _is_former(figure, start, stretches))
        denied = term_before(stretches.words.terms["denied_before"], stretches.row, figure.outer)[1] > 0
        # A stretch holds no more tokens than that, and so no more figures.
        near = figures[max(0, at - REACH) : at + REACH + 1] if denied else ()
        rival = any(_rivals(figure, other, stretches) for other in near if other is not figure)
        marked.append(replace(figure, former=former, denied=rival))
    return marked


def _is_former(figure: Qualified, start: int, stretches: Stretches) -> bool:
    """Whether an adverb for what was first said stands before the figure in its part of the sentence."""
    row, words = stretches.row, stretches.words
    for at in range(figure.outer - 1, max(start, figure.outer - _REACH) - 1, -1):
        if term_at(words.terms["former_adverbs"], row, at)[1]:
            return True
        opened = row[at].text == "," and term_before(words.terms["former_adverbs"], row, at)[1]
        ends = stretches.edges[at] and row[at].kind == "mark"
        if not opened and (ends or row[at].lower in words.sets["now"]):
            return False
    return False


def _rivals(one: Qualified, other: Qualified, stretches: Stretches) -> bool:
    """Whether two figures of one kind stand in one sentence."""
    near = stretches.left(max(one.outer, other.outer), HARD) <= min(one.first, other.first)
    return near and one.amount.kind == other.amount.kind
