"""``claimdesk brief``: cards and reports that stay true when cut out, and the evidence as data."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_desk, add_language
from claimdesk.errors import UsageError

if TYPE_CHECKING:
    from claimdesk.briefing.bundle import Earlier
    from claimdesk.briefing.export import Order
    from claimdesk.cli.reading import Reading
    from claimdesk.model import Report

FORMATS = ("png", "pdf", "svg", "md", "csv", "excel", "json", "parquet", "claimreview")
_BINARY = ("png", "pdf", "parquet")
_ENDINGS = {
    "png": (".png",),
    "pdf": (".pdf",),
    "svg": (".svg",),
    "md": (".md", ".markdown"),
    "csv": (".csv",),
    "excel": (".csv",),
    "json": (".json",),
    "parquet": (".parquet",),
    "claimreview": (".jsonld", ".json"),
}
_SHOWN = ("png", "pdf", "svg", "md")
# Options that mean something in some forms only.
_FITTING = {
    "shape": _SHOWN,
    "since": ("pdf", "md"),
    "url": ("claimreview",),
    "author": ("claimreview",),
}
_ABOUT = """
png, svg and pdf of one claim are its card; pdf of several, or with --shape report, is a report, and so is md.
csv and parquet have one row a quote, excel is a csv that spreadsheet programs open safely, json is the
report of `check`, claimreview is JSON-LD by schema.org. Every export is logged in issued.jsonl beside the
registry, so that what was issued can be corrected; the words of articles are not kept there.
"""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("brief", help="make a card, a report or data to hand on", epilog=_ABOUT)
    add = parser.add_argument
    add("--claim", action="append", metavar="ID", help="a claim to tell of; repeat for more, in this order")
    add("--all", action="store_true", help="all claims of the registry")
    add("--format", choices=FORMATS, required=True, help="form of the file; see below")
    add("--out", metavar="FILE", help="write it there instead of to standard output")
    add(
        "--shape", choices=("landscape", "portrait", "square", "report"), help="of a card; default: landscape"
    )
    add("--theme", choices=("light", "dark"), default="light", help="default: %(default)s")
    add("--made", metavar="DATE", help="the day of making that stands in it; default: today")
    add("--since", metavar="DATE|FILE", help="in a report, what changed since that day or report in JSON")
    add("--reviewed-only", action="store_true", help="leave out quotes that nobody has reviewed")
    add("--url", default="", metavar="URL", help="where a claimreview will be published")
    add("--author", default="", metavar="NAME", help="the desk that signs a claimreview; else CLAIMDESK_DESK")
    add("--recipient", default="", metavar="NAME", help="for whom; kept in the log only")
    add("--no-log", action="store_true", help="do not log it: for trying out")
    add_desk(parser)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Match, assess, make the file, log it, hand it over."""
    from claimdesk.cli.files import check_apart, check_writable, replace_file
    from claimdesk.cli.reading import assess_until, parse_day, read_desk
    from claimdesk.cli.streams import say, write_output

    _check(arguments)
    until, made = parse_day("--until", arguments.until), parse_day("--made", arguments.made)
    if arguments.out is not None:
        check_writable(arguments.out)
        check_apart(arguments)
        _check_ending(arguments.out, arguments.format)
    if arguments.format == "claimreview":
        _tell_unsigned(arguments)
    reading = read_desk(arguments, texts=True)
    report = _in_order(assess_until(reading, until), arguments.claim)
    order = _build_order(arguments, reading, report, made or date.today())
    from claimdesk.briefing.export import render_export, tell_issue

    export = render_export(report, order)
    if not arguments.no_log:  # first: what could not be logged does not leave the desk
        from claimdesk.briefing.issued import issued_beside, log_issue

        log_issue(issued_beside(arguments.claims), tell_issue(report, order, export, arguments.recipient))
    if arguments.out is None:
        write_output(export.data)
    else:
        replace_file(arguments.out, export.data)
        say(_tell_written(arguments, len(report.claims)))
    return 0


def _tell_written(arguments: argparse.Namespace, claims: int) -> str:
    """That the file is there, of how many claims, and whether it is logged."""
    from claimdesk.messages import translate, translate_plural

    language: str = arguments.lang
    told = translate_plural("{n} claim", "{n} claims", claims, language).format(n=claims)
    said = (
        translate("{path}: {claims}; not logged.", language)
        if arguments.no_log
        else translate("{path}: {claims}; logged in issued.jsonl.", language)
    )
    return said.format(path=arguments.out, claims=told)


def _check(arguments: argparse.Namespace) -> None:
    """What can be wrong with the call, before any work."""
    from claimdesk.cli.streams import shows_terminal

    if not arguments.claim and not arguments.all:
        raise UsageError("No claim is chosen. Name one with --claim ID, or take --all of them.")
    if arguments.claim and arguments.all:
        raise UsageError("Give --claim or --all, not both.")
    if arguments.out is None and arguments.format in _BINARY and shows_terminal(sys.stdout):
        raise UsageError(f"--format {arguments.format} is not for a terminal. Name a file with --out FILE.")
    several = arguments.all or len(set(arguments.claim)) > 1
    if several and arguments.format in ("png", "svg"):
        raise UsageError(
            f"--format {arguments.format} makes a card, which tells of one claim. "
            "Name one with --claim, or take --format pdf for a report of several."
        )
    if several and arguments.format == "pdf" and arguments.shape not in (None, "report"):
        raise UsageError(f"--shape {arguments.shape} is for one claim. Several make a --shape report.")
    if arguments.shape == "report" and arguments.format not in ("pdf", "md"):
        raise UsageError("--shape report goes with --format pdf or md.")
    if arguments.since is not None and arguments.shape not in (None, "report"):
        raise UsageError("--since goes with a report, not with a card: leave --shape out.")
    for name, forms in _FITTING.items():
        if getattr(arguments, name) and arguments.format not in forms:
            option = name.replace("_", "-")
            raise UsageError(f"--{option} goes with --format {', '.join(forms)} only.")


def _check_ending(out: str, form: str) -> None:
    """Refuse a name that says another form than the file would hold; an ending that says none may stand."""
    ending = Path(out).suffix.lower()
    meant = [other for other, endings in _ENDINGS.items() if ending in endings]
    if meant and form not in meant:
        raise UsageError(
            f"--out {out}: the ending {ending} is that of --format {meant[0]}, not of --format {form}. "
            f"Name the file with {_ENDINGS[form][0]}, or take the other format."
        )


def _find_author(arguments: argparse.Namespace) -> str:
    """The reviewing desk: as given, else as the environment names it, else empty."""
    from claimdesk.briefing.claimreview import find_desk_name

    return str(arguments.author).strip() or find_desk_name()


def _tell_unsigned(arguments: argparse.Namespace) -> None:
    """What search engines want of a ClaimReview and the call does not give."""
    from claimdesk.cli.streams import say

    if not _find_author(arguments):
        say(
            "The review has no author, so the registry's title stands there. "
            "Name the desk with --author NAME or in CLAIMDESK_DESK."
        )
    if not arguments.url:
        say("The review has no address, which search engines want. Give it with --url URL.")


def _in_order(report: Report, wanted: list[str] | None) -> Report:
    """The report with its claims as they were named, one named twice once."""
    if wanted is None:
        return report
    entries = (report.claim(claim) for claim in dict.fromkeys(wanted))
    return replace(report, claims=tuple(entry for entry in entries if entry is not None))


def _build_order(arguments: argparse.Namespace, reading: Reading, report: Report, made: date) -> Order:
    from claimdesk.briefing.export import Order

    several = len(report.claims) > 1 or arguments.format == "md" or arguments.since is not None
    return Order(
        form=arguments.format,
        made=made,
        language=arguments.lang,
        shape=arguments.shape or ("report" if several else "landscape"),
        theme=arguments.theme,
        unreviewed=not arguments.reviewed_only,
        url=arguments.url,
        author=_find_author(arguments),
        earlier=_find_earlier(arguments, reading),
    )


def _find_earlier(arguments: argparse.Namespace, reading: Reading) -> Earlier | None:
    """What was known on an earlier day, or stood in an earlier report's file."""
    if arguments.since is None:
        return None
    from claimdesk.briefing.bundle import Earlier
    from claimdesk.briefing.since import find_standings, load_standings
    from claimdesk.cli.reading import assess_until, parse_day
    from claimdesk.messages import render_date

    if os.path.isfile(arguments.since):
        return Earlier(Path(arguments.since).name, load_standings(arguments.since))
    try:
        day = parse_day("--since", arguments.since)
    except UsageError as error:
        raise UsageError(
            f"--since {arguments.since}: there is no such file, and it is no day. Write it as in 2024-11-13."
        ) from error
    assert day is not None
    return Earlier(render_date(day, arguments.lang), find_standings(assess_until(reading, day)))
