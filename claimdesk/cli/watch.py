"""``claimdesk watch``: takes in what arrives in a folder."""

from __future__ import annotations

import argparse
import time
from typing import Any

from claimdesk.cli.options import add_language

_ABOUT = """
Files are taken in once nobody has written them for two seconds, and are left where they are. What is in the
library already, after a restart say, is not taken in again. It goes on until it is stopped.
"""
_PAUSE = 2.5  # seconds between two looks, somewhat longer than a file takes to settle


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("watch", help="take in articles as they arrive in a folder", epilog=_ABOUT)
    add = parser.add_argument
    add("folder", metavar="DIR", help="the folder that is watched, and those in it")
    add("--articles", default="articles", metavar="DIR", help="the folder of articles; default: %(default)s")
    add("--outlet", metavar="NAME", help="who published what arrives there")
    add(
        "--once",
        action="store_true",
        help="take in what is there and end; 1 where some of it could not be, or is still written",
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look again and again, a line for each article."""
    from claimdesk.cli.add import write_outcome
    from claimdesk.cli.streams import say
    from claimdesk.library.watch import open_watch
    from claimdesk.messages import translate

    watch = open_watch(arguments.folder, arguments.articles)
    given = {"outlet": arguments.outlet} if arguments.outlet else {}
    failed = False
    say(translate("Watching {folder}.", arguments.lang).format(folder=arguments.folder))
    looks = 0
    while not arguments.once or looks < 2:
        time.sleep(_PAUSE if looks else 0)
        for outcome in watch.look(given):
            failed = failed or outcome.added is None
            write_outcome(outcome, arguments.lang)
        looks += 1
    for path in watch.waiting:
        said = translate("{path}: it is still being written; look again later.", arguments.lang)
        say(said.format(path=path))
    return 1 if failed or watch.waiting else 0
