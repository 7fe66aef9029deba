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
    && [...document.querySelectorAll(".desk")].every((one) => one.childElementCount);
}"""


def open_desk(page: Page, desk: str, place: str = "", until: str = "2021-03-10") -> None:
    """Open an address of the desk, on that day, and wait until it stands still."""
    mark = "&" if "?" in place else "?"
    page.goto(f"{desk}/{place}{mark}until={until}")
    page.locator(".stMain .desk").first.wait_for()
    page.wait_for_load_state("networkidle")  # what draws a component comes after the page
    page.locator(STILL).wait_for()
    page.wait_for_function(_DRAWN)
