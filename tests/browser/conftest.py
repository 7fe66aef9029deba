"""The real dashboard in a real browser: Debian's chromium, our own server on a free port, our own data."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from benchmarks.served import ARGUMENTS, CHROMIUM, serve

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

DATA = Path(__file__).resolve().parent / "data"
# Streamlit asks for these at each page's address and is answered 404, which harms nothing.
KNOWN = ("/_stcore/health", "/_stcore/host-config")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as Debian installs it; without one the tests are skipped, but fail where CI promises it."""
    if not Path(CHROMIUM).is_file():
        message = f"no chromium at {CHROMIUM}: install it, or give its path in CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def desk() -> Iterator[str]:
    """The dashboard's address, such as ``http://127.0.0.1:51234``, served from the folder `data`."""
    with serve(DATA) as address:
        yield address


@pytest.fixture
def own_data(tmp_path: Path) -> Path:
    """A copy of the folder `data`, to be written into."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def own_desk(own_data: Path) -> Iterator[str]:
    """The dashboard's address, served from `own_data`."""
    with serve(own_data) as address:
        yield address


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page of the browser. Any console error but the known ones, any request to another host, fails."""
    wrong: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location["url"].endswith(KNOWN):
            wrong.append(f"console: {message.text}")

    def see(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname != "127.0.0.1":
            wrong.append(f"request: {request.url}")

    page.set_default_timeout(20_000)
    page.on("console", hear)
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.on("request", see)
    yield page
    assert not wrong
