"""``python -m benchmarks.dashboard``: what a person waits for, in chromium, on our data and on a large desk.

Prints one table: seconds, and of processor time what the page's own processes took, all their threads. A
machine that does something else at the time makes the seconds longer, the processor time hardly: the load at
the start is printed too. Each figure comes from a session that stays open, on a server that has read its
files. The first paint is a load of the whole page; all else is measured from the click to the moment at which
the page was last drawn on.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.large_desk import write_desk
from benchmarks.served import ARGUMENTS, CHROMIUM, ROOT, STILL, serve

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

RUNS = 9
QUIET = 700  # milliseconds in which nothing is drawn any more
COLD = 900  # seconds that the first page may take, in which all articles are matched
ROW = "table.claims tr.row"
# Notes when something was clicked, and when the page was last drawn on.
WATCH = """
window.claimdesk = {clicked: 0, drawn: 0};
addEventListener("click", () => { claimdesk.clicked = performance.now(); }, true);
addEventListener("DOMContentLoaded", () => new MutationObserver((changes) => {
    const seen = changes.some(({target}) => !target.parentElement?.closest("[data-testid=stHeader]"));
    if (seen) claimdesk.drawn = performance.now();
}).observe(document.body, {childList: true, subtree: true, characterData: true}));
"""
Measured = tuple[float, float]  # seconds, of them processor time


def find_processor_time(session: CDPSession) -> float:
    """Seconds that the pages of the browser have worked."""
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(float(one["cpuTime"]) for one in processes if one["type"] == "renderer")


def wait_still(page: Page) -> None:
    """Until nothing is run and nothing is drawn any more."""
    page.locator(STILL).wait_for()
    page.wait_for_function(f"() => performance.now() - claimdesk.drawn > {QUIET}")


def paint(page: Page, session: CDPSession, address: str) -> Measured:
    """The load of Overview until its table is drawn."""
    before = find_processor_time(session)
    page.goto(f"{address}/", wait_until="commit")
    page.locator(ROW).first.wait_for()
    seconds: float = page.evaluate("() => performance.now() / 1000")
    worked = find_processor_time(session) - before
    wait_still(page)
    return seconds, worked


def click(page: Page, session: CDPSession, act: Callable[[], None], ready: str = "") -> Measured:
    """From the last click of `act` until the page was last drawn on, and holds `ready`."""
    before = find_processor_time(session)
    act()
    if ready:
        page.locator(ready).first.wait_for()
    wait_still(page)
    times = page.evaluate("() => claimdesk")
    return (times["drawn"] - times["clicked"]) / 1000, find_processor_time(session) - before


def choose(page: Page, number: int) -> None:
    """Choose a status in the filter of that name."""
    page.locator(".st-key-status [role=combobox], .st-key-status input").first.click()
    page.get_by_role("option").nth(number).click()


def speak(page: Page, number: int) -> None:
    """Change the language of the page."""
    page.get_by_text("English" if number % 2 else "Indonesia", exact=True).first.click()


def measure(page: Page, session: CDPSession, address: str) -> dict[str, list[Measured]]:
    """Every run, by what was done."""
    paint(page, session, address)
    found = {"first paint of Overview": [paint(page, session, address) for _ in range(RUNS)]}
    opened = []
    for number in range(RUNS):
        page.goto(f"{address}/?status=corroborated")
        page.locator(ROW).first.wait_for()
        wait_still(page)
        row = page.locator(f"{ROW} td.status").nth(number % 3)
        opened.append(click(page, session, row.click, ".claim-head h1"))
    found["claim opened from the table"] = opened
    speaks = [click(page, session, lambda at=at: speak(page, at)) for at in range(RUNS - 1)]
    found["Claim, the language changed"] = speaks
    page.goto(f"{address}/")
    page.locator(ROW).first.wait_for()
    wait_still(page)
    chosen = [click(page, session, lambda at=at: choose(page, 1 + at % 2)) for at in range(RUNS)]
    found["Overview, a filter chosen"] = chosen
    speaks = [click(page, session, lambda at=at: speak(page, at)) for at in range(RUNS - 1)]
    found["Overview, the language changed"] = speaks
    return found


def print_rows(desk: str, found: dict[str, list[Measured]]) -> None:
    """One line a measure."""
    for what, runs in found.items():
        seconds, worked = zip(*runs, strict=True)
        figures = statistics.median(seconds), max(seconds), statistics.median(worked)
        print(f"{what:34} {desk:26}", *(f"{figure:10.3f}" for figure in figures), flush=True)


def find_desks(size: Sequence[int], at: str) -> tuple[AbstractContextManager[str], str]:
    """The folder of the large desk, one that goes away unless it was named, and what the desk is called."""
    folder = nullcontext(at) if at else tempfile.TemporaryDirectory()
    return folder, f"{size[0]} claims, {size[1]} articles"


def main() -> None:
    """Print one row a measure and desk: the median, the slowest run, the median of processor time."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1000, help="claims of the large desk")
    parser.add_argument("--articles", type=int, default=5000, help="articles of the large desk")
    parser.add_argument("--at", default="", help="folder of the large desk, which is kept")
    asked = parser.parse_args()
    place, name = find_desks((asked.claims, asked.articles), asked.at)
    with place as folder, sync_playwright() as playwright:
        large = Path(folder)
        if not (large / "claims.yaml").exists():
            large.mkdir(parents=True, exist_ok=True)
            write_desk(large, asked.claims, asked.articles)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        print(f"{'':61} {'median s':>10} {'max s':>10} {'cpu s':>10}")
        print(f"{'load of the machine':61} {os.getloadavg()[0]:10.2f}")
        for desk, files in {"our data": ROOT, name: large}.items():
            with serve(files) as address:
                page = browser.new_page(viewport={"width": 1400, "height": 900})
                page.set_default_timeout(COLD * 1000)
                page.add_init_script(WATCH)
                print_rows(desk, measure(page, browser.new_browser_cdp_session(), address))
                page.close()


if __name__ == "__main__":
    main()
