"""Whether a word is a word of its language: a real word is never taken for another one's typing error."""

from __future__ import annotations

from functools import lru_cache

import simplemma


@lru_cache(maxsize=200_000)
def is_known_word(word: str, language: str) -> bool:
    """Whether simplemma's dictionary of `language` (``id`` or ``en``) holds the casefolded `word`."""
    return bool(word) and simplemma.is_known(word, lang=language)
