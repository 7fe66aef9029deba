"""The method page shows what the engine uses: every threshold, cue list and row of a table."""

from __future__ import annotations

import json

import pytest
from page_text import ROOT, RunPage, read_page

from claimdesk.evidence.confidence import CEILINGS
from claimdesk.evidence.status import TABLE
from claimdesk.messages import render_reason
from claimdesk.model import Reason
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.ui.method import explain_threshold, find_cues


@pytest.mark.parametrize("name", DEFAULT_SETTINGS.as_dict())
def test_every_threshold_is_explained(name: str) -> None:
    assert explain_threshold(name, "en")


@pytest.mark.parametrize("language", ["id", "en"])
def test_cues_come_from_the_lexicon(language: str) -> None:
    found = find_cues(language)
    assert {"negation", "denial", "hedge"} <= set(found)
    assert all(found.values())


def test_every_row_of_the_tables_is_shown(run_page: RunPage) -> None:
    said = read_page(run_page("pages/5_Method.py"))
    for _, code, _ in TABLE:
        assert render_reason(Reason.of(code), "en") in said
    for level, code, _ in CEILINGS:
        assert render_reason(Reason.of(code, level=level, carried="the status"), "en") in said


def test_measured_quality_is_the_repositorys(run_page: RunPage) -> None:
    said = read_page(run_page("pages/5_Method.py"))
    figures = json.loads((ROOT / "benchmarks" / "quality.json").read_text(encoding="utf-8"))
    events = [name for name, row in figures.items() if "status acceptable" in row]
    assert len(events) > 3
    for name in events:
        assert name.replace("_", " ") in said


def test_without_measured_quality_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch, run_page: RunPage
) -> None:
    monkeypatch.setattr("claimdesk.ui.quality.load_quality", dict)
    said = read_page(run_page("pages/5_Method.py"))
    assert "No measured figures came with this installation." in said
