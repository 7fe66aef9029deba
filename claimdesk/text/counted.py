"""What a number counts: the words for it and the states they are in.

The counted words stand after the number (*10.000 tentara Korea Utara*), or, where only a classifier or
nothing does, before it as the subject of the same stretch (*korban luka kira-kira 700 orang*, *the death toll
reached 11,300*). What is left out is taken from the figure or the subject before it in the sentence (*397
jiwa, disusul Cianjur 78 jiwa*). States come from the number's own stretch: its noun, its predicate, or the
verb it is object of (*menewaskan 14 orang*).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimdesk.model import Span
from claimdesk.text.bounds import Qualified
from claimdesk.text.stretches import HARD, State, Stretches
from claimdesk.text.subjects import Subject, find_subject, is_governed
from claimdesk.text.terms import term_at
from claimdesk.text.wholes import is_part_of_next

# States that mean something else beside another: recovered bodies have not recovered.
_OVERRULED = {"dead": {"recovered", "rescued", "evacuated", "sick"}}
# Most tokens between the two commas of "14 people, mostly children, were killed".
_APPOSITION = 14


@dataclass(frozen=True, slots=True)
class Counted:
    """What one number counts: `unit`, `unit_span` and `states` as in `Figure`.

    Tokens ``first .. last`` (exclusive) are the counted words right after the number; `claimed` is the end of
    the states that were read as its predicate.
    """

    unit: tuple[str, ...]
    unit_span: Span | None
    states: tuple[str, ...]
    first: int
    last: int
    claimed: int


@dataclass(frozen=True, slots=True)
class _Own:
    """What the number's own stretch says: its noun, the state before it and those behind it, and its end."""

    first: int
    last: int
    end: int
    before: State | None
    behind: tuple[State, ...]


def find_counted(figures: Sequence[Qualified], stretches: Stretches) -> list[Counted]:
    """What each of `figures` (in order) counts."""
    found: list[Counted] = []
    for at in range(len(figures)):
        own = _read_own(figures, at, stretches, found)
        found.append(_complete(figures, at, stretches, found, own))
    return found


def _read_own(figures: Sequence[Qualified], at: int, stretches: Stretches, found: Sequence[Counted]) -> _Own:
    parted = is_part_of_next(figures, at, stretches)
    start = _noun_start(figures[at + parted], stretches)
    following = at + parted + 1
    limit = figures[following].outer if following < len(figures) else len(stretches.row)
    end = max(start, min(stretches.right(start), limit))
    first, last = stretches.nouns(start, end)
    before = _state_before(figures, at, stretches, found)
    if is_part_of_next(figures, at - 1, stretches) and figures[at - 1].amount.kind == "count":
        return _Own(first, last, end, before, ())
    behind = stretches.predicates(start, end)
    if (before or len(behind) > 1) and behind and behind[-1].first >= last:
        # What stands right before the next number is its verb, not another state of this one.
        behind = behind[:-1] if behind[-1].last == limit < len(stretches.row) else behind
    if behind:
        behind += _coordinated(behind[-1], limit, stretches)
    elif not before:
        behind = _resumed(figures, following, end, stretches)
    return _Own(first, last, end, before, tuple(behind))


def _noun_start(figure: Qualified, stretches: Stretches) -> int:
    """Where the counted words start: after *of* and words for the rest of a whole."""
    row, at = stretches.row, figure.last
    joins = figure.amount.vague or figure.amount.kind != "count"
    while at < len(row):
        length = term_at(stretches.words.terms["of"], row, at)[1] if joins else 0
        if row[at].text == "-" and at + 1 < len(row) and row[at + 1].lower == "strong":
            length = 2
        if not length and row[at].lower in stretches.words.sets["rest"]:
            length = 1
        if row[at].text == "[":
            length = 1
        if not length:
            break
        at += length
    return min(at, len(row))


def _state_before(
    figures: Sequence[Qualified], at: int, stretches: Stretches, found: Sequence[Counted]
) -> State | None:
    """The state right before the figure, unless it is the predicate of the one before."""
    state = stretches.state_before(figures[at].outer)
    if state is None or any(stretches.edges[state.first : state.last]):
        return None
    return state if not found or state.first >= found[-1].claimed else None


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
    """The predicate after an insertion: "12.000 tentara, termasuk 500 perwira, berada di Rusia"."""
    row = stretches.row
    if end >= len(row) or row[end].text not in {",", "("}:
        return []
    while (
        following < len(figures) and figures[following].part and figures[following].outer - end < _APPOSITION
    ):
        end = stretches.right(figures[following].last)
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
        states = stretches.states(at + 1, min(stretches.right(start), limit))
        if states and states[0].first <= start:
            return states
    return []


def _complete(
    figures: Sequence[Qualified], at: int, stretches: Stretches, found: Sequence[Counted], own: _Own
) -> Counted:
    """`own` with what the subject or an earlier figure adds."""
    figure, row = figures[at], stretches.row
    nouns = [token.text for token in row[own.first : own.last] if token.kind == "word"]
    states = [*([own.before] if own.before else []), *own.behind]
    words = [*figure.amount.unit, *nouns, *_state_words(states, own, stretches)]
    names = [state.name for state in states]
    span = Span(row[own.first].start, row[own.last - 1].end) if own.last > own.first else None
    subject = None
    bare = {noun.casefold() for noun in nouns} <= stretches.words.sets["classifiers"]
    if bare and not own.behind and not is_governed(figure, stretches):
        subject = find_subject(figures, at, stretches)
        if subject is None and not own.before:
            subject = _inherited(figures, at, stretches, found, own)
        if subject is not None:
            words += subject.words
            names += [name for name in subject.states if not names or own.before]
            span = span or subject.span
    if subject is None and figure.amount.kind == "count" and _is_elided(nouns, own, stretches):
        words += _elided_words(figures, at, stretches, found)
    if figure.part and not own.behind and not own.before and (whole := _whole(figures, at, found)):
        names += whole.states
    names = [name for name in names if not any(name in _OVERRULED.get(other, ()) for other in names)]
    claimed = max((state.last for state in own.behind), default=own.last)
    return Counted(_distinct(words), span, _distinct(names), own.first, own.last, claimed)


def _is_elided(nouns: Sequence[str], own: _Own, stretches: Stretches) -> bool:
    """Whether the number has a state, but no noun: "14 soldiers were killed and 100 wounded"."""
    states = {at for state in own.behind for at in range(state.first, state.last)}
    named = any(at not in states for at in range(own.first, own.last))
    return not named and not (nouns and nouns[0].casefold() in stretches.words.sets["noun_states"])


def _state_words(states: Iterable[State], own: _Own, stretches: Stretches) -> list[str]:
    return [
        stretches.row[at].text
        for state in states
        for at in range(state.first, state.last)
        if not own.first <= at < own.last and stretches.row[at].kind == "word"
    ]


def _elided_words(
    figures: Sequence[Qualified], at: int, stretches: Stretches, found: Sequence[Counted]
) -> list[str]:
    """The noun of the last count before figure `at` in its sentence that has one."""
    for before in range(at - 1, max(at - 4, -1), -1):
        counted = found[before]
        if figures[before].last <= stretches.left(figures[at].outer, HARD):
            break
        stated = stretches.states(counted.first, counted.last)
        nouns = [
            stretches.row[place].text
            for place in range(counted.first, counted.last)
            if not any(state.first <= place < state.last for state in stated)
        ]
        if figures[before].amount.kind == "count" and nouns:
            return nouns
    return []


def _whole(figures: Sequence[Qualified], at: int, found: Sequence[Counted]) -> Counted | None:
    """The nearest figure before a part that is no part itself."""
    return next((found[k] for k in range(at - 1, -1, -1) if not figures[k].part), None)


def _inherited(
    figures: Sequence[Qualified], at: int, stretches: Stretches, found: Sequence[Counted], own: _Own
) -> Subject | None:
    """What is left out because the figure before it in the sentence says it."""
    row, words = stretches.row, stretches.words
    if own.last < len(row) and not stretches.edges[own.last]:
        following = row[own.last].lower
        if following in words.sets["predicates"] or (words.is_verb(following) and own.last < own.end):
            return None
    if not found or figures[at - 1].last <= stretches.left(figures[at].outer, HARD):
        return None
    if figures[at - 1].amount.kind != figures[at].amount.kind:
        return None
    earlier = found[-1]
    mine = {token.lower for token in row[own.first : own.last]}
    theirs = {token.lower for token in row[earlier.first : earlier.last]}
    alike = (
        not mine or not theirs or mine & theirs or (mine <= words.sets["persons"] and _of_persons(earlier))
    )
    return Subject(earlier.unit, earlier.states, earlier.unit_span) if alike else None


def _of_persons(counted: Counted) -> bool:
    """Whether something has befallen the counted that befalls people only."""
    return bool(counted.states) and "damaged" not in counted.states


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
