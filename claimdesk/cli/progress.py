"""A progress bar on standard error, for work that takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from claimdesk.cli.streams import shows_terminal

PATIENCE = 1.0  # seconds of silence before a bar is worth its line
PAUSE = 0.1  # seconds between two pictures of it
WIDTH = 30  # characters


@contextmanager
def show_progress(total: int) -> Iterator[Callable[[int], None]]:
    """A function to be called with the number of articles done, of `total`. The bar is gone at the end.

    Nothing is drawn where standard error is no terminal.
    """
    visible = shows_terminal(sys.stderr)
    due = time.monotonic() + PATIENCE
    drawn = False

    def progress(done: int) -> None:
        nonlocal due, drawn
        if not visible or time.monotonic() < due:
            return
        due, drawn = time.monotonic() + PAUSE, True
        bar = "#" * (WIDTH * done // max(total, 1))
        print(f"\r[{bar:<{WIDTH}}] {done} of {total} articles", end="", file=sys.stderr, flush=True)

    try:
        yield progress
    finally:
        if drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
