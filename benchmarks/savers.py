"""Processes that save a registry, and what is to be looked at when they are done."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimdesk.registry.history import load_history, verify_history
from claimdesk.registry.read import parse_values
from claimdesk.registry.save import save_registry

SAVED, REFUSED, BROKEN = 0, 3, 4
_CLAIM = """\
  - id: claim-{number}
    statement: The river has left its bed, {number}.   # a remark
    supports: [the river left its bed]
    notes: edit 0
"""


def write_registry(path: Path, claims: int = 1) -> bytes:
    """A small registry at `path`, all of whose claims note ``edit 0``."""
    data = ("claims:\n" + "\n".join(_CLAIM.format(number=number) for number in range(claims))).encode()
    path.write_bytes(data)
    return data


@contextmanager
def forked(work: Callable[[int, int], int]) -> Iterator[tuple[int, int, int]]:
    """A process that runs ``work(read, write)`` with pipes from and to here and exits with its result.

    Gives its number, where to read what it writes, and where to write what it reads.
    """
    from_child, to_parent = os.pipe()
    from_parent, to_child = os.pipe()
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            os.close(from_child)
            os.close(to_child)
            code = work(from_parent, to_parent)
        finally:
            os._exit(code)
    os.close(to_parent)
    os.close(from_parent)
    try:
        yield child, from_child, to_child
    finally:
        os.close(from_child)
        os.close(to_child)


def noted(data: bytes, claim: int = 0) -> int:
    """The number of the last edit of a claim. Raises ClaimdeskError for bytes that are no registry."""
    values, _ = parse_values(data, "claims.yaml")
    return int(values["claims"][claim]["notes"].split()[-1])


def read_all(pipe: int) -> bytes:
    """What waits in a pipe."""
    parts = []
    while select.select([pipe], [], [], 0)[0] and (part := os.read(pipe, 1 << 16)):
        parts.append(part)
    return b"".join(parts)


def find_gaps(path: Path, claims: int = 1) -> int:
    """What the history of the registry lacks or says wrongly: edits without an entry, and other problems."""
    data = path.read_bytes()
    save_registry(path, data, base=data)  # enters what the last saver left
    entered = {
        (change.id, int(number[1]))
        for entry in load_history(path).entries
        for change in entry.changes or ()
        if not entry.void and (number := re.fullmatch(r"edit (\d+)", "".join(change.after)))
    }
    made = {(f"claim-{claim}", one + 1) for claim in range(claims) for one in range(noted(data, claim))}
    return len(made - entered) + len(verify_history(path))
