"""The evidence of a briefing as data: one row a quote as CSV or Parquet, everything as JSON."""

from __future__ import annotations

import io
import json
from typing import Literal

from claimdesk.model import Report

DataFormat = Literal["csv", "excel", "parquet", "json"]


def render_rows(report: Report, form: DataFormat, language: str) -> bytes:
    """The report's claims in that form. Quotes are verbatim but in ``excel``: a CSV that spreadsheet programs
    open safely, with a byte order mark and an apostrophe before whatever they would run as a formula.
    """
    if form == "json":
        from claimdesk.reporting import render_report

        rendered = render_report(report, language)
        return (json.dumps(rendered, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    from claimdesk.tables import escape_formulas, quotes_table, render_csv

    frame = quotes_table(report, language)
    if form == "parquet":
        buffer = io.BytesIO()
        frame.to_parquet(buffer, index=False)
        return buffer.getvalue()
    shown = escape_formulas(frame) if form == "excel" else frame
    return render_csv(shown).encode("utf-8-sig" if form == "excel" else "utf-8")
