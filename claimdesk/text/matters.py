"""What a percentage, a sum of money or a bare measure is about.

Percent and money name nothing that they count, nor does *a million tonnes*, so the words around them tell
it: *61 percent of ballots tallied* is about counting and no turnout, *kerugian Rp412 miliar* a loss and no
cost, *panen 2 juta ton* a harvest and no stock. The matters and their words are data, `lang/matters.yaml`,
and so are the words that make a sum a limit (*caps the spending at*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimdesk.model import Figure, Span
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.terms import Terms, read_terms, term_at, term_before
from claimdesk.text.tokens import find_tokens

# Tokens between a noun that says *limit* and its sum: "a ceiling of about".
_NOUN_REACH = 3

_Word = tuple[str, str]


def names_nothing(figure: Figure) -> bool:
    """Whether `figure` is of the kinds that name nothing they count: percent and money."""
    return figure.kind == "percent" or bool(figure.currency)


def find_matters(reading: Reading, within: Span | None = None) -> frozenset[str]:
    """The matters that `reading`, or its stretch `within`, speaks of."""
    words = [
        (token.lower, base)
        for token, base in zip(reading.tokens, reading.lemmas, strict=True)
        if token.kind != "mark" and (within is None or within.contains(token.span))
    ]
    return frozenset[str]().union(*_matters(words, reading.language))


def matters_of(figure: Figure, reading: Reading) -> frozenset[str]:
    """What `figure`, one of `reading`, is about: by its counted words, else by its clause."""
    words = [(word.casefold(), lemma(word.casefold(), reading.language)) for word in figure.unit]
    found = frozenset[str]().union(*_matters(words, reading.language))
    found = found or find_matters(reading, reading.clause_of(figure.span))
    return found if figure.kind == "percent" else found & _of("money" if figure.currency else "measure")


def told_matters(figure: Figure, matters: frozenset[str]) -> frozenset[str]:
    """Those of `matters` that a figure of its kind can be about."""
    return matters & _of("measure") if figure.kind == "measure" else matters


def is_limit(figure: Figure, reading: Reading) -> bool:
    """Whether `figure`, one of `reading`, is what something may come to: *a ceiling of 8 million dollars*.

    A sum that something is compared with is none: *more than the 8 million allowed*.
    """
    if not (names_nothing(figure) and figure.interval.exact):
        return False
    tokens, clause = reading.tokens, reading.clause_of(figure.span)
    if term_at(_limits(reading.language, "behind"), tokens, _place(reading, figure.span.end))[1]:
        return True
    start = _place(reading, figure.span.start)
    for end in range(start, 0, -1):
        if tokens[end - 1].kind == "mark" or tokens[end - 1].start < clause.start:
            break
        if term_before(_limits(reading.language, "verbs"), tokens, end)[1]:
            return True
        near = start - end <= _NOUN_REACH
        if near and term_before(_limits(reading.language, "nouns"), tokens, end)[1]:
            return True
    return False


def speaks_of_limit(reading: Reading) -> bool:
    """Whether a text, such as a claim's statement, speaks of a limit itself."""
    nouns, verbs = _limits(reading.language, "nouns"), _limits(reading.language, "verbs")
    return any(term_at(terms, reading.tokens, at)[1] for terms in (nouns, verbs) for at in _all(reading))


def _all(reading: Reading) -> range:
    return range(len(reading.tokens))


def _place(reading: Reading, at: int) -> int:
    """The first token that starts at or behind `at`."""
    return next((place for place in _all(reading) if reading.tokens[place].start >= at), len(reading.tokens))


def _matters(words: Sequence[_Word], language: str) -> Iterator[frozenset[str]]:
    """The matters of a row of words, each with its lemma; of groups that start at one word the longest."""
    table = _table(language)
    at = 0
    while at < len(words):
        found = _group_at(table, words, at)
        if found is None:
            at += 1
            continue
        length, matters = found
        yield matters
        at += length


def _group_at(
    table: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]], words: Sequence[_Word], at: int
) -> tuple[int, frozenset[str]] | None:
    """Length and matters of the longest member that starts at word `at`."""
    written, base = words[at]
    fitting = [
        entry
        for entry in table.get(written, ())
        if entry[0] == tuple(word for word, _ in words[at : at + len(entry[0])])
    ]
    fitting = fitting or [entry for entry in table.get(base, ()) if entry[0] == (base,)]
    if not fitting:
        return None
    longest = max(fitting, key=lambda entry: len(entry[0]))
    return len(longest[0]), longest[1]


@cache
def _table(language: str) -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Members with their matters, by their first word."""
    matters: dict[tuple[str, ...], set[str]] = {}
    for kind in ("percent", "money", "measure"):
        for matter, members in load_words("", "matters")[kind].items():
            for member in members[language].split(","):
                words = tuple(token.lower for token in find_tokens(member))
                matters.setdefault(words, set()).add(matter)
    table: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for words, names in matters.items():
        table.setdefault(words[0], []).append((words, frozenset(names)))
    return table


@cache
def _of(kind: str) -> frozenset[str]:
    return frozenset(load_words("", "matters")[kind])


@cache
def _limits(language: str, key: str) -> Terms:
    return read_terms(load_words("", "matters")["limits"][key][language].split(","))
