"""Which quotes stand in a column, which are set aside, and what a quote shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_text import RunPage, read_markup, read_page
from sample_report import QUOTES, ROWS, build_claim, build_report

from claimdesk.evidence.sides import count_reviewed, split_quotes
from claimdesk.model import Reason
from claimdesk.ui.address import Address
from claimdesk.ui.aside import why_aside
from claimdesk.ui.markup import render_html
from claimdesk.ui.quotes import render_quote
from claimdesk.ui.sides import find_ready

# claim, quotes for, quotes against, set aside, rejected
SPLITS = (
    ("deaths-120", 1, 1, 3, 0),  # the later count and two mentions decide nothing
    ("dam-opened", 1, 2, 0, 0),
    ("displaced-3000", 1, 1, 1, 0),  # the earlier count is replaced by the current one
    ("deaths-64", 1, 1, 0, 0),  # superseded: the later statement is all there is against it
    ("road-open", 1, 0, 0, 0),  # undated, but it counts
    ("cholera", 0, 0, 1, 1),
    ("second-dam", 0, 0, 0, 0),
)


@pytest.mark.parametrize(("claim", "supports", "contradicts", "aside", "rejected"), SPLITS)
def test_split(claim: str, supports: int, contradicts: int, aside: int, rejected: int) -> None:
    entry = build_report().claim(claim)
    assert entry is not None
    sides = split_quotes(entry)
    assert [len(one) for one in (sides.supports, sides.contradicts, sides.aside, sides.rejected)] == [
        supports, contradicts, aside, rejected,
    ]  # fmt: skip


def test_no_quote_is_lost_or_doubled() -> None:
    for row in ROWS:
        entry = build_claim(row, QUOTES)
        sides = split_quotes(entry)
        shown = [*sides.supports, *sides.contradicts, *sides.aside, *sides.rejected]
        assert sorted(map(id, shown)) == sorted(map(id, entry.quotes))


def test_a_statement_of_two_origins_stands_once() -> None:
    both = replace(QUOTES[0], also=(QUOTES[1].origin,))
    row = replace(ROWS[0], supports=("agency", "mayor"), contradicts=())
    assert len(split_quotes(build_claim(row, (both,))).supports) == 1


def test_a_quote_shows_who_where_when_and_what_was_read() -> None:
    report = build_report()
    said, _ = read_markup(render_html([render_quote(QUOTES[0], report, Address())]))
    for piece in (
        "Arun Disaster Agency official", QUOTES[0].text, "Warta Arun · digest · 3 Mar 2021",
        "sekitar 120 → 108–132 agrees", "asserts", "hedged: melaporkan", "match 96",
        "Confirmed by editor-1, 8 Mar 2021.",
    ):  # fmt: skip
        assert piece in said


def test_an_empty_side_says_so(run_page: RunPage) -> None:
    said = read_page(run_page("pages/1_Claim.py", id="bridge-down"))
    assert "No origin stands against this within 27 Feb – 5 Mar 2021." in said
    assert "No other origin supports this within 27 Feb – 5 Mar 2021." in said


def test_reviewed_counts_decisive_quotes() -> None:
    entry = build_claim(ROWS[0], QUOTES)
    assert count_reviewed(entry) == (1, 3)


def test_everything_set_aside_says_why() -> None:
    for quote in QUOTES:
        assert why_aside(quote, "en")
    assert why_aside(QUOTES[3], "en") == "said after the time the claim speaks of"


def test_what_each_origin_says_first_stands_before_what_it_says_again(run_page: RunPage) -> None:
    again = [replace(QUOTES[11], start=start) for start in range(9)]
    row = next(row for row in ROWS if row.id == "bridge-down")
    entry = build_claim(row, (*again, QUOTES[12]))
    supports = split_quotes(entry).supports
    assert [quote.origin.id for quote in supports[:2]] == ["mayor", "ministry"]
    report = build_report(rows=(row,), quotes=entry.quotes)
    at = run_page("pages/1_Claim.py", report, id="bridge-down")
    assert "4 more quotes of these origins" in [fold.label for fold in at.expander]
    assert read_page(at).count(QUOTES[11].text) == 5


def test_the_next_quote_is_the_first_decisive_one_that_waits() -> None:
    for claim, ready in (("deaths-120", QUOTES[1]), ("bridge-down", None), ("cholera", None)):
        entry = build_report().claim(claim)
        assert entry is not None
        assert find_ready(split_quotes(entry)) == ready, claim


def test_a_correction_and_a_moved_place_are_said() -> None:
    reasons = (
        Reason.of("decision_corrected", by="", on="2021-03-08", note="see line 2"),
        Reason.of("decision_moved", on="2021-03-08"),
        Reason.of("corrected_stance", now="contradicts", was="supports"),
        Reason.of("corrected_date", now="2021-03", was=""),
        Reason.of("corrected_hedged", now="true", was="false"),
        Reason.of("corrected_origin", now="Mayor", was="Relief Corps\nAgency"),
    )
    quote = replace(QUOTES[1], decision="corrected", reasons=reasons)
    said, _ = read_markup(render_html([render_quote(quote, build_report(), Address())]))
    for piece in (
        "Corrected by a reviewer, 8 Mar 2021: see line 2.", "the same words now stand elsewhere",
        "Side: contradicts. The engine had said: supports.", "Date: 1–31 Mar 2021.", "date unknown",
        "Hedge: hedged. The engine had said: not hedged.", "Relief Corps and Agency",
    ):  # fmt: skip
        assert piece in said
