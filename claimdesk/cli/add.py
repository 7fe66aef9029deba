"""``claimdesk add``: articles brought in from files, folders, archives, addresses and standard input."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_language
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
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add the sources, a line for each article; 1 where some could not be added, which are listed."""
    from claimdesk.cli.streams import say
    from claimdesk.messages import translate
    from claimdesk.messages.intake import OUTCOMES, name_outcome, render_counts, render_outcome

    language: str = arguments.lang
    given = _given(arguments)
    failed: list[Outcome] = []
    counts = dict.fromkeys(OUTCOMES, 0)
    for outcome in _take_in_all(arguments, given):
        if outcome.added is None:
            failed.append(outcome)
        counts[name_outcome(outcome)] += 1
        if arguments.format == "json":
            _write(json.dumps(render_json(outcome), ensure_ascii=False))
        else:
            write_outcome(outcome, language)
    nothing = translate("Nothing to add", language)
    say(f"{render_counts(counts, language) or nothing}.")
    if sum(counts.values()) > _FEW:
        for outcome in failed:
            say("\n".join(render_outcome(outcome, language)))
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


def write_outcome(outcome: Outcome, language: str) -> None:
    """Say what became of a source, for people."""
    from claimdesk.messages.intake import render_outcome

    for line in render_outcome(outcome, language):
        _write(line)


def render_json(outcome: Outcome) -> dict[str, Any]:
    """What became of a source, for JSON."""
    from claimdesk.messages.intake import name_outcome

    added = outcome.added
    rendered: dict[str, Any] = {"source": outcome.name, "state": name_outcome(outcome)}
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
