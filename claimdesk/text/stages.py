"""Fates that are a stage of others: whoever is in hospital is among the sick or hurt (`lang/units.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from claimdesk.text.lexicon import LANGUAGES, load_words


def narrow_fates(fates: frozenset[str]) -> frozenset[str]:
    """The fates that a claim counts people in: the stages alone where it speaks of one."""
    return fates & _stages().keys() or fates


def widen_stages(keys: frozenset[str], asked: frozenset[str]) -> frozenset[str]:
    """`keys` of a figure with the wider fates of its stages in their place, unless `asked`."""
    found = {stage: wider for stage, wider in _stages().items() if stage in keys - asked}
    return keys.union(*found.values()) - found.keys() if found else keys


def add_wider(keys: frozenset[str]) -> frozenset[str]:
    """`keys` and the wider fates of all stages among them."""
    wider = [fates for stage, fates in _stages().items() if stage in keys]
    return keys.union(*wider) if wider else keys


def is_stage(keys: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether a figure with `keys` counts those in a stage of the fates `asked`, and not all of them."""
    wider = (fates for stage, fates in _stages().items() if stage in keys - asked)
    return keys.isdisjoint(asked) and any(not fates.isdisjoint(asked) for fates in wider)


def find_fate_words(words: Iterable[str], fates: frozenset[str]) -> tuple[str, ...]:
    """All words, in every language, for those of `fates` that one of `words` tells."""
    told = frozenset(word.casefold() for word in words)
    tables = [load_words(language, "counted")["states"] for language in LANGUAGES]
    met = [
        fate for fate in sorted(fates) if any(not told.isdisjoint(table.get(fate, ())) for table in tables)
    ]
    return tuple(word for fate in met for table in tables for word in table.get(fate, ()))


@cache
def _stages() -> Mapping[str, frozenset[str]]:
    found = load_words("", "units")["stages"]
    return {stage: frozenset(fates) for stage, fates in found.items()}
