"""``python -m benchmarks.dashboard``: what a person waits for, in chromium, on our data and on a large desk.

Prints one table. Every figure is the median of some runs in a session that stays open, on a server that has
read its files; the first paint is a load of the whole page. A rerun is measured from the click to the moment
at which the page was last drawn on. A machine that does something else at the time makes all of it longer:
the load at the start is printed too.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.large_desk import write_desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RUNS = 9
COLD = 900  # seconds that the first page may take, in which all articles are read
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"
ROW = "table.claims tr.row"
# Notes when the page was last drawn on.
WATCH = """() => {
    window.drawnAt = 0;
    const main = document.querySelector("[data-testid=stMain]");
    new MutationObserver(() => { window.drawnAt = performance.now(); })
        .observe(main, {childList: true, subtree: true, characterData: true});
}"""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a dashboard on the files in `folder`, whose first page has been drawn."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "CLAIMDESK_CLAIMS": str(folder / "claims.yaml"),
        "CLAIMDESK_ARTICLES": str(folder / "articles"),
    }
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as server:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def open_page(page: Page, address: str, seconds: float = 30) -> None:
    """Open an address and wait until the page stands still; again where the server is not up yet."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            page.goto(address)
            break
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    page.locator(f"{ROW}, .claim-head, .reader").first.wait_for(timeout=seconds * 1000)
    page.locator(STILL).wait_for()


def paint(page: Page, address: str) -> float:
    """Seconds from the load of Overview until its table is drawn."""
    page.goto(f"{address}/", wait_until="commit")
    page.locator(ROW).first.wait_for()
    seconds: float = page.evaluate("() => performance.now() / 1000")
    page.locator(STILL).wait_for()
    return seconds


def open_claim(page: Page, address: str) -> float:
    """Seconds from the click on a row of the table until the claim's head and its quotes are there."""
    open_page(page, f"{address}/?status=corroborated")
    page.wait_for_timeout(300)
    started = time.perf_counter()
    page.locator(f"{ROW} td.status").first.click()
    page.locator(".claim-head h1").wait_for()
    page.locator(".quote").first.wait_for()
    return time.perf_counter() - started


def rerun(page: Page, button: str) -> float:
    """Seconds from a click on the `button` with that text until the page was last drawn on."""
    page.wait_for_timeout(500)
    page.evaluate(WATCH)
    started: float = page.evaluate("() => performance.now()")
    page.get_by_text(button, exact=True).first.click()
    page.wait_for_timeout(1500)
    drawn: float = page.evaluate("() => window.drawnAt")
    return (drawn - started) / 1000


def choose(page: Page, number: int) -> float:
    """The same for the choice of a status in the filter of that name."""
    page.locator(".st-key-status [role=combobox], .st-key-status input").first.click()
    option = page.get_by_role("option").nth(number)
    option.wait_for()
    page.evaluate(WATCH)
    started: float = page.evaluate("() => performance.now()")
    option.click()
    page.wait_for_timeout(1500)
    drawn: float = page.evaluate("() => window.drawnAt")
    return (drawn - started) / 1000


def measure(page: Page, address: str) -> dict[str, list[float]]:
    """Seconds of every run, by what was done."""
    paint(page, address)
    found = {"first paint of Overview": [paint(page, address) for _ in range(RUNS)]}
    found["claim opened from the table"] = [open_claim(page, address) for _ in range(RUNS)]
    open_page(page, f"{address}/")
    found["Overview, a filter chosen"] = [choose(page, 1 + number % 2) for number in range(RUNS)]
    found["Overview, the language changed"] = _switch(page)
    page.locator(f"{ROW} td.status").first.click()
    page.locator(".claim-head h1").wait_for()
    found["Claim, the language changed"] = _switch(page)
    return found


def _switch(page: Page) -> list[float]:
    return [rerun(page, "English" if number % 2 else "Indonesia") for number in range(RUNS - 1)]


def main() -> None:
    """Print one row a measure and desk: the median and the slowest run, in seconds."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1000, help="claims of the large desk")
    parser.add_argument("--articles", type=int, default=5000, help="articles of the large desk")
    size = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        large = Path(place)
        write_desk(large, size.claims, size.articles)
        chromium = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        print(f"{'':34} {'':26} {'median s':>9} {'max s':>8}")
        print(f"{'load of the machine':34} {'':26} {os.getloadavg()[0]:9.2f}")
        desks = {"our data": ROOT, f"{size.claims} claims, {size.articles} articles": large}
        for name, folder in desks.items():
            with serve(folder) as address:
                page = browser.new_page(viewport={"width": 1400, "height": 900})
                page.set_default_timeout(60_000)
                open_page(page, address, COLD)
                for what, seconds in measure(page, address).items():
                    times = f"{statistics.median(seconds):9.3f} {max(seconds):8.3f}"
                    print(f"{what:34} {name:26} {times}", flush=True)
                page.close()


if __name__ == "__main__":
    main()
