"""A page of the dashboard that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.served import STILL

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A component's frame may stand for a while before what it shows.
_DRAWN = """() => {
  const filled = (one) => one.querySelector("[data-testid=stBidiComponentRegular] > div > div");
  return [...document.querySelectorAll(".stMain .stBidiComponent")].every(filled)
    && [...document.querySelectorAll(".stBidiComponent .desk")].every((one) => one.childElementCount);
}"""

# Goes on in the session that is open, as the browser's way back does; `window.ran` once the page was run.
_GO = """(place) => {
  window.ran = false;
  const app = document.querySelector("[data-testid=stApp]");
  new MutationObserver((_, observer) => {
    if (app.dataset.testScriptState !== "notRunning") return;
    window.ran = true;
    observer.disconnect();
  }).observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
  history.pushState({}, "", place);
  dispatchEvent(new PopStateEvent("popstate"));
}"""


def open_desk(page: Page, desk: str, place: str = "", until: str = "2021-03-10") -> None:
    """Open an address of the desk, on that day, and wait until it stands still."""
    mark = "&" if "?" in place else "?"
    page.goto(f"{desk}/{place}{mark}until={until}")
    page.locator(".stMain .desk").first.wait_for()
    page.wait_for_load_state("networkidle")  # what draws a component comes after the page
    wait_until_drawn(page)


def go_on(page: Page, place: str) -> None:
    """Show another address of the desk in the same session, and wait until it stands still."""
    page.evaluate(_GO, f"/{place}")
    page.wait_for_function("() => window.ran")
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Nothing is run any more, and each component shows what it has to."""
    page.locator(STILL).wait_for()
    page.wait_for_function(_DRAWN)
