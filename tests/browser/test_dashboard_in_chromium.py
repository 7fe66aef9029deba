"""What a fact-checker does first, in a real browser: open the desk, click a claim, read who says what."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from served import open_desk

from claimdesk.palette import DARK, LIGHT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright")

PLACES = (
    "?",
    "Claim?id=displaced-3000&",
    "Claim?id=long-one&",
    "Claim?id=odd-one&",
    "Articles?",
    "Articles?id=ledger-4&",
    "Method?",
    "Claim?id=no-such-one&",
)
# width, colour scheme, language
WAYS = ((1400, "light", "en"), (1400, "dark", "id"), (400, "light", "id"), (400, "dark", "en"))


def test_a_click_opens_a_claim_and_its_quotes_are_there(watched: Page, desk: str) -> None:
    open_desk(watched, desk)
    watched.locator("table.claims tr.row", has_text="At least 3,000 people").locator("td.status").click()
    watched.locator(".claim-head h1", has_text="At least 3,000 people have been displaced").wait_for()
    assert re.search(r"/Claim\?.*id=displaced-3000", watched.url)
    supports = watched.locator(".quote", has_text="Relief Corps")
    assert supports.locator(".words").inner_text() == (
        "Korps Bantuan mengatakan lebih dari 3.000 warga mengungsi akibat banjir Arun."
    )
    assert "3.000" in supports.locator("mark").first.inner_text()
    against = watched.locator(".quote", has_text="Arun Disaster Agency")
    assert "2,100 people" in against.locator(".words").inner_text()
    watched.locator("[class*=st-key-chart] svg .mark-rule line").first.wait_for(state="attached")


def test_a_quote_leads_to_its_place_in_the_article_and_back(watched: Page, desk: str) -> None:
    open_desk(watched, desk, "Claim?id=dam-opened")
    against = watched.locator("[class*=st-key-quote-]", has_text="Otoritas Bendungan Arun membantah")
    against.get_by_text("Read in article").first.click()
    focused = watched.locator(".reader .passage.focus")
    focused.wait_for()
    assert focused.inner_text() == (
        "Otoritas Bendungan Arun membantah pintu bendungan Arun dibuka tanpa peringatan."
    )
    watched.locator(".margin a", has_text="The gates of the Arun dam").click()
    watched.locator(".claim-head").wait_for()
    assert "id=dam-opened" in watched.url


def test_the_keyboard_opens_a_claim_and_the_way_back_keeps_the_filters(watched: Page, desk: str) -> None:
    open_desk(watched, desk)
    watched.get_by_placeholder("Search statements").fill("gates")
    watched.wait_for_url("**q=gates**")
    watched.locator("table.claims tr.row").nth(1).wait_for(state="detached")
    watched.locator("table.claims tr.row a").focus()
    watched.keyboard.press("Enter")
    watched.locator(".claim-head").wait_for()
    watched.go_back()
    watched.locator("table.claims").wait_for()
    watched.wait_for_url("**q=gates**")
    assert watched.locator("table.claims tr.row").count() == 1


def test_the_language_changes_in_place_and_stays_in_the_address(watched: Page, desk: str) -> None:
    open_desk(watched, desk, "Claim?id=displaced-3000")
    watched.get_by_text("Indonesia", exact=True).click()
    watched.locator(".side-head h2", has_text="Mendukung").wait_for()
    assert "lang=id" in watched.url
    watched.reload()
    watched.locator(".side-head h2", has_text="Mendukung").wait_for()


@pytest.mark.parametrize(("width", "scheme", "language"), WAYS)
def test_nothing_runs_over_in_any_theme_language_or_width(
    watched: Page, desk: str, width: int, scheme: str, language: str
) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    paper = (DARK if scheme == "dark" else LIGHT)["paper"]
    for place in PLACES:
        open_desk(watched, desk, f"{place}lang={language}")
        wide = watched.evaluate("() => [...document.querySelectorAll('html, [data-testid=stMain]')]"
                                ".map((one) => one.scrollWidth - one.clientWidth)")  # fmt: skip
        assert max(wide) <= 0, (place, wide)
        painted = watched.locator(".stApp").evaluate("(app) => getComputedStyle(app).backgroundColor")
        assert painted == f"rgb({', '.join(str(int(paper[at : at + 2], 16)) for at in (1, 3, 5))})"
        said = watched.locator(".stMain").inner_text()
        assert "Traceback" not in said


def test_source_text_stays_text(watched: Page, desk: str) -> None:
    open_desk(watched, desk, "Articles?id=ledger-4")
    watched.locator(".stMain", has_text="example.org/x.png").wait_for()
    said = watched.locator(".stMain").inner_text()
    for typed in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![gambar](https://example.org/x.png)",
    ):
        assert typed in said
    assert "The <b>Valley</b> Ledger" in said
    assert watched.locator(".stMain .desk :is(script, img, iframe, svg)").count() == 0


def test_print_and_the_clean_view_hide_the_controls(watched: Page, desk: str) -> None:
    watched.emulate_media(color_scheme="dark")
    open_desk(watched, desk, "Claim?id=displaced-3000")
    watched.emulate_media(media="print", color_scheme="dark")
    assert not watched.locator("[data-testid=stSidebar]").is_visible()
    printed = watched.locator(".claim-head h1").evaluate("(head) => getComputedStyle(head).color")
    assert printed == "rgb(22, 25, 29)"
    watched.emulate_media(media="screen")
    open_desk(watched, desk, "Claim?id=displaced-3000&view=clean")
    assert not watched.locator("[data-testid=stSidebar]").is_visible()
    watched.get_by_text("Leave the clean view").click()
    watched.locator("[data-testid=stSidebar]").wait_for()


@pytest.mark.parametrize(("width", "media"), [(1000, "screen"), (794, "print")])
def test_the_table_has_room_for_its_claims(watched: Page, desk: str, width: int, media: str) -> None:
    open_desk(watched, desk)
    watched.set_viewport_size({"width": width, "height": 1000})
    watched.emulate_media(media="print" if media == "print" else "screen")
    for cell in watched.locator("table.claims td.statement").all():
        box = cell.bounding_box()
        assert box is not None
        assert box["width"] > 150
    assert not watched.locator("[class*=st-key-tools]").first.is_visible() or media == "screen"


def test_a_typed_day_counts_as_soon_as_it_is_whole(watched: Page, desk: str) -> None:
    open_desk(watched, desk)
    watched.locator("[data-testid=stDateInput] [role=spinbutton]").first.click()
    watched.keyboard.type("05032021", delay=30)
    watched.wait_for_url("**until=2021-03-05**")
    watched.locator(".note", has_text="as it was known on 5 Mar 2021").wait_for()


def test_a_click_on_a_passage_tells_which_claims_and_why(watched: Page, desk: str) -> None:
    open_desk(watched, desk, "Articles?id=warta-3")
    passage = watched.locator(".reader .text .passage").first
    number = passage.get_attribute("data-passage")
    notes = watched.locator(f".reader .notes [data-passage='{number}']")
    reason = notes.locator("details li").first
    assert not reason.is_visible()
    passage.hover()
    assert "lit" in (notes.first.get_attribute("class") or "")
    passage.click()
    reason.wait_for()
    boxes = [one.bounding_box() for one in watched.locator(".reader .notes > *").all()]
    tops = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert all(above[1] <= below[0] for above, below in pairwise(tops)), "notes overlap"


def test_a_broken_address_is_answered(watched: Page, desk: str) -> None:
    open_desk(watched, desk, "Claim?id=displaced-300")
    watched.get_by_text("There is no claim “displaced-300”.").wait_for()
    watched.get_by_text("Open displaced-3000").click()
    watched.locator(".claim-head").wait_for()
