"""What the quotes of one claim add up to: status, confidence, basis, fragility, silence and the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimdesk.evidence.confidence import CARRIERS, confidence_of, find_ground
from claimdesk.evidence.explanation import (
    counted,
    counted_timings,
    explain_sides,
    explain_strength,
    explain_verdict,
)
from claimdesk.evidence.fragility import basis_of, find_fragility
from claimdesk.evidence.stands import Groups, Stand, find_stands
from claimdesk.evidence.status import status_of
from claimdesk.model import SIDES, Assessment, Claim, Origin, Quote, Reason, Side

# Rows of the status table that leave statements against the claim out of account.
SUPPORTED = ("status_corroborated", "status_single", "status_hedged")


def assess_claim(
    claim: Claim, quotes: Sequence[Quote], until: date, groups: Groups | None = None
) -> Assessment:
    """Assess `claim` by all its quotes that were known on `until`, decisions applied.

    Rejected quotes count only as reviewed. `groups` are sets of origin ids that are not separate from one
    another; None means that all are. A verdict of a later day than `until` is not seen. Time: linear in
    the quotes, and in the square of the origins.
    """
    groups = groups or ()
    kept = sorted((quote for quote in quotes if quote.decision != "rejected"), key=_chronologically)
    stands = find_stands(kept)
    status, row = status_of(stands, groups)
    fragility = find_fragility(status, stands, kept, groups)
    sides: dict[Side, tuple[Stand, ...]] = {side: counted(stands, side, row.code) for side in SIDES}
    reviewed = fragility.without_unreviewed == status
    unopposed = row.code not in SUPPORTED or not any("undated" in stand.contradicts for stand in stands)
    grounds = [
        find_ground(
            side, status, sides[side], _counted_quotes(kept, side, row.code), groups, reviewed, unopposed
        )
        for side in CARRIERS[status]
        if sides[side]
    ]
    confidence, sureness = confidence_of(grounds)
    seen = claim_seen_on(claim, until)
    newer = _count_newer(seen, kept)
    assessment = Assessment(
        status=status,
        confidence=confidence,
        basis=basis_of(quotes),
        reasons=(),
        supports=tuple(stand.origin.id for stand in sides["supports"]),
        contradicts=tuple(stand.origin.id for stand in sides["contradicts"]),
        fragility=fragility,
        silent=_find_silent(kept),
        changed_since_verdict=newer > 0,
    )
    nothing = [Reason.of("nothing_found", until=until.isoformat())] if not kept else []
    reasons = (
        *nothing,
        *explain_sides(claim, stands, kept, row.code, groups),
        row,
        *sureness,
        *explain_strength(assessment, stands, kept),
        *explain_verdict(seen, assessment, newer),
    )
    return replace(assessment, reasons=reasons)


def claim_seen_on(claim: Claim, until: date) -> Claim:
    """The claim without a verdict that was given after that day."""
    verdict = claim.verdict
    hidden = verdict is not None and verdict.on is not None and verdict.on > until
    return replace(claim, verdict=None) if hidden else claim


def _counted_quotes(quotes: Sequence[Quote], side: Side, row: str) -> list[Quote]:
    timings = counted_timings(side, row)
    return [quote for quote in quotes if quote.stance == side and quote.timing in timings]


def _chronologically(quote: Quote) -> tuple[date, str, int]:
    return (quote.date.first if quote.date else date.max, quote.article, quote.start)


def _count_newer(claim: Claim, quotes: Sequence[Quote]) -> int:
    """How many decisive quotes speak of a later day than the verdict's, if it counts."""
    on = claim.verdict_in_force.on if claim.verdict_in_force else None
    if on is None:
        return 0
    return sum(quote.decisive and quote.date is not None and quote.date.first > on for quote in quotes)


def _find_silent(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Who declined to confirm or comment: the latest such quote of each origin, oldest first.

    An outlet that writes that others are silent is not, and neither is who speaks for or against elsewhere.
    Sources without a name are told apart by what they are called: officials may decline where residents
    speak.
    """
    spoken = {_speaker(origin) for quote in quotes if quote.decisive for origin in quote.origins}
    latest = {
        _speaker(quote.origin): quote
        for quote in quotes
        if quote.speech_act == "declines" and quote.origin.kind != "outlet"
    }
    return tuple(quote for speaker, quote in latest.items() if speaker not in spoken)


def _speaker(origin: Origin) -> tuple[str, str]:
    return origin.id, origin.name.casefold() if origin.unnamed else ""
