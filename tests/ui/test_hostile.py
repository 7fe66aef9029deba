"""Hostile text wherever somebody else writes: shown exactly as typed, and nothing of it is markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_text import RunPage, read_markup, read_page
from sample_articles import FIRST
from sample_report import QUOTES, ROWS, build_report

from claimdesk.model import Report
from claimdesk.ui.markup import TAGS

HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</div></style><iframe srcdoc='<script>1</script>'>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp;amp; &#60;",
    "**bold** _it_ [a](javascript:1) ![x](https://example.org/x.png)",
    "$\\frac{1}{2}$ :red[x] :material/delete: :smile:",
    "\u202eright to left\u202c and \u200bhidden\u200b",
    "שלום עולם و سلام",
    "{braces} {0} %s {n}",
    "W" * 120,
    "line\u2028separator",
)


def poison(text: str) -> Report:
    """The sample report with `text` wherever a curator or a journalist writes."""
    row = replace(ROWS[0], statement=text, topic=text, verdict=None)
    body = f"{text}\n\n"
    quote = next(one for one in QUOTES if one.claim == row.id)
    quote = replace(
        quote, passage=0, start=0, end=len(text), text=text, matched=(), cues=(), context=(), figure=None,
        origin=replace(quote.origin, name=text), via=(text,),
    )  # fmt: skip
    report = build_report(rows=(row, *ROWS[1:]), quotes=(quote, *QUOTES[1:]))
    entry = report.articles[0]
    passage = replace(entry.passages[0], start=0, end=len(text), kind="text", rule="")
    article = replace(entry.article, body=body, title=text, outlet=text, notes=(text,))
    poisoned = replace(entry, article=article, passages=(passage,), candidates=(), leads=())
    quotes_left = tuple(
        replace(claim, quotes=tuple(one for one in claim.quotes if one.article != FIRST or one.text == text))
        for claim in report.claims
    )
    registry = replace(report.registry, title=text)
    articles = (poisoned, *report.articles[1:])
    return replace(report, articles=articles, registry=registry, claims=quotes_left, problems=(text,))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("script", "parameters"),
    [
        ("dashboard.py", {}),
        ("pages/1_Claim.py", {"id": "deaths-120"}),
        ("pages/2_Articles.py", {}),
        ("pages/2_Articles.py", {"id": FIRST}),
    ],
)
def test_text_of_others_is_shown_as_typed(
    run_page: RunPage, text: str, script: str, parameters: dict[str, str]
) -> None:
    at = run_page(script, poison(text), **parameters)
    assert read_page(at).count(text) >= 2
    for element in at.get("html"):
        if not element.proto.body.startswith("<style>"):
            assert set(read_markup(element.proto.body)[1]) <= TAGS
    assert not at.get("markdown")


@pytest.mark.parametrize("text", HOSTILE)
def test_an_address_is_shown_as_typed(run_page: RunPage, text: str) -> None:
    at = run_page("pages/1_Claim.py", id=text, lang=text, until=text)
    assert read_page(at).count(text) == 3


def test_a_quote_of_three_thousand_characters_is_whole(run_page: RunPage) -> None:
    text = "Sungai naik lagi " * 180
    assert text in read_page(run_page("pages/1_Claim.py", poison(text), id="deaths-120"))
