"""States that are told by a negation: *belum ditemukan*, *tak bernyawa*, *not been found*.

The negation is a part of the state's name, so that it denies nothing that is said of another count.
"""

from __future__ import annotations

from functools import cache

from claimdesk.model import Span
from claimdesk.text.figurewords import figure_words
from claimdesk.text.reading import Reading
from claimdesk.text.terms import Terms, read_terms, term_at


def find_negative_states(reading: Reading) -> list[Span]:
    """Where such states stand in `reading`, in order."""
    terms = _terms(reading.language)
    lengths = [(at, term_at(terms, reading.tokens, at)[1]) for at in range(len(reading.tokens))]
    return [
        Span(reading.tokens[at].start, reading.tokens[at + length - 1].end)
        for at, length in lengths
        if length
    ]


@cache
def _terms(language: str) -> Terms:
    words = figure_words(language)
    groups = [
        " ".join(key)
        for row in words.terms["states"].starting.values()
        for key, _ in row
        if len(key) > 1 and (words.sets["negations"] & set(key) or key[0].endswith("n't"))
    ]
    return read_terms(groups)
