"""``claimdesk lint``: everything that is wrong with a registry, and what a curator might want to know."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdesk.cli.options import add_language

if TYPE_CHECKING:
    from claimdesk.model import Hits, Registry

_ARTICLES = "articles"


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("lint", help="problems of the registry, by line and column")
    parser.add_argument(
        "registry", nargs="*", default=["claims.yaml"], metavar="FILE", help="default: claims.yaml"
    )
    parser.add_argument(
        "--articles", metavar="DIR", help="count there what phrases hit; default: articles, where it exists"
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print problems and warnings, one a line; 1 if a registry is refused, else 0."""
    return max([_lint(path, arguments.articles) for path in arguments.registry])


def _lint(path: str, articles: str | None) -> int:
    from claimdesk.cli.streams import say, word
    from claimdesk.errors import RegistryError
    from claimdesk.registry.read import load_bytes, parse_registry

    data = load_bytes(path)
    try:
        registry, warnings = parse_registry(data, path)
    except RegistryError as error:
        _write_lines(word(str(problem)) for problem in error.problems)
        say(f"{path}: {_count(len(error.problems), 'problem')} to mend before it can be used.")
        return 1
    hits = _count_hits(registry, articles)
    if hits is not None:
        registry, warnings = parse_registry(data, path, hits=hits)
    _write_lines(f"{word(str(warning))} {word('(warning)')}" for warning in warnings)
    say(f"{path}: {_count(len(registry.claims), 'claim')}, {_count(len(warnings), 'warning')}.")
    return 0


def _count_hits(registry: Registry, folder: str | None) -> Hits | None:
    """What the registry hits in the articles of `folder`.

    None where no folder is given and none with articles is there: a desk may begin with its registry.
    """
    from claimdesk.cli.progress import show_progress
    from claimdesk.cli.streams import say
    from claimdesk.errors import InputError
    from claimdesk.library.read import load_articles

    if folder is None and not Path(_ARTICLES).is_dir():
        return None
    try:
        library = load_articles(folder or _ARTICLES)
    except InputError as error:
        if folder is not None:
            raise
        say(f"{error} What phrases hit could not be counted.")
        return None
    from claimdesk.hits import count_hits  # slow to import

    with show_progress(len(library)) as progress:
        return count_hits(registry, library, progress=progress)


def _write_lines(lines: Iterable[str]) -> None:
    from claimdesk.cli.streams import write_text
    from claimdesk.cli.terminal import make_visible

    write_text("".join(f"{make_visible(line)}\n" for line in lines))


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
