"""Texts can be found by the extractor: a text inside an f-string stays English for ever."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from page_text import ROOT

FILES = sorted([*(ROOT / "claimdesk" / "ui").glob("*.py"), ROOT / "claimdesk" / "charts.py"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_text_hides_in_an_f_string(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for outer in ast.walk(tree):
        if isinstance(outer, ast.JoinedStr):
            for inner in ast.walk(outer):
                if isinstance(inner, ast.Call) and getattr(inner.func, "id", "").startswith("translate"):
                    assert not isinstance(inner.args[0], ast.Constant), inner.args[0]
