"""``claimdesk lint``: everything that is wrong with a registry, and what a curator might want to know."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("lint", help="problems of the registry, by line and column")
    parser.add_argument(
        "registry", nargs="?", default="claims.yaml", metavar="FILE", help="default: %(default)s"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print problems and warnings, one a line; 1 if the registry is refused, else 0."""
    from claimdesk.cli.streams import say
    from claimdesk.errors import RegistryError
    from claimdesk.registry.read import load_bytes, parse_registry

    path = arguments.registry
    try:
        registry, warnings = parse_registry(load_bytes(path), path)
    except RegistryError as error:
        _write_lines(str(problem) for problem in error.problems)
        say(f"{path}: {_count(len(error.problems), 'problem')} to mend before it can be used.")
        return 1
    _write_lines(f"{warning} (warning)" for warning in warnings)
    say(f"{path}: {_count(len(registry.claims), 'claim')}, {_count(len(warnings), 'warning')}.")
    return 0


def _write_lines(lines: Iterable[str]) -> None:
    from claimdesk.cli.streams import write_text
    from claimdesk.cli.terminal import make_visible

    write_text("".join(f"{make_visible(line)}\n" for line in lines))


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
