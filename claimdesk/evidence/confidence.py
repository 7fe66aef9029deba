"""How sure one can be of a status: a table of what keeps confidence down.

The levels are those of ICD 203 and the NIC's practice. Low: scant, questionable or fragmented evidence.
Moderate: credibly sourced and plausible, but not of the quality or not corroborated enough for more.
High: good sources, and several of them. Every row that holds sets a ceiling; the lowest ceiling is the
confidence, and its rows are the reasons. Confidence is about the evidence, never a likelihood of the
claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claimdesk.evidence.stands import Groups, Stand, count_separate
from claimdesk.model import ConfidenceName, Interval, Quote, Reason, Side, StatusName

LEVELS: tuple[ConfidenceName, ...] = ("low", "moderate", "high")

# The sides whose evidence carries each status, where there is any: contested is as sure as its weaker side.
CARRIERS: dict[StatusName, tuple[Side, ...]] = {
    "no evidence": (),
    "superseded": ("contradicts",),
    "contested": ("supports", "contradicts"),
    "contradicted": ("contradicts",),
    "corroborated": ("supports",),
    "single source": ("supports",),
    "unverified": ("supports",),
}

CARRIED: dict[Side, str] = {"supports": "the supporting side", "contradicts": "the opposing side"}


@dataclass(frozen=True, slots=True)
class Ground:
    """What one side of a status rests on; `carried` names that side in the reasons.

    `separate` origins, `plain` of them without a hedge, `parties` to the matter, `doubtful` ones that are
    rated D or E, `unknown` ones that the registry does not list, `unnamed` ones among these; `origins` counts
    them before folding. `dated`: a statement is known to be of the claim's own time or later. `unopposed`: no
    statement of an unknown day stands on the other side. `agreeing`: no two figures exclude each other.
    `reviewed`: the reviewed quotes alone give the same status.
    """

    status: StatusName
    carried: str
    origins: int
    separate: int
    plain: int
    parties: int
    doubtful: int
    unknown: int
    unnamed: int
    dated: bool
    unopposed: bool
    agreeing: bool
    reviewed: bool


# Each row: the ceiling it sets, the code of its reason, when it holds.
CEILINGS: tuple[tuple[ConfidenceName, str, Callable[[Ground], bool]], ...] = (
    ("low", "confidence_hedged", lambda g: g.plain == 0),
    ("low", "confidence_doubtful", lambda g: g.doubtful == g.origins),
    ("low", "confidence_one_party", lambda g: g.separate == 1 and g.parties == g.origins),
    ("low", "confidence_unnamed", lambda g: g.unnamed == g.origins),
    ("low", "confidence_one_unknown", lambda g: g.separate == 1 and g.unknown == g.origins > g.unnamed),
    ("low", "confidence_not_of_the_time", lambda g: g.status == "contradicted" and not g.dated),
    ("moderate", "confidence_contested", lambda g: g.status == "contested"),
    ("moderate", "confidence_one_origin", lambda g: g.separate == 1),
    ("moderate", "confidence_one_plain", lambda g: g.plain == 1 and g.separate > 1),
    ("moderate", "confidence_parties", lambda g: g.separate > 1 and g.parties == g.origins),
    ("moderate", "confidence_undated", lambda g: not g.dated),
    ("moderate", "confidence_opposed_undated", lambda g: not g.unopposed),
    ("moderate", "confidence_figures", lambda g: not g.agreeing),
    ("moderate", "confidence_unreviewed", lambda g: not g.reviewed),
)


def find_ground(
    side: Side,
    status: StatusName,
    stands: Sequence[Stand],
    quotes: Iterable[Quote],
    groups: Groups,
    reviewed: bool,
    unopposed: bool = True,
) -> Ground:
    """What that side of the status rests on. `stands` are those that count on it, `quotes` theirs."""
    figures = [quote.figure.interval for quote in quotes if quote.figure is not None]
    return Ground(
        status,
        carried=CARRIED[side] if status == "contested" else "the status",
        origins=len(stands),
        separate=count_separate((stand.origin.id for stand in stands), groups),
        plain=count_separate((stand.origin.id for stand in stands if not stand.hedged_on(side)), groups),
        parties=sum(stand.origin.kind == "party" for stand in stands),
        doubtful=sum(stand.origin.reliability in ("D", "E") for stand in stands),
        unknown=sum(stand.origin.kind == "unlisted" for stand in stands),
        unnamed=sum(stand.origin.unnamed for stand in stands),
        dated=any(stand.on(side) & {"current", "later"} for stand in stands),
        unopposed=unopposed,
        agreeing=not figures or not _exclude_each_other(figures),
        reviewed=reviewed,
    )


def confidence_of(grounds: Sequence[Ground]) -> tuple[ConfidenceName, tuple[Reason, ...]]:
    """The confidence and the reasons for it. Without any ground there is nothing to be sure of: low."""
    if not grounds:
        return "low", (Reason.of("confidence_nothing", level="low"),)
    met = [
        (level, Reason.of(code, level=level, carried=ground.carried))
        for level, code, holds in CEILINGS
        for ground in grounds
        if holds(ground)
    ]
    if not met:
        return "high", (Reason.of("confidence_high", level="high"),)
    confidence = min((level for level, _ in met), key=LEVELS.index)
    return confidence, tuple(dict.fromkeys(reason for level, reason in met if level == confidence))


def _exclude_each_other(figures: Sequence[Interval]) -> bool:
    """Whether two of the intervals share no number: on a line, the two innermost ends decide it for all."""
    lowest_top = min(figures, key=lambda one: (one.high, not one.high_open))
    highest_bottom = max(figures, key=lambda one: (one.low, one.low_open))
    return lowest_top.disjoint(highest_bottom)
