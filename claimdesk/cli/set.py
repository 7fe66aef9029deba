"""``claimdesk set``: one field of a claim or source, saved like every edit: only its lines change."""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_claims, add_editor, add_language
from claimdesk.errors import ConflictError, UsageError

if TYPE_CHECKING:
    from claimdesk.registry.document import Kind
    from claimdesk.registry.save import Saved

_ABOUT = """
A list takes one VALUE an item: set dead-300 supports "at least 300 people died" "300 orang tewas". Groups
take one VALUE a group, with | between its words: set kursk must_mention Kursk "Korea Utara|North Korea".
Lists and keys with values may also stand in brackets: set dead-300 quantity "{at_least: 300, unit: [jiwa]}".
A value that begins with a hyphen goes behind --.
"""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("set", help="set one field of a claim", epilog=_ABOUT)
    add = parser.add_argument
    add("id", metavar="ID", help="the claim")
    add("field", metavar="FIELD", help="such as notes, supports, quantity.at_least, verdict.status")
    add("value", nargs="*", metavar="VALUE", help="the new value; of a list, all of its items")
    add("--unset", action="store_true", help="take the field out instead")
    add("--source", action="store_true", help="ID is that of a source")
    add_claims(parser)
    add_editor(parser)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Save the edit; print the lines that changed."""
    from claimdesk.cli.streams import say, write_text
    from claimdesk.cli.terminal import make_visible
    from claimdesk.registry.read import load_bytes
    from claimdesk.registry.save import save_registry

    path = arguments.claims
    base = load_bytes(path)
    edited = _edit(base, arguments)
    try:
        saved = save_registry(Path(path), edited, base=base, by=arguments.by)
    except ConflictError as conflict:
        places = ", ".join(conflict.places)
        raise UsageError(
            f"{path}: somebody else changed {places} in this moment, so nothing was saved. Look at it, then "
            "give the command again."
        ) from None
    old, new = (data.decode("utf-8-sig").splitlines() for data in (base, saved.data))
    changed = list(difflib.unified_diff(old, new, lineterm="", n=1))[2:]
    write_text("".join(f"{make_visible(line)}\n" for line in changed))
    say(f"{path}: {arguments.id} is as wanted already." if edited == base else f"{path}: saved.")
    if arguments.field == "id" and not arguments.source:
        say(f"Decisions on quotes of {arguments.id} still name it so: they are shown as lost.")
    _tell(path, saved)
    return 0


def _edit(data: bytes, arguments: argparse.Namespace) -> bytes:
    from claimdesk.registry.edit import change_record
    from claimdesk.registry.given import parse_given
    from claimdesk.registry.records import rename_record

    kind: Kind = "sources" if arguments.source else "claims"
    path, name, field = arguments.claims, arguments.id, arguments.field
    if arguments.unset and arguments.value:
        raise UsageError("Give values or --unset, not both.")
    value = None if arguments.unset else parse_given(kind, field, arguments.value)
    if field == "id" and isinstance(value, str):
        return rename_record(data, kind, name, value, path=path)
    return change_record(data, kind, name, field, value, path=path)


def _tell(path: str, saved: Saved) -> None:
    """What else came to light in the save."""
    from claimdesk.cli.streams import say

    if saved.merged:
        say(f"{path}: an edit that somebody else made in this moment is in it too.")
    if any(entry.kind == "outside" for entry in saved.noticed):
        say(f"{path} had been edited with another program; the history says so now.")
    if any(entry.kind == "reverted" for entry in saved.noticed):
        say(f"{path} stood as before the last save, which was cut short or taken back; the history says so.")
    for found in saved.found:
        say(f"{found}: somebody's writing that a save could not bring in. Look it through, then delete it.")
