"""Drafts beside the registry: each person's own, each registry's own, and none that was put away."""

from __future__ import annotations

from pathlib import Path

from claimdesk import access
from claimdesk.store.drafts import drop_draft, keep_draft, list_drafts, load_draft


def test_a_draft_belongs_to_a_person_and_a_registry(tmp_path: Path) -> None:
    """Two registries in one folder may have claims of the same id."""
    flood, storm = tmp_path / "flood.yaml", tmp_path / "storm.yaml"
    assert keep_draft(flood, "Maya", "claim dam", {"notes": ""}, {"notes": "ask \ud800 again"})
    found = load_draft(flood, "Maya", "claim dam")
    assert found is not None
    assert (found.begun, found.typed) == ({"notes": ""}, {"notes": "ask \ud800 again"})
    assert list_drafts(flood, "Maya") == [found]
    assert list_drafts(storm, "Maya") == list_drafts(flood, "Ari") == []
    assert load_draft(storm, "Maya", "claim dam") is load_draft(flood, "Ari", "claim dam") is None
    drop_draft(storm, "Maya", "claim dam")
    assert list_drafts(flood, "Maya") == [found]
    drop_draft(flood, "Maya", "claim dam")
    assert list_drafts(flood, "Maya") == []


def test_a_later_draft_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    for typed in ("one", "two"):
        assert keep_draft(path, "Maya", "text", "", typed)
    assert [draft.typed for draft in list_drafts(path, "Maya")] == ["two"]


def test_where_nothing_can_be_kept_it_is_said(tmp_path: Path) -> None:
    (tmp_path / ".claimdesk").write_text("", encoding="utf-8")
    assert not keep_draft(tmp_path / "flood.yaml", "Maya", "text", "", "typed")
    assert list_drafts(tmp_path / "flood.yaml", "Maya") == []


def test_who_may_not_edit_keeps_and_drops_none(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    assert keep_draft(path, "Maya", "text", "", "typed")
    (tmp_path / access.FILE).write_text("[access]\nlocal = 'reviewer'\n", encoding="utf-8")
    assert not keep_draft(path, "Maya", "text", "", "typed again")
    drop_draft(path, "Maya", "text")
    assert [draft.typed for draft in list_drafts(path, "Maya")] == ["typed"]
