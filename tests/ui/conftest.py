"""Pages under test: any page of the desk, run on a report made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from desk_steps import BODY, HEAD, REGISTRY, open_page
from page_text import RunPage
from sample_report import build_report
from streamlit.testing.v1 import AppTest

from claimdesk.model import Report
from claimdesk.ui import cache, frame


@pytest.fixture
def run_page(monkeypatch: pytest.MonkeyPatch) -> RunPage:
    """``run_page(script, report, **parameters)``: the page as a browser gets it, without exceptions."""

    def run(script: str = "dashboard.py", report: Report | None = None, **parameters: str) -> AppTest:
        shown = report or build_report()
        monkeypatch.setattr(frame, "load_state", lambda _until: cache.State(shown))
        monkeypatch.setattr(frame, "is_cold", lambda: False)
        return open_page(script, **parameters)

    return run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a registry and an article with a quote on each side."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "articles" / "wire.md").write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    monkeypatch.setenv("CLAIMDESK_ARTICLES", str(tmp_path / "articles"))
    monkeypatch.setattr("claimdesk.ui.reviewer._system_user", lambda: "editor-1")
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()
