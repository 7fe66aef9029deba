"""Hostile text wherever somebody else writes: shown exactly as typed, and nothing of it is markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hostile_texts import HOSTILE, TEXTS
from page_text import RunPage, read_markup, read_nodes, read_page
from sample_report import QUOTES, ROWS, build_report

from claimdesk.model import Article, ArticleReport, Passage, Quote, Report
from claimdesk.ui.address import Address
from claimdesk.ui.claim_header import render_header
from claimdesk.ui.markup import TAGS, render_html
from claimdesk.ui.quotes import render_quote
from claimdesk.ui.reader import render_reading
from claimdesk.ui.reading import read_article

ALL = "all of them"  # the article that holds every text, and the claim that quotes every one
DAY = date(2021, 3, 5)


def build_article(name: str, texts: tuple[str, ...]) -> ArticleReport:
    """An article of that file name, title and outlet, with one passage a text."""
    passages, body = [], ""
    for number, text in enumerate(texts):
        passages.append(Passage(number, len(body), len(body) + len(text), line=number, kind="text"))
        body += f"{text}\n"
    article = Article(name, body, name, name, DAY, notes=(name,))
    return ArticleReport(article, tuple(passages))


def quote_of(claim: str, entry: ArticleReport, number: int) -> Quote:
    """A quote of one passage, said and passed on by somebody of a hostile name."""
    passage = entry.passages[number]
    text = entry.article.body[passage.start : passage.end]
    like = next(one for one in QUOTES if one.figure is None)
    return replace(
        like, claim=claim, article=entry.article.id, passage=number, start=passage.start, end=passage.end,
        text=text, phrase=text, matched=(), cues=(), context=(), also=(), via=(text,), reasons=(),
        stance="supports", speech_act="asserts", decision="",
        timing="current", origin=replace(like.origin, name=text, id=f"origin {text}"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def report() -> Report:
    """Every text as claim, topic, article, title, outlet, file name, speaker, note and remark."""
    articles = [build_article(text, (text,)) for text in TEXTS]
    whole = build_article(ALL, TEXTS)
    rows = [
        replace(
            ROWS[number % len(ROWS)], id=f"claim-{number}", statement=text, topic=text, verdict=None,
            supports=tuple(f"origin {one}" for one in (TEXTS if number == 0 else (text,))),
        )
        for number, text in enumerate(TEXTS)
    ]  # fmt: skip
    quotes = [quote_of(row.id, entry, 0) for row, entry in zip(rows, articles, strict=True)]
    quotes += [quote_of("claim-0", whole, number) for number in range(len(TEXTS))]
    made = build_report(rows=tuple(rows), quotes=tuple(quotes))
    registry = replace(made.registry, title=TEXTS[0])
    return replace(made, articles=(*articles, whole), registry=registry, problems=TEXTS)


def test_the_catalogue_is_long_enough() -> None:
    assert len(set(TEXTS)) == len(HOSTILE) >= 150


# script, parameters, the number of pages of fifty
PAGES = (
    ("dashboard.py", {"sort": "registry"}, 4),
    ("pages/1_Claim.py", {}, 4),
    ("pages/1_Claim.py", {"id": "claim-0"}, 1),
    ("pages/2_Articles.py", {}, 4),
    ("pages/2_Articles.py", {"id": ALL, "claim": "claim-0"}, 1),
)


@pytest.mark.parametrize(("script", "parameters", "pages"), PAGES)
def test_text_of_others_is_shown_as_typed(
    run_page: RunPage, report: Report, script: str, parameters: dict[str, str], pages: int
) -> None:
    said = ""
    for number in range(1, pages + 1):
        at = run_page(script, report, page=str(number), **parameters)
        said += read_page(at)
        for element in at.get("html"):
            if not element.proto.body.startswith("<style>"):
                assert set(read_markup(element.proto.body)[1]) <= TAGS
        assert not at.get("markdown")
    for note, text in HOSTILE:
        assert text in said, note


def test_choices_are_offered_as_typed(run_page: RunPage, report: Report) -> None:
    at = run_page("dashboard.py", report)
    for name in ("topic", "outlet", "origin"):
        assert set(TEXTS) <= set(at.selectbox(key=name).options), name


def _render_all(report: Report) -> Iterator[tuple[str, str, str]]:
    """What each claim's and each article's own page says: a note, the text, markup."""
    address = Address()
    for number, (note, text) in enumerate(HOSTILE):
        claim, article = report.claim(f"claim-{number}"), report.article(text)
        assert claim is not None
        assert article is not None
        yield f"head, {note}", text, render_html([render_header(claim, report, "en")])
        for quote in claim.quotes:
            shown = render_quote(quote, report, address)
            yield f"quote, {note}", quote.text, render_html([shown])
            assert quote.text in "".join(read_nodes([shown.as_data()])), note
        reading = render_reading(read_article(article, report), address)
        yield f"reader, {note}", text, render_html([reading])


def test_a_page_of_its_own_shows_each_text_as_typed(report: Report) -> None:
    for place, text, markup in _render_all(report):
        said, tags = read_markup(markup)
        assert text.replace("\r", "\n") in said.replace("\r", "\n"), place
        assert set(tags) <= TAGS, place


@pytest.mark.parametrize("text", TEXTS[::12])
@pytest.mark.parametrize(
    ("script", "missing"), [("pages/1_Claim.py", "claim"), ("pages/2_Articles.py", "article")]
)
def test_an_address_is_shown_as_typed(run_page: RunPage, text: str, script: str, missing: str) -> None:
    at = run_page(script, id=text, lang=text, until=text)
    said = read_page(at)
    assert said.count(text) >= 3
    assert f"There is no {missing}" in said
