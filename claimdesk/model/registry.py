"""The registry as read from `claims.yaml`: who speaks, what is claimed, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from claimdesk.model.span import Interval

SourceKind = Literal["official", "agency", "outlet", "party", "witness"]
Side = Literal["supports", "contradicts"]
StatusName = Literal[
    "no evidence", "superseded", "contested", "contradicted", "corroborated", "single source", "unverified"
]
ConfidenceName = Literal["low", "moderate", "high"]

SIDES: tuple[Side, ...] = get_args(Side)
STATUSES: tuple[StatusName, ...] = (
    "contested", "contradicted", "superseded", "corroborated", "single source", "unverified", "no evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who speaks. `aliases` are further names; statements of one `part_of` are one origin.

    `reliability` is the Admiralty code A to F; F, cannot be judged, where none is given.
    """

    id: str
    name: str
    kind: SourceKind = "official"
    part_of: str = ""
    reliability: str = "F"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a claim counts: an interval, and the nouns (`unit`) a figure must count to speak of it.

    `wording` is the key the curator used: exactly, about, at_least, at_most, more_than, less_than, between.
    """

    interval: Interval
    unit: tuple[str, ...]
    wording: str = "exactly"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording that an article bearing on the claim might use, and the side it speaks for."""

    text: str
    side: Side


@dataclass(frozen=True, slots=True)
class ClaimedBy:
    """Where the claim circulates: a source id or name, an address, a date."""

    source: str
    url: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fact-checker's own word on a claim, above the computed status.

    `proposed`: it needs a second person's word and has none, so it does not count; `seconded_by` gave one.
    """

    status: StatusName
    confidence: ConfidenceName | None = None
    rationale: str = ""
    by: str = ""
    on: date | None = None
    seconded_by: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement. `line` is where it starts in the registry file, from 1.

    `threshold` overrides the settings' nomination threshold (0 to 100) where given.
    `must_mention`: all groups, any word of a group.
    """

    id: str
    statement: str
    phrases: tuple[Phrase, ...]
    topic: str = ""
    as_of: date | None = None
    window_days: int = 3
    quantity: Quantity | None = None
    must_mention: tuple[tuple[str, ...], ...] = ()
    claimed_by: ClaimedBy | None = None
    verdict: Verdict | None = None
    threshold: int | None = None
    notes: str = ""
    line: int = 1

    @property
    def verdict_in_force(self) -> Verdict | None:
        """The verdict that counts: none while one awaits a second person's word."""
        return None if self.verdict is None or self.verdict.proposed else self.verdict

    @property
    def judged(self) -> StatusName | None:
        """The status by the verdict that counts; None where none does."""
        return self.verdict_in_force.status if self.verdict_in_force else None


@dataclass(frozen=True, slots=True)
class Registry:
    """A whole `claims.yaml`. `sha256` is of its bytes; `warnings` are for `claimdesk lint`.

    `second_person`: a verdict counts only once a second person confirmed it.
    """

    title: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    sha256: str = ""
    path: str = ""
    second_person: bool = False

    @property
    def source_names(self) -> dict[str, str]:
        """The name of each source by its id."""
        return {source.id: source.name for source in self.sources}

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, if there is one."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)
