"""The report as a table: a pandas frame with plain column types, for exports.

What it holds is said in `columns`. Days are ISO texts, empty where unknown. Row labels mean nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from claimdesk.columns import QUOTE_COLUMNS, Columns
from claimdesk.model import Article, Quote, Report
from claimdesk.reporting import render_quote

# What a spreadsheet takes for a formula, at the beginning of a cell: also of one that the text itself begins,
# where the program splits it at semicolons, as in many countries, or at the ends of its lines.
_FORMULA = re.compile(r'^(?=[\t\r\n])|(^|[;\t\r\n])("*)(?=[=+\-@＝＋－＠])')


def quotes_table(report: Report, language: str = "en") -> pd.DataFrame:
    """One row a quote, rejected ones included. `language` is that of the reasons."""
    articles = {entry.article.id: entry.article for entry in report.articles}
    rows = []
    for entry in report.claims:
        verdict = entry.claim.verdict_in_force
        about = {
            "claim": entry.claim.id,
            "statement": entry.claim.statement,
            "as_of": _iso(entry.claim.as_of),
            "status": entry.assessment.status,
            "confidence": entry.assessment.confidence,
            "verdict": entry.claim.judged or "",
            "rationale": verdict.rationale if verdict else "",
        }
        for quote in entry.quotes:
            source = _article_row(articles[quote.article])
            rows.append(about | source | _quote_row(quote, language))
    return _frame(rows, QUOTE_COLUMNS)


def escape_formulas(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy in which no text can be taken for a formula by a spreadsheet: an apostrophe stands before each.

    The quotes are then no longer verbatim, so this is for files that people open in a spreadsheet only.
    """
    escaped = frame.copy()
    texts: list[str] = escaped.select_dtypes("string").columns.to_list()
    for name in texts:
        escaped[name] = escaped[name].map(_escape, na_action="ignore").astype("string")
    return escaped


def render_csv(frame: pd.DataFrame) -> str:
    """The frame as CSV with a row of names, as RFC 4180 has it.

    With other line ends a lone carriage return in a text would not be quoted, and end the row.
    """
    return str(frame.to_csv(index=False, lineterminator="\r\n"))


def _escape(text: str) -> str:
    return _FORMULA.sub(r"\1\2'", text)


def _quote_row(quote: Quote, language: str) -> dict[str, Any]:
    """The quote as in the report, with a text or number for each list and object in it."""
    told = render_quote(quote, language)
    figure = told["figure"] or {"text": "", "low": None, "high": None}
    flat: dict[str, Any] = {
        **{name: " ".join(f"{start}-{end}" for start, end in told[name]) for name in ("matched", "context")},
        **{name: ";".join(told[name]) for name in ("also", "via")},
        **{name: told[name] or "" for name in ("date", "date_last")},
        "figure": figure["text"],
        **{f"figure_{end}": math.nan if figure[end] is None else figure[end] for end in ("low", "high")},
        "reasons": " ".join(told["reasons"]),
    }
    return told | flat


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


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
