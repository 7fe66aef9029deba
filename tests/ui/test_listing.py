"""Lists of articles, claims and sources: what a search leaves of them, and how many are on a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import open_page
from page_text import read_page
from registry_steps import open_registry
from streamlit.testing.v1 import AppTest

from claimdesk.ui.listing import holds

SEARCHED = [
    ("", True, "nothing asked for"),
    ("flood", True, "a word in other letters"),
    ("arun FLO", True, "parts of words, in any order"),
    ("flood drought", False, "one of two words"),
    ("  ", True, "white space"),
]


@pytest.mark.parametrize(("text", "held", "note"), SEARCHED, ids=[note for *_, note in SEARCHED])
def test_what_holds_all_words(text: str, held: bool, note: str) -> None:
    assert holds("A Flood at Arun", text) == held, note


def _open(page: str, **parameters: str) -> AppTest:
    if page == "Registry":
        return open_registry(**{"part": "claims", **parameters})
    return open_page("pages/2_Articles.py", **parameters)


LISTS = [
    ("Articles", {"q": "wire bridge"}, "Bridge", "", "an article by outlet and title"),
    ("Articles", {"q": "drought"}, "No title or outlet holds “drought”.", "Published", "no article"),
    ("Registry", {"q": "ARUN"}, "The bridge at Arun collapsed.", "", "a claim"),
    ("Registry", {"q": "drought"}, "No claim holds “drought”.", "The bridge at Arun", "no claim"),
    ("Registry", {"part": "sources", "q": "agency"}, "Wire Agency", "Mayor of Arun", "a source of two"),
    ("Registry", {"part": "sources", "q": "x y"}, "No source holds “x y”.", "Wire Agency", "no source"),
]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(("page", "asked", "said", "unsaid", "note"), LISTS, ids=[one[-1] for one in LISTS])
def test_a_list_is_searched(page: str, asked: dict[str, str], said: str, unsaid: str, note: str) -> None:
    shown = read_page(_open(page, **asked))
    assert said in shown, note
    assert not unsaid or unsaid not in shown, note


def test_sources_stand_fifty_on_a_page(place: Path) -> None:
    path = place / "claims.yaml"
    more = "".join(f"  - {{id: s{number}, name: Ministry {number}}}\n" for number in range(60))
    path.write_text(path.read_text(encoding="utf-8").replace("claims:\n", f"{more}claims:\n"), "utf-8")
    first, second = (read_page(open_registry(part="sources", page=page)) for page in "12")
    assert ("Ministry 47" in first, "Ministry 48" in first) == (True, False)
    assert ("Ministry 47" in second, "Ministry 48" in second) == (False, True)
