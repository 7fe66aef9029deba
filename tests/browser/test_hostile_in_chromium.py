"""Hostile text in a real browser: every page shows it as typed; nothing runs, loads or breaks the layout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hostile_texts import TEXTS
from served import open_desk

from benchmarks.served import serve
from claimdesk.errors import ClaimdeskError
from claimdesk.registry.read import load_registry

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright")

LONG = 300  # characters: longer ones stand in articles only, so that tables stay tables
PHRASE = "the bridge collapsed"


def write_registry(folder: Path, texts: list[str]) -> list[str]:
    """A registry of those texts that a registry may hold at all; the statements as it reads them."""
    kept = []
    path = folder / "claims.yaml"
    for text in texts:
        path.write_text(render_registry([text]), encoding="utf-8")
        try:
            load_registry(path)
        except ClaimdeskError:
            continue
        kept.append(text)
    path.write_text(render_registry(kept), encoding="utf-8")
    return [claim.statement for claim in load_registry(path).claims]


def render_registry(texts: list[str]) -> str:
    """JSON is YAML. Every claim has the same phrase, so that every article bears on every claim."""
    claims = [
        {"id": f"claim-{number}", "statement": text, "topic": text, "supports": [PHRASE]}
        for number, text in enumerate(texts)
    ]
    registry = {"version": 1, "title": "Hostile", "claims": claims}
    return json.dumps(registry, ensure_ascii=False)


def write_articles(folder: Path, texts: list[str]) -> None:
    """One article that says all of them, and one under each name that a file may have."""
    folder.mkdir()
    lines = "\n\n".join(text.strip() for text in TEXTS)
    (folder / "whole.txt").write_text(f"Whole\n\n{PHRASE}.\n\n{lines}\n", encoding="utf-8", newline="")
    for text in texts:
        if "/" not in text and text.isprintable() and not text.startswith(".") and len(text.encode()) < 200:
            content = f"---\ntitle: {json.dumps(text)}\noutlet: {json.dumps(text)}\n---\n{text}\n{PHRASE}.\n"
            (folder / f"{text}.md").write_text(content, encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A dashboard on hostile files, and the texts that its registry holds."""
    folder = tmp_path_factory.mktemp("hostile")
    short = [text for text in TEXTS if len(text) <= LONG]
    kept = write_registry(folder, short)
    write_articles(folder / "articles", short)
    with serve(folder) as address:
        yield address, kept


def read_text(page: Page) -> str:
    """All text of the desk's own elements, hidden or not."""
    said: str = page.evaluate(
        "() => [...document.querySelectorAll('.desk')].map((one) => one.textContent).join('\\n')"
    )
    return said


def check_quiet(page: Page) -> None:
    """Nothing became an element that text cannot be, and nothing runs over."""
    assert page.locator(".stMain .desk :is(script, img, iframe, svg, style, form, input, video)").count() == 0
    wide = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth"
                         " - document.querySelector('[data-testid=stMain]').clientWidth")  # fmt: skip
    assert wide <= 0


@pytest.mark.parametrize("width", [1400, 400])
def test_hostile_text_is_shown_as_typed(watched: Page, hostile: tuple[str, list[str]], width: int) -> None:
    desk, kept = hostile
    watched.set_viewport_size({"width": width, "height": 900})
    said = ""
    for page in range(1, len(kept) // 50 + 2):
        open_desk(watched, desk, f"?sort=registry&page={page}", until="")
        said += read_text(watched)
        check_quiet(watched)
    for text in kept:
        assert text in said, text
    for place in ("Claim?id=claim-0", "Articles", "Articles?id=whole", "?q=%3Cscript%3E&topic=%22%3E%3Cb%3E"):
        open_desk(watched, desk, place, until="")
        check_quiet(watched)
    open_desk(watched, desk, "Articles?id=whole", until="")
    said = read_text(watched)
    for text in TEXTS:
        for line in text.splitlines():
            assert line.strip() in said, text
