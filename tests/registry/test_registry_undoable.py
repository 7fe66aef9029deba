"""Which save of a registry can be taken back: the latest, by who made it, and none behind another's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimdesk.model import EntryKind, History, HistoryEntry
from claimdesk.registry.history import find_undoable

MOMENT = datetime(2031, 5, 10, 8, tzinfo=UTC)
Step = tuple[EntryKind, str, str, str]  # kind, by, before, after
BEGUN: Step = ("begun", "", "", "a")
MINE: Step = ("saved", "Ana", "a", "b")

# The history, the file as it is, and the line of what Ana can take back; 0: nothing.
HISTORIES: list[tuple[list[Step], str, int, str]] = [
    ([], "a", 0, "no history"),
    ([BEGUN], "a", 0, "nothing was saved"),
    ([BEGUN, MINE], "b", 2, "one save"),
    ([BEGUN, MINE], "x", 0, "a hand edit that is not entered yet"),
    ([BEGUN, MINE, ("outside", "", "b", "c")], "c", 0, "a hand edit that is"),
    ([BEGUN, MINE, ("saved", "Ana", "b", "c")], "c", 3, "the later of two"),
    ([BEGUN, MINE, ("saved", "Budi", "b", "c")], "c", 0, "somebody else saved after"),
    ([BEGUN, ("saved", "Budi", "a", "b")], "b", 0, "it is another's"),
    ([BEGUN, MINE, ("saved", "Ana", "b", "c"), ("saved", "Ana", "c", "b")], "b", 2, "the later was undone"),
    ([BEGUN, MINE, ("saved", "Ana", "b", "a")], "a", 0, "all is undone"),
    ([BEGUN, MINE, ("saved", "Ana", "b", "a"), ("saved", "Ana", "a", "b")], "b", 4, "and done again"),
    ([BEGUN, MINE, ("saved", "Budi", "b", "c"), ("saved", "Budi", "c", "b")], "b", 2, "another undid theirs"),
    ([BEGUN, MINE, ("saved", "Budi", "b", "a")], "a", 0, "another took it back"),
    ([BEGUN, MINE, ("saved", "Ana", "b", "c"), ("refused", "", "c", "b")], "b", 2, "the later failed"),
    ([BEGUN, MINE, ("reverted", "", "b", "a")], "a", 0, "it was cut short"),
]


@pytest.mark.parametrize(("steps", "current", "line", "note"), HISTORIES, ids=[row[-1] for row in HISTORIES])
def test_only_the_latest_save_can_be_taken_back(
    steps: list[Step], current: str, line: int, note: str
) -> None:
    kinds = [kind for kind, *_ in steps[1:]] + [""]
    entries = [
        HistoryEntry(at, MOMENT, by, kind, before, after, void=following == "refused")
        for at, ((kind, by, before, after), following) in enumerate(zip(steps, kinds, strict=False), 1)
    ]
    found = find_undoable(History(tuple(entries)), current, "Ana")
    assert (found.line if found else 0) == line, note
