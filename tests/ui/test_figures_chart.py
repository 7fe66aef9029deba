"""Charts: every one has marks, in every shape of figure and both languages, and names no colour itself."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sample_report import ROWS, build_report

from claimdesk.charts import MOST_ROWS, render_figures
from claimdesk.figure_rows import FigureRow, find_figure_rows
from claimdesk.model import Interval, StatedDate
from claimdesk.palette import DARK, LIGHT, REFERENCES

COUNTED = [row.id for row in ROWS if row.quantity]
SHAPES = {
    "exact": Interval(3000, 3000),
    "bounds": Interval(10800, 13200),
    "no upper bound": Interval(10000, math.inf),
    "from zero": Interval(0, 8000),
    "nothing": Interval(0, 0),
    "huge": Interval(5e10, 5e10),
}


KEEPS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "datum.shape == 'dot'": lambda row: row["shape"] == "dot",
    "datum.shape != 'dot'": lambda row: row["shape"] != "dot",
    "datum.shape == 'open'": lambda row: row["shape"] == "open",
    "datum.shape == 'bar'": lambda row: row["shape"] == "bar",
    "datum.counts": lambda row: row["counts"],
    "!datum.counts": lambda row: not row["counts"],
    "datum.left": lambda row: row["left"],
    "!datum.left && datum.shape == 'dot'": lambda row: not row["left"] and row["shape"] == "dot",
    "!datum.left && datum.shape != 'dot'": lambda row: not row["left"] and row["shape"] != "dot",
}


def marks_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The layers of a chart that really draw: what their filters leave of their data is not empty."""
    drawn = []
    for layer in spec["layer"]:
        rows = rows_of(layer.get("data") or spec["data"], spec)
        for step in layer.get("transform", ()):
            rows = [row for row in rows if KEEPS[step["filter"]](row)]
        if rows:
            drawn.append(layer)
    return drawn


def rows_of(data: dict[str, Any], spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a data source, wherever altair has put them."""
    rows: list[dict[str, Any]] = data["values"] if "values" in data else spec["datasets"][data["name"]]
    return rows


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("claim", COUNTED)
def test_every_chart_has_marks(claim: str, language: str) -> None:
    entry = build_report().claim(claim)
    assert entry is not None
    assert entry.claim.quantity is not None
    rows = find_figure_rows(entry, language)
    spec = render_figures(rows, entry.claim.quantity.interval, LIGHT, language).to_dict()
    kinds = {layer["mark"]["type"] for layer in marks_of(spec)}
    assert {"rule", "text", "rect"} <= kinds
    assert kinds & {"point", "tick"}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("claimed", [None, *SHAPES])
def test_every_shape_is_drawn(shape: str, claimed: str | None) -> None:
    row = FigureRow("3 Mar", "Agency", "3,000", SHAPES[shape], True, "ink", "supports")
    spec = render_figures([row], SHAPES[claimed] if claimed else None, REFERENCES, "en").to_dict()
    drawn = [layer["mark"] for layer in marks_of(spec)]
    assert {mark["type"] for mark in drawn} & {"point", "tick"}
    # A constant start has to be a column: a datum beside a field draws an empty chart.
    assert not [layer for layer in spec["layer"] if "datum" in layer["encoding"].get("x", {})]


def test_an_origin_with_two_figures_has_its_own_colour() -> None:
    entry = build_report().claim("deaths-120")
    assert entry is not None
    rows = find_figure_rows(entry, "en")
    assert {row.origin: row.colour for row in rows} == {
        "Arun Disaster Agency": "origin-1",
        "Mayor of Arun": "ink",
    }
    assert [row.counts for row in rows] == [True, True, False, False]


def test_long_charts_are_cut() -> None:
    rows = [FigureRow("3 Mar", "Agency", str(n), Interval(n, n), True, "ink", "supports") for n in range(100)]
    spec = render_figures(rows, None, DARK, "en").to_dict()
    assert len(rows_of(spec["data"], spec)) == MOST_ROWS


def test_colours_come_from_outside() -> None:
    row = FigureRow("3 Mar", "Agency", "3,000", Interval(3000, 3000), True, "origin-1", "supports")
    written = render_figures([row], Interval(1, 2), dict.fromkeys(LIGHT, "rgb(1, 2, 3)"), "en").to_json()
    assert "#" not in written


def test_a_far_figure_does_not_stretch_the_axis() -> None:
    rows = [
        FigureRow("3 Mar", "Agency", "12,000", Interval(12000, 12000), True, "ink", "supports"),
        FigureRow(
            "4 Mar", "Blog", "hundreds of thousands", Interval(200000, math.inf), False, "ink", "supports"
        ),
    ]
    spec = render_figures(rows, None, REFERENCES, "en").to_dict()
    near, far = rows_of(spec["data"], spec)
    assert near["top"] < 20000
    assert (far["shape"], far["low"]) == ("open", far["top"])
    assert far["said"] == "hundreds of thousands (at least 200,000)"
    assert near["said"] == "12,000"


@pytest.mark.parametrize(
    ("text", "widened", "stated"),
    [
        ("hingga 8.000", Interval(0, math.inf), Interval(0, 8000)),
        ("sekitar 10.000", Interval(9000, math.inf), Interval(9000, 11000)),
        ("lebih dari 10.000", Interval(10000, math.inf, True), Interval(10000, math.inf, True)),
    ],
)
def test_figures_of_a_part_are_drawn_with_their_own_bounds(
    text: str, widened: Interval, stated: Interval
) -> None:
    entry = build_report().claim("deaths-120")
    assert entry is not None
    quote = next(quote for quote in entry.quotes if quote.figure)
    assert quote.figure is not None
    figure = replace(quote.figure, text=text, interval=widened)
    one = replace(entry, quotes=(replace(quote, figure=figure, origin=replace(quote.origin, name="")),))
    (row,) = find_figure_rows(one, "en", {quote.article: "id"})
    assert row.interval == stated
    assert row.origin == "not attributed"


# Stated days, how a row says them, note.
DAYS = [
    (StatedDate(date(2024, 10, 24), date(2024, 10, 24)), "24 Oct", "a day"),
    (StatedDate(date(2024, 10, 1), date(2024, 10, 31), "month"), "1–31 Oct", "a month: not its first day"),
    (StatedDate(date(2024, 11, 5), date(2024, 11, 5), not_before=True), "≥ 5 Nov", "the earliest day"),
    (None, "undated", "no day"),
]


@pytest.mark.parametrize(("stated", "said", "note"), DAYS, ids=[row[-1] for row in DAYS])
def test_a_row_says_as_much_of_its_day_as_is_known(stated: StatedDate | None, said: str, note: str) -> None:
    entry = next(one for one in build_report().claims if any(quote.figure for quote in one.quotes))
    quotes = [replace(quote, date=stated) for quote in entry.quotes if quote.figure]
    rows = find_figure_rows(replace(entry, quotes=tuple(quotes)), "en")
    assert {row.day for row in rows} == {said}, note
