"""Hostile texts in every export: word for word, and nothing in them is acted on by what opens the file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hostile_desk import HostileDesk
from lxml import etree

from claimdesk.briefing.export import FormName, Order, render_export
from claimdesk.briefing.glyphs import make_showable, name_hidden
from claimdesk.cli import main
from claimdesk.model import Report

MADE = date(2021, 3, 6)
LANGUAGES = ("en", "id")
# What a spreadsheet takes for a formula: at the beginning of a cell, and behind a separator of other
# countries or the end of a line, which begin one where the program does not heed the quotes around it.
LIVE = re.compile(r'(?:^|[;\t\r\n])"*[=+\-@＝＋－＠]')


@pytest.fixture(scope="module")
def report(hostile_desk: HostileDesk) -> Report:
    """The report on the desk of hostile texts."""
    return hostile_desk.load()


def render(report: Report, form: FormName, language: str = "en") -> bytes:
    """The file on all claims."""
    return render_export(report, Order(form, MADE, language, "report")).data


def iter_quotes(report: Report) -> Iterator[dict[str, str]]:
    """What the rows of a table of quotes must say, in their order."""
    for entry in report.claims:
        for quote in entry.quotes:
            found = report.article(quote.article)
            assert found is not None
            yield {
                "claim": quote.claim, "statement": entry.claim.statement, "article": found.article.id,
                "title": found.article.title, "outlet": found.article.outlet, "text": quote.text,
                "phrase": quote.phrase, "origin_name": quote.origin.name,
            }  # fmt: skip


def test_the_desk_holds_what_was_given(hostile_desk: HostileDesk) -> None:
    """Fields of one line hold it with single spaces; what a field cannot hold is left out of few fields."""
    desk = hostile_desk
    for name, held in desk.held.items():
        assert len(held) >= 0.7 * len(desk.texts), name
        for number, text in held.items():
            if name not in ("quote", "article"):
                assert " ".join(desk.texts[number].split()) in " ".join(text.split()), name
    for name in ("notes", "rationale", "decision", "recipient", "title"):
        for number, text in desk.held[name].items():
            assert text.strip() == desk.texts[number].strip(), name


def test_rows_are_verbatim(report: Report) -> None:
    wanted = list(iter_quotes(report))
    frame = pd.read_parquet(io.BytesIO(render(report, "parquet")))
    rows = list(csv.DictReader(io.StringIO(render(report, "csv").decode("utf-8"), newline="")))
    for found in (frame.to_dict("records"), rows):
        assert [{name: row[name] for name in wanted[0]} for row in found] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_for_a_spreadsheet_runs(report: Report, language: str) -> None:
    data = render(report, "excel", language)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for row, wanted in zip(rows, iter_quotes(report), strict=True):
        for name, text in row.items():
            assert not LIVE.search(text) or _is_number(text), (name, text)
        for name, text in wanted.items():
            assert row[name].replace("'", "") == text.replace("'", ""), name
            assert row[name] == text or LIVE.search(text), name


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_json_is_verbatim(report: Report) -> None:
    told = json.loads(render(report, "json"))
    articles = {one["id"]: one for one in told["articles"]}
    found = [
        {
            "claim": claim["id"], "statement": claim["statement"], "article": quote["article"],
            "title": articles[quote["article"]]["title"], "outlet": articles[quote["article"]]["outlet"],
            "text": quote["text"], "phrase": quote["phrase"], "origin_name": quote["origin_name"],
        }
        for claim in told["claims"]
        for quote in claim["quotes"]
    ]  # fmt: skip
    assert found == list(iter_quotes(report))
    for claim, entry in zip(told["claims"], report.claims, strict=True):
        assert entry.claim.verdict is not None
        assert claim["topic"] == entry.claim.topic
        assert claim["verdict"]["rationale"] == entry.claim.verdict.rationale
        assert claim["verdict"]["by"] == entry.claim.verdict.by


def test_claimreview_cannot_end_the_script_that_it_stands_in(report: Report) -> None:
    assert any("<" in entry.claim.statement for entry in report.claims)
    assert b"<" not in render(report, "claimreview")


def test_claimreview_is_verbatim(report: Report) -> None:
    for one, entry in zip(json.loads(render(report, "claimreview"))["@graph"], report.claims, strict=True):
        claim = entry.claim
        assert claim.verdict is not None
        assert claim.claimed_by is not None
        assert one["claimReviewed"] == one["itemReviewed"]["text"] == claim.statement
        assert one["itemReviewed"]["author"]["name"] == claim.claimed_by.source
        assert claim.verdict.rationale in one["reviewRating"]["ratingExplanation"]
        appearances = one["itemReviewed"].get("appearance", [])
        assert {work["headline"] for work in appearances} == {
            found.article.title
            for quote in entry.by_stance("supports")
            if (found := report.article(quote.article))
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_is_shown_as_text(report: Report, language: str) -> None:
    """As CommonMark with the tables of GitHub reads it: no markup of others, every word there."""
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(render(report, "md", language).decode())
    inner = [one for token in tokens for one in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "link_open",
        "code_inline",
        "fence",
        "code_block",
    }
    said = _fold("\n".join("".join(one.content for one in token.children or ()) for token in tokens))
    for entry in report.claims:
        assert _fold(name_hidden(entry.claim.statement)) in said
        for quote in entry.by_stance("supports"):
            assert _fold(name_hidden(quote.text)) in said
    for one in report.articles:
        assert _fold(name_hidden(one.article.title)) in said


def _fold(text: str) -> str:
    """Without white space, which Markdown and lines of a page fold, and without what keeps words apart."""
    return "".join(text.split()).replace("\u200b", "").replace("\u2060", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_says_it_and_does_nothing(report: Report, language: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    data = render(report, "pdf", language)
    for action in (
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/OpenAction",
        b"/EmbeddedFile",
        b"/URI",
        b"/SubmitForm",
    ):
        assert action not in data, action
    reader = pypdf.PdfReader(io.BytesIO(data))
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]
    assert all("/A" not in link or link["/A"]["/S"] == "/GoTo" for link in links)
    said = _fold("".join(page.extract_text() for page in reader.pages))
    for entry in report.claims:
        statement = _fold(make_showable(entry.claim.statement))
        assert not statement.isascii() or statement in said, statement


def test_a_card_holds_nothing_that_runs_or_loads(report: Report) -> None:
    for entry in report.claims:
        alone = replace(report, claims=(entry,))
        svg = etree.fromstring(render_export(alone, Order("svg", MADE)).data)
        for element in svg.iter():
            name = etree.QName(element).localname
            assert name not in ("script", "foreignObject", "image", "a", "style", "animate", "set"), name
            for key, value in element.attrib.items():
                assert not etree.QName(key).localname.startswith("on"), key
                assert etree.QName(key).localname != "href" or value.startswith("#"), value


COMMANDS = (
    ["check", "--format", "table", "--until", "2021-03-06"],
    ["check", "--format", "table", "--until", "2021-03-06", "--lang", "id"],
    ["lint"],
    ["history"],
    ["history", "--lang", "id"],
    ["diff", "old.yaml", "claims.yaml", "--format", "table", "--until", "2021-03-06"],
    ["verify", "report.json"],
)
OLD = "claims: [{id: claim-0, statement: Once., supports: [the baxbaxbax bridge collapsed]}]\n"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_said_in_a_terminal_is_acted_on(
    hostile_desk: HostileDesk,
    report: Report,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.chdir(hostile_desk.folder)
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("report.json").write_bytes(render(report, "json"))
    code = main(command)
    said = b"".join(capfdbinary.readouterr()).decode()
    assert code in (0, 1), said[-2000:]
    assert "Traceback" not in said
    assert all(char.isprintable() for char in said.replace("\n", "")), sorted(
        {char for char in said if not char.isprintable()}
    )
