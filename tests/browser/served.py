"""A dashboard that is really served, and a page of it that stands still."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a dashboard on ``claims.yaml`` and ``articles`` in `folder`, while it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "CLAIMDESK_CLAIMS": str(folder / "claims.yaml"),
        "CLAIMDESK_ARTICLES": str(folder / "articles"),
    }
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(address: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert server.poll() is None, "the dashboard's server ended before it answered"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not answer within {seconds} s")


def open_desk(page: Page, desk: str, place: str = "", until: str = "2021-03-10") -> None:
    """Open an address of the desk, on that day, and wait until it stands still."""
    mark = "&" if "?" in place else "?"
    page.goto(f"{desk}/{place}{mark}until={until}")
    page.locator(".stMain .desk").first.wait_for()
    page.wait_for_load_state("networkidle")  # what draws a component comes after the page
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_function(
        "() => [...document.querySelectorAll('.desk')].every((one) => one.childElementCount)"
    )
