"""Claims assessed with people's decisions, those again only about which something changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from claimdesk.evidence.assessment import assess_claim, claim_seen_on
from claimdesk.evidence.decisions import apply_decisions, find_lost_decisions
from claimdesk.evidence.folding import separate_origins
from claimdesk.evidence.history import status_history
from claimdesk.evidence.origin import build_origins
from claimdesk.evidence.stands import Groups
from claimdesk.model import Article, Claim, ClaimReport, Decision, LostDecision, Quote, Registry, StatusChange
from claimdesk.store.deferred import Deferred


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that the report of a claim comes from.

    `days` are those from which the articles of the quotes are known, `families` what these are versions or
    copies of. `until` is None where it makes no
    difference: what is not known by then is not among the quotes.
    """

    claim: Claim
    quotes: tuple[Quote, ...]
    days: tuple[date | None, ...]
    families: tuple[str | None, ...]
    first: date
    until: date | None


# The last report of each claim by its id, with what it came from.
Kept = dict[str, tuple[Grounds, ClaimReport]]


def decide(
    quotes: Sequence[Quote],
    decisions: Sequence[Decision],
    until: date,
    articles: Mapping[str, Article],
    registry: Registry,
) -> tuple[Sequence[Quote], tuple[LostDecision, ...]]:
    """`quotes` as people left them on `until`, added ones at the end, and the decisions without a place.

    Only the claims and articles that somebody decided on are looked at.
    """
    if not decisions:
        return quotes, ()
    touched = {(one.claim, one.article) for one in decisions}
    near = [at for at, quote in enumerate(quotes) if (quote.claim, quote.article) in touched]
    found = [quotes[at] for at in near]
    claims = {claim.id: claim for claim in registry.claims}
    decided = apply_decisions(found, decisions, until, articles, claims, build_origins(registry))
    shown = [*quotes, *decided[len(near) :]]
    for at, quote in zip(near, decided, strict=False):
        shown[at] = quote
    return shown, find_lost_decisions(found, decisions, until, articles, claims)


def assess_claims(
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    known: Mapping[str, date],
    first: date,
    until: date,
    families: Mapping[str, str] | None = None,
    kept: Kept | None = None,
) -> tuple[ClaimReport, ...]:
    """The report of each claim, in order, by those of `quotes` that are about it.

    `known` maps article ids to the day from which they are known, `first` is the first day of all,
    `families` names what articles are versions or copies of. Reports in `kept` are taken where nothing that
    they come from changed; new ones go there.
    """
    of_claim: dict[str, list[Quote]] = {claim.id: [] for claim in claims}
    for quote in quotes:
        if quote.claim in of_claim:
            of_claim[quote.claim].append(quote)
    kept = {} if kept is None else kept
    families = families or {}
    reports = []
    for claim in claims:
        about = tuple(of_claim[claim.id])
        days = tuple([known.get(quote.article) for quote in about])
        related = tuple([families.get(quote.article) for quote in about])
        silent = all(quote.decision == "rejected" for quote in about)
        grounds = Grounds(claim_seen_on(claim, until), about, days, related, first, until if silent else None)
        former = kept.get(claim.id)
        if former is None or former[0] != grounds:
            former = kept[claim.id] = (grounds, _assess(grounds, until, families))
        reports.append(former[1])
    return tuple(reports)


def _assess(grounds: Grounds, until: date, families: Mapping[str, str]) -> ClaimReport:
    """The report of one claim. Its history is worked out when somebody looks at it: a table of quotes has
    none."""
    groups = separate_origins(grounds.quotes, families)
    return ClaimReport(
        claim=grounds.claim,
        assessment=assess_claim(grounds.claim, grounds.quotes, until, groups),
        quotes=tuple(sorted(grounds.quotes, key=_strongest_first)),
        history=Deferred(partial(_find_history, grounds, until, groups)),
    )


def _find_history(grounds: Grounds, until: date, groups: Groups) -> tuple[StatusChange, ...]:
    rows = zip(grounds.quotes, grounds.days, strict=True)
    known = {quote.article: day for quote, day in rows if day is not None}
    return status_history(grounds.quotes, known, grounds.first, until, groups)


def _strongest_first(quote: Quote) -> tuple[bool, int, str, int]:
    return not quote.decisive, -quote.score, quote.article, quote.start
