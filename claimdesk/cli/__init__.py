"""The command line: one file a verb. Results on standard output, everything else on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from claimdesk.cli import add, backup, brief, check, diff, fmt, history, lint, schema, set, verify, watch
from claimdesk.cli.streams import say, speak_as_asked
from claimdesk.errors import ClaimdeskError, UsageError

VERBS = (check, lint, fmt, schema, set, diff, history, add, verify, watch, brief, backup)
INTERRUPTED = 130  # what shells expect of a command that Ctrl-C ended


class _Parser(argparse.ArgumentParser):
    """An argument parser without abbreviations, whose complaint is an error like every other."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}. See: {self.prog} --help")


def build_parser() -> argparse.ArgumentParser:
    """The parser of all verbs."""
    parser = _Parser(
        prog="claimdesk",
        description="Who says what about a claim, word for word, on both sides.",
        epilog="Results go to standard output, everything else to standard error. "
        "The exit code is 0, or 1 after a sentence that says what is wrong and where.",
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    for verb in VERBS:
        verb.add_parser(verbs)
    return parser


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; what a verb does not know is told with that verb's help."""
    arguments, unknown = build_parser().parse_known_args(argv)
    if unknown:
        verb = f"claimdesk {arguments.verb}"
        raise UsageError(f"{verb}: unrecognized arguments: {' '.join(unknown)}. See: {verb} --help")
    return arguments


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb. Returns 0, or 1 after a sentence on standard error that says what is wrong and where.

    Raises SystemExit(0) after `--help`, as argparse does.
    """
    speak_as_asked(sys.argv[1:] if argv is None else argv)
    try:
        arguments = _parse(argv)
        code: int = arguments.run(arguments)
        return code
    except ClaimdeskError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED
