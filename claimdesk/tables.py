"""The report as tables: pandas frames with plain column types, for exports, the dashboard and the charts.

What a table holds is said in `columns`. Days are ISO texts, empty where unknown. Row labels mean nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from claimdesk.columns import (
    CLAIM_COLUMNS,
    QUOTE_COLUMNS,
    Columns,
)
from claimdesk.messages import render_reason
from claimdesk.model import STANCES, Article, Quote, Report, Span

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula


def quotes_table(report: Report, language: str = "en") -> pd.DataFrame:
    """One row a quote, rejected ones included. `language` is that of the reasons."""
    articles = {entry.article.id: entry.article for entry in report.articles}
    rows = []
    for entry in report.claims:
        about = {
            "claim": entry.claim.id,
            "statement": entry.claim.statement,
            "as_of": _iso(entry.claim.as_of),
            "status": entry.assessment.status,
            "confidence": entry.assessment.confidence,
        }
        for quote in entry.quotes:
            source = _article_row(articles[quote.article])
            rows.append(about | source | _quote_row(quote, language))
    return _frame(rows, QUOTE_COLUMNS)


def claims_table(report: Report) -> pd.DataFrame:
    """One row a claim, in the order of the registry."""
    rows: list[dict[str, Any]] = []
    for entry in report.claims:
        claim, found = entry.claim, entry.assessment
        before, change = entry.history[-2:] if len(entry.history) > 1 else (None, None)
        pending = sum(quote.decisive and not quote.decision for quote in entry.quotes)
        rows.append(
            {
                "claim": claim.id,
                "statement": claim.statement,
                "topic": claim.topic,
                "as_of": _iso(claim.as_of),
                "status": found.status,
                "confidence": found.confidence,
                "basis": found.basis,
                "verdict": claim.judged or "",
                "changed_since_verdict": found.changed_since_verdict,
                "origins_for": len(found.supports),
                "origins_against": len(found.contradicts),
                **{stance: len(entry.by_stance(stance)) for stance in STANCES},
                "to_review": pending,
                "changed": _iso(change.on) if change else "",
                "changed_from": before.status if before else "",
            }
        )
    return _frame(rows, CLAIM_COLUMNS)


def escape_formulas(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy in which no text can be taken for a formula by a spreadsheet: an apostrophe stands before it.

    The quotes are then no longer verbatim, so this is for files that people open in a spreadsheet only.
    """
    escaped = frame.copy()
    texts: list[str] = escaped.select_dtypes("string").columns.to_list()
    for name in texts:
        risky = escaped[name].str.startswith(FORMULA_STARTS)
        escaped[name] = escaped[name].mask(risky, "'" + escaped[name])
    return escaped


def _quote_row(quote: Quote, language: str) -> dict[str, Any]:
    stated = quote.date
    figure = _figure_row(quote)
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
        "figure": figure["text"],
        "figure_low": figure["low"],
        "figure_high": figure["high"],
        "figure_verdict": quote.figure_verdict,
        "date": _iso(stated.first) if stated else "",
        "date_last": _iso(stated.last) if stated and not stated.not_before else "",
        "timing": quote.timing,
        "origin": quote.origin.id,
        "origin_name": quote.origin.name,
        "origin_kind": quote.origin.kind,
        "also": ";".join(origin.id for origin in quote.also),
        "via": ";".join(quote.via),
        "decision": quote.decision,
        "reasons": " ".join(render_reason(reason, language) for reason in quote.reasons),
    }


def _figure_row(quote: Quote) -> dict[str, Any]:
    if quote.figure is None:
        return {"text": "", "low": math.nan, "high": math.nan, "exact": False}
    interval = quote.figure.interval
    high = interval.high if math.isfinite(interval.high) else math.nan
    return {"text": quote.figure.text, "low": interval.low, "high": high, "exact": interval.exact}


def _article_row(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "published": _iso(article.published),
        "url": article.url,
    }


def _frame(rows: Sequence[Mapping[str, Any]], columns: Columns) -> pd.DataFrame:
    """The rows as a frame of exactly these columns and types, also where there is no row."""
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=kind) for name, (kind, _) in columns.items()}
    )


def _pairs(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
