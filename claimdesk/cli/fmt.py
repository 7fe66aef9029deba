"""``claimdesk fmt``: a registry in its canonical form, with all of its comments."""

from __future__ import annotations

import argparse
from itertools import zip_longest
from pathlib import Path
from typing import Any

from claimdesk.cli.options import add_editor, add_language

_ABOUT = """
Laid out anew: indentation, the order of keys in claims and sources, quotes, brackets, line width, blank lines
and line ends. Kept: what everything means, every comment, the order of claims, sources and list items. The
result is read back before it is written, and a file that would say anything else is left alone.
"""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("fmt", help="bring a registry into its canonical form", epilog=_ABOUT)
    add = parser.add_argument
    add("registry", nargs="*", default=["claims.yaml"], metavar="FILE", help="default: claims.yaml")
    add("--check", action="store_true", help="write nothing; 1 if a file is not in this form")
    add_editor(parser)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Format each file, or say which are not formatted; 1 if one of them could not be, or is not."""
    from claimdesk.cli.streams import say
    from claimdesk.errors import ClaimdeskError

    code = 0
    for path in arguments.registry:
        try:
            formatted = _check(path) if arguments.check else _format(path, arguments.by)
        except ClaimdeskError as error:
            say(str(error))
            formatted = False
        code = code if formatted else 1
    return code


def _check(path: str) -> bool:
    from claimdesk.cli.streams import say, word, write_text
    from claimdesk.cli.terminal import make_visible
    from claimdesk.registry.canonical import format_registry
    from claimdesk.registry.read import load_bytes

    data = load_bytes(path)
    pairs = zip_longest(data.split(b"\n"), format_registry(data, path).split(b"\n"))
    line = next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 0)
    if line:
        write_text(
            make_visible(
                word(f"{path}:{line}: not in canonical form from here on. Run: claimdesk fmt {path}")
            )
            + "\n"
        )
        return False
    say(f"{path}: in canonical form.")
    return True


def _format(path: str, by: str | None) -> bool:
    from claimdesk.cli.streams import say
    from claimdesk.registry.canonical import format_registry
    from claimdesk.registry.read import load_bytes
    from claimdesk.registry.save import save_registry

    base = load_bytes(path)
    new = format_registry(base, path)
    if new == base:
        say(f"{path}: in canonical form already.")
        return True
    save_registry(Path(path), new, base=base, by=by)
    say(f"{path}: formatted.")
    return True
