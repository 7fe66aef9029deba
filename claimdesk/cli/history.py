"""``claimdesk history``: who changed what in a registry, and whether the log of it is as it was written."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_claims, add_language
from claimdesk.errors import UsageError

if TYPE_CHECKING:
    from claimdesk.model import History, HistoryEntry


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("history", help="who changed what in the registry, the latest first")
    add = parser.add_argument
    add("id", nargs="?", metavar="ID", help="what concerns this claim or source only")
    add("--verify", action="store_true", help="check that nothing in it was altered since it was written")
    add_claims(parser)
    add("--format", choices=("table", "json"), default="table", help="default: %(default)s")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the entries, or what is wrong with them; 1 if anything is."""
    if arguments.verify:
        if arguments.id is not None:
            raise UsageError("--verify checks the whole history. Leave the ID out.")
        return _verify(arguments.claims)
    from claimdesk.cli.streams import say, write_text
    from claimdesk.registry.history import find_entries, load_history
    from claimdesk.registry.read import load_bytes

    path = arguments.claims
    load_bytes(path)  # that there is one
    history = load_history(path)
    if arguments.id is not None:
        _check_known(arguments.id, path, history)
    entries = history.entries if arguments.id is None else find_entries(history, arguments.id)
    if arguments.format == "json":
        write_text(_render_json(entries))
    else:
        write_text("".join(f"{line}\n" for line in _render_lines(entries, arguments.lang)))
    for problem in history.problems:
        say(problem)
    if not entries:
        about = f" on {arguments.id}" if arguments.id else ""
        say(f"{path}: the history has no entry{about} yet. The first save begins it.")
    return 0


def _check_known(name: str, path: str, history: History) -> None:
    """Refuse an id that neither the registry has, where that can be read, nor an entry of its history."""
    from claimdesk.cli.reading import say_nearest
    from claimdesk.errors import RegistryError
    from claimdesk.registry.read import load_registry

    ids = [each for entry in history.entries for one in entry.changes or () for each in one.ids]
    try:
        registry = load_registry(path)
    except RegistryError:
        return
    ids += [*(claim.id for claim in registry.claims), *(source.id for source in registry.sources)]
    if name not in ids:
        near = say_nearest(name, list(dict.fromkeys(ids)))
        raise UsageError(f"{name}: there is no such claim or source in {path} or its history.{near}")


def _verify(path: str) -> int:
    from claimdesk.cli.streams import say, write_text
    from claimdesk.cli.terminal import make_visible
    from claimdesk.registry.history import history_beside, load_history, verify_history

    problems = verify_history(path)
    write_text("".join(f"{make_visible(problem)}\n" for problem in problems))
    count = len(load_history(path).entries)
    if problems:
        say(f"{history_beside(path)}: {len(problems)} found to look into.")
        return 1
    if not count:
        say(f"{path}: there is no history yet. The first save begins it.")
        return 0
    say(f"{path}: {count} entries as they were written, and the registry is the one that the last one left.")
    return 0


def _render_lines(entries: Sequence[HistoryEntry], language: str) -> Iterator[str]:
    from claimdesk.cli.terminal import terminal_width, wrap
    from claimdesk.messages.history import render_details, render_event

    width = terminal_width()
    for entry in reversed(entries):
        moment = entry.at.astimezone().strftime("%Y-%m-%d %H:%M")
        yield from wrap(render_event(entry, language), width, f"{moment}  ")
        for line in render_details(entry, language):
            yield from wrap(line, width, "    ")


def _render_json(entries: Sequence[HistoryEntry]) -> str:
    from claimdesk.registry.history import render_entry

    rows = [{"line": entry.line, "void": entry.void, **render_entry(entry)} for entry in entries]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
