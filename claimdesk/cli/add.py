"""``claimdesk add``: articles brought in from files, folders, archives, addresses and standard input."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimdesk.errors import UsageError

if TYPE_CHECKING:
    from claimdesk.library.sources import Outcome, Piece

_ABOUT = """
A source is a .txt, .md, .html or .pdf file, a folder or .zip of those, a web address, or - for text on
standard input. What is received is kept under raw/ in the folder of articles. Facts that are not given are
read off the source where it states them, and said; others stay open. What is there already is not added
again, so that an import that was stopped goes on where it was.
"""
_ONE = ("title", "url", "revises", "copy_of")  # what is stated of one article
_SHOWN = 3  # sentences that coincide
_FEW = 20  # sources, of which failures are still in sight at the end


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("add", help="bring articles in", epilog=_ABOUT)
    add = parser.add_argument
    add("sources", nargs="+", metavar="SOURCE", help="file, folder, .zip, address, or -; see below")
    add("--articles", default="articles", metavar="DIR", help="the folder of articles; default: %(default)s")
    add("--date", metavar="DATE", help="day of publication, such as 2024-10-24; empty if it is not known")
    add("--outlet", metavar="NAME", help="who published it")
    add("--title", metavar="TEXT", help="its headline")
    add("--author", metavar="NAME", help="who wrote it")
    add("--url", metavar="ADDRESS", help="where it stands on the web")
    add("--revises", metavar="ID", help="the article that it is a newer version of; empty if of none")
    add("--copy-of", metavar="ID", help="the article that it repeats or translates; empty if none")
    add("--format", choices=("table", "json"), default="table", help="json: an object a line")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add the sources, a line for each article; 1 where some could not be added, which are listed."""
    from claimdesk.cli.streams import say

    given = _given(arguments)
    failed: list[Outcome] = []
    counts = {"added": 0, "already here": 0, "failed": 0}
    for outcome in _take_in_all(arguments, given):
        if outcome.added is None:
            failed.append(outcome)
        state = name_state(outcome)
        counts[state] += 1
        if arguments.format == "json":
            _write(json.dumps(render_outcome(outcome), ensure_ascii=False))
        else:
            write_outcome(outcome)
    said = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    say(f"{said or 'Nothing to add'}.")
    if sum(counts.values()) > _FEW:
        for outcome in failed:
            say(f"failed: {outcome.name}: {outcome.problem}")
    return 1 if failed else 0


def _given(arguments: argparse.Namespace) -> dict[str, str]:
    from pathlib import Path

    stated = {name: getattr(arguments, name) for name in ("outlet", "author", *_ONE)}
    given = {
        name: value for name, value in {**stated, "published": arguments.date}.items() if value is not None
    }
    one = Path(arguments.sources[0])
    single = len(arguments.sources) == 1 and not one.is_dir() and one.suffix.lower() != ".zip"
    for name in _ONE:
        if name in given and not single:
            raise UsageError(f"--{name.replace('_', '-')} is for one article. Add it by itself.")
    return given


def _take_in_all(arguments: argparse.Namespace, given: Mapping[str, str]) -> Iterator[Outcome]:
    from pathlib import Path

    from claimdesk.cli.progress import show_progress
    from claimdesk.library.catalogue import open_catalogue
    from claimdesk.library.sources import take_in

    for source in arguments.sources:
        if Path(source).exists() and Path(source).resolve() == Path(arguments.articles).resolve():
            raise UsageError(f"{source}: this is the folder of articles itself. What is in it is there.")
    with (
        open_catalogue(arguments.articles) as catalogue,
        show_progress(_count(arguments.sources)) as progress,
    ):
        for number, piece in enumerate(_pieces(arguments.sources), 1):
            yield take_in(catalogue, piece, given)
            progress(number)


def _count(sources: list[str]) -> int:
    """How many files there are, an archive counted as one."""
    from claimdesk.library.sources import count_files

    return sum(count_files(source) for source in sources)


def _pieces(sources: list[str]) -> Iterator[Piece]:
    from claimdesk.library.sources import LARGEST, Piece, iter_pieces

    for source in sources:
        if source == "-":
            yield Piece("standard input", sys.stdin.buffer.read(LARGEST + 1))
        else:
            yield from iter_pieces(source)


def name_state(outcome: Outcome) -> str:
    """``added``, ``already here`` or ``failed``."""
    if outcome.added is None:
        return "failed"
    return "added" if outcome.added.is_new else "already here"


def write_outcome(outcome: Outcome) -> None:
    """Say what became of a source, for people."""
    for line in describe_outcome(outcome):
        _write(line)


def describe_outcome(outcome: Outcome) -> Iterator[str]:
    """A line on the article, and one on each other article that it is like."""
    added = outcome.added
    if added is None:
        yield f"failed: {outcome.name}: {outcome.problem}"
        return
    if not added.is_new:
        yield f"already here: {added.id}, from {outcome.name}"
        return
    facts = [f"{name} “{fact.value}” ({fact.read_in})" for name, fact in (added.facts or {}).items()]
    missing = [f"not found: {', '.join(added.missing)}"] if added.missing else []
    yield f"added: {added.id}: {'; '.join([*facts, *missing])}"
    for note in added.notes:
        yield f"  {note}"
    for likeness in added.likenesses:
        yield f"  {likeness.kind} of {likeness.id}: {len(likeness.pairs)} sentences coincide"
        for new, _ in likeness.pairs[:_SHOWN] if added.article else ():
            yield f"    = {new.of(added.article.body) if added.article else ''}"
    for change in added.changes:
        yield from (f"    - {line}" for line in change.old)
        yield from (f"    + {line}" for line in change.new)


def render_outcome(outcome: Outcome) -> dict[str, Any]:
    """What became of a source, for JSON."""
    added = outcome.added
    rendered: dict[str, Any] = {"source": outcome.name, "state": name_state(outcome)}
    if added is None:
        return rendered | {"problem": outcome.problem}
    facts = (added.facts or {}).items()
    return rendered | {
        "id": added.id,
        "facts": {name: {"value": fact.value, "read_in": fact.read_in} for name, fact in facts},
        "missing": list(added.missing),
        "notes": list(added.notes),
        "alike": [
            {
                "id": likeness.id,
                "kind": likeness.kind,
                "share": likeness.share,
                "pairs": [[[new.start, new.end], [old.start, old.end]] for new, old in likeness.pairs],
            }
            for likeness in added.likenesses
        ],
        "changes": [{"old": list(change.old), "new": list(change.new)} for change in added.changes],
    }


def _write(line: str) -> None:
    from claimdesk.cli.streams import write_text
    from claimdesk.cli.terminal import make_visible

    write_text(f"{make_visible(line)}\n")
