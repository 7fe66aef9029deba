"""``claimdesk verify``: proof that quotes are in their articles, and articles what was received."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_language
from claimdesk.errors import InputError

if TYPE_CHECKING:
    from claimdesk.library.verify import Proof

_ABOUT = """
extracted: the body is what extraction gives from the file as received, which is kept under raw/. edited: a
person changed and signed it. received: the article's file is itself what was received. written: somebody
wrote it into the folder, and nothing was received. failed: none of these; the exit code is 1 then.
"""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("verify", help="prove quotes and articles, offline", epilog=_ABOUT)
    add = parser.add_argument
    add("report", nargs="?", metavar="REPORT", help="what claimdesk check --format json wrote")
    add("--articles", default="articles", metavar="DIR", help="folder of articles; default: %(default)s")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each article and each quote that is not proven; 1 if there is one that fails."""
    from claimdesk.cli.streams import say
    from claimdesk.library.verify import count_states, verify_quotes
    from claimdesk.messages import translate
    from claimdesk.messages.intake import render_counts, render_proof, render_wrong_quote

    language: str = arguments.lang
    wrong: tuple[str, ...] = ()
    if arguments.report is not None:
        proven, wrong = verify_quotes(_load_report(arguments.report), arguments.articles)
        for line in wrong:
            _write(render_wrong_quote(line, language))
        said = translate("{path}: {n} of {all} quotes stand in their articles.", language)
        say(said.format(path=arguments.report, n=proven, all=proven + len(wrong)))
    proofs = []
    for proof in _verify_all(arguments.articles):
        proofs.append(proof)
        _write(render_proof(proof, language))
    counts = count_states(proofs)
    say(f"{arguments.articles}: {render_counts(counts, language)}.")
    return 1 if wrong or counts.get("failed") else 0


def _verify_all(articles: str) -> Iterator[Proof]:
    from claimdesk.cli.progress import show_progress
    from claimdesk.library.verify import iter_proofs

    total, proofs = iter_proofs(articles)
    with show_progress(total) as progress:
        for number, proof in enumerate(proofs, 1):
            yield proof
            progress(number)


def _load_report(path: str) -> Any:
    """The report in a JSON file. Raises InputError."""
    try:
        return json.loads(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the name.") from None
    except (ValueError, RecursionError):
        raise InputError(f"{path}: this is no JSON. Give what claimdesk check --format json wrote.") from None


def _write(line: str) -> None:
    from claimdesk.cli.streams import write_text
    from claimdesk.cli.terminal import make_visible

    write_text(f"{make_visible(line)}\n")
