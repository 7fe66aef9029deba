"""What the history of a registry says of each entry and change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimdesk.messages.history import render_deeds, render_details, render_event
from claimdesk.model import EntryKind, HistoryEntry, RecordChange

MOMENT = datetime(2031, 5, 10, 8, tzinfo=UTC)
ADDED = RecordChange("claims", "dam", "", after=("The dam broke.",))


def _entry(kind: EntryKind = "saved", by: str = "Ana", **rest: object) -> HistoryEntry:
    return HistoryEntry(1, MOMENT, by, kind, "0", "1", **rest)  # type: ignore[arg-type]


EVENTS: list[tuple[EntryKind, str, str]] = [
    ("saved", "Ana", "Ana saved."),
    ("saved", "", "Somebody saved."),
    ("begun", "Ana", "Ana began the registry."),
    ("begun", "", "The history begins."),
    ("outside", "Ana", "Found edited with another program."),
    ("refused", "Ana", "The save before this failed and changed nothing."),
]


@pytest.mark.parametrize(("kind", "by", "said"), EVENTS)
def test_events(kind: EntryKind, by: str, said: str) -> None:
    assert render_event(_entry(kind, by), "en") == said


# The entry, and what is said of what it changed.
DETAILS = [
    (_entry(changes=()), ["Only comments or form changed."]),
    (_entry(changes=None), ["What changed is not known."]),
    (_entry("outside", changes=None), ["What changed is not known."]),
    (_entry(changes=(ADDED,), void=True), ["It did not take place."]),
    (_entry("begun"), []),
    (_entry(changes=(ADDED,)), ["claim dam: added, “The dam broke.”"]),
    (_entry(changes=(ADDED,), more=1), ["claim dam: added, “The dam broke.”", "and 1 more change"]),
    (_entry(changes=(ADDED,), more=1200), ["claim dam: added, “The dam broke.”", "and 1,200 more changes"]),
]


@pytest.mark.parametrize(("entry", "said"), DETAILS)
def test_details(entry: HistoryEntry, said: list[str]) -> None:
    assert list(render_details(entry, "en")) == said


CHANGES = [
    (RecordChange("claims", "dam", "", ("The dam broke.",)), "claim dam: removed, “The dam broke.”"),
    (RecordChange("sources", "wire", "order"), "source wire: moved"),
    (RecordChange("sources", "wire", "id", ("agency",), ("wire",)), "source wire: was “agency”"),
    (RecordChange("registry", "", "title", ("A",), ("B",)), "registry, title: “A” → “B”"),
    (RecordChange("claims", "dam", "supports", (), ("a", "b")), "claim dam, supports: + “a” · “b”"),
    (RecordChange("claims", "dam", "notes", ("a",)), "claim dam, notes: − “a”"),
]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_changes(change: RecordChange, said: str) -> None:
    assert render_details(_entry(changes=(change,)), "en") == (said,)


# What a save changed, and what that is called on the button that takes it back.
DEEDS: list[tuple[tuple[RecordChange, ...] | None, str]] = [
    ((ADDED,), "claim dam was added"),
    ((RecordChange("sources", "wire", "", ("Wire",)),), "source wire was removed"),
    ((RecordChange("claims", "dam", "order"),), "claim dam was moved"),
    ((RecordChange("claims", "dam", "id", ("dyke",), ("dam",)),), "claim dam was renamed"),
    ((RecordChange("claims", "dam", "notes", ("a",)), RecordChange("claims", "dam", "topic", ("b",))),
     "claim dam was edited"),
    ((RecordChange("registry", "", "title", ("A",), ("B",)), ADDED),
     "registry was edited, claim dam was added"),
    (tuple(RecordChange("claims", one, "", (one,)) for one in "abcd"),
     "claim a was removed, claim b was removed, and 2 more changes"),
    ((), "only comments or form changed"),
    (None, "last save"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "said"), DEEDS)
def test_deeds(changes: tuple[RecordChange, ...] | None, said: str) -> None:
    assert render_deeds(_entry(changes=changes), "en") == said
