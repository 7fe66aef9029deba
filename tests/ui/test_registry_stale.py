"""Saving from a page that is behind: what somebody else saved since is never written over unseen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk_steps import REGISTRY
from page_text import read_page
from registry_steps import fill, open_registry, save

from claimdesk.ui import registry_side

THEIRS = REGISTRY.replace("    as_of:", "    topic: Bridges\n    as_of:")


def _read(place: Path) -> str:
    return (place / "claims.yaml").read_text(encoding="utf-8")


def test_a_click_on_a_page_that_is_behind_overwrites_nobody(place: Path) -> None:
    at = fill(open_registry(), "topic", "Roads")
    (place / "claims.yaml").write_text(THEIRS, encoding="utf-8")
    at = save(at)
    assert _read(place) == THEIRS
    page = read_page(at)
    assert "Bridges" in page
    assert "Roads" in page


def test_nor_does_one_in_the_very_moment(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves after the page was drawn and before its button is heard."""
    save_draft = registry_side.save_draft

    def save_later(*given: Any) -> bool:
        (place / "claims.yaml").write_text(THEIRS, encoding="utf-8")
        return save_draft(*given)

    at = fill(open_registry(), "topic", "Roads")
    monkeypatch.setattr(registry_side, "save_draft", save_later)
    at = save(at)
    assert _read(place) == THEIRS
    assert "Somebody else has changed claim bridge" in read_page(at)
    assert "Roads" in read_page(at)
