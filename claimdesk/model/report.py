"""The report: what the evidence up to a date adds up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from claimdesk.model.article import Article, Passage
from claimdesk.model.evidence import Candidate, Quote, Reason, Stance
from claimdesk.model.registry import Claim, ConfidenceName, Registry, StatusName
from claimdesk.model.span import Span

BasisName = Literal["suggested", "partly reviewed", "reviewed"]
DecisionKind = Literal["confirmed", "rejected", "corrected", "added", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about a quote. `corrections` override the engine's fields of the same name.

    ``withdrawn`` takes back the newest decision on the quote that still stands. `prefix` and `suffix` are
    what stood around the text; `on` is the day it was made.
    """

    claim: str
    article: str
    start: int
    end: int
    text: str
    kind: DecisionKind
    on: date
    by: str = ""
    reason: str = ""
    note: str = ""
    prefix: str = ""
    suffix: str = ""
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LostDecision:
    """A decision that cannot be applied any more.

    `why`: its claim or its article is not here, its words no longer stand there (or in two places that
    cannot be told apart), or no phrase of the claim finds the passage.
    """

    decision: Decision
    why: Literal["no claim", "no article", "orphaned", "not found"]


@dataclass(frozen=True, slots=True)
class Fragility:
    """What the status rests on: the origins without which it changes, and what it would be.

    `without_origin` maps an origin's id to the status without it, only where it differs.
    `without_unreviewed` is the status from confirmed quotes alone.
    """

    without_origin: Mapping[str, StatusName]
    without_unreviewed: StatusName


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the quotes of one claim add up to."""

    status: StatusName
    confidence: ConfidenceName
    basis: BasisName
    reasons: tuple[Reason, ...]
    supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    fragility: Fragility
    silent: tuple[Quote, ...] = ()
    changed_since_verdict: bool = False


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The status from this day on. `cause` is the quote that changed it, if one did."""

    on: date
    status: StatusName
    cause: Quote | None = None


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """One claim with its assessment and all its quotes, strongest first."""

    claim: Claim
    assessment: Assessment
    quotes: tuple[Quote, ...]
    history: Sequence[StatusChange] = ()

    def by_stance(self, stance: Stance) -> tuple[Quote, ...]:
        """Quotes of that stance that nobody rejected."""
        return tuple(q for q in self.quotes if q.stance == stance and q.decision != "rejected")


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article as read up to the report's date."""

    article: Article
    passages: Sequence[Passage]
    candidates: Sequence[Candidate] = ()
    leads: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the dashboard, the tables and the exports show.

    `hidden` counts articles that were not known on `until`, `hidden_undated` those of them that state no day
    of publication; `lost` are decisions that could not be applied.
    """

    until: date
    registry: Registry
    claims: tuple[ClaimReport, ...]
    articles: tuple[ArticleReport, ...]
    settings: Mapping[str, int | float | str]
    problems: tuple[str, ...] = ()
    hidden: int = 0
    lost: tuple[LostDecision, ...] = ()
    hidden_undated: int = 0
    # Filled when first asked: a page asks for the article of every quote.
    _by_id: dict[str, ArticleReport] = field(default_factory=dict, init=False, repr=False, compare=False)

    def claim(self, claim_id: str) -> ClaimReport | None:
        """The claim of that id, if there is one."""
        return next((entry for entry in self.claims if entry.claim.id == claim_id), None)

    def article(self, article_id: str) -> ArticleReport | None:
        """The article of that id, if there is one."""
        if not self._by_id:
            self._by_id.update({entry.article.id: entry for entry in self.articles})
        return self._by_id.get(article_id)
