"""What single units can be in the noun phrase that names a speaker, and where stretches of them end.

The functions named `…_end` return the unit behind the stretch, or where they were started if there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimdesk.text.speaker_units import Unit

PENDING = 4  # unlisted words in a row inside a phrase
STOPS = (
    "that", "negation", "future", "infinitive", "auxiliary", "relative", "subordinator", "opposed",
    "calendar", "adverb", "pronoun", "plural", "own", "preposition", "coordinator", "number", "never",
    "weak", "say", "passive", "inverted", "basis", "according", "copula",
)  # fmt: skip
_SOLID = ("name", "person", "body", "generic", "rumour", "place", "cap", "acronym", "agency")
_KEEPERS = ("name", "person", "body", "generic", "acronym")
_BRACKET = 6  # units of a bracket inside a name
_VERBAL = re.compile(r"(?:me[mnrlwy]|meng|men|mem|di[a-z]{4}|ber|ter)[a-z]{3}")


def is_solid(unit: Unit, loose: bool = False) -> bool:
    """Whether a unit makes a phrase by itself: a title, a body, a name; `loose`: any capitalised word."""
    if unit.has("never", "first") and not unit.has("name"):
        return False
    return unit.has(*_SOLID) or (loose and unit.has("initial"))


def may_start(unit: Unit, loose: bool, head_first: bool) -> bool:
    """Whether a phrase may start with a unit."""
    if is_solid(unit, loose) or unit.has("determiner", "possessive"):
        return True
    if unit.has("initial") and not head_first:
        return True
    return unit.has("modifier", "portfolio", "honorific", "data") and not unit.has("never")


def is_data(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun of data starts the phrase, and is no name: *data BNPB*, but *Harian Kompas*."""
    unit = units[at]
    return unit.has("data", "data_adjective") and not unit.has(*_KEEPERS) and (at == 0 or not unit.has("cap"))


def is_verbal(lower: str) -> bool:
    """Whether a word has the shape of an Indonesian verb."""
    return bool(_VERBAL.match(lower))


def is_document(units: Sequence[Unit]) -> bool:
    """Whether units point to a document: *the statement*, *laporan tersebut*."""
    only = all(unit.has("data", "data_adjective", "demonstrative") for unit in units)
    return (
        only and any(unit.has("data") for unit in units) and any(unit.has("demonstrative") for unit in units)
    )


def plain_end(units: Sequence[Unit], at: int, stop: int) -> int:
    """The end of a determiner with a noun that nobody listed, if it runs up to `stop`: *the harbour
    master*."""
    words = units[at + 1 : stop]
    plain = 0 < len(words) <= PENDING and not any(unit.tags or not unit.lower.isalpha() for unit in words)
    return stop if plain and units[at].has("determiner") else at


def document_end(units: Sequence[Unit], at: int, stop: int) -> int:
    """The end of what points to a document, and so to whom it is from: *the statement*, *laporan itu*."""
    end = at
    while end < stop and units[end].has("data", "data_adjective", "demonstrative"):
        end += 1
    return end if is_document(units[at:end]) else at


def plain_object_end(units: Sequence[Unit], here: int, at: int, stop: int) -> int:
    """The end of an object that nobody listed, before a verb: *sources close to the deal said*."""
    end = at
    while end < min(at + PENDING, stop) and not units[end].tags:
        end += 1
    return end if end > at and (end == stop or units[end].has("say", "weak")) else here


def absorbed_end(units: Sequence[Unit], at: int, end: int, here: int, stop: int, *, titled: bool) -> int:
    """Unlisted words at the end belong to the phrase where a verb follows them at once; to one that is
    `titled` also before a comma, an adverb or the end."""
    if not end < here <= end + PENDING or end == at:
        return end
    if here == stop < len(units) or (here < stop and units[here].has("say", "weak")):
        return here
    clean = here == stop or units[here].marks(',.!?…"”“»’')
    clean = clean or (units[here].has("adverb") and not units[here].has("demonstrative"))
    return here if titled and clean else end


def mark_end(units: Sequence[Unit], here: int, stop: int, end: int) -> int:
    """Where the phrase may go on behind the mark at `here`; `here` where it may not."""
    unit = units[here]
    if here != end and not units[here - 1].has("honorific"):
        return here
    if unit.text == "(":
        for close in range(here + 1, min(here + _BRACKET, stop)):
            if units[close].text == ")":
                return close + 1
        return here
    goes_on = here + 1 < stop and units[here + 1].has("cap", "name", "initial", "person")
    if unit.text == "." and goes_on and (units[here - 1].has("honorific") or len(units[here - 1].text) <= 2):
        return here + 1
    if (
        unit.text in "'’"
        and units[here - 1].lower.endswith("s")
        and here + 1 < stop
        and is_solid(units[here + 1])
    ):
        return here + 1
    return here


def is_abbreviation(units: Sequence[Unit], here: int) -> bool:
    """Whether the bracket at `here` holds another name of what stands before it: *(AS)*."""
    return (
        here + 2 < len(units)
        and units[here + 2].text == ")"
        and units[here + 1].has("acronym", "name", "place")
    )
