"""What the figures of a passage can count at all, from its words alone and without reading a figure.

A passage near a name that a claim asks for is asked for every figure that counts one of the claim's units.
Most have none: their words bring no unit and no state of the claim. To see that takes a fraction of the time
that it takes to read figures.
"""

from __future__ import annotations

from functools import lru_cache

from claimdesk.text.concepts import concepts_at
from claimdesk.text.figurewords import figure_words
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.units import Counted, any_fate, harms


def may_count(reading: Reading, counted: Counted) -> bool:
    """Whether some figure of `reading` may count what the claim counts; False only where
    `claimdesk.text.units.counts` holds for none."""
    if any(unit.currency or unit.percent for unit in counted.units) or _holds_glued(reading):
        return True
    keys = _find_keys(reading)
    if "casualty" in keys and not counted.fates.isdisjoint(harms()):
        return True  # no casualties are no dead
    if counted.fates and keys.isdisjoint(counted.fates | any_fate()):
        return False
    return any(unit.words and all(not word.isdisjoint(keys) for word in unit.words) for unit in counted.units)


def _holds_glued(reading: Reading) -> bool:
    """Whether a word holds digits, so that it may be parted into a number and its unit."""
    words = (token.lower for token in reading.tokens if token.kind == "word" and not token.lower.isalpha())
    return any(map(str.isdecimal, "".join(words)))


@lru_cache(maxsize=16)  # many claims ask about one passage
def _find_keys(reading: Reading) -> frozenset[str]:
    """All keys of what figures of `reading` may count: those of its words, of the states that they begin, and
    what goes without saying."""
    language = reading.language
    units = load_words(language, "units")
    states = figure_words(language).terms["states"].starting
    keys: set[str] = set()
    for token in reading.tokens:
        if token.kind == "word":
            written = token.text.casefold()
            root = lemma(written, language)
            keys.add(root)
            keys |= concepts_at(root, language)
            if written in units["unharmed"]:
                keys.add("casualty")
        keys.update(name for _, name in states.get(token.lower, ()))
    if not set(units["tallies"]).isdisjoint(reading.lemmas):
        keys |= reading.topic
    return frozenset(keys)
