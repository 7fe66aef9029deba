"""The dashboard as a browser gets it: a server of its own on some files, and how chromium is started.

The browser tests and the benchmark of the pages share it.
"""

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

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"  # nothing is run any more


@contextmanager
def serve(folder: Path, *options: str, port: int = 0) -> Iterator[str]:
    """The address, such as ``http://127.0.0.1:51234``, of a dashboard on the files in `folder`, while needed.

    `folder` holds ``claims.yaml`` and ``articles``; `options` are those of ``streamlit run``; 0 is any port.
    Raises RuntimeError where the server does not answer.
    """
    port = port or find_port()
    environment = {
        **os.environ,
        "CLAIMDESK_CLAIMS": str(folder / "claims.yaml"),
        "CLAIMDESK_ARTICLES": str(folder / "articles"),
    }
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    command += options
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def find_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError("the dashboard's server ended before it answered")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not answer within {seconds} s")
