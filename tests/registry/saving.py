"""Small edits that are saved, by hand or not, and what the history tells of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claimdesk.registry.edit import change_claim
from claimdesk.registry.history import load_history
from claimdesk.registry.save import save_registry

Edit = Callable[[bytes], bytes]
Told = tuple[str, str, tuple[str, ...], tuple[str, ...]]  # id, field, before, after


def set_field(field: str, value: object, claim: int = 0) -> Edit:
    """The edit that sets a field of a claim."""
    return lambda data: change_claim(data, f"claim-{claim}", field, value)


def save(path: Path, change: Edit, by: str = "Ani") -> None:
    """Make an edit and save it."""
    base = path.read_bytes()
    save_registry(path, change(base), base=base, by=by)


def by_hand(path: Path, change: Edit) -> None:
    """Make an edit with another program."""
    path.write_bytes(change(path.read_bytes()))


def told(path: Path) -> list[tuple[str, str, list[Told] | None]]:
    """The kind, author and changes of each entry."""
    return [
        (one.kind, one.by,
         None if one.changes is None else [(c.id, c.field, c.before, c.after) for c in one.changes])
        for one in load_history(path).entries
    ]  # fmt: skip
