"""What the stands of all origins add up to: the table of DESIGN.md section 5."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimdesk.evidence.stands import Groups, Stand, count_separate
from claimdesk.model import Reason, StatusName


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the status depends on.

    `bearing`: somebody says something that bears on the claim. `supporters` ever supported it, `reversed`
    of them now stand against it. `supported`: a support stands, of any timing. `separate` origins support
    it, `plain` of them without a hedge. `against` of any timing, `current_against` and `later_against` of
    that timing.
    """

    bearing: bool
    supporters: int
    reversed: int
    supported: bool
    separate: int
    plain: int
    against: bool
    current_against: bool
    later_against: bool


# First row that fits. Each row: the status, the code of its reason, when it holds.
TABLE: tuple[tuple[StatusName, str, Callable[[Facts], bool]], ...] = (
    ("no evidence", "status_nothing", lambda f: not f.bearing),
    ("superseded", "status_reversed", lambda f: f.supporters > 0 and f.reversed == f.supporters),
    ("superseded", "status_overtaken", lambda f: f.supported and f.later_against and not f.current_against),
    ("contested", "status_contested", lambda f: f.supported and f.current_against),
    ("contradicted", "status_contradicted", lambda f: f.current_against and not f.supported),
    ("contradicted", "status_only_against", lambda f: f.against and f.supporters == 0),
    ("corroborated", "status_corroborated", lambda f: f.separate >= 2 and f.plain >= 1),
    ("single source", "status_single", lambda f: f.separate == 1 and f.plain >= 1),
    ("unverified", "status_hedged", lambda f: f.supported),
    ("unverified", "status_mentioned", lambda _: True),
)  # fmt: skip


def find_facts(stands: Sequence[Stand], groups: Groups = ()) -> Facts:
    """What the table needs to know of the stands."""
    standing = [stand for stand in stands if stand.supports]
    return Facts(
        bearing=bool(stands),
        supporters=sum(stand.supported for stand in stands),
        reversed=sum(stand.reversed for stand in stands),
        supported=bool(standing),
        separate=count_separate((stand.origin.id for stand in standing), groups),
        plain=sum(not stand.hedged for stand in standing),
        against=any(stand.contradicts for stand in stands),
        current_against=any("current" in stand.contradicts for stand in stands),
        later_against=any("later" in stand.contradicts for stand in stands),
    )


def status_of(stands: Sequence[Stand], groups: Groups = ()) -> tuple[StatusName, Reason]:
    """The status and the row of the table it comes from. `groups` are origins that are not separate."""
    facts = find_facts(stands, groups)
    status, code = next((status, code) for status, code, holds in TABLE if holds(facts))
    return status, Reason.of(code)
