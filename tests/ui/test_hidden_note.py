"""What cannot be seen in a text is said beside it, in the page and in the JSON; the text stays as it is."""

from __future__ import annotations

from dataclasses import replace

from page_text import RunPage, read_page
from sample_report import build_report

from claimdesk.reporting import render_report
from claimdesk.ui.address import Address
from claimdesk.ui.hidden_note import render_hidden
from claimdesk.ui.markup import render_html
from claimdesk.ui.quotes import render_quote

TEXT = "10\u200b.000 \u202etentara\u202c Pent\u0430gon"


def test_what_is_hidden_is_named_by_kind() -> None:
    note = render_hidden(TEXT, "en")
    assert note is not None
    said = render_html([note])
    assert "Characters that cannot be seen: U+200B ZERO WIDTH SPACE." in said
    assert "U+202E RIGHT-TO-LEFT OVERRIDE and U+202C POP DIRECTIONAL FORMATTING." in said
    assert "Letters that look like others: U+0430 CYRILLIC SMALL LETTER A." in said
    assert render_hidden("Sekitar 10.000 tentara", "en") is None


def test_many_are_not_all_named() -> None:
    note = render_hidden("\u200b\u2060\u2061\u2062\u2063\u2064", "en")
    assert note is not None
    assert render_html([note]).count("U+") == 4


def test_a_quote_says_so_and_stays_as_it_is() -> None:
    report = build_report()
    quote = replace(next(one for claim in report.claims for one in claim.quotes), matched=(), cues=())
    entry = report.article(quote.article)
    assert entry is not None
    body = TEXT.ljust(quote.end - quote.start)[: quote.end - quote.start]
    article = replace(entry.article, body=entry.article.body[: quote.start] + body)
    report = replace(
        report,
        articles=tuple(replace(one, article=article) if one is entry else one for one in report.articles),
    )
    said = render_html([render_quote(replace(quote, text=body), report, Address())])
    assert "Look closely." in said
    assert TEXT in said


def test_the_reader_says_so_beside_the_line(run_page: RunPage) -> None:
    report = build_report()
    entry = report.articles[0]
    passage = entry.passages[0]
    body = entry.article.body
    hidden = f"{body[: passage.start]}\u202e{body[passage.start + 1 :]}"
    shown = replace(entry, article=replace(entry.article, body=hidden))
    report = replace(report, articles=(shown, *report.articles[1:]))
    said = read_page(run_page("pages/2_Articles.py", report, id=entry.article.id))
    assert "Characters that turn the direction of writing: U+202E" in said


def test_the_report_tells_where() -> None:
    report = build_report()
    entry = next(one for one in report.claims if one.quotes)
    quote = replace(entry.quotes[0], text=TEXT, end=entry.quotes[0].start + len(TEXT))
    report = replace(report, claims=(replace(entry, quotes=(quote,)),))
    (written,) = render_report(report)["claims"][0]["quotes"]
    found = [
        (one["kind"], TEXT[one["start"] - quote.start : one["end"] - quote.start])
        for one in written["hidden"]
    ]
    assert found == [
        ("invisible", "\u200b"), ("direction", "\u202e"), ("direction", "\u202c"), ("lookalike", "\u0430"),
    ]  # fmt: skip
