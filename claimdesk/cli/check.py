"""``claimdesk check``: the report, as a table for people or as JSON, CSV or Parquet for programs."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_desk, add_language
from claimdesk.errors import UsageError

if TYPE_CHECKING:
    from claimdesk.model import Report

FORMATS = ("table", "json", "csv", "parquet")
_ABOUT = """
Formats: table for people, the default on a terminal; json, the whole report, the default elsewhere; csv and
parquet, one row a quote. These three hold quotes verbatim, as data. A spreadsheet program would run text that
begins with =, +, - or @ as a formula: for one, add --for-spreadsheet to csv.
"""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("check", help="match the claims against the articles and report", epilog=_ABOUT)
    add = parser.add_argument
    add("--format", choices=FORMATS, help="form of the report; see below")
    add("--out", metavar="FILE", help="write it there instead of to standard output")
    add("--claim", action="append", metavar="ID", help="report on this claim only; may be repeated")
    add("--decisive-only", action="store_true", help="leave out quotes that only mention a claim")
    add("--for-spreadsheet", action="store_true", help="csv that spreadsheet programs open safely")
    add_desk(parser)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Match, assess and write the report."""
    from claimdesk.cli.files import check_apart, check_writable
    from claimdesk.cli.output import write_report
    from claimdesk.cli.reading import parse_day
    from claimdesk.cli.streams import shows_terminal

    on_terminal = arguments.out is None and shows_terminal(sys.stdout)
    form = arguments.format or ("table" if on_terminal else "json")
    if form == "parquet" and on_terminal:
        raise UsageError("--format parquet is not for a terminal. Name a file with --out FILE.")
    if arguments.for_spreadsheet and form != "csv":
        raise UsageError("--for-spreadsheet goes with --format csv only.")
    if arguments.out is not None:
        check_writable(arguments.out)
        check_apart(arguments)
    report = _build_report(arguments, parse_day("--until", arguments.until), form)
    from claimdesk.incremental import many_objects  # with `desk`, whose import is left for last

    with many_objects():
        write_report(report, form, arguments.out, arguments.lang, for_spreadsheet=arguments.for_spreadsheet)
    return 0


def _build_report(arguments: argparse.Namespace, until: date | None, form: str) -> Report:
    """The report that was asked for. What is wrong with single articles goes to standard error."""
    from claimdesk.cli.reading import assess_until, read_desk

    report = assess_until(read_desk(arguments, texts=form == "table"), until)
    return _keep_decisive(report) if arguments.decisive_only else report


def _keep_decisive(report: Report) -> Report:
    claims = (
        replace(entry, quotes=tuple(quote for quote in entry.quotes if quote.decisive))
        for entry in report.claims
    )
    return replace(report, claims=tuple(claims))
