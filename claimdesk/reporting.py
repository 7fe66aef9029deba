"""The report as plain values for JSON: the form that DESIGN.md section 3 fixes.

Keys may be added, never changed. Words of the model stay English in every language; only reasons are worded.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from claimdesk.messages import render_reason, render_reasons
from claimdesk.model import (
    Article,
    ArticleReport,
    ClaimReport,
    Figure,
    Quote,
    Report,
    Span,
    StatusChange,
    Verdict,
)
from claimdesk.text.hidden import find_hidden

VERSION = 1


def render_report(report: Report, language: str = "en") -> dict[str, Any]:
    """The whole report as dicts, lists, strings, finite numbers, booleans and None, ready for `json.dumps`.

    Dates are ISO 8601, offsets half-open code points of the article's body. `passages` of an article is their
    number. An open upper bound of a figure is None.
    """
    return {
        "version": VERSION,
        "until": report.until.isoformat(),
        "settings": dict(report.settings),
        "problems": list(report.problems),
        "hidden": report.hidden,
        "registry": {"title": report.registry.title, "sha256": report.registry.sha256},
        "articles": [_render_article(entry) for entry in report.articles],
        "claims": [_render_claim(entry, language) for entry in report.claims],
    }


def _render_article(entry: ArticleReport) -> dict[str, Any]:
    article: Article = entry.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": _iso(article.published),
        "retrieved": _iso(article.retrieved),
        "url": article.url,
        "language": article.language,
        "kind": article.kind,
        "sha256": article.sha256,
        "body_sha256": article.body_sha256,
        "passages": len(entry.passages),
        "notes": list(article.notes),
    }


def _render_claim(entry: ClaimReport, language: str) -> dict[str, Any]:
    claim, found = entry.claim, entry.assessment
    return {
        "id": claim.id,
        "statement": claim.statement,
        "topic": claim.topic,
        "as_of": _iso(claim.as_of),
        "status": found.status,
        "confidence": found.confidence,
        "basis": found.basis,
        "reasons": list(render_reasons(found.reasons, language)),
        "origins": {"supports": list(found.supports), "contradicts": list(found.contradicts)},
        "fragility": {
            "without_origin": dict(found.fragility.without_origin),
            "without_unreviewed": found.fragility.without_unreviewed,
        },
        "silent": [quote.origin.id for quote in found.silent],
        "verdict": _render_verdict(claim.verdict, found.changed_since_verdict),
        "history": [_render_change(change) for change in entry.history],
        "quotes": [render_quote(quote, language) for quote in entry.quotes],
    }


def render_quote(quote: Quote, language: str) -> dict[str, Any]:
    """One quote in the form of the report."""
    stated = quote.date
    return {
        "article": quote.article,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "stance": quote.stance,
        "score": quote.score,
        "phrase": quote.phrase,
        "matched": _pairs(quote.matched),
        "context": _pairs(quote.context),
        "speech_act": quote.speech_act,
        "hedged": quote.hedged,
        "negated": quote.negated,
        "figure": _render_figure(quote.figure),
        "figure_verdict": quote.figure_verdict,
        "date": _iso(stated.first) if stated else None,
        "date_last": _iso(stated.last) if stated and not stated.not_before else None,
        "not_before": bool(stated and stated.not_before),
        "timing": quote.timing,
        "origin": quote.origin.id,
        "origin_name": quote.origin.name,
        "origin_kind": quote.origin.kind,
        "also": [origin.id for origin in quote.also],
        "via": list(quote.via),
        "reasons": [render_reason(reason, language) for reason in quote.reasons],
        "decision": quote.decision,
        "hidden": [
            {"start": quote.start + one.span.start, "end": quote.start + one.span.end, "kind": one.kind}
            for one in find_hidden(quote.text)
        ],
    }


def _render_figure(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {
        "low": _finite(figure.interval.low),
        "high": _finite(figure.interval.high),
        "low_open": figure.interval.low_open,
        "high_open": figure.interval.high_open,
        "text": figure.text,
        "start": figure.span.start,
        "end": figure.span.end,
        "unit": " ".join(figure.unit),
    }


def _render_verdict(verdict: Verdict | None, changed: bool) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {
        "status": verdict.status,
        "confidence": verdict.confidence,
        "rationale": verdict.rationale,
        "by": verdict.by,
        "on": _iso(verdict.on),
        "seconded_by": verdict.seconded_by,
        "proposed": verdict.proposed,
        "changed_since": changed,
    }


def _render_change(change: StatusChange) -> dict[str, Any]:
    cause = change.cause
    return {
        "on": change.on.isoformat(),
        "status": change.status,
        "article": cause.article if cause else None,
        "start": cause.start if cause else None,
        "origin": cause.origin.id if cause else None,
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _finite(number: float) -> float | None:
    """The number, whole ones without a fraction; None where it is unbounded."""
    if math.isinf(number):
        return None
    return int(number) if number == int(number) else number
