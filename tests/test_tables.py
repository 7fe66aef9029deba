"""The report as tables: plain types, the documented columns, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import math
from datetime import timedelta

import pandas as pd
import pytest
from evidence.builders import (
    AS_OF,
    make_article,
    make_claim,
    make_figure,
    make_quantity,
    make_quote,
    make_report,
    with_decision,
)

from claimdesk.columns import QUOTE_COLUMNS
from claimdesk.evidence.assessment import assess_claim
from claimdesk.model import ClaimReport, Quote, Reason, Report, Verdict
from claimdesk.tables import (
    escape_formulas,
    quotes_table,
    render_csv,
)

DAY = timedelta(days=1)
UNTIL = AS_OF + 30 * DAY


def _entry(*quotes: Quote, **values: object) -> ClaimReport:
    claim = make_claim(quantity=make_quantity(300), **values)
    return ClaimReport(claim, assess_claim(claim, quotes, UNTIL), quotes)


def _quotes() -> list[Quote]:
    return [
        make_quote("A", figure=make_figure(334)),
        make_quote("B", "contradicts", figure=make_figure(120), article="wire-2", also=()),
        make_quote("C", "contradicts", timing="earlier", figure=make_figure(45)),
        make_quote("D", "mentions", timing="undated", figure=make_figure(200, math.inf)),
        with_decision(make_quote("E", article="wire-2"), "rejected"),
    ]


def _report() -> Report:
    articles = [make_article(), make_article(id="wire-2", outlet="Daily", published=None)]
    return make_report([_entry(*_quotes()), _entry(id="other")], articles)


@pytest.mark.parametrize("report", [_report(), make_report([_entry()], [])], ids=["quotes", "none"])
def test_columns_and_types_are_as_documented_even_without_rows(report: Report) -> None:
    frame = quotes_table(report)
    assert list(frame.columns) == list(QUOTE_COLUMNS)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        name: kind for name, (kind, _) in QUOTE_COLUMNS.items()
    }


def test_one_row_a_quote_that_survives_parquet_and_csv() -> None:
    frame = quotes_table(_report())
    assert len(frame) == 5
    row = frame.iloc[0]
    assert (row["claim"], row["origin"], row["figure_low"], row["matched"]) == ("flood-dead", "a", 334, "0-5")
    assert frame["published"].tolist()[:2] == ["2031-05-10", ""]
    assert frame["date"].tolist()[3] == ""
    assert math.isnan(frame["figure_high"].iloc[3])
    stored = io.BytesIO()
    frame.to_parquet(stored)
    pd.testing.assert_frame_equal(pd.read_parquet(stored), frame)
    read = pd.read_csv(io.StringIO(frame.to_csv(index=False)))
    assert read["text"].tolist() == frame["text"].tolist()


JUDGED = [
    # verdict, what the table says, why
    (None, ("", ""), "nobody has judged"),
    (Verdict("contested", rationale="Two.\n\nBoth."), ("contested", "Two.\n\nBoth."), "whole"),
    (Verdict("contested", rationale="Two.", proposed=True), ("", ""), "it waits for a second person"),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "said", "why"), JUDGED)
def test_the_verdict_stands_in_each_row(verdict: Verdict | None, said: tuple[str, str], why: str) -> None:
    frame = quotes_table(make_report([_entry(make_quote("A"), verdict=verdict)]))
    assert (frame["verdict"][0], frame["rationale"][0]) == said, why


def test_reasons_are_in_the_wanted_language() -> None:
    report = make_report([_entry(make_quote(reasons=(Reason.of("undated"),)))])
    assert quotes_table(report, "en")["reasons"].tolist() == ["Nothing dates it."]
    assert quotes_table(report, "id")["reasons"].tolist() == ["Tidak ada petunjuk tanggal."]


FORMULAS = [
    *((start, f"{start}cmd", f"'{start}cmd") for start in ("=", "+", "-", "@", "\t", "\r", "＝")),
    ("behind quotes", '"=1+1"', '"\'=1+1"'),
    ("behind a tab", "\t=1+1", "'\t'=1+1"),
    ("in a cell that a semicolon begins", "a;b;=1+1", "a;b;'=1+1"),
    ("in a line of its own", "a\n-1", "a\n'-1"),
    ("none", "a = 1+1, -2; b", "a = 1+1, -2; b"),
]


@pytest.mark.parametrize(("note", "text", "safe"), FORMULAS)
def test_no_cell_starts_like_a_formula(note: str, text: str, safe: str) -> None:
    frame = quotes_table(make_report([_entry(make_quote(text=text, matched=()))]))
    escaped = escape_formulas(frame)
    assert escaped["text"].iloc[0] == safe, note
    assert frame["text"].iloc[0] == text
    assert escaped["score"].iloc[0] == frame["score"].iloc[0]
    assert escaped["claim"].iloc[0] == frame["claim"].iloc[0]


@pytest.mark.parametrize("text", ["one\rtwo", "one\ntwo", "one\r\ntwo", 'a,"b"', "\r", "a;b"])
def test_a_text_stays_in_its_cell(text: str) -> None:
    frame = quotes_table(make_report([_entry(make_quote(text=text, matched=()))]))
    (row,) = csv.DictReader(io.StringIO(render_csv(frame), newline=""))
    assert row["text"] == text
