"""None of something: "tidak ada korban jiwa", "no one was killed"."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.model import Figure, Interval, Span, Token
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.lemmas import CONTENT_WEIGHT, lemma, word_weight
from claimdesk.text.stretches import Stretches
from claimdesk.text.terms import term_at

# States that a negation of makes a figure: what befalls people, as far as the news counts them.
CASUALTIES = {
    "dead",
    "injured",
    "missing",
    "displaced",
    "sick",
    "infected",
    "arrested",
    "captured",
    "hospitalized",
}
# Most words between the negation and what is negated: "tidak ada satu pun warga yang", "no one was".
_BETWEEN = 5
# Most words of a noun that no list holds: "no coal miners were killed".
_NOUN = 2
# Most helpers between it and its state: "who have been reported".
_HELPERS = 4


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
        named = behind_noun(at + length, row, words)
        nouns = [
            token.text
            for place, token in enumerate(row[at + length : first], at + length)
            if place < named or _is_person(token.lower, stretches)
        ]
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
    start = behind_noun(start, stretches.row, stretches.words)
    for at in range(start, min(start + _BETWEEN, len(row))):
        state, length = term_at(words.terms["states"], row, at)
        if state:
            return (at, at + length) if state in CASUALTIES else persons
        if length := term_at(words.terms["zero_nouns"], row, at)[1]:
            if row[at].lower not in words.sets["zero_between"]:
                return at, at + length
            persons = (at, at + length)
        elif row[at].lower not in words.sets["zero_between"]:
            break
    return persons


def behind_noun(start: int, row: Sequence[Token], words: FigureWords) -> int:
    """The token behind a noun at `start` whose state as a casualty follows; `start` itself for none.

    Any noun will do: *no coal miners were killed*, *satu nelayan yang tewas*.
    """
    end = start
    while end < min(start + _NOUN, len(row)) and _may_be_noun(row[end], row, end, words):
        end += 1
    at = end
    while end > start and at < min(end + _HELPERS, len(row)):
        state, _ = term_at(words.terms["states"], row, at)
        if state:
            return end if state in CASUALTIES else start
        if row[at].lower not in words.sets["zero_between"] | words.sets["auxiliaries"]:
            return start
        at += 1
    return start


def _may_be_noun(token: Token, row: Sequence[Token], at: int, words: FigureWords) -> bool:
    known = any(
        token.lower in words.sets[name] for name in ("zero_between", "auxiliaries", "joints", "negations")
    )
    listed = term_at(words.terms["states"], row, at)[1] or term_at(words.terms["zero_nouns"], row, at)[1]
    content = word_weight(lemma(token.lower, words.language), words.language) == CONTENT_WEIGHT
    if token.kind != "word" or not token.text.islower() or known or listed or not content:
        return False
    return not looks_like_verb(words.language, token)
