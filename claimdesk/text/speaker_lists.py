"""Several speakers in one phrase, or one office with several fields: *Bupati dan BPBD*, *Ministry of Health
and …*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimdesk.text.phrase_units import STOPS
from claimdesk.text.speaker_units import Unit

JOINTS = ("dan", "and", "&", "serta")
_LIST = 7  # units from a comma to the *dan* that ends its list
_PORTFOLIO = re.compile(r"(?:pe|ke)[a-z]+an$")  # Indonesian nouns of doing: perdagangan, kehutanan


def joint_end(units: Sequence[Unit], at: int, stop: int) -> int:
    """Where the next speaker may start behind the comma or *dan* at `at`; `at` where there is none."""
    if at + 1 >= stop or units[at + 1].has("pronoun", "plural", "calendar"):
        return at
    joined = units[at].lower in JOINTS or (units[at].marks(",") and _list_goes_on(units, at, stop))
    return at + joined


def _list_goes_on(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the comma at `at` parts speakers in a list: one more, then *dan* or *and* within a few
    units."""
    for here in range(at + 1, min(at + _LIST, stop)):
        if units[here].lower in ("dan", "and"):
            return here > at + 1 and units[at + 1].has("name", "place", "acronym", "cap")
        if units[here].has("mark", *STOPS):
            return False
    return False


def is_portfolio(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether *dan* joins two fields of one office: *Menteri Luar Negeri dan Perdagangan*, *Ministry of
    Health and …*."""
    first = right[0]
    if first.has("name", "person", "place", "acronym"):
        return False
    office = any(unit.has("person", "body") for unit in left)
    own = first.has("body", "generic", "determiner", "possessive")
    inner = not own and any(unit.has("body", "acronym") for unit in right[1:])
    return office and (inner or first.has("portfolio") or bool(_PORTFOLIO.match(first.lower)))
