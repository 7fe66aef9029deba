"""What a number's own stretch of the sentence says it counts: the noun after it and the states around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.model import Token
from claimdesk.text.bounds import Qualified
from claimdesk.text.stretches import HARD, State, Stretches
from claimdesk.text.terms import term_at
from claimdesk.text.wholes import is_part_of_next

# Most tokens between the two commas of "14 people, mostly children, were killed".
_APPOSITION = 14
# Marks before the counted words: "300 'militants'".
_OPENERS = frozenset("['‘")
# Marks that close a quote of the number alone: "'only one' captain".
_CLOSERS = frozenset('"”»')
# Lists of nouns for people.
_PEOPLE = ("persons", "heads", "kinds", "victims", "noun_states")
# Most parts in it: "900 peserta, termasuk 40 guru dan tiga dokter, tiba di Garut".
_MOST_PARTS = 5


@dataclass(frozen=True, slots=True)
class Own:
    """The counted words, tokens ``first .. last`` (exclusive), the states around them, the stretch's end."""

    first: int
    last: int
    end: int
    before: State | None
    behind: tuple[State, ...]


def read_own(figures: Sequence[Qualified], at: int, stretches: Stretches, claimed: int) -> Own:
    """What the stretch of figure `at` says; tokens before `claimed` are the predicate of the one before."""
    parted = is_part_of_next(figures, at, stretches)
    start = _noun_start(figures[at + parted], stretches)
    following = at + parted + 1
    limit = figures[following].outer if following < len(figures) else len(stretches.row)
    end = max(start, min(stretches.right(start), limit))
    first, last = stretches.nouns(start, end)
    before = _state_before(figures[at], stretches, claimed)
    if is_part_of_next(figures, at - 1, stretches) and figures[at - 1].amount.kind == "count":
        return Own(first, last, end, before, ())
    behind = _of_the_counted(stretches.predicates(start, end), first, last, stretches)
    if (before or len(behind) > 1) and behind and behind[-1].first >= last:
        # What stands right before the next number is its verb, not another state of this one.
        behind = behind[:-1] if behind[-1].last == limit < len(stretches.row) else behind
    if behind:
        behind += _coordinated(behind[-1], limit, stretches)
    elif not before:
        behind = _resumed(figures, following, end, stretches)
    return Own(first, last, end, before, tuple(behind))


def _of_the_counted(states: list[State], first: int, last: int, stretches: Stretches) -> list[State]:
    """`states` without those of people for whom or to whom the counted things are: "20.000 masker ke posko
    pengungsian", "300 tents for the displaced"."""
    row, words = stretches.row, stretches.words
    nouns = {token.lower for token in row[first:last]} - words.sets["classifiers"]
    if not nouns or any(not nouns.isdisjoint(words.sets[topic]) for topic in _PEOPLE):
        return states
    at = next(
        (k for k in range(last, stretches.right(last)) if row[k].lower in words.sets["destinations"]), -1
    )
    return [
        state
        for state in states
        if not (0 <= at < state.first and state.name in words.sets["received"])
        or row[state.first - 1].lower in words.sets["auxiliaries"]
    ]


def _noun_start(figure: Qualified, stretches: Stretches) -> int:
    """Where the counted words start: after *of* and words for the rest of a whole."""
    row, at = stretches.row, figure.last
    joins = figure.amount.vague or figure.amount.kind != "count"
    while at < len(row):
        length = term_at(stretches.words.terms["of"], row, at)[1]
        length = length if joins or _owned(row, at, length, stretches) else 0
        if row[at].text == "-" and at + 1 < len(row) and row[at + 1].lower == "strong":
            length = 2
        if not length and row[at].lower in stretches.words.sets["rest"]:
            length = 1
        if row[at].text in _OPENERS or (row[at].text in _CLOSERS and not stretches.edges[at]):
            length = 1
        if not length:
            break
        at += length
    return min(at, len(row))


def _owned(row: Sequence[Token], at: int, length: int, stretches: Stretches) -> bool:
    """Whether the number is one of English nouns that follow: "four of its drones", "two of the ships"."""
    if stretches.words.language != "en" or length < 2 or at + length >= len(row):
        return False
    following = row[at + length]
    return following.kind == "word" and not term_at(stretches.words.terms["parts_after"], row, at)[1]


def _state_before(figure: Qualified, stretches: Stretches, claimed: int) -> State | None:
    """The state right before the figure, unless it is the predicate of the one before."""
    state = stretches.state_before(figure.outer)
    if state is None or any(stretches.edges[state.first : state.last]):
        return None
    return state if state.first >= claimed else None


def _coordinated(state: State, limit: int, stretches: Stretches) -> list[State]:
    """A second state of the same figure: "50 dead or missing", but not "14 dead and injured 700"."""
    row, at = stretches.row, state.last
    if at >= len(row) or row[at].lower not in stretches.words.sets["joints"]:
        return []
    more = stretches.states(at + 1, min(at + 4, limit))
    good = more and more[0].first == at + 1 and more[0].last < limit
    ends = good and (more[0].last >= len(row) or limit - more[0].last > 2 or limit == len(row))
    return more[:1] if ends else []


def _resumed(figures: Sequence[Qualified], following: int, end: int, stretches: Stretches) -> list[State]:
    """The predicate after an insertion: "900 peserta, termasuk 40 guru, tiba di Garut"."""
    row = stretches.row
    if end >= len(row) or row[end].text not in {",", "("}:
        return []
    for part in figures[following : following + _MOST_PARTS]:
        if not part.part or part.outer - end >= _APPOSITION:
            break
        end = stretches.right(part.last)
        following += 1
        if end >= len(row):
            return []
    limit = figures[following].outer if following < len(figures) else len(row)
    for at in range(end, min(end + _APPOSITION, limit)):
        if stretches.edges[at] >= HARD:
            return []
        if row[at].text not in {",", ")"}:
            continue
        start = at + 1
        while start < limit and row[start].lower in stretches.words.sets["auxiliaries"]:
            start += 1
        states = stretches.predicates(at + 1, min(stretches.right(start), limit))
        if states and states[0].first <= start:
            # What stands right before the next number is its verb: "a quake of 7 struck, killing 25 people".
            return states if states[-1].last < limit or limit == len(row) else []
    return []
