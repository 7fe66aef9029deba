"""A name and its title, parted by a comma: *Vedant Patel, juru bicara …*, *its operator, X* are one."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.text.speaker_phrases import SpeakerPhrase
from claimdesk.text.speaker_units import Unit


def is_personal(unit: Unit) -> bool:
    """Whether a unit can be part of a person's own name."""
    named = unit.has("cap", "name", "initial", "particle")
    listed = unit.has("person", "body", "generic", "portfolio", "place", "agency")
    return unit.has("honorific") or (named and not listed)


def are_apposed(units: Sequence[Unit], left: SpeakerPhrase, right: SpeakerPhrase) -> bool:
    """Whether one of two phrases parted by a comma is a person's name and the other his title."""
    if len(left.parts) > 1 or len(right.parts) > 1:
        return False
    titled = [_is_title(one.units(units)) for one in (left, right)]
    bare = [_is_bare(one.units(units)) for one in (left, right)]
    return (titled[0] and bare[1]) or (bare[0] and titled[1])


def _is_title(units: Sequence[Unit]) -> bool:
    """Whether units say what somebody is: *spokesman of the ministry*, *its operator*."""
    owned = units[0].has("possessive") or units[-1].has("clitic")
    return any(unit.has("person", "generic") or (owned and unit.has("body")) for unit in units)


def _is_bare(units: Sequence[Unit]) -> bool:
    """Whether units are a person's name alone, with the letters that may follow it (*CBE*)."""
    personal = [is_personal(unit) for unit in units]
    letters = [unit.has("acronym") and not unit.has("body", "place", "agency") for unit in units]
    fits = (p or a or unit.has("mark") for p, a, unit in zip(personal, letters, units, strict=True))
    return any(personal) and all(fits)
