"""What kind of word a word is, as far as nomination asks: a real one, or a part of a number."""

from __future__ import annotations

from functools import cache, lru_cache

import simplemma

from claimdesk.text.lexicon import load_words

_NUMBER_KEYS = ("digits", "teens", "tens", "belas", "puluh", "hundred", "scales", "ones", "vague")


@lru_cache(maxsize=200_000)
def is_known_word(word: str, language: str) -> bool:
    """Whether simplemma's dictionary of `language` (``id`` or ``en``) holds the casefolded `word`.

    A real word is never taken for another one's typing error.
    """
    return bool(word) and word.isprintable() and simplemma.is_known(word, lang=language)


@cache
def number_words(language: str) -> frozenset[str]:
    """The casefolded words that numbers, percent and money are written with: they weigh nothing."""
    table = load_words(language, "numbers")
    spelled = frozenset(word for key in _NUMBER_KEYS for word in table.get(key, ()))
    return spelled.union(load_words("", "units")["weightless"])
