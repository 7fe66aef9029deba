"""``claimdesk lint``: everything that is wrong with a registry, and what a curator might want to know."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("lint", help="problems of the registry, by line and column")
    parser.add_argument("registry", nargs="?", default="claims.yaml", help="default: %(default)s")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print problems and warnings, one a line; 1 if the registry is refused, else 0."""
    from claimdesk.errors import RegistryError
    from claimdesk.registry.check import find_warnings
    from claimdesk.registry.read import load_registry

    try:
        registry = load_registry(arguments.registry)
    except RegistryError as error:
        for problem in error.problems:
            print(problem)
        print(f"{len(error.problems)} to mend before {arguments.registry} can be used.", file=sys.stderr)
        return 1
    warnings = find_warnings(registry, date.today())
    for warning in warnings:
        print(f"{warning} (warning)")
    said = "no problem" if not warnings else f"{len(warnings)} warnings"
    print(f"{arguments.registry}: {len(registry.claims)} claims, {said}.", file=sys.stderr)
    return 0
