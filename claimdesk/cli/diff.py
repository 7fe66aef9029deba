"""``claimdesk diff``: what changes in quotes and statuses between two registries, or two sets of articles."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_language, add_matching

if TYPE_CHECKING:
    from claimdesk.model import Report

FORMATS = ("table", "json")
_ABOUT = """
What an edit does that is not committed yet: claimdesk diff <(git show HEAD:claims.yaml) claims.yaml.
What new articles do: claimdesk diff claims.yaml claims.yaml --old-articles last-week.
"""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("diff", help="what changes between two registries or sets of articles",
                              epilog=_ABOUT)  # fmt: skip
    add = parser.add_argument
    add("old", metavar="OLD", help="the registry as it was")
    add("new", metavar="NEW", help="the registry as it is")
    add("--articles", default="articles", metavar="DIR", help="as for check; default: %(default)s")
    add("--old-articles", metavar="DIR", help="the articles for OLD; default: the same")
    add("--format", choices=FORMATS, help="table, the default on a terminal, or json")
    add_matching(parser, "NEW")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Match and assess both sides, compare, and print what differs."""
    from claimdesk.cli.reading import assess_until, match_registry, parse_day, read_reviews
    from claimdesk.registry.read import load_registry

    until = parse_day("--until", arguments.until)
    registries = [load_registry(path) for path in (arguments.old, arguments.new)]
    folders = (arguments.old_articles or arguments.articles, arguments.articles)
    reviews = read_reviews(arguments.reviews, arguments.new)
    shared = {"claims": arguments.new, "scheduler": None}  # OLD may be a pipe: results are kept beside NEW
    old, new = (
        assess_until(
            match_registry(
                argparse.Namespace(**(vars(arguments) | shared | {"articles": folder})),
                registry,
                reviews,
                texts=True,
            ),
            until,
        )
        for registry, folder in zip(registries, folders, strict=True)
    )
    _write(old, new, arguments.format, arguments.lang)
    return 0


def _write(old: Report, new: Report, form: str | None, language: str) -> None:
    from claimdesk.changes import compare_reports
    from claimdesk.cli.changes import render_changes_json, render_changes_table
    from claimdesk.cli.streams import shows_terminal, write_output, write_text
    from claimdesk.cli.terminal import terminal_width

    changes = compare_reports(old, new)
    if (form or ("table" if shows_terminal(sys.stdout) else "json")) == "json":
        write_output(render_changes_json(changes, old, new, language))
    else:
        write_text(render_changes_table(changes, new, language, terminal_width()))
