"""Keys of words: the lemma and the concept sets by which words of both languages are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from claimdesk.text.concepts import find_concepts
from claimdesk.text.lemmas import is_function_word, lemma
from claimdesk.text.lexicon import load_words


@cache
def general_nouns(language: str) -> frozenset[str]:
    """Nouns so general that, beside a state, they ask for nothing: *orang*, *people*."""
    return frozenset(load_words(language, "units")["general"])


def word_keys(words: Sequence[str], language: str) -> tuple[frozenset[str], ...]:
    """The lemma and the concepts of each of `words`, with those of expressions they form."""
    lemmas = [lemma(word, language) for word in words]
    keys = [{word, *same_measure(word)} for word in lemmas]
    for first, last, concept in find_concepts(lemmas, language):
        for at in range(first, last):
            keys[at].add(concept)
    return tuple(frozenset(row) for row in keys)


@cache
def _measures() -> Mapping[str, tuple[str]]:
    """Units of measure by their lemma in any language, with the one name of each."""
    names = load_words("", "units")["measures"]
    return {written: (f"={name}",) for name, row in names.items() for written in row}


def same_measure(word: str) -> Iterable[str]:
    """The key under which a lemma for a unit of measure is the same in every language; else nothing."""
    return _measures().get(word, ())


def telling_keys(words: Iterable[str], language: str) -> frozenset[str]:
    """The keys of the words that tell one claim from another: no function words, measures or currencies."""
    kept = [word.casefold() for word in words if not is_function_word(word.casefold(), language)]
    kept = [word for word in kept if word not in general_nouns(language) and word not in _weightless()]
    return frozenset[str]().union(*word_keys(kept, language))


@cache
def _weightless() -> frozenset[str]:
    """Words of percent and money, which belong to the figures."""
    return frozenset(load_words("", "units")["weightless"])


@cache
def fate_concepts() -> frozenset[str]:
    """Concepts that keep people apart: whoever is dead is not counted among the present."""
    return frozenset(load_words("", "units")["fates"])


@cache
def any_fate() -> frozenset[str]:
    """Concepts that fit every fate: victims may be dead, hurt or missing."""
    return frozenset(load_words("", "units")["any_fate"])


@cache
def harms() -> frozenset[str]:
    """Fates of casualties."""
    return frozenset(load_words("", "units")["harms"])
