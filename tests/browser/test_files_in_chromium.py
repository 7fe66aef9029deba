"""Files that change or break while a page is open: noticed by itself, and the last good state stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from served import open_desk

from benchmarks.served import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright")

DATA = Path(__file__).resolve().parent / "data"
NEW = """\
---
title: Warga pulang
outlet: Kabar Lembah
published: 2021-03-06
language: id
---
Korps Bantuan mengatakan lebih dari 3.000 warga mengungsi akibat banjir Arun.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data that a test may change."""
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def own_desk(folder: Path) -> Iterator[str]:
    """A dashboard on that copy."""
    with serve(folder) as address:
        yield address


def test_changed_and_broken_files_are_noticed(watched: Page, own_desk: str, folder: Path) -> None:
    open_desk(watched, own_desk)
    rows = watched.locator("table.claims tr.row")
    count = rows.count()
    claims = folder / "claims.yaml"
    good = claims.read_text(encoding="utf-8")

    claims.write_text(good.replace("title: Flood at Arun", "titel: Flood at Arun"), encoding="utf-8")
    problem = watched.locator(".note.failure", has_text="The newest files cannot be read")
    problem.wait_for()
    assert f"{claims}:3:1" in problem.inner_text()
    assert rows.count() == count

    claims.write_text(good.replace("Flood at Arun", "Flood at the Arun"), encoding="utf-8")
    watched.locator(".brand-title", has_text="Flood at the Arun").wait_for()
    problem.wait_for(state="detached")

    new = folder / "articles" / "lembah-6.md"
    new.write_text(NEW, encoding="utf-8")
    watched.locator("th.outlet", has_text="Kabar Lembah").wait_for()

    new.write_text(NEW.replace("outlet: Kabar", "outlet: [Kabar"), encoding="utf-8")
    problem.wait_for()
    assert f"{new}:3:" in problem.inner_text()
    assert watched.locator("th.outlet", has_text="Kabar Lembah").count() == 1


def test_what_is_typed_survives_a_changed_file(watched: Page, own_desk: str, folder: Path) -> None:
    open_desk(watched, own_desk)
    search = watched.get_by_placeholder("Search statements")
    search.fill("gates")
    watched.wait_for_url("**q=gates**")
    (folder / "articles" / "lembah-6.md").write_text(NEW, encoding="utf-8")
    watched.locator(".kicker", has_text="3 articles").wait_for()
    assert search.input_value() == "gates"
