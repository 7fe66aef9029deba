"""None of something: "tidak ada korban jiwa", "no one was killed"."""

from __future__ import annotations

from claimdesk.model import Figure, Interval, Span
from claimdesk.text.stretches import Stretches
from claimdesk.text.terms import term_at

# States that a negation of makes a figure: casualties, as far as the news counts them.
_CASUALTIES = {"dead", "injured", "missing", "displaced", "sick", "infected"}
# Most words between the negation and what is negated: "tidak ada satu pun warga yang", "no one was".
_BETWEEN = 5


def find_zeros(text: str, stretches: Stretches) -> list[Figure]:
    """A figure [0, 0] for every negation of a state or a casualty noun; its text is the negating words."""
    found = []
    row, words = stretches.row, stretches.words
    at = 0
    while at < len(row):
        length = term_at(words.terms["zero"], row, at)[1]
        counted = _counted(at + length, stretches) if length else None
        if counted is None:
            at += max(length, 1)
            continue
        first, last = counted
        nouns = [token.text for token in row[at + length : first] if _is_person(token.lower, stretches)]
        span = Span(row[at].start, row[at + length - 1].end)
        states = tuple(dict.fromkeys(state.name for state in stretches.states(first, last)))
        found.append(
            Figure(
                span=span,
                number=span,
                text=span.of(text),
                interval=Interval(0, 0),
                unit=(*nouns, *(token.text for token in row[first:last])),
                unit_span=Span(row[first].start, row[last - 1].end),
                states=states,
            )
        )
        at = last
    return found


def _is_person(word: str, stretches: Stretches) -> bool:
    return any(
        word in stretches.words.sets[topic] for topic in ("classifiers", "persons", "heads", "zero_nouns")
    )


def _counted(start: int, stretches: Stretches) -> tuple[int, int] | None:
    """The casualty noun or state after a negation, as tokens ``first .. last`` (exclusive).

    Of persons what comes after them is denied ("tak satu penumpang pun terluka"), if anything does.
    """
    row, words = stretches.row, stretches.words
    persons = None
    for at in range(start, min(start + _BETWEEN, len(row))):
        state, length = term_at(words.terms["states"], row, at)
        if state:
            return (at, at + length) if state in _CASUALTIES else persons
        if length := term_at(words.terms["zero_nouns"], row, at)[1]:
            if row[at].lower not in words.sets["zero_between"]:
                return at, at + length
            persons = (at, at + length)
        elif row[at].lower not in words.sets["zero_between"]:
            break
    return persons
