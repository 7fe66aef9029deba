"""Small numbers of people and places that a claim does not count: those who tell it, and where it happens.

*Two people close to the inquiry told us* counts no victims, and *lima titik pengungsian* no displaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, takewhile

from claimdesk.model import Figure, Token
from claimdesk.text.figurewords import figure_words
from claimdesk.text.keys import word_keys
from claimdesk.text.lemmas import is_function_word
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.terms import Terms, read_terms, term_at, term_before
from claimdesk.text.tokens import find_tokens

_MOST_TELLERS = 20
# Most tokens between those who tell and their verb: "two officials familiar with the matter said".
_REACH = 8


def counts_tellers(figure: Figure, reading: Reading) -> bool:
    """Whether `figure`, one of `reading`, counts those who say what the passage tells."""
    if figure.kind != "count" or figure.states or figure.interval.high > _MOST_TELLERS:
        return False
    tokens = reading.tokens
    start = next((at for at, token in enumerate(tokens) if token.start >= figure.span.start), len(tokens))
    named = term_before(_terms(reading.language, "told_by"), tokens, start)[1]
    if named and not _has_said(tokens, start - named, reading.language):
        return not _is_subject(tokens, start, reading.language)
    clause = reading.clause_of(figure.span)
    for at in range(start, min(start + _REACH, len(tokens))):
        if tokens[at].kind == "mark" or tokens[at].start >= clause.end:
            return False
        if term_at(_terms(reading.language, "tells"), tokens, at)[1]:
            return True
    return False


def _is_subject(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether something is said of the counted right behind them: *the army, he added, said two jets were
    lost*; what stands in a relative clause only describes them."""
    words = figure_words(language).sets
    opening = words["predicates"].difference(load_words(language, "units")["named_before"])
    behind = takewhile(
        lambda token: token.kind != "mark" and token.lower not in words["relatives"],
        tokens[at : at + _REACH],
    )
    return any(token.lower in opening for token in behind)


def _has_said(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether the word of telling at `at` has its speaker before it: *he said two jets fell*.

    Behind a mark the speaker follows: *"They fell," said two witnesses*.
    """
    verbs = load_words(language, "units")["told_by_verbs"]
    return tokens[at].lower in verbs and at > 0 and tokens[at - 1].kind == "word"


def site_of(figure: Figure, language: str) -> str:
    """The noun for a place or means that `figure` counts, or nothing: *titik* of "lima titik pengungsian".

    The head of counted words stands first in Indonesian, last in English, before any *taken to hospital*.
    """
    words = [word.casefold() for word in figure.unit]
    if language == "id":
        heads = words[:1]
    else:
        told = dropwhile(lambda word: is_function_word(word, language), words)
        heads = list(takewhile(lambda word: not is_function_word(word, language), told))
    return next((word for word in heads if word in _sites(language)), "")


def kinds_of(keys: frozenset[str]) -> frozenset[int]:
    """The kinds of people that `keys` name, by number in `lang/units.yaml`."""
    return frozenset(number for number, kind in enumerate(_kinds()) if not kind.isdisjoint(keys))


def read_keys(text: str, language: str) -> frozenset[str]:
    """The keys of the words of `text`."""
    words = [token.lower for token in find_tokens(text) if token.kind == "word"]
    return frozenset[str]().union(*word_keys(words, language))


def name_subsets(keys: frozenset[str]) -> frozenset[str]:
    """The groups that people of any kind may belong to and that `keys` name: foreigners, volunteers."""
    return keys.intersection(load_words("", "units")["subsets"])


def is_other_kind(figure: Figure, kinds: frozenset[int], language: str) -> bool:
    """Whether `figure` counts people of other kinds than the claim's: militants where it names police."""
    if not kinds or figure.kind != "count":
        return False
    keys = frozenset[str]().union(*word_keys([word.casefold() for word in figure.unit], language))
    own = kinds_of(keys)
    return bool(own) and own.isdisjoint(kinds)


def is_some_kind(figure: Figure, told: frozenset[str], language: str) -> bool:
    """Whether `figure` counts people of a kind that a claim with the keys `told` does not speak of.

    19 children of the dead, where the claim counts the dead.
    """
    if figure.kind != "count":
        return False
    keys = frozenset[str]().union(*word_keys([word.casefold() for word in figure.unit], language))
    own = keys & _kind_names()
    return bool(own) and own.isdisjoint(told)


@cache
def _kind_names() -> frozenset[str]:
    """The concepts of all kinds of people."""
    return frozenset().union(*_kinds(), load_words("", "units")["subsets"])


@cache
def _kinds() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(kind) for kind in load_words("", "units")["kinds"])


@cache
def _terms(language: str, key: str) -> Terms:
    return read_terms(load_words(language, "units")[key])


@cache
def _sites(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "units")["sites"])
