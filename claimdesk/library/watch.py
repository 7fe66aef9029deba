"""A folder whose files are taken in as they arrive, once nobody writes them any more.

What was taken in is known by its bytes from the library itself, so that nothing needs to be remembered when
the watching ends; the folder's own files are left as they are.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimdesk.errors import UsageError
from claimdesk.library.catalogue import open_catalogue
from claimdesk.library.sources import Outcome, find_files, iter_pieces, take_in

SETTLED = 2.0  # seconds for which a file must not have changed
Mark = tuple[int, int]


@dataclass(slots=True)
class Watch:
    """A watched folder, and what was seen in it so far: `seen` at the last look, `done` what was taken in."""

    folder: str
    articles: str
    seen: dict[str, Mark] = field(default_factory=dict)
    done: dict[str, Mark] = field(default_factory=dict)

    def look(self, given: Mapping[str, str]) -> Iterator[Outcome]:
        """Take in what has settled since the last look; an outcome for each that is new or failed.

        Raises AccessError, and InputError where the library cannot be written. What was not come to, and that
        at which it was raised, is taken in next time.
        """
        present = _mark_files(self.folder)
        settled = [path for path, mark in present.items() if self._has_settled(path, mark)]
        self.seen = present
        self.done = {path: mark for path, mark in self.done.items() if path in present}
        if not settled:
            return
        with open_catalogue(self.articles) as catalogue:
            for path in settled:
                for piece in iter_pieces(path):
                    outcome = take_in(catalogue, piece, given)
                    if outcome.added is None or outcome.added.is_new:
                        yield outcome
                self.done[path] = present[path]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The files that were seen and not taken in, since they may still be written."""
        return tuple(path for path, mark in self.seen.items() if self.done.get(path) != mark)

    def _has_settled(self, path: str, mark: Mark) -> bool:
        """Whether a file is new and as it was at the last look, which was long enough ago.

        One that another machine's clock has dated ahead is not being written either.
        """
        if self.done.get(path) == mark or self.seen.get(path) != mark:
            return False
        return abs(time.time() - mark[0] / 1e9) >= SETTLED


def open_watch(folder: str, articles: str) -> Watch:
    """A watch on `folder`, whose articles go into the library `articles`. Raises UsageError."""
    if not os.path.isdir(folder):
        raise UsageError(f"{folder}: there is no such folder. Make it, then watch it.")
    inside = Path(articles).resolve()
    if inside == Path(folder).resolve() or Path(folder).resolve() in inside.parents:
        raise UsageError(f"{folder} holds the folder of articles itself. Watch another one.")
    return Watch(folder, articles)


def _mark_files(folder: str) -> dict[str, Mark]:
    """Time and size of each file in the folder and below it that may hold articles."""
    found = {}
    for path in find_files(folder):
        try:
            status = os.stat(path)
        except OSError:  # gone meanwhile
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found
