"""A progress bar on standard error, for work that takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds of silence before a bar is worth its line
WIDTH = 30  # characters


@contextmanager
def show_progress(total: int) -> Iterator[Callable[[int], None]]:
    """A function to be called with the number of articles done; it draws at most ten times a second."""
    started = drawn = time.monotonic()
    shown = False

    def progress(done: int) -> None:
        nonlocal drawn, shown
        now = time.monotonic()
        if now - started < PATIENCE or now - drawn < 0.1 or not sys.stderr.isatty():
            return
        drawn, shown = now, True
        bar = "#" * (WIDTH * done // max(total, 1))
        print(f"\r[{bar:<{WIDTH}}] {done} of {total} articles", end="", file=sys.stderr, flush=True)

    try:
        yield progress
    finally:
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
