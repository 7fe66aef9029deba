"""What people teach of an outlet's boilerplate, written down: `claimdesk.library.taught` reads it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from claimdesk import access
from claimdesk.errors import InputError, UsageError
from claimdesk.library.keep import lock_library, replace_article
from claimdesk.library.outlets import plain_outlet
from claimdesk.library.taught import FEWEST, FILE, LONGEST, Taught, fits, load_taught

_HEAD = "# Lines that are never text, by outlet; * stands for anything.\n"


def teach_line(folder: str | Path, outlet: str, line: str) -> Taught:
    """Let a line be never text in that outlet's articles, ``*`` for all; what is taught then.

    Raises AccessError for who is no editor, UsageError for a line that is too short, InputError where the
    file cannot be read or written.
    """
    written = " ".join(line.split())
    if not fits(written) or len(written) > LONGEST:
        raise UsageError(f"“{written}”: give a line of {FEWEST} letters at least and {LONGEST} at most.")
    if not outlet.strip():
        raise UsageError("The article states no outlet: give one first, or teach the line for all outlets.")
    return _change(Path(folder), outlet, lambda lines: (*(one for one in lines if one != written), written))


def forget_line(folder: str | Path, outlet: str, line: str) -> Taught:
    """Take back what was taught. Raises AccessError, and InputError as `teach_line` does."""
    return _change(Path(folder), outlet, lambda lines: tuple(one for one in lines if one != line))


def _change(folder: Path, outlet: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Taught:
    access.require("editor", folder / FILE)
    with lock_library(folder):
        taught = load_taught(folder)
        if taught.problems:
            raise InputError("\n".join(map(str, taught.problems)))
        name = next(
            (one for one in taught.lines if plain_outlet(one) == plain_outlet(outlet)), outlet.strip()
        )
        lines = {**taught.lines, name: change(taught.lines.get(name, ()))}
        replace_article(folder / FILE, _render(lines))
        return load_taught(folder)


def _render(lines: Mapping[str, tuple[str, ...]]) -> bytes:
    parts = [_HEAD]
    for outlet, entries in lines.items():
        if entries:
            parts.append(f"{_quote(outlet)}:\n")
            parts += [f"  - {_quote(entry)}\n" for entry in entries]
    return "".join(parts).encode()


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
