"""The heat map: which outlets have a column, and what a cell shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from page_text import read_markup
from sample_report import QUOTES, ROWS, build_claim, build_report

from claimdesk.model import Stance
from claimdesk.ui.heat import choose_outlets, count_passages, render_cell
from claimdesk.ui.markup import render_html

# for, against, mentioning, shown
CELLS = (
    (2, 0, 0, "+2"),
    (0, 1, 4, "−1"),
    (1, 2, 0, "+1−2"),
    (0, 0, 2, "· 2"),
    (0, 0, 0, ""),
)


@pytest.mark.parametrize(("plus", "minus", "dots", "shown"), CELLS)
def test_cell(plus: int, minus: int, dots: int, shown: str) -> None:
    counts: Counter[Stance] = Counter({"supports": plus, "contradicts": minus, "mentions": dots})
    said, _ = read_markup(render_html([render_cell("Warta Arun", counts, "en")]))
    assert said == (shown and f"{shown}Warta Arun")


def test_tints_stop_at_three() -> None:
    counts: Counter[Stance] = Counter({"supports": 7})
    assert "sup-3" in render_html([render_cell("x", counts, "en")])


def test_outlets_with_most_passages_come_first_and_ten_at_most() -> None:
    report = build_report()
    outlets, others = choose_outlets(report)
    assert outlets[0] == "Warta Arun"
    assert not others
    articles = tuple(
        replace(report.articles[0], article=replace(report.articles[0].article, id=f"a{n}", outlet=f"o{n}"))
        for n in range(12)
    )
    quotes = tuple(replace(QUOTES[0], article=f"a{n}") for n in range(12))
    many = replace(report, articles=articles, claims=(build_claim(ROWS[0], quotes),))
    outlets, others = choose_outlets(many)
    assert len(outlets) == 10
    assert others
    counts = count_passages(many.claims[0], {f"a{n}": f"o{n}" for n in range(12)}, outlets)
    assert counts[None]["supports"] == 2


def test_rejected_quotes_are_not_counted() -> None:
    entry = next(one for one in build_report().claims if one.claim.id == "cholera")
    counts = count_passages(entry, {"ledger-5": "The Valley Ledger", "sungai": "Kabar"}, ["Kabar"])
    assert counts == {"Kabar": Counter({"mentions": 1})}


def test_articles_without_an_outlet_are_counted_among_the_others() -> None:
    report = build_report()
    first = report.articles[0]
    unnamed = replace(first, article=replace(first.article, outlet=""))
    outlets, others = choose_outlets(replace(report, articles=(unnamed, *report.articles[1:])))
    assert "" not in outlets
    assert others
