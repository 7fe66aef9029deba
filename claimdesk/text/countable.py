"""What the figures of a passage can count at all, from its words alone and without reading a figure.

A passage near a name that a claim asks for is asked for every figure that counts one of the claim's units.
Most have none: their words bring no unit and no state of the claim. To see that takes a fraction of the time
that it takes to read figures.
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimdesk.text.claim_units import Counted
from claimdesk.text.concepts import concepts_at
from claimdesk.text.figurewords import figure_words
from claimdesk.text.keys import any_fate, fate_concepts, harms, same_measure
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading, kept
from claimdesk.text.stages import add_wider
from claimdesk.text.tokens import fold_word

_ANYTHING = ""  # the key of a word of letters and digits: it may be parted into a number and any unit


def may_count(reading: Reading, counted: Counted) -> bool:
    """Whether some figure of `reading` may count what the claim counts; False only where
    `claimdesk.text.units.counts` holds for none."""
    if not reading.may_state:
        return False
    if any(unit.currency or unit.percent for unit in counted.units):
        return True
    keys = _find_keys(reading)
    if _ANYTHING in keys or ("casualty" in keys and not counted.fates.isdisjoint(harms())):
        return True  # no casualties are no dead
    if counted.fates and keys.isdisjoint(counted.fates | any_fate()):
        return False
    return any(unit.words and all(not word.isdisjoint(keys) for word in unit.words) for unit in counted.units)


def may_name(reading: Reading, counted: Counted) -> bool:
    """Whether words of `reading` may name what the claim counts by a unit that says what it is."""
    keys = _find_keys(reading)
    units = (unit for unit in counted.units if unit.telling)
    return _ANYTHING in keys or any(all(not word.isdisjoint(keys) for word in unit.words) for unit in units)


def may_tell_fate(reading: Reading) -> bool:
    """Whether some figure of `reading` may count people in some state; False only where none does."""
    if not reading.may_state:
        return False
    keys = _find_own_keys(reading)
    return _ANYTHING in keys or not keys.isdisjoint(fate_concepts())


@kept
def _find_own_keys(reading: Reading) -> frozenset[str]:
    """All keys of what figures of `reading` may count: those of its words and of the states they begin."""
    return frozenset[str]().union(*[keys_of(token.text, reading.language) for token in reading.tokens])


@kept
def _find_keys(reading: Reading) -> frozenset[str]:
    """The same with what goes without saying and with the wider states of stages."""
    keys = _find_own_keys(reading)
    return add_wider(keys if _tallies(reading.language).isdisjoint(reading.lemmas) else keys | reading.topic)


@lru_cache(maxsize=1 << 16)
def keys_of(word: str, language: str) -> frozenset[str]:
    """The keys that a token may bring to a figure."""
    written = word.casefold()
    states = figure_words(language).terms["states"].starting.get(fold_word(word), ())
    keys = {name for _, name in states}
    if not written[:1].isdecimal():
        root = lemma(written, language)
        keys |= {root, *same_measure(root), *concepts_at(root, language)}
        keys |= {_ANYTHING} if any(map(str.isdecimal, written)) else set()
    if written in load_words(language, "units")["unharmed"]:
        keys.add("casualty")
    return frozenset(keys)


@cache
def _tallies(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "units")["tallies"])
