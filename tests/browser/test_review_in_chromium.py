"""A fact-checker decides on quotes in a real browser, with the mouse and with keys, and loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimdesk.store.reviews import load_reviews

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

expect = pytest.importorskip("playwright.sync_api").expect

CLAIM = "Claim?id=displaced-3000"
SUPPORT = "Korps Bantuan mengatakan lebih dari 3.000 warga mengungsi akibat banjir Arun."
AGAINST = "The Arun Disaster Agency said that 2,100 people have been displaced by the Arun flood."


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".claim-head").wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_load_state("networkidle")


def _quote(page: Page, text: str) -> Locator:
    """The quote or row of these words, with its buttons."""
    blocks = page.locator("[class*=st-key-quote-], [class*=st-key-row-]")
    return blocks.filter(has=page.locator(".words", has_text=text))


def _press(page: Page, text: str, label: str) -> None:
    _quote(page, text).get_by_role("button", name=label, exact=False).click()


def _kinds(data: Path) -> list[str]:
    reviews = load_reviews(data / "reviews.jsonl")
    assert reviews.problems == ()
    return [decision.kind for decision in reviews.decisions]


def test_a_quote_goes_through_all_that_can_be_decided(watched: Page, own_desk: str, own_data: Path) -> None:
    page = watched
    _open(page, f"{own_desk}/{CLAIM}")
    _press(page, SUPPORT, "Confirm")
    _quote(page, SUPPORT).get_by_text("Confirmed by").wait_for()
    page.locator(".claim-head").get_by_text("partly reviewed").wait_for()

    _press(page, SUPPORT, "Decide again")
    _press(page, SUPPORT, "Reject")
    note = _quote(page, SUPPORT).get_by_label("Note", exact=True)
    note.fill("Arun is another valley")
    page.wait_for_timeout(600)  # as long as a hand needs from the keys to the mouse
    page.locator("[data-testid=stSidebar]").get_by_text("Overview").click()
    page.locator("table.claims").wait_for()
    page.locator("[data-testid=stSidebar]").get_by_text("Claim", exact=True).click()
    page.locator(".claim-head").wait_for()
    expect(note).to_have_value("Arun is another valley")

    _press(page, SUPPORT, "Wrong place")
    page.locator(".aside.rejected", has_text=SUPPORT).get_by_text("wrong place: Arun is").wait_for()
    _press(page, SUPPORT, "Undo")
    page.locator(".aside.rejected").wait_for(state="detached")
    _quote(page, SUPPORT).get_by_text("Confirmed by").wait_for()

    _press(page, AGAINST, "Other side")
    _quote(page, AGAINST).get_by_text("Side: supports. The engine had said: contradicts.").wait_for()
    _press(page, AGAINST, "Decide again")
    _press(page, AGAINST, "Correct")
    _quote(page, AGAINST).get_by_label("Date", exact=True).fill("2021-03-04")
    _press(page, AGAINST, "Save the correction")
    _quote(page, AGAINST).get_by_text("Date: 4 Mar 2021. The engine had said: 5 Mar 2021.").wait_for()

    page.get_by_text("Add a passage by hand").click()
    page.get_by_label("Words of the passage").fill("gates dam without warning")
    page.get_by_role("button", name="Choose this").first.click()
    page.get_by_role("button", name="Add to the claim").click()
    page.locator(".decided", has_text="Added by").wait_for()
    assert _kinds(own_data) == [
        "confirmed", "rejected", "withdrawn", "corrected", "corrected", "added",
    ]  # fmt: skip
    page.reload()
    page.locator(".decided", has_text="Added by").wait_for()


def test_single_keys_decide_on_the_next_quote(watched: Page, own_desk: str, own_data: Path) -> None:
    page = watched
    _open(page, f"{own_desk}/{CLAIM}")
    _quote(page, SUPPORT).locator("kbd").first.wait_for()
    page.wait_for_timeout(500)  # what listens to keys comes after what shows them
    page.keyboard.press("y")
    _quote(page, SUPPORT).get_by_text("Confirmed by").wait_for()
    _quote(page, AGAINST).locator("kbd").first.wait_for()
    page.wait_for_timeout(500)
    page.keyboard.press("n")
    note = _quote(page, AGAINST).get_by_label("Note", exact=True)
    note.wait_for()
    note.fill("")
    note.press_sequentially("1 y m 5")  # typed, not pressed
    note.blur()
    page.wait_for_timeout(600)
    page.keyboard.press("5")
    page.locator(".aside.rejected", has_text=AGAINST).get_by_text("copy: 1 y m 5").wait_for()
    assert _kinds(own_data) == ["confirmed", "rejected"]


def test_a_verdict_with_its_reason_goes_into_the_registry(
    watched: Page, own_desk: str, own_data: Path
) -> None:
    page = watched
    before = (own_data / "claims.yaml").read_text(encoding="utf-8")
    _open(page, f"{own_desk}/{CLAIM}")
    page.get_by_role("button", name="Give a verdict").click()
    page.get_by_label("Rationale").fill("Two counts: neither is final.")
    page.get_by_label("Rationale").blur()
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Save the verdict").click()
    page.locator(".judged").get_by_text("Two counts: neither is final.").wait_for()
    after = (own_data / "claims.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before.splitlines()] == before.splitlines()
    assert any("Two counts: neither is final." in line for line in after)
