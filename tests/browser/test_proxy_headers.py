"""Every page works behind a proxy that sets the headers of docs/operations.md, and breaks no rule of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from relay import run_relay
from served import open_desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

DOCS = Path(__file__).resolve().parents[2] / "docs" / "operations.md"
HEADERS = dict(re.findall(r'add_header ([\w-]+) "?(.*?)"? always;', DOCS.read_text(encoding="utf-8")))
PLACES = ["", "Claim?id=displaced-3000", "Articles", "Registry", "Briefing", "Method"]


@pytest.fixture(scope="module")
def behind(desk: str) -> Iterator[str]:
    """The desk's address behind the proxy."""
    with run_relay(desk, HEADERS) as address:
        yield address


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place or "Overview")
def test_a_page_breaks_no_rule(place: str, page: Page, behind: str) -> None:
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text) if "Policy" in message.text else None)
    answered = page.goto(f"{behind}/{place}")
    assert answered is not None
    assert answered.header_value("content-security-policy") == HEADERS["Content-Security-Policy"]
    open_desk(page, behind, place)
    assert broken == []


def test_no_other_page_can_frame_it(page: Page, behind: str) -> None:
    page.set_content(f'<iframe src="{behind}"></iframe>')
    page.wait_for_timeout(1000)
    assert all(not frame.locator(".stApp").count() for frame in page.frames)
