"""A fact-checker edits the registry in a real browser: sees what changes, saves, loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimdesk.registry.read import load_registry

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api").expect

FORM = "Registry?id=displaced-3000"
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".stMain .desk").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.locator(STILL).wait_for()


def _claim(data: Path, name: str = "displaced-3000") -> list[str]:
    claim = load_registry(data / "claims.yaml").claim(name)
    assert claim is not None
    return [phrase.text for phrase in claim.phrases]


def test_the_way_back_into_another_language_keeps_the_claim(watched: Page, own_desk: str) -> None:
    _open(watched, f"{own_desk}/{FORM}&lang=en")
    watched.get_by_text("Indonesia", exact=True).click()
    watched.get_by_role("heading", name="Registri", exact=True).wait_for()
    watched.wait_for_url("**lang=id**")
    watched.go_back()
    watched.get_by_role("heading", name="Registry", exact=True).wait_for()
    watched.wait_for_timeout(2_000)  # a control of options is heard once more when its words have changed
    watched.locator(STILL).wait_for()
    assert "id=displaced-3000" in watched.url
    watched.locator("[class*=st-key-voice-statement]").wait_for()
    expect(watched.get_by_role("radio", name="Claims", exact=True)).to_be_checked()


def test_a_phrase_is_seen_in_its_effect_saved_and_undone(
    watched: Page, own_desk: str, own_data: Path
) -> None:
    page, before = watched, (own_data / "claims.yaml").read_bytes()
    _open(page, f"{own_desk}/{FORM}")
    phrase = page.get_by_label("Phrases that support it", exact=False).last
    phrase.press_sequentially("gates dam opened without warning", delay=20)
    page.get_by_text("quote gained", exact=False).first.wait_for()
    assert (own_data / "claims.yaml").read_bytes() == before
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Claim displaced-3000 edited.").wait_for()
    assert "gates dam opened without warning" in _claim(own_data)
    page.get_by_role("button", name="Undo: claim displaced-3000 was edited").click()
    page.get_by_role("button", name="Redo: claim displaced-3000 was edited").wait_for()
    assert (own_data / "claims.yaml").read_bytes() == before


def test_a_statement_typed_right_before_saving_is_saved(watched: Page, own_desk: str, own_data: Path) -> None:
    page = watched
    _open(page, f"{own_desk}/{FORM}")
    page.get_by_label("Notes", exact=True).fill("Seen twice.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Claim displaced-3000 edited.").wait_for()
    assert "notes: Seen twice." in (own_data / "claims.yaml").read_text(encoding="utf-8")


def test_a_draft_outlives_other_pages_and_a_new_session(watched: Page, own_desk: str) -> None:
    page = watched
    _open(page, f"{own_desk}/{FORM}")
    topic = page.get_by_label("Topic", exact=True)
    topic.fill("Half a thought")
    page.get_by_text("Discard the draft").wait_for()
    page.locator("[data-testid=stSidebar]").get_by_text("Overview").click()
    page.locator("table.claims").wait_for()
    page.locator("[data-testid=stSidebar]").get_by_text("Registry", exact=True).click()
    expect(topic).to_have_value("Half a thought")
    page.reload()
    page.get_by_text("This is your draft of").wait_for()
    expect(topic).to_have_value("Half a thought")
    page.get_by_role("button", name="Discard the draft").click()
    expect(topic).not_to_have_value("Half a thought")


def test_the_raw_text_shows_where_a_problem_is(watched: Page, own_desk: str, own_data: Path) -> None:
    page, before = watched, (own_data / "claims.yaml").read_text(encoding="utf-8")
    _open(page, f"{own_desk}/Registry?part=text")
    area = page.get_by_label("The registry as text")
    area.fill(before + "  - id: dam\n    statment: A dam.\n")
    area.blur()
    page.get_by_text("problems to mend").wait_for()
    page.locator(".problem a").first.click()
    selected = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert area.evaluate(selected).startswith(("statment", "id", "- id", "dam"))
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_timeout(500)
    assert (own_data / "claims.yaml").read_text(encoding="utf-8") == before
    area.fill(before.replace("title: ", "title: The "))
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("The text edited.").wait_for()
    after = (own_data / "claims.yaml").read_text(encoding="utf-8")
    assert after == before.replace("title: ", "title: The ")


def test_two_people_edit_one_claim_and_one_of_them_chooses(
    watched: Page, own_desk: str, own_data: Path
) -> None:
    page, path = watched, own_data / "claims.yaml"
    _open(page, f"{own_desk}/{FORM}")
    page.get_by_label("Topic", exact=True).fill("Mine")
    page.get_by_text("Discard the draft").wait_for()
    topic = next(line for line in path.read_text(encoding="utf-8").splitlines() if "topic:" in line)
    path.write_text(path.read_text(encoding="utf-8").replace(topic, "    topic: Theirs", 1), encoding="utf-8")
    page.get_by_text("Somebody else changed the same meanwhile.").wait_for()
    page.get_by_role("button", name="Keep yours").click()
    page.get_by_role("button", name="Keep yours").wait_for(state="detached")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Claim displaced-3000 edited.").wait_for()
    assert "topic: Mine" in path.read_text(encoding="utf-8")


def test_from_a_sentence_in_the_reader_to_a_phrase(watched: Page, own_desk: str, own_data: Path) -> None:
    page = watched
    _open(page, f"{own_desk}/Articles?id=warta-3")
    page.locator(".reader .para").first.wait_for()
    page.locator(".reader a.use").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Wording, shortened", exact=True).wait_for()
    page.locator("[data-testid=stSelectbox] [role=combobox], [data-testid=stSelectbox] input").first.click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Add as contradicting phrase").click()
    page.get_by_text("Discard the draft").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("edited.", exact=False).first.wait_for()
    assert (own_data / "claims.history.jsonl").is_file()


@pytest.mark.parametrize("place", ["Registry", FORM, "Registry?part=text", "Registry?part=sources"])
def test_nothing_runs_over_on_a_phone(watched: Page, own_desk: str, place: str) -> None:
    page = watched
    page.set_viewport_size({"width": 390, "height": 844})
    _open(page, f"{own_desk}/{place}")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
