"""Figures that the same article takes back: *12 orang tewas. Angka itu dikoreksi menjadi sembilan*.

Whoever reports it passes the figure on as one that no longer stands, so it supports nothing as current. The
words are data: `lang/<language>/withdrawals.yaml`.
"""

from __future__ import annotations

from functools import cache

from claimdesk.evidence.comparison import compare_intervals
from claimdesk.evidence.opened import ArticleView
from claimdesk.model import Claim, Figure
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.reading import Reading

_PLACES = ("same", "later", "plain")


def find_withdrawal(figure: Figure, claim: Claim, view: ArticleView, at: int) -> str:
    """The words that take back `figure` of passage `at`, behind it or in the next one; empty for none.

    A figure put in its place that agrees with the claim as well leaves it standing.
    """
    found = _find("same", view.readings[at], figure.span.end, claim)
    following = view.readings.get(at + 1)
    if found or following is None:
        return found
    found = _find("later", following, 0, claim)
    return found if found or view.attributions.get(at + 1) else _find("plain", following, 0, claim)


def _find(place: str, reading: Reading, start: int, claim: Claim) -> str:
    tokens = [token for token in reading.tokens if token.start >= start]
    found = find_patterns(_patterns(reading.language)[place], tokens)
    if not found or claim.quantity is None:
        return ""
    own = claim.quantity.interval
    new = (one.interval for one in reading.figures if one.span.start >= start)
    if any(compare_intervals(one, own) == "agrees" for one in new):
        return ""
    return reading.text[tokens[found[0].first].start : tokens[found[0].last - 1].end]


@cache
def _patterns(language: str) -> dict[str, Patterns[str]]:
    data = load_words(language, "withdrawals")
    return {
        place: compile_patterns([(row, place) for row in data[place]], data["lists"]) for place in _PLACES
    }
