"""The report on many claims: what it adds to the cards, as PDF and as Markdown."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from briefing_days import MADE
from hostile_texts import TEXTS

from claimdesk.briefing.bundle import Earlier, bundle_report
from claimdesk.briefing.markdown import escape, render_markdown
from claimdesk.briefing.report import render_pages, render_pdf
from claimdesk.briefing.since import find_changes, find_standings, load_standings
from claimdesk.errors import InputError
from claimdesk.model import Report, Verdict
from claimdesk.reporting import render_report


def _read_pdf(data: bytes) -> str:
    """The words of a PDF, without the spaces between them."""
    pypdf = pytest.importorskip("pypdf")
    return "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_pdf_holds_every_claim_and_source(report: Report, language: str) -> None:
    some = replace(report, claims=report.claims[:5])
    bundle = bundle_report(some, language, MADE)
    data = render_pdf(bundle, "light", MADE)
    assert data == render_pdf(bundle, "light", MADE)
    text = _read_pdf(data)
    for entry in some.claims:
        assert "".join(entry.claim.statement.split()) in text
    for article in some.articles:
        assert "".join(article.article.title.split()) in text


def test_the_pages_are_those_of_the_pdf(report: Report) -> None:
    pypdf = pytest.importorskip("pypdf")
    bundle = bundle_report(replace(report, claims=report.claims[:4]), "en", MADE)
    pages = render_pages(bundle, "dark", MADE)
    assert all(page.startswith(b"\x89PNG") for page in pages)
    assert len(pages) == len(pypdf.PdfReader(io.BytesIO(render_pdf(bundle, "dark", MADE))).pages) > 2


def test_of_a_long_report_the_first_pages_are_looked_at(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = bundle_report(replace(report, claims=report.claims[:6]), "en", MADE)
    whole = render_pages(bundle, "light", MADE)
    monkeypatch.setattr("claimdesk.briefing.report.LOOKED_AT", 1)
    assert len(render_pages(bundle, "light", MADE)) < len(whole)


def test_markdown_says_what_the_card_says(report: Report) -> None:
    text = render_markdown(bundle_report(report, "en", MADE))
    for entry in report.claims:
        assert f"## {escape(entry.claim.statement)}" in text
        for quote in entry.by_stance("supports")[:1]:
            assert quote.decision or escape(quote.text) in text
    assert "not reviewed" in text
    assert "Al Jazeera" in text.split("## Sources")[1]


def test_markdown_and_the_pdf_hold_the_whole_rationale(report: Report) -> None:
    words = " ".join(f"*reason* {number}" for number in range(300))
    entry = report.claims[0]
    judged = replace(entry.claim, verdict=Verdict("contested", rationale=f"Because:\n{words}", by="ana"))
    bundle = bundle_report(replace(report, claims=(replace(entry, claim=judged),)), "en", MADE)
    assert escape(f"Because: {words}") in render_markdown(bundle)
    assert "*reason*299" in _read_pdf(render_pdf(bundle, "light", MADE))


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_escapes_what_it_would_act_on(text: str) -> None:
    said = escape(text)
    assert "\n" not in said
    bare = said.replace("\\\\", "")
    for mark in "*_[<#`|":
        assert mark not in bare.replace(f"\\{mark}", "")


LINKS = [
    # text, in Markdown, why
    ("www.example.org", "www&NoBreak;.example.org", "a bare address"),
    ("See WWW.example.org/a", "See WWW&NoBreak;.example.org/a", "in capitals"),
    ("https://example.org", "https&NoBreak;://example.org", "a whole one"),
    ("@ana and ana@example.org", "@&NoBreak;ana and ana@&NoBreak;example.org", "a mention, a mail address"),
    ("12 @ 5", "12 @ 5", "a sign alone"),
    ("www", "www", "no address"),
]


@pytest.mark.parametrize(("text", "said", "why"), LINKS)
def test_markdown_makes_no_links_of_texts(text: str, said: str, why: str) -> None:
    assert escape(text) == said, why


def test_nothing_changed_against_itself(report: Report, tmp_path: Path) -> None:
    assert find_changes(find_standings(report), report, "en") == ()
    file = tmp_path / "report.json"
    file.write_text(json.dumps(render_report(report)), encoding="utf-8")
    assert load_standings(str(file)) == find_standings(report)


def test_words_that_only_moved_are_no_change(report: Report) -> None:
    """As after a correction somewhere before them."""
    moved = [
        replace(
            one,
            quotes=tuple(replace(quote, start=quote.start + 9, end=quote.end + 9) for quote in one.quotes),
        )
        for one in report.claims
    ]
    assert find_changes(find_standings(report), replace(report, claims=tuple(moved)), "en") == ()


def test_changes_are_said(report: Report) -> None:
    before = find_standings(report)
    first, second, third = (entry.claim.id for entry in report.claims[:3])
    before[first] = replace(before[first], status="contested", quotes=frozenset())
    before[second] = replace(before[second], confidence="low")
    del before[third]
    changes = {one.claim: one.said for one in find_changes(before, report, "en")}
    assert set(changes) == {first, second, third}
    assert changes[first].startswith("Contested, now corroborated. ")
    assert "new decisive quotes" in changes[first]
    assert changes[second] == "Low confidence, now moderate confidence."
    assert changes[third] == "New claim."
    assert "Changed since 4 Nov" in render_markdown(
        bundle_report(report, "en", MADE, Earlier("4 Nov", before))
    )


UNKNOWN = {"id": "a", "statement": "A.", "status": 5, "confidence": "low", "verdict": None, "quotes": []}
NO_REPORTS = ["", "[]", '{"claims": [{"id": 1}]}', "[" * 100_000, json.dumps({"claims": [UNKNOWN]})]


@pytest.mark.parametrize("content", NO_REPORTS)
def test_what_is_no_report_is_said(tmp_path: Path, content: str) -> None:
    file = tmp_path / "report.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="this is no report"):
        load_standings(str(file))
