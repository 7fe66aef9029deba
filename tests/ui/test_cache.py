"""The report behind a page: matched once per content, kept while the input is broken, never a traceback."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from desk_steps import open_page
from page_text import read_page
from sample_report import build_report

from claimdesk.desk import Matcher
from claimdesk.model import Article, ArticleEvidence, Decision, Report
from claimdesk.store.reviews import append_decision
from claimdesk.ui import cache

REGISTRY = """\
version: 1
title: Flood
claims:
  - id: bridge
    statement: The bridge at Arun collapsed.
    supports: [the bridge collapsed]
"""
ARTICLE = (
    "---\ntitle: Bridge\noutlet: Ledger\npublished: 2021-03-05\nlanguage: en\n---\nThe bridge collapsed.\n"
)
DAY = date(2021, 3, 10)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a registry and one article, which the dashboard is pointed at."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "articles" / "ledger.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    monkeypatch.setenv("CLAIMDESK_ARTICLES", str(tmp_path / "articles"))
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The engine's two halves, replaced by ones that only note that they ran."""
    noted: list[str] = []

    def find(_: object, article: Article, candidates: bool) -> ArticleEvidence:
        assert not candidates
        noted.append("match")
        return ArticleEvidence(article, (), ())

    def assess(*_: object, until: date, **__: object) -> Report:
        noted.append("assess")
        return build_report(until)

    monkeypatch.setattr("claimdesk.desk.Matcher.find", find)
    monkeypatch.setattr("claimdesk.desk.assess", assess)
    return noted


def test_nothing_is_matched_twice(place: Path, calls: list[str]) -> None:
    cache.load_state(DAY)
    cache.load_state(DAY)
    assert calls == ["match", "assess"]
    cache.load_state(date(2021, 3, 9))
    assert calls == ["match", "assess", "assess"]
    os.utime(place / "articles" / "ledger.md", ns=(1, 1))
    cache.load_state(DAY)
    assert calls == ["match", "assess", "assess"]


def test_changed_content_is_matched_again(place: Path, calls: list[str]) -> None:
    cache.load_state(DAY)
    (place / "articles" / "ledger.md").write_text(ARTICLE + "It rained.\n", encoding="utf-8")
    cache.load_state(DAY)
    assert calls.count("match") == 2
    (place / "claims.yaml").write_text(REGISTRY.replace("the bridge collapsed", "it collapsed"), "utf-8")
    cache.load_state(DAY)
    assert calls.count("match") == 3


def test_what_changes_no_quote_matches_nothing(place: Path, calls: list[str]) -> None:
    cache.load_state(DAY)
    verdict = "    verdict: {status: contested, by: editor-1, on: 2021-03-09}\n    topic: Roads\n"
    (place / "claims.yaml").write_text(REGISTRY.replace("Flood", "Floods") + verdict, encoding="utf-8")
    report = cache.load_state(DAY).report
    assert report is not None
    assert calls == ["match", "assess", "assess"]


@pytest.mark.usefixtures("place")
def test_a_restart_matches_nothing_again(calls: list[str]) -> None:
    cache.load_state(DAY)
    st.cache_resource.clear()
    cache.load_state(DAY)
    assert calls == ["match", "assess", "assess"]


@pytest.mark.parametrize("room", ["parts", "sets"])
def test_damaged_results_are_made_anew(place: Path, room: str) -> None:
    good = cache.load_state(DAY).report
    (damaged, *_) = (place / ".claimdesk" / "results").glob(f"*/{room}/*")
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"?")
    st.cache_resource.clear()
    assert cache.load_state(DAY).report == good
    st.cache_resource.clear()
    assert cache.load_state(DAY).report == good


def test_without_room_for_results_the_desk_opens_all_the_same(place: Path) -> None:
    (place / ".claimdesk").write_text("in the way", encoding="utf-8")
    report = cache.load_state(DAY).report
    assert report is not None
    assert report.claims[0].quotes


def test_a_broken_registry_leaves_the_last_good_report(place: Path, calls: list[str]) -> None:
    assert cache.load_state(DAY).failure == ()
    (place / "claims.yaml").write_text(REGISTRY.replace("statement", "statment"), encoding="utf-8")
    state = cache.load_state(DAY)
    assert state.report is not None
    assert state.good_since is not None
    assert any(f"{place / 'claims.yaml'}:5:5" in str(line) for line in state.failure)
    (place / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    assert cache.load_state(DAY).failure == ()
    assert calls.count("match") == 1


# what is done to the folder, what the page must say
BROKEN = (
    ("claims.yaml", None, "There is no registry at"),
    ("claims.yaml", b"", "claims.yaml"),
    ("claims.yaml", b"claims: [unclosed", "claims.yaml"),
    ("claims.yaml", b"\xff\xfe\x00", "claims.yaml"),
    ("articles/ledger.md", None, "articles"),
)


@pytest.mark.parametrize(("file", "content", "said"), BROKEN)
def test_broken_input_is_said_calmly(place: Path, file: str, content: bytes | None, said: str) -> None:
    if content is None:
        (place / file).unlink()
    else:
        (place / file).write_bytes(content)
    at = open_page()
    page = read_page(at)
    bold = "There is no article to read yet." if "articles" in file else "The desk cannot be opened yet."
    assert bold in page
    assert said in page


@pytest.mark.usefixtures("calls")
def test_a_page_shows_the_problem_above_the_last_good_state(place: Path) -> None:
    at = open_page()
    (place / "claims.yaml").write_text("claims: 7", encoding="utf-8")
    at.run()
    assert not at.exception
    page = read_page(at)
    assert "The newest files cannot be read; you see the desk as of" in page
    assert "claims are contested." in page
    (place / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    assert "cannot be read" not in read_page(at.run())


def test_only_what_is_new_is_read(place: Path, calls: list[str]) -> None:
    cache.load_state(DAY)
    (place / "articles" / "second.md").write_text(ARTICLE, encoding="utf-8")
    cache.load_state(DAY)
    assert calls.count("match") == 2
    (place / "articles" / "second.md").unlink()
    cache.load_state(DAY)
    assert calls.count("match") == 2


def test_a_broken_article_stays_as_it_was_and_its_line_is_said(place: Path) -> None:
    good = cache.load_state(DAY).report
    path = place / "articles" / "ledger.md"
    path.write_text(ARTICLE.replace("outlet: Ledger", "outlet: [Ledger"), encoding="utf-8")
    state = cache.load_state(DAY)
    assert any(f"{path}:3:" in str(line) for line in state.failure)
    assert state.report is not None
    assert good is not None
    assert [entry.article for entry in state.report.articles] == [entry.article for entry in good.articles]
    assert state.report.problems == ()
    path.write_text(ARTICLE, encoding="utf-8")
    assert cache.load_state(DAY).failure == ()


def test_a_broken_registry_holds_back_no_article(place: Path) -> None:
    cache.load_state(DAY)
    (place / "claims.yaml").write_text("claims: 7", encoding="utf-8")
    (place / "articles" / "second.md").write_text(ARTICLE, encoding="utf-8")
    state = cache.load_state(DAY)
    assert state.failure
    assert state.report is not None
    assert len(state.report.articles) == 2


@pytest.mark.usefixtures("calls")
def test_any_change_of_a_file_is_noticed(place: Path) -> None:
    marks = cache.load_state(DAY).marks
    assert not cache.has_changed(marks)
    for path in ("claims.yaml", "articles/ledger.md", "articles/new.txt", "reviews.jsonl"):
        (place / path).write_text(f"{path} is another\n", encoding="utf-8")
        assert cache.has_changed(marks)
        marks = cache.load_state(DAY).marks
    (place / "articles" / "new.txt").unlink()
    assert cache.has_changed(marks)


def test_decisions_beside_the_registry_count(place: Path) -> None:
    report = cache.load_state(DAY).report
    assert report is not None
    quote = report.claims[0].quotes[0]
    decision = Decision(
        "bridge", "ledger", quote.start, quote.end, quote.text, "rejected", DAY, reason="wrong place"
    )
    append_decision(place / "reviews.jsonl", decision)
    report = cache.load_state(DAY).report
    assert report is not None
    assert report.claims[0].quotes[0].decision == "rejected"
    assert report.claims[0].assessment.status == "no evidence"


def test_reviews_that_cannot_be_read_leave_the_rest(place: Path) -> None:
    (place / "reviews.jsonl").mkdir()
    state = cache.load_state(DAY)
    assert state.report is not None
    assert any("reviews.jsonl" in str(line) for line in state.failure)


def test_new_remarks_on_the_folder_are_shown_at_once(place: Path) -> None:
    assert cache.load_state(DAY).report.problems == ()  # type: ignore[union-attr]
    (place / "articles" / "broken.md").write_text("---\ntitle: [unclosed\n---\nText", encoding="utf-8")
    report = cache.load_state(DAY).report
    assert report is not None
    assert any("broken.md" in problem for problem in report.problems)
    (place / "articles" / "broken.md").unlink()
    assert cache.load_state(DAY).report.problems == ()  # type: ignore[union-attr]


def test_an_article_that_changes_while_another_session_reads(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "articles" / "second.md").write_text(ARTICLE, encoding="utf-8")
    find = Matcher.find
    nested: list[object] = []

    def overtake(matcher: Matcher, article: Article, candidates: bool) -> ArticleEvidence:
        if article.id == "second" and not nested:
            nested.append(article)
            (place / "articles" / "ledger.md").write_text(ARTICLE + "It rained.\n", encoding="utf-8")
            with ThreadPoolExecutor(1) as other:
                nested.append(other.submit(cache.load_state, DAY).result(20).report)
        return find(matcher, article, candidates)

    monkeypatch.setattr("claimdesk.desk.Matcher.find", overtake)
    monkeypatch.setattr(cache, "_match", inspect.unwrap(cache._match))
    monkeypatch.setattr(cache, "_report", inspect.unwrap(cache._report))
    report = cache.load_state(DAY).report
    assert report is not None
    assert nested[1] is not None
    assert len(report.articles) == 2
