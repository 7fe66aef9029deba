"""Phrases that say without a figure that a number is another one: *far more officers were deployed*."""

from __future__ import annotations

from claimdesk.text.claim_units import Counted
from claimdesk.text.countable import keys_of
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading


def compares(phrase: Reading, counted: Counted) -> bool:
    """Whether `phrase` only compares the number of what a claim counts, so that a figure tells better."""
    if phrase.figures or phrase.cues:
        return False
    words = [token.lower for token in phrase.tokens if token.kind == "word"]
    text = f" {' '.join(words)} "
    if not any(f" {one} " in text for one in load_words(phrase.language, "tallies")["comparing"]):
        return False
    keys = [keys_of(word, phrase.language) for word in words]
    return any(not word.isdisjoint(key) for unit in counted.units for word in unit.words for key in keys)
