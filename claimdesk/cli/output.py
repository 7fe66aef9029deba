"""A report in one of its forms, to standard output or to a file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimdesk.cli.files import replace_file
from claimdesk.cli.streams import say, write_output, write_text

if TYPE_CHECKING:
    import pandas as pd

    from claimdesk.model import ClaimReport, Report

_ROWS = 20_000  # of a Parquet file that are made at a time


def write_report(
    report: Report, form: str, out: str | None, language: str, *, for_spreadsheet: bool = False
) -> None:
    """Write `report` as ``table``, ``json``, ``csv`` or ``parquet`` to the file `out`, or to standard output.

    Raises UsageError and InputError where it cannot be written.
    """
    if form == "table":
        from claimdesk.cli.table import render_table
        from claimdesk.cli.terminal import terminal_width

        table = render_table(report, language, terminal_width())
        if out is None:
            write_text(table)
            return
        data = table.encode()
    elif form == "json":
        data = _render_json(report, language)
    else:
        data = _render_rows(report, form, language, for_spreadsheet)
    if out is None:
        write_output(data)
    else:
        replace_file(out, data)


def _render_json(report: Report, language: str) -> bytes:
    from claimdesk.reporting import render_report

    rendered = render_report(report, language)
    return (json.dumps(rendered, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _render_rows(report: Report, form: str, language: str, for_spreadsheet: bool) -> bytes:
    """One row a quote. Verbatim, but for a spreadsheet: there with a byte order mark and no live formulas."""
    from claimdesk.tables import escape_formulas, quotes_table, render_csv

    if form == "parquet":
        return _render_parquet(report, language)
    frame = quotes_table(report, language)
    if for_spreadsheet:
        return render_csv(escape_formulas(frame)).encode("utf-8-sig")
    texts: pd.DataFrame = frame.select_dtypes("string")
    live = int((escape_formulas(texts) != texts).to_numpy().sum())
    if live:
        say(f"{live} texts could run as formulas in a spreadsheet program: for one, add --for-spreadsheet.")
    return render_csv(frame).encode()


def _render_parquet(report: Report, language: str) -> bytes:
    """A row group for some claims at a time: rows are larger than what they are written as."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from claimdesk.tables import quotes_table

    buffer = io.BytesIO()
    writer = None
    for some in _batches(report.claims):
        frame = quotes_table(replace(report, claims=some), language)
        table = pa.Table.from_pandas(frame, preserve_index=False)
        writer = writer or pq.ParquetWriter(buffer, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()
    return buffer.getvalue()


def _batches(claims: Sequence[ClaimReport]) -> Iterator[tuple[ClaimReport, ...]]:
    """Claims with together about `_ROWS` quotes; at least one batch, be it empty."""
    batch: list[ClaimReport] = []
    quotes = 0
    for entry in claims:
        batch.append(entry)
        quotes += len(entry.quotes)
        if quotes >= _ROWS:
            yield tuple(batch)
            batch, quotes = [], 0
    if batch or not claims:
        yield tuple(batch)
