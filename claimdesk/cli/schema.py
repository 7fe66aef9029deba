"""``claimdesk schema``: the registry's JSON Schema, so that editors complete and check it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("schema", help="the JSON Schema of the registry")
    parser.add_argument("--out", metavar="FILE", help="write it there instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the schema or write it to a file."""
    from claimdesk.registry.schema import render_schema

    if arguments.out:
        Path(arguments.out).write_text(render_schema(), encoding="utf-8")
    else:
        print(render_schema(), end="")
    return 0
