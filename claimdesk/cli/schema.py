"""``claimdesk schema``: the registry's JSON Schema, so that editors complete and check it."""

from __future__ import annotations

import argparse
from typing import Any

from claimdesk.cli.options import add_language


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("schema", help="the JSON Schema of the registry, for editors")
    parser.add_argument("--out", metavar="FILE", help="write it there instead of to standard output")
    parser.add_argument("--guide", action="store_true", help="the same as a page for people, in Markdown")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the schema or write it to a file."""
    from claimdesk.cli.files import check_same_kind, replace_file
    from claimdesk.cli.streams import write_output
    from claimdesk.registry.guide import render_guide
    from claimdesk.registry.schema import render_schema

    schema = (render_guide() if arguments.guide else render_schema()).encode()
    if arguments.out is None:
        write_output(schema)
    else:
        check_same_kind(arguments.out, schema)
        replace_file(arguments.out, schema)
    return 0
