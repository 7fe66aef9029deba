"""What people teach of an outlet's boilerplate, written down: `claimdesk.library.taught` reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from claimdesk import access
from claimdesk.errors import InputError, UsageError
from claimdesk.library.keep import lock_library, replace_article
from claimdesk.library.outlets import is_same_outlet
from claimdesk.library.places import describe
from claimdesk.library.taught import FEWEST, FILE, LONGEST, Taught, fits, iter_entries, parse_taught

Lines = Mapping[str, tuple[str, ...]]
_UNREADABLE = (
    f"{FILE} could not be read any more with this. Give the outlet a shorter name, or take lines out of it."
)
_HEAD = "# Lines that are never text, by outlet; * stands for anything."


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
    return _change(Path(folder), outlet, lambda lines: lines if written in lines else (*lines, written))


def forget_line(folder: str | Path, outlet: str, line: str) -> Taught:
    """Take back what was taught. Raises AccessError, and InputError as `teach_line` does."""
    return _change(Path(folder), outlet, lambda lines: tuple(one for one in lines if one != line))


def _change(folder: Path, outlet: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Taught:
    access.require("editor", folder / FILE)
    with lock_library(folder):
        data = _load(folder / FILE)
        taught = parse_taught(data, str(folder / FILE))
        if taught.problems:
            raise InputError("\n".join(map(str, taught.problems)))
        name = next((one for one in taught.lines if is_same_outlet(one, outlet)), outlet.strip())
        lines = {**taught.lines, name: change(taught.lines.get(name, ()))}
        lines = {one: entries for one, entries in lines.items() if entries}
        if lines != taught.lines:
            edited = _edit(data.decode(), taught.lines, lines, name).encode()
            if parse_taught(edited, "") != Taught(lines):
                raise InputError(f"“{outlet[:80]}”: {_UNREADABLE}")
            replace_article(folder / FILE, edited)
        return Taught(lines)


def _load(path: Path) -> bytes:
    """The file's bytes; none where there is no such file. Raises InputError: what cannot be read stays."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({describe(error)}). Check its permissions.") from None


def _edit(text: str, old: Lines, new: Lines, outlet: str) -> str:
    """`text` with the lines of `outlet` as in `new`. All others and comments stay, where it is written as
    such files are: a line an entry; else it is written anew."""
    rows = text.splitlines()
    places = [event for name, event in iter_entries(text) if name == outlet]
    come = [_quote(one) for one in new.get(outlet, ()) if one not in old.get(outlet, ())]
    if places:
        last = places[-1]
        start = re.match(r" *- *", rows[last.start_mark.line])
        indent = start.group() if start else "  - "
        rows[last.end_mark.line + 1 : last.end_mark.line + 1] = [indent + one for one in come]
    else:
        rows += [*([] if rows else [_HEAD]), f"{_quote(outlet)}:", *(f"  - {one}" for one in come)]
    gone = [event.start_mark.line for event in places if event.value not in new.get(outlet, ())]
    if outlet not in new and gone:
        heads = [at for at in range(gone[0]) if rows[at].strip() and not rows[at].lstrip().startswith("#")]
        gone += heads[-1:]
    edited = "".join(f"{row}\n" for at, row in enumerate(rows) if at not in gone)
    return edited if parse_taught(edited.encode(), "") == Taught(new) else _render(new)


def _render(lines: Lines) -> str:
    parts = [f"{_HEAD}\n"]
    for outlet, entries in lines.items():
        parts.append(f"{_quote(outlet)}:\n")
        parts += [f"  - {_quote(entry)}\n" for entry in entries]
    return "".join(parts)


def _quote(text: str) -> str:
    """`text` in double quotes; what one cannot see by its number, since YAML ends lines at some of it."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in quoted)
