"""A report made by hand, with every status and stance: a change of the engine changes no test of a page."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sample_articles import FIRST, LAST, ORIGINS, SECOND, TEXTS, THIRD, UNDATED, build_article
from sample_articles import build_quote as said

from claimdesk.evidence.status import TABLE
from claimdesk.model import (
    Assessment,
    BasisName,
    Claim,
    ClaimedBy,
    ClaimReport,
    ConfidenceName,
    Fragility,
    Interval,
    Quantity,
    Quote,
    Reason,
    Registry,
    Report,
    Source,
    StatusChange,
    StatusName,
    Verdict,
)
from claimdesk.settings import DEFAULT_SETTINGS

INF = math.inf
UNTIL = date(2021, 3, 10)
QUOTES: tuple[Quote, ...] = (
    said("deaths-120", FIRST, "120 orang meninggal|banjir", "supports", "agency", ("sekitar 120", 108, 132),
         "agrees", cue=("hedge", "melaporkan"), decision="confirmed", score=96),
    said("deaths-120", FIRST, "64 orang meninggal", "contradicts", "mayor", ("64", 64, 64), "conflicts"),
    said("deaths-120", THIRD, "people have died|Arun flood", "mentions", "agency", ("At least 80", 80, INF),
         "compatible"),
    said("deaths-120", LAST, "orang meninggal", "contradicts", "agency", ("97", 97, 97), "conflicts",
         timing="later"),
    said("deaths-120", SECOND, "jumlah korban", "mentions", "ministry", act="declines",
         cue=("declining", "belum dapat memastikan"), score=72),
    said("dam-opened", SECOND, "bendungan dibuka", "supports", "villagers", score=88),
    said("dam-opened", FIRST, "pintu air dibuka tanpa peringatan", "contradicts", "dam", act="denies",
         cue=("denial", "membantah")),
    said("dam-opened", SECOND, "membantah hal itu", "contradicts", "dam", act="denies",
         cue=("denial", "membantah"), context="Warga menyebut bendungan dibuka pada malam hari.", score=81),
    said("displaced-3000", SECOND, "warga mengungsi", "supports", "relief", ("lebih dari 3.000", 3001, INF),
         "agrees"),
    said("displaced-3000", FIRST, "warga mengungsi", "contradicts", "mayor", ("900", 900, 900), "conflicts",
         timing="earlier"),
    said("displaced-3000", LAST, "warga masih mengungsi", "contradicts", "mayor", ("2.100", 2100, 2100),
         "conflicts"),
    said("bridge-down", SECOND, "Jembatan utama Arun roboh", "supports", "mayor", decision="confirmed"),
    said("bridge-down", THIRD, "main bridge at Arun collapsed", "supports", "ministry", decision="confirmed"),
    said("deaths-80", THIRD, "At least 80 people have died", "supports", "agency", ("At least 80", 80, INF),
         "agrees"),
    said("deaths-80", FIRST, "64 orang meninggal", "contradicts", "mayor", ("64", 64, 64), "conflicts",
         timing="earlier"),
    said("road-open", UNDATED, "Jalan raya menuju Arun|dibuka kembali", "supports", "ministry",
         timing="undated"),
    said("rain-300", UNDATED, "Curah hujan|dalam sehari", "supports", "agency", ("312 mm", 312, 312),
         "agrees", decision="confirmed"),
    said("missing-20", THIRD, "people are missing|Relief Corps counts 57", "contradicts", "relief",
         ("57", 57, 57), "conflicts"),
    said("army", SECOND, "berencana mengirim|400 personel", "mentions", "villagers", act="predicts",
         cue=("plan", "berencana")),
    said("deaths-64", FIRST, "64 orang meninggal", "supports", "mayor", ("64", 64, 64), "agrees",
         decision="confirmed"),
    said("deaths-64", LAST, "orang meninggal", "contradicts", "agency", ("97", 97, 97), "conflicts",
         timing="later", decision="confirmed"),
    said("cholera", UNDATED, "wabah kolera", "mentions", "villagers", act="predicts",
         cue=("prediction", "akan"), timing="undated"),
    said("cholera", THIRD, "reported cholera", "supports", "relief", cue=("negation", "No"),
         decision="rejected", score=77),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A claim and how it stands. `history` are days of March 2021 with the status from then on."""

    id: str
    statement: str
    topic: str
    day: int
    status: StatusName
    confidence: ConfidenceName = "low"
    basis: BasisName = "suggested"
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    needed: Mapping[str, StatusName] = field(default_factory=dict)
    history: tuple[tuple[int, StatusName], ...] = ((3, "no evidence"),)
    quantity: Quantity | None = None
    verdict: Verdict | None = None


def counting(low: float, high: float, wording: str) -> Quantity:
    """A quantity of people."""
    return Quantity(Interval(low, high), ("orang", "people"), wording)


JUDGED = Verdict("contested", "low", "Two counts, neither final.", "editor-1", date(2021, 3, 4))
ROWS: tuple[Row, ...] = (
    Row("deaths-120", "About 120 people died in the Arun flood.", "Deaths", 3, "contested", "low",
        "partly reviewed", ("agency",), ("mayor",), {"agency": "contradicted", "mayor": "unverified"},
        ((3, "contested"),), counting(108, 132, "about"), JUDGED),
    Row("dam-opened", "The Arun dam was opened without a warning.", "Dam", 2, "contested", "low",
        "suggested", ("villagers",), ("dam",), {"villagers": "contradicted"},
        ((3, "contradicted"), (4, "contested"))),
    Row("displaced-3000", "At least 3,000 people have been displaced.", "Displaced", 9, "contested",
        "moderate", "suggested", ("relief",), ("mayor",), {},
        ((3, "contradicted"), (4, "single source"), (9, "contested")), counting(3000, INF, "at_least"),
        Verdict("single source", None, "", "editor-1", date(2021, 3, 5))),
    Row("bridge-down", "The main bridge at Arun collapsed.", "Roads", 2, "corroborated", "moderate",
        "reviewed", ("mayor", "ministry"), (), {},
        ((3, "no evidence"), (4, "single source"), (5, "corroborated")),
        verdict=Verdict("corroborated", "moderate", "", "editor-2", date(2021, 3, 6))),
    Row("deaths-80", "At least 80 people died in the Arun flood.", "Deaths", 5, "single source", "moderate",
        "suggested", ("agency",), (), {"agency": "unverified"}, ((3, "unverified"), (5, "single source")),
        counting(80, INF, "at_least")),
    Row("road-open", "The road to Arun is open again.", "Roads", 6, "single source", "low", "suggested",
        ("ministry",), (), {"ministry": "no evidence"}, ((3, "no evidence"), (4, "single source"))),
    Row("rain-300", "More than 300 mm of rain fell in one day.", "Weather", 2, "single source", "low",
        "reviewed", ("agency",), (), {"agency": "no evidence"}, ((4, "single source"),),
        counting(301, INF, "more_than")),
    Row("missing-20", "Fewer than 20 people are missing.", "Missing", 5, "contradicted", "moderate",
        "suggested", (), ("relief",), {}, ((3, "no evidence"), (5, "contradicted")),
        counting(0, 19, "less_than")),
    Row("deaths-64", "64 people died in the Arun flood.", "Deaths", 3, "superseded", "moderate", "reviewed",
        ("mayor",), ("agency",), {}, ((3, "single source"), (9, "superseded")), counting(64, 64, "exactly")),
    Row("army", "Soldiers have been sent to Arun.", "Response", 9, "unverified",
        history=((3, "no evidence"), (4, "unverified"))),
    Row("cholera", "Cholera has broken out in the shelters of Arun.", "Health", 9, "unverified",
        history=((3, "no evidence"), (5, "unverified"))),
    Row("second-dam", "The second dam above Arun is cracked, and its crest road was closed to all traffic.",
        "Dam", 9, "no evidence"),
)  # fmt: skip


def build_claim(row: Row, quotes: Sequence[Quote]) -> ClaimReport:
    """One claim with those of `quotes` that bear on it."""
    own = tuple(quote for quote in quotes if quote.claim == row.id)
    day = date(2021, 3, row.day)
    claim = Claim(
        row.id,
        row.statement,
        (),
        row.topic,
        day,
        quantity=row.quantity,
        claimed_by=ClaimedBy("agency", on=day) if row.quantity else None,
        verdict=row.verdict,
    )
    reasons = [Reason.of("supports_current", count=1, names="Relief Corps", window="2021-02-28/2021-03-06")]
    reasons.append(Reason.of(next(code for status, code, _ in TABLE if status == row.status)))
    changed = row.id in ("deaths-120", "displaced-3000")
    if changed:
        reasons.append(Reason.of("verdict_newer", count=1, on="2021-03-04"))
    found = Assessment(
        row.status,
        row.confidence,
        row.basis,
        tuple(reasons),
        row.supports,
        row.contradicts,
        Fragility(row.needed, "no evidence"),
        tuple(quote for quote in own if quote.speech_act == "declines"),
        changed,
    )
    changes = tuple(StatusChange(date(2021, 3, on), status, _cause(on, own)) for on, status in row.history)
    return ClaimReport(claim, found, own, changes)


def _cause(on: int, quotes: Sequence[Quote]) -> Quote | None:
    return next((one for one in quotes if one.decisive and one.date and one.date.first.day == on), None)


def build_report(until: date = UNTIL, rows: Sequence[Row] = ROWS, quotes: Sequence[Quote] = QUOTES) -> Report:
    """The whole report on `rows`."""
    claims = tuple(build_claim(row, quotes) for row in rows)
    sources = tuple(Source(one.id, one.name) for one in ORIGINS.values() if one.kind != "unlisted")
    registry = Registry(
        "Flood at Arun",
        tuple(entry.claim for entry in claims),
        sources,
        sha256="3f2a91c0" * 8,
        path="claims.yaml",
    )
    articles = tuple(build_article(article) for article in TEXTS)
    return Report(until, registry, claims, articles, DEFAULT_SETTINGS.as_dict())
