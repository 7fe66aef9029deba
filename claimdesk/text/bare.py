"""Bare figures: numbers of which their sentence says only that they were counted, stated or estimated.

*The union puts it at seven*, *catatan dinas berhenti di 1.098 orang*: what they count stands earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimdesk.model import Figure, Span, Token
from claimdesk.text.claim_units import Counted
from claimdesk.text.figurewords import figure_words
from claimdesk.text.keys import fate_concepts, general_nouns, word_keys
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.matters import find_matters, names_nothing
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.reading import Reading, kept
from claimdesk.text.terms import term_at
from claimdesk.text.units import fits_unit, suits_matter

_OPENERS = frozenset("([")
_NAMED = 4  # tokens behind words for a number in which what is counted is named
_SHORT = 16  # tokens of a passage that says no more than a number
_OPENING = 8  # tokens in which a number that opens what is said ends


@kept
def find_bare(reading: Reading) -> tuple[Figure, ...]:
    """The bare figures of a passage: right behind words for counting or stating a number, or alone in what
    is said."""
    if not reading.may_state:
        return ()
    stated = {figure.span for figure in find_stated(reading)}
    if not stated and not _may_stand_alone(reading):
        return ()  # before figures are read, which takes longer
    able = [figure for figure in reading.figures if _is_bare(figure, reading, figure.span in stated)]
    if not able or len(able) < sum(figure.kind == able[0].kind for figure in reading.figures):
        return ()  # among figures that say what they count, one that does not is a part of them
    return tuple(
        one for one in able if (one.span in stated or _stands_alone(one, reading)) and _is_last(one, reading)
    )


def find_bare_of(counted: Counted, reading: Reading) -> tuple[Figure, ...]:
    """The bare figures of a passage that itself tells before them what `counted` does: *pupils fell ill, but
    the number was 31*."""
    found = find_bare(reading)
    before = [token for token in reading.tokens if found and token.end <= found[0].span.start]
    return found if found and _names(counted, before, reading.language) else ()


def find_untold(counted: Counted, reading: Reading) -> tuple[Figure, ...]:
    """The stated figures of what `counted` does by its name, whose fate or rate stands earlier: *The ministry
    has now weighed 31 tonnes*."""
    return tuple(
        figure
        for figure in find_stated(reading)
        if not (figure.part or figure.increment or figure.per or fate_concepts().intersection(figure.states))
        and not names_nothing(figure)
        and fits_unit(figure, counted, reading.language)
        and suits_matter(figure, counted, reading)
        and _is_last(figure, reading)
    )


@kept
def find_parts(reading: Reading) -> tuple[Figure, ...]:
    """The figures of a passage that are parts of a count before it: *Of those, 40 were children*."""
    counts = [figure for figure in reading.figures if figure.kind == "count"]
    if not all(figure.part for figure in counts):
        return ()
    plain = general_nouns(reading.language)
    return tuple(one for one in counts if not one.per and plain.issuperset(map(str.casefold, one.unit)))


def names_count(counted: Counted, reading: Reading) -> bool:
    """Whether a passage without figures speaks of how many `counted` counts: *How many fish?*"""
    naming = find_patterns(_patterns(reading.language, "naming"), reading.tokens)
    return (
        any(_names(counted, reading.tokens[one.last : one.last + _NAMED], reading.language) for one in naming)
        and not reading.figures
    )  # asked last, as they take longest to read


def goes_on(reading: Reading) -> bool:
    """Whether a passage may go on with a count that stands earlier."""
    return reading.may_state and bool(find_bare(reading) or find_parts(reading) or find_stated(reading))


def _names(counted: Counted, tokens: Sequence[Token], language: str) -> bool:
    """Whether `tokens` name what `counted` does, and what befell it, if anything."""
    words = [token.text for token in tokens if token.text.islower()]
    states = figure_words(language).terms["states"]
    told = {term_at(states, tokens, at)[0] for at in range(len(tokens))}
    keys = told.union(*word_keys(words, language))
    named = any(unit.telling and all(word & keys for word in unit.words) for unit in counted.units)
    fates = keys & fate_concepts()
    return named and fates <= counted.fates and bool(fates) == bool(counted.fates)


@kept
def find_stating(reading: Reading) -> tuple[Span, ...]:
    """The words for counting or stating a number."""
    tokens = reading.tokens
    found = find_patterns(_patterns(reading.language, "stating"), tokens)
    return tuple(Span(tokens[one.first].start, tokens[one.last - 1].end) for one in found)


@kept
def find_stated(reading: Reading) -> tuple[Figure, ...]:
    """The figures right behind words for counting or stating a number."""
    stating = find_stating(reading)
    figures = reading.figures if stating else ()  # which take longest to read
    return tuple(figure for figure in figures if _is_stated(figure, stating, reading))


def _is_stated(figure: Figure, stating: Sequence[Span], reading: Reading) -> bool:
    """Whether nothing that could be counted stands between the words that state the number and the number."""
    last = max((span.end for span in stating if span.end <= figure.number.start), default=-1)
    return last >= 0 and not any(
        _is_content(at, reading) or token.text in _OPENERS
        for at, token in enumerate(reading.tokens)
        if last <= token.start < figure.span.start
    )


def _may_stand_alone(reading: Reading) -> bool:
    """Whether the passage is short enough for a number alone, or may open with one and a comma."""
    return len(reading.tokens) <= _SHORT or any(token.text == "," for token in reading.tokens[:_OPENING])


def _stands_alone(figure: Figure, reading: Reading) -> bool:
    """Whether the number opens what is said and a comma follows, or the passage says nothing else: *"Eleven,
    not nineteen"*, *Sekarang 54 persen.*"""
    tokens = reading.tokens
    if not _may_stand_alone(reading):
        return False
    first = next((at for at, token in enumerate(tokens) if token.kind != "mark"), 0)
    behind = next((token.text for token in tokens if token.start >= figure.span.end), "")
    if tokens[first].start == figure.span.start and behind == ",":
        return figure.text.isalpha()
    if _is_guessed(figure, reading):
        return True
    return len(reading.figures) == 1 and not any(
        _is_content(at, reading) or (at > first and token.text[0].isupper())
        for at, token in enumerate(tokens)
        if not figure.span.contains(token.span)
    )


def _is_guessed(figure: Figure, reading: Reading) -> bool:
    """Whether only words for a guess or for now open what is said before the number, and a relative clause
    without a noun follows: *"Maybe 100 million that got out"*."""
    words = load_words(reading.language, "tallies")
    before = [token.lower for token in reading.tokens if token.end <= figure.number.start]
    spoken = [word for word in before if word[:1].isalnum()]
    behind = next((token.lower for token in reading.tokens if token.start >= figure.span.end), "")
    opens = bool(spoken) and set(spoken) <= set(words["guesses"])
    return opens and behind in words["headless"] and not figure.unit


def _is_content(at: int, reading: Reading) -> bool:
    token = reading.tokens[at]
    content = token.kind == "word" and word_weight(reading.lemmas[at], reading.language) == CONTENT_WEIGHT
    plain = _number_nouns(reading.language).union(load_words(reading.language, "tallies")["fillers"])
    return content and token.lower not in plain and token.text.islower()


def _is_last(figure: Figure, reading: Reading) -> bool:
    """Whether nothing is said of the number behind it: *eleven, not nineteen*, but not *11 of which sank*."""
    if _is_guessed(figure, reading):
        return True
    end = max(figure.span.end, figure.unit_span.end if figure.unit_span else 0)
    behind = next((token for token in reading.tokens if token.start >= end), None)
    followers = load_words(reading.language, "tallies")["followers"]
    return behind is None or behind.kind == "mark" or behind.lower in followers


def _is_bare(figure: Figure, reading: Reading, stated: bool) -> bool:
    """Whether the figure itself names nothing that it counts; who has `stated` it is no such thing."""
    told = stated and figure.unit_span is not None and figure.unit_span.end <= figure.span.start
    states = fate_concepts().intersection(figure.states) if told else figure.states  # "arrived at 60"
    if figure.part or figure.increment or figure.per or states or figure.kind == "measure":
        return False
    if names_nothing(figure):
        told_of = Span(0, figure.span.end if stated else len(reading.text))
        return len(reading.figures) == 1 and not find_matters(reading, told_of)
    words = [word.casefold() for word in figure.unit if word.islower()]
    if told:
        return figure_words(reading.language).sets["heads"].isdisjoint(words)
    return (general_nouns(reading.language) | _number_nouns(reading.language)).issuperset(words)


@cache
def _number_nouns(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "counted")["number_nouns"])


@cache
def _patterns(language: str, key: str) -> Patterns[None]:
    return compile_patterns(((pattern, None) for pattern in load_words(language, "tallies")[key]), {})
