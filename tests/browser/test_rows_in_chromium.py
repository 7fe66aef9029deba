"""A click on a row opens it, also where the list and what it opens are one page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from served import open_desk

LISTS = ["Registry", "Articles"]


@pytest.mark.parametrize("place", LISTS)
def test_a_row_of_a_list_opens_on_the_same_page(watched: Page, desk: str, place: str) -> None:
    open_desk(watched, desk, place)
    row = watched.locator(".desk a[href*='id=']").first
    wanted = str(row.get_attribute("href")).partition("id=")[2].partition("&")[0]
    row.click()
    watched.wait_for_url(f"**/{place}?*id={wanted}*")
    watched.wait_for_timeout(1_500)  # it once went back to the list by itself
    assert f"id={wanted}" in watched.url
