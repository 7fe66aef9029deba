"""``claimdesk check``: the report, as a table for people or as JSON, CSV or Parquet for programs."""

from __future__ import annotations

import argparse
import difflib
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from claimdesk.errors import UsageError

if TYPE_CHECKING:
    from claimdesk.model import Registry, Report

FORMATS = ("table", "json", "csv", "parquet")


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("check", help="match the claims against the articles and report")
    parser.add_argument("--claims", default="claims.yaml", metavar="FILE", help="default: %(default)s")
    parser.add_argument("--articles", default="articles", metavar="DIR", help="default: %(default)s")
    parser.add_argument("--format", choices=FORMATS, help="default: table on a terminal, else json")
    parser.add_argument("--out", metavar="FILE", help="write there instead of standard output")
    parser.add_argument("--until", metavar="DATE", help="read evidence up to this day, as 2024-11-13")
    parser.add_argument("--claim", action="append", metavar="ID", help="this claim only; may be repeated")
    parser.add_argument("--decisive-only", action="store_true", help="leave out quotes that only mention")
    parser.add_argument(
        "--lang", choices=("en", "id"), default="en", help="of the words; default: %(default)s"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Match, assess and print."""
    from claimdesk import desk
    from claimdesk.cli.output import write_report
    from claimdesk.cli.progress import show_progress
    from claimdesk.library.read import load_articles
    from claimdesk.registry.read import load_registry

    until = _parse_until(arguments.until)
    registry = _only(load_registry(arguments.claims), arguments.claim)
    library = load_articles(arguments.articles)
    for problem in library.problems:
        print(problem, file=sys.stderr)
    with show_progress(len(library.articles)) as progress:
        evidence = desk.match(registry, library.articles, progress=progress)
    problems = [str(problem) for problem in library.problems]
    report = desk.assess(evidence, registry, until=until, problems=problems)
    if arguments.decisive_only:
        report = _decisive(report)
    form = arguments.format or ("table" if sys.stdout.isatty() and not arguments.out else "json")
    write_report(report, form, arguments.out, arguments.lang)
    return 0


def _parse_until(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"--until {written}: not a day; write it as 2024-11-13") from None


def _only(registry: Registry, wanted: list[str] | None) -> Registry:
    """The registry with the wanted claims only, in its own order."""
    if not wanted:
        return registry
    ids = [claim.id for claim in registry.claims]
    for name in wanted:
        if name not in ids:
            near = difflib.get_close_matches(name, ids, n=3)
            hint = f"; nearest: {', '.join(near)}" if near else ""
            raise UsageError(f"--claim {name}: no such claim in {registry.path}{hint}")
    return replace(registry, claims=tuple(claim for claim in registry.claims if claim.id in wanted))


def _decisive(report: Report) -> Report:
    claims = tuple(
        replace(entry, quotes=tuple(quote for quote in entry.quotes if quote.decisive))
        for entry in report.claims
    )
    return replace(report, claims=claims)
