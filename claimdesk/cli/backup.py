"""``claimdesk backup`` and ``claimdesk restore``: a desk into one file, and out of it again."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_language

if TYPE_CHECKING:
    from claimdesk.backup.members import Member


def add_parser(verbs: Any) -> None:
    """Add both verbs to the command line."""
    saving = verbs.add_parser("backup", help="registry, logs and articles in one file, verified")
    saving.add_argument("file", metavar="FILE", help="the archive to write; an older one is replaced")
    _add_places(saving, back_up)
    restoring = verbs.add_parser("restore", help="a desk out of a backup, into an empty place")
    restoring.add_argument("file", metavar="FILE", help="the archive to read")
    _add_places(restoring, restore)


def _add_places(parser: Any, run: Callable[[argparse.Namespace], int]) -> None:
    parser.add_argument("--claims", default="claims.yaml", metavar="FILE", help="default: %(default)s")
    parser.add_argument("--articles", default="articles", metavar="DIR", help="default: %(default)s")
    add_language(parser)
    parser.set_defaults(run=run)


def back_up(arguments: argparse.Namespace) -> int:
    """Write the archive and say what it holds."""
    from claimdesk.backup.save import save_backup

    members = save_backup(arguments.file, arguments.claims, arguments.articles)
    _tell(arguments.file, members, "read back and as they are here")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Unpack the archive and say what it held."""
    from claimdesk.backup.restore import restore_backup

    members = restore_backup(arguments.file, arguments.claims, arguments.articles)
    _tell(arguments.file, members, "restored, each as it was")
    return 0


def _tell(name: str, members: Sequence[Member], what: str) -> None:
    from claimdesk.cli.streams import say

    size = sum(member.size for member in members)
    shown = f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{size / 1000:,.0f} kB"
    say(f"{name}: {len(members)} files, {shown}, {what}.")
