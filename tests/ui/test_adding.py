"""Articles are added, corrected and taught in the page, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import BODY, field_of, open_page, press, run, type_into
from page_text import read_page
from streamlit.testing.v1 import AppTest

from claimdesk.library.read import load_articles
from claimdesk.library.taught import load_taught
from claimdesk.library.verify import verify_article
from tests.library.retold import OTHER_REPORT, REPORT, REVISED, TRANSLATION

PAGE = "pages/2_Articles.py"


def _open(label: str, **parameters: str) -> AppTest:
    """The page with one fold open."""
    at = open_page(PAGE, **parameters)
    at.session_state[next(one.key for one in at.expander if one.label == label)] = True
    return run(at)


def _paste(at: AppTest, text: str) -> AppTest:
    at.text_area(key="adding-text").set_value(text)
    return press(run(at), "Read it")


def _articles(place: Path) -> dict[str, str]:
    return {article.id: article.body for article in load_articles(place / "articles")}


def test_a_pasted_text_is_confirmed_and_added(place: Path) -> None:
    at = _paste(_open("Add articles"), REPORT)
    assert set(_articles(place)) == {"wire"}
    said = read_page(at)
    assert "Read off the dateline “CONTOHKOTA, CONTOH.com -”." in said
    assert "Not found in the source." in said
    type_into(at, "fact-published-", "2021-05-04")
    press(at, "Add to the library")
    (added,) = set(_articles(place)) - {"wire"}
    assert added.startswith("2021-05-04-contoh-com-sungai")
    assert _articles(place)[added] == REPORT
    assert "Added:" in read_page(at)
    article = next(one for one in load_articles(place / "articles") if one.id == added)
    assert not any("confirmed by nobody" in note for note in article.notes)


def test_the_same_again_is_said(place: Path) -> None:
    at = _paste(_open("Add articles"), REPORT)
    press(at, "Add to the library")
    at = _paste(at, REPORT)
    assert "Already in the library:" in read_page(at)
    assert len(_articles(place)) == 2


@pytest.mark.parametrize("counts", [True, False])
def test_a_translation_is_pointed_out(place: Path, counts: bool) -> None:
    at = _paste(_open("Add articles"), REPORT)
    press(at, "Add to the library")
    at = _paste(at, TRANSLATION)
    assert "This tells an article of the library in other words." in read_page(at)
    if not counts:
        field_of(at.toggle, "fact-copy_of-").set_value(False)
        run(at)
    press(at, "Add to the library")
    copies = [bool(article.copy_of) for article in load_articles(place / "articles")]
    assert sum(copies) == counts


def test_what_cannot_be_added_is_said_and_stays(place: Path) -> None:
    at = _paste(_open("Add articles"), REPORT)
    type_into(at, "fact-published-", "kemarin")
    press(at, "Add to the library")
    assert "“kemarin” is not one day" in read_page(at)
    assert len(_articles(place)) == 1
    assert [one.label for one in at.button if one.label == "Leave it out"]
    press(at, "Leave it out")
    assert not [one.label for one in at.button if one.label == "Leave it out"]


def test_nothing_given_is_said(place: Path) -> None:
    assert "There is nothing to read yet." in read_page(_paste(_open("Add articles"), " "))
    assert set(_articles(place)) == {"wire"}


def test_files_are_read_once_they_are_here(place: Path) -> None:
    at = _open("Add articles")
    field_of(at.button_group, "adding-way").set_value("files")
    run(at)
    assert field_of(at.button, "do-adding-read").disabled
    at.file_uploader[0].set_value([("a.txt", REPORT.encode(), "text/plain")])
    run(at)
    assert not field_of(at.button, "do-adding-read").disabled
    press(at, "Read it")
    press(at, "Add to the library")
    assert len(_articles(place)) == 2


def test_an_address_inside_is_refused(place: Path) -> None:
    at = _open("Add articles")
    field_of(at.button_group, "adding-way").set_value("address")
    run(at)
    type_into(at, "adding-address", "http://127.0.0.1/a")
    press(at, "Read it")
    assert "127.0.0.1 leads to 127.0.0.1" in read_page(at)
    assert set(_articles(place)) == {"wire"}


@pytest.mark.usefixtures("place")
def test_a_past_day_is_only_looked_at() -> None:
    at = open_page(PAGE, until="2021-12-31")
    assert not [one for one in at.expander if one.label == "Add articles"]


def _correct(at: AppTest, way: str) -> AppTest:
    field_of(at.button_group, "correct-way-").set_value(way)
    return run(at)


def test_a_text_is_corrected_and_signed(place: Path) -> None:
    at = _correct(_open("Correct this article", id="wire"), "text")
    at.text_area[0].set_value(BODY.replace("Rain fell.", "Rain fell all night."))
    run(at)
    press(at, "Save the text")
    assert "all night" in _articles(place)["wire"]
    proof = verify_article(place / "articles/wire.md")
    assert proof.state == "edited"
    assert "editor-1" in proof.said


def test_facts_are_corrected(place: Path) -> None:
    at = _open("Correct this article", id="wire")
    type_into(at, "correct-title-", "The bridge of Arun")
    press(at, "Save: these are right")
    assert next(iter(load_articles(place / "articles"))).title == "The bridge of Arun"


def test_a_line_is_taught_and_taken_back(place: Path) -> None:
    at = _correct(_open("Correct this article", id="wire"), "lines")
    type_into(at, "correct-line-", "Rain *")
    assert "1 passage would be no text any more." in read_page(at)
    press(at, "Take it for no text from now on")
    assert load_taught(place / "articles").lines == {"Wire": ("Rain *",)}
    assert [span.of(BODY) for span in next(iter(load_articles(place / "articles"))).never_text] == [
        "Rain fell."
    ]
    press(at, "Take back")
    assert load_taught(place / "articles").lines == {}


def test_two_versions_at_one_address(place: Path) -> None:
    for text in (REPORT, REVISED):
        at = _paste(_open("Add articles"), text)
        type_into(at, "fact-url-", "https://contoh.com/a")
        press(at, "Add to the library")
    revised = [article.revises for article in load_articles(place / "articles")]
    assert sum(map(bool, revised)) == 1
    assert len(_articles(place)) == 3
    assert OTHER_REPORT not in _articles(place).values()
