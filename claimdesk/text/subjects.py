"""The subject that a number belongs to where it stands after it: "korban luka 79 orang"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.model import Span
from claimdesk.text.bounds import CHANGES, Qualified
from claimdesk.text.stretches import HARD, Stretches
from claimdesk.text.terms import term_at

# Most tokens of an inserted attribution.
_INSERTION = 10


@dataclass(frozen=True, slots=True)
class Subject:
    """Counted words with their states, and where they stand."""

    words: tuple[str, ...]
    states: tuple[str, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``first .. last`` (exclusive) that stand together; `telling`: a state or a head is among them."""

    first: int
    last: int
    telling: bool


# Words before a number that take no object: what they say something of is the subject.
_UNGOVERNING = (*CHANGES, "reporting", "auxiliaries", "predicates")


def is_governed(figure: Qualified, stretches: Stretches) -> bool:
    """Whether the figure is the object of a verb or preposition, so that it counts no subject."""
    at = figure.outer - 1
    if at < 0 or stretches.edges[at]:
        return False
    if state := stretches.state_before(at + 1):
        words = {token.lower for token in stretches.row[state.first : state.last]}
        linked = _is_linked(figure, stretches) or bool(words & stretches.words.sets["noun_states"])
        active = stretches.words.takes_object(stretches.row[at].lower)
        return not linked if stretches.words.language == "en" else active
    if (
        figure.part
        and not figure.total
        and stretches.row[figure.outer].lower in stretches.words.sets["destinations"]
    ):
        return True
    word = stretches.row[at].lower
    possessing = word in stretches.words.sets["possessing"]
    if not possessing and any(word in stretches.words.sets[topic] for topic in _UNGOVERNING):
        return False
    if word in stretches.words.sets["prepositions"]:
        return True
    if stretches.words.language == "en":
        # Without a linking verb an English number is the object of the word before it, unless that is a name.
        linked = _is_linked(figure, stretches)
        return not linked and stretches.row[at].kind == "word" and not stretches.row[at].text[0].isupper()
    return stretches.words.takes_object(word) or (word.startswith("ber") and figure.outer == figure.first)


def _is_linked(figure: Qualified, stretches: Stretches) -> bool:
    """Whether a verb links the number to its subject: *reached 20*, or one that bounds it, *neared 20*."""
    return figure.outer < figure.first or stretches.words.is_verb(stretches.row[figure.first].lower)


def find_subject(figures: Sequence[Qualified], at: int, stretches: Stretches) -> Subject | None:
    """The counted words before figure `at`: in its own stretch, else the last that name a state or a head."""
    figure = figures[at]
    start = _start(figures, at, stretches)
    taken = {k for other in figures[max(at - 3, 0) : at] for k in range(other.first, other.last)}
    runs = _runs(start, figure.outer, stretches, taken) or _before_insertion(start, stretches, taken)
    measured = figure.amount.kind in {"money", "measure"}
    free = [run for run in runs if not _in_phrase(run, stretches)] or runs
    telling = free[-1:] if measured else [run for run in runs if run.telling]
    said = any(
        token.lower in stretches.words.sets["reporting"] for token in stretches.row[start : figure.outer]
    )
    alone = at == 0 or figures[at - 1].last <= stretches.left(figure.outer, HARD)
    beside = bool(runs) and runs[0].last == figure.outer
    far = alone and stretches.row[figure.first - 1].lower not in stretches.words.sets["genitives"]
    if not telling and not said and runs and (far or beside):
        telling = [run for run in runs[:1] if _names_something(run, stretches)]
    if alone and (not telling or (not any(run.telling for run in telling) and _of_people(figure, stretches))):
        first = stretches.left(figure.outer, HARD)
        wider = _runs(first, start, stretches, taken)
        earlier = [run for run in wider if run.telling]
        runs, telling = (wider, earlier[-1:]) if earlier else (runs, telling)
    if not telling:
        return None
    telling = _with_noun(runs, telling, stretches)
    row = stretches.row
    states = [state.name for run in telling for state in stretches.states(run.first, run.last)]
    states = [] if measured else states
    words = [token.text for run in telling for token in row[run.first : run.last] if token.kind == "word"]
    return Subject(
        tuple(words), tuple(states), Span(row[telling[0].first].start, row[telling[0].last - 1].end)
    )


def _of_people(figure: Qualified, stretches: Stretches) -> bool:
    """Whether people are counted: no match after which *133 orang* are dead is the subject of them."""
    at = figure.last
    return at < len(stretches.row) and stretches.row[at].lower in stretches.words.sets["persons"]


def _in_phrase(run: _Run, stretches: Stretches) -> bool:
    """Whether a preposition stands right before the run: "uang untuk bendungan itu Rp3 triliun"."""
    return run.first > 0 and stretches.row[run.first - 1].lower in stretches.words.sets["prepositions"]


def _before_insertion(start: int, stretches: Stretches, taken: set[int]) -> list[_Run]:
    """The runs before an inserted attribution: "progres proyek itu, kata menteri, mencapai 85 persen"."""
    row = stretches.row
    if start == 0 or row[start - 1].text != ",":
        return []
    for at in range(start - 2, max(start - 2 - _INSERTION, -1), -1):
        if row[at].text == ",":
            said = row[at + 1].lower in stretches.words.sets["reporting"]
            return _runs(stretches.left(at), at, stretches, taken) if said else []
    return []


def _with_noun(runs: Sequence[_Run], telling: list[_Run], stretches: Stretches) -> list[_Run]:
    """`telling` with the noun that its first run is a relative clause of: "prajurit yang tertangkap"."""
    words = stretches.words.sets["relatives"] | stretches.words.sets["auxiliaries"]
    for run in runs:
        between = stretches.row[run.last : telling[0].first]
        if between and all(token.lower in words for token in between):
            return [run, *telling]
    return telling


def _start(figures: Sequence[Qualified], at: int, stretches: Stretches) -> int:
    """Where the stretch before the figure starts; a linking verb (*mencapai*) reaches beyond a figure."""
    figure = figures[at]
    start = stretches.left(figure.outer)
    linked = figure.outer < figure.first
    if at and not linked:
        start = max(start, figures[at - 1].last)
    before = stretches.states(stretches.left(start - 1), start - 1) if start > 1 else []
    after = stretches.states(start, figure.outer)
    joined = start > 0 and stretches.row[start - 1].lower in stretches.words.sets["joints"]
    if joined and before and after and before[-1].last == start - 1 and after[0].first == start:
        return before[-1].first if not at else max(before[-1].first, figures[at - 1].last)
    return start


def _runs(first: int, last: int, stretches: Stretches, taken: set[int]) -> list[_Run]:
    """Runs of words between the two tokens that are neither function words, plain verbs nor `taken`."""
    words, row = stretches.words, stretches.row
    stated = {at for state in stretches.states(first, last) for at in range(state.first, state.last)}
    runs: list[_Run] = []
    at = first
    while at < last:
        end = at
        while end < last and (end in stated or (end not in taken and _is_content(end, stretches))):
            end += 1
        if end == at:
            at += 1
            continue
        telling = any(k in stated or term_at(words.terms["heads"], row, k)[1] for k in range(at, end))
        runs.append(_Run(at, end, telling))
        at = end
    return runs


def _is_content(at: int, stretches: Stretches) -> bool:
    words, token = stretches.words, stretches.row[at]
    changes = any(token.lower in words.sets[topic] for topic in CHANGES)
    if token.kind != "word" or changes or at in stretches.dated:
        return False
    return not words.ends_noun(token.lower)


def _names_something(run: _Run, stretches: Stretches) -> bool:
    """Whether the run is more than a name or a noun for numbers ("angka", "data BNPB")."""
    tokens = stretches.row[run.first : run.last]
    first_of_text = stretches.row[run.first].start == stretches.row[0].start
    common = [
        token
        for place, token in enumerate(tokens)
        if (token.text[0].islower() or (first_of_text and place == 0))
        and token.lower not in stretches.words.sets["number_nouns"]
    ]
    return bool(common)
