"""A desk whose registry or articles could never be read: what is shown, and how it is mended in the page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from desk_steps import REGISTRY, open_page, press, run
from page_text import read_page
from registry_steps import open_registry
from streamlit.testing.v1 import AppTest

from claimdesk.library.read import load_articles
from claimdesk.registry.history import load_history
from claimdesk.registry.read import load_registry
from tests.library.retold import REPORT

BROKEN = REGISTRY.replace("as_of: 2021-03-05", "as_of: 5/3/21").replace("supports:", "suports:")
# what is left of the registry, what the page says of it, where each page but the registry's leads
UNREAD = (
    (BROKEN, ":10:5", "Mend the registry"),
    ("claims: [unclosed", ":1:", "Mend the registry"),
    (None, "There is no registry at", "Begin a registry"),
)


def _links(at: AppTest) -> list[str]:
    return [one.proto.label for one in at.get("page_link")]


def _leave(place: Path, content: str | None) -> None:
    if content is None:
        (place / "claims.yaml").unlink()
    else:
        (place / "claims.yaml").write_text(content, encoding="utf-8")


@pytest.mark.parametrize(("content", "said", "way"), UNREAD)
@pytest.mark.parametrize("script", ["dashboard.py", "pages/1_Claim.py", "pages/4_Briefing.py"])
def test_without_a_registry_every_page_leads_to_where_it_is_mended(
    place: Path, script: str, content: str | None, said: str, way: str
) -> None:
    _leave(place, content)
    at = open_page(script)
    assert "The desk cannot be opened yet." in read_page(at)
    assert said in read_page(at)
    assert way in _links(at)


def test_a_broken_registry_is_mended_in_the_raw_text(place: Path) -> None:
    _leave(place, BROKEN)
    at = open_registry(part="")
    assert "3 problems to mend" in read_page(at)
    assert at.text_area(key="registry-text-area").value == BROKEN
    at.text_area(key="registry-text-area").set_value(REGISTRY)
    at = press(run(at), "Save")
    assert (place / "claims.yaml").read_text(encoding="utf-8") == REGISTRY
    assert "cannot be opened" not in read_page(run(at))
    assert "The bridge at Arun collapsed." in read_page(open_page())
    assert load_history(place / "claims.yaml").entries[-1].by == "editor-1"


def test_articles_are_read_and_added_without_a_registry(place: Path) -> None:
    _leave(place, None)
    at = open_page("pages/2_Articles.py")
    assert "Bridge" in read_page(at)
    assert "Add articles" in [one.label for one in at.expander]


def test_a_registry_is_begun_in_the_page(place: Path) -> None:
    _leave(place, None)
    at = open_registry(part="")
    at.text_input(key="begin-statement").set_value("The bridge at Arun collapsed.")
    at.text_input(key="begin-phrase").set_value("the bridge collapsed")
    at = press(run(at), "Begin the registry")
    (claim,) = load_registry(place / "claims.yaml").claims
    assert claim.statement == "The bridge at Arun collapsed."
    assert at.query_params["id"] in (claim.id, [claim.id])
    assert "The registry begun." in read_page(at)
    (entry,) = load_history(place / "claims.yaml").entries
    assert (entry.kind, entry.by) == ("begun", "editor-1")
    assert claim.statement in read_page(open_page())


def test_a_registry_that_is_no_registry_is_not_begun(place: Path) -> None:
    _leave(place, None)
    at = open_registry(part="")
    at.text_input(key="begin-statement").set_value("a" * 20_000)
    at.text_input(key="begin-phrase").set_value("it fell")
    at = press(run(at), "Begin the registry")
    assert "This was not saved" in read_page(at)
    assert not (place / "claims.yaml").exists()
    assert at.text_input(key="begin-phrase").value == "it fell"


def test_a_registry_that_is_gone_is_put_back_as_it_was_saved(place: Path) -> None:
    at = open_registry(part="text")
    saved = REGISTRY.replace("Flood", "Great flood")
    at.text_area(key="registry-text-area").set_value(saved)
    press(run(at), "Save")
    _leave(place, None)
    at = press(open_registry(part="text"), "Put it back")
    assert (place / "claims.yaml").read_text(encoding="utf-8") == saved
    assert [one.kind for one in load_history(place / "claims.yaml").entries] == ["begun", "saved"]
    assert not read_page(at).count("not there")


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_without_articles_they_are_added_in_the_page(place: Path, folder: str) -> None:
    shutil.rmtree(place / "articles")
    if folder == "empty":
        (place / "articles").mkdir()
    at = open_page()
    assert "There is no article to read yet." in read_page(at)
    assert "The bridge at Arun collapsed." in read_page(at)
    assert "Add articles" in _links(at)
    at = open_page("pages/2_Articles.py")
    at.text_area(key="adding-text").set_value(REPORT)
    at = press(press(run(at), "Read it"), "Add to the library")
    (added,) = load_articles(place / "articles")
    assert added.body == REPORT
    assert "no article to read" not in read_page(run(at))


def test_all_pages_open_without_articles(place: Path) -> None:
    shutil.rmtree(place / "articles")
    for script, given in (
        ("pages/1_Claim.py", {"id": "bridge"}),
        ("pages/3_Registry.py", {"id": "bridge"}),
        ("pages/4_Briefing.py", {"id": "bridge"}),
        ("pages/5_Method.py", {}),
        ("dashboard.py", {"until": "2021-03-06"}),
    ):
        assert "There is no article to read yet." in read_page(open_page(script, **given))
