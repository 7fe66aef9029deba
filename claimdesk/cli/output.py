"""A report in one of its forms, to standard output or to a file."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from claimdesk.cli.files import replace_file
from claimdesk.cli.streams import say, write_output, write_text

if TYPE_CHECKING:
    import pandas as pd

    from claimdesk.model import Report


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
    from claimdesk.tables import escape_formulas, quotes_table

    frame = quotes_table(report, language)
    if form == "parquet":
        buffer = io.BytesIO()
        frame.to_parquet(buffer, index=False)
        return buffer.getvalue()
    if for_spreadsheet:
        return _render_csv(escape_formulas(frame)).encode("utf-8-sig")
    texts: pd.DataFrame = frame.select_dtypes("string")
    live = int((escape_formulas(texts) != texts).to_numpy().sum())
    if live:
        say(f"{live} texts could run as formulas in a spreadsheet program: for one, add --for-spreadsheet.")
    return _render_csv(frame).encode()


def _render_csv(frame: pd.DataFrame) -> str:
    return str(frame.to_csv(index=False, lineterminator="\n"))
