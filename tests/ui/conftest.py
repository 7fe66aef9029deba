"""Pages under test: any page of the desk, run on a report made by hand."""

from __future__ import annotations

import pytest
from page_text import ROOT, RunPage
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
        at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20)
        if script != "dashboard.py":
            at.switch_page(script)
        for name, value in parameters.items():
            at.query_params[name] = value
        at.run()
        assert not at.exception, at.exception
        return at

    return run
