"""Writing a report in one of its forms, to standard output or whole to a file."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk.errors import InputError, UsageError
from claimdesk.messages import render_reason, translate

if TYPE_CHECKING:
    from claimdesk.model import ClaimReport, Quote, Report

_SIGNS = {"supports": "+", "contradicts": "-", "mentions": "."}


def write_report(report: Report, form: str, out: str | None, language: str) -> None:
    """Write `report` as ``table``, ``json``, ``csv`` or ``parquet``; a file is replaced whole or not."""
    data = _render(report, form, language)
    if out:
        _replace(Path(out), data)
    elif form == "parquet" and sys.stdout.isatty():
        raise UsageError("--format parquet is not for a terminal: name a file with --out")
    else:
        sys.stdout.buffer.write(data)


def _render(report: Report, form: str, language: str) -> bytes:
    if form == "table":
        return _render_table(report, language).encode()
    if form == "json":
        from claimdesk.reporting import render_report

        return (json.dumps(render_report(report, language), ensure_ascii=False, indent=1) + "\n").encode()
    from claimdesk.tables import quotes_table

    table = quotes_table(report, language)
    if form == "csv":
        return table.to_csv(index=False).encode()
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False)
    return buffer.getvalue()


def _replace(path: Path, data: bytes) -> None:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent or ".", prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def _render_table(report: Report, language: str) -> str:
    width = min(shutil.get_terminal_size((100, 40)).columns, 120)
    lines = []
    for entry in report.claims:
        lines += _render_claim(entry, width, language)
    return "\n".join(lines) + "\n"


def _render_claim(entry: ClaimReport, width: int, language: str) -> list[str]:
    said = entry.assessment
    words = (said.status, f"{said.confidence} confidence", said.basis)
    head = ", ".join(translate(word, language) for word in words)
    lines = [f"{entry.claim.id}  [{head}]", *_wrap(entry.claim.statement, width, "  ")]
    lines += [
        line for reason in said.reasons for line in _wrap(render_reason(reason, language), width, "    ")
    ]
    for quote in entry.quotes:
        if quote.decisive:
            lines += _wrap(_line(quote), width, f"  {_SIGNS[quote.stance]} ")
    mentions = len(entry.by_stance("mentions"))
    if mentions:
        lines.append(f"  . {mentions} {translate('mentions', language)}")
    return [*lines, ""]


def _line(quote: Quote) -> str:
    return f"{quote.origin.name}: {quote.text} ({quote.article}, {quote.score})"


def _wrap(text: str, width: int, indent: str) -> list[str]:
    """`text` in lines, with control characters made visible: a terminal must not act on an article."""
    visible = "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text)
    return textwrap.wrap(visible, width, initial_indent=indent, subsequent_indent=" " * len(indent)) or [
        indent
    ]
