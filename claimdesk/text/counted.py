"""What a number counts: the words for it and the states they are in.

The counted words stand after the number (*10.000 tentara Korea Utara*), or, where only a classifier or
nothing does, before it as the subject of the same stretch (*korban luka kira-kira 700 orang*, *the death toll
reached 11,300*). What is left out is taken from the figure or the subject before it in the sentence (*397
jiwa, disusul Cianjur 78 jiwa*). States come from the number's own stretch: its noun, its predicate, or the
verb it is object of (*menewaskan 14 orang*).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimdesk.model import Span
from claimdesk.text.bounds import Qualified
from claimdesk.text.ellipsis import Counted, Counts
from claimdesk.text.predicates import Own, read_own
from claimdesk.text.stretches import REACH, State, Stretches
from claimdesk.text.subjects import find_subject, is_governed
from claimdesk.text.wholes import is_among_next, is_part_of_next

_HYPHENS = frozenset("-‐‑")
_KIND = 3  # most words of what the counted are said to be: "were civilians there"
# States that mean something else beside another: recovered bodies have not recovered, nor does anybody attend
# who is *in custody*.
_OVERRULED = {
    "dead": {"recovered", "rescued", "evacuated", "sick", "hospitalized"},
    "arrested": {"present"},
    "captured": {"present"},
    "hospitalized": {"present"},
}


def find_counted(figures: Sequence[Qualified], stretches: Stretches) -> list[Counted]:
    """What each of `figures` (in order) counts."""
    found: list[Counted] = []
    counts = Counts(figures, found, stretches)
    for at in range(len(figures)):
        own = read_own(figures, at, stretches, found[-1].claimed if found else 0)
        found.append(_complete(counts, at, own))
    for at in range(len(found) - 2, -1, -1):
        if is_among_next(figures, at, stretches) and set(found[at].states) <= {"present"}:
            found[at] = replace(found[at], states=found[at + 1].states)
        elif counts.holds_next(at):
            found[at], found[at + 1] = _hand_over(found[at], found[at + 1])
        if counts.share_predicate(at):
            shared = found[at + 1].predicate
            found[at] = replace(found[at], states=shared, predicate=shared)
    return found


def _hand_over(one: Counted, other: Counted) -> tuple[Counted, Counted]:
    """The two with the predicate of `other` given to `one`."""
    words, names = other.predicate_words, other.predicate
    return (
        replace(
            one, unit=_distinct([*one.unit, *words]), states=names, predicate=names, predicate_words=words
        ),
        replace(
            other,
            unit=tuple(word for word in other.unit if word not in words),
            states=tuple(name for name in other.states if name not in names),
            predicate=(),
            predicate_words=(),
        ),
    )


def _complete(counts: Counts, at: int, own: Own) -> Counted:
    """`own` with what the subject or an earlier figure adds."""
    figure, stretches = counts.figures[at], counts.stretches
    row = stretches.row
    nouns = [token.text for token in row[own.first : own.last] if token.kind == "word"]
    states = [*([own.before] if own.before else []), *own.behind]
    if not states and not is_governed(figure, stretches):
        states = _headless(figure, stretches)
    if not _may_be_stated(figure, stretches):
        states = []
    words = [*figure.amount.unit, *nouns, *_state_words(states, own, stretches)]
    if not is_part_of_next(counts.figures, at - 1, stretches):
        words += _identity(own, stretches)
    names = [state.name for state in states]
    span = Span(row[own.first].start, row[own.last - 1].end) if own.last > own.first else None
    subject = None
    bare = {noun.casefold() for noun in nouns} <= stretches.words.sets["classifiers"]
    if bare and not own.behind and not is_governed(figure, stretches):
        subject = find_subject(counts.figures, at, stretches)
        if subject is None and not own.before:
            subject = counts.inherited(at, own)
    if subject is not None:
        words += subject.words
        names += subject.states if own.before or not names else ()
        span = span or subject.span
    elif figure.amount.kind in {"count", "percent"} and _is_elided(nouns, own, stretches):
        words += counts.elided_noun(at, stated=bool(names))
    if figure.part and not states:
        names += counts.whole_states(at)
    names = [name for name in names if not any(name in _OVERRULED.get(other, ()) for other in names)]
    claimed = max((state.last for state in own.behind), default=own.last)
    predicates = [state for state in own.behind if state.first >= own.last]
    return Counted(
        unit=_distinct(words),
        unit_span=span,
        states=_distinct(names),
        first=own.first,
        last=own.last,
        claimed=claimed,
        predicate=_distinct(state.name for state in predicates),
        predicate_words=_distinct(_state_words(predicates, own, stretches)),
    )


def _headless(figure: Qualified, stretches: Stretches) -> list[State]:
    """The states of a clause that stands for the counted: "*yang masih dirawat* tinggal 31 siswa"."""
    start = stretches.left(figure.outer)
    opened = stretches.row[start].lower in stretches.words.sets["headless"]
    return stretches.states(start, figure.outer) if opened else []


def _identity(own: Own, stretches: Stretches) -> list[str]:
    """What the counted are said to be: "14 of the 19 dead *were civilians*", "12 korban *adalah anak*"."""
    row, words = stretches.row, stretches.words
    start = max([own.last, *(state.last for state in own.behind)])
    end = min(start + REACH, stretches.right(start)) if start > own.first else start
    for at in range(start, end):
        if row[at].lower in words.sets["copulas"]:
            rest = [token for token in row[at + 1 : end] if token.text not in _HYPHENS]
            alone = 0 < len(rest) <= _KIND and all(token.kind == "word" for token in rest)
            return [token.text for token in rest if alone and token.lower in words.sets["kinds"]]
    return []


def _may_be_stated(figure: Qualified, stretches: Stretches) -> bool:
    """Whether a state can befall what is counted: not money, nor time."""
    unit = " ".join(figure.amount.unit).casefold()
    return figure.amount.kind != "money" and unit not in stretches.words.sets["durations"]


def _is_elided(nouns: Sequence[str], own: Own, stretches: Stretches) -> bool:
    """Whether the number has a state, but no noun: "14 soldiers were killed and 100 wounded"."""
    states = {at for state in own.behind for at in range(state.first, state.last)}
    named = any(at not in states for at in range(own.first, own.last))
    return not named and not (nouns and nouns[0].casefold() in stretches.words.sets["noun_states"])


def _state_words(states: Iterable[State], own: Own, stretches: Stretches) -> list[str]:
    return [
        stretches.row[at].text
        for state in states
        for at in range(state.first, state.last)
        if not own.first <= at < own.last and stretches.row[at].kind == "word"
    ]


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
