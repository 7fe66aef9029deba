"""Signs and the timeline: every status, confidence and basis has one, hidden from screen readers."""

from __future__ import annotations

from datetime import date
from typing import get_args

from page_text import read_markup
from sample_report import build_report

from claimdesk.model import STATUSES, BasisName, ConfidenceName
from claimdesk.ui.markup import render_html
from claimdesk.ui.signs import SEATS, render_bars, render_box, render_tile
from claimdesk.ui.timeline import render_timeline, timeline_end


def test_every_status_has_its_own_tile() -> None:
    assert set(SEATS) == set(STATUSES)
    tiles = {render_html([render_tile(status)]) for status in STATUSES}
    assert len(tiles) == len(STATUSES)
    assert all('aria-hidden="true"' in tile for tile in tiles)


def test_confidence_fills_one_to_three_bars() -> None:
    assert [render_html([render_bars(level)]).count("full") for level in get_args(ConfidenceName)] == [
        1,
        2,
        3,
    ]


def test_every_basis_has_its_own_box() -> None:
    assert len({render_html([render_box(basis)]) for basis in get_args(BasisName)}) == 3


def test_the_timeline_is_in_proportion_to_days() -> None:
    report = build_report()
    entry = report.claim("displaced-3000")
    assert entry is not None
    markup = render_html([render_timeline(entry, report, "en")])
    assert [f"flex-grow:{days}" in markup for days in (1, 5)] == [True, True]
    said, _ = read_markup(markup)
    assert "9 Mar 2021" in said
    assert "Mayor of Arun: 2,100" in said


def test_the_timeline_ends_with_the_evidence() -> None:
    report = build_report(until=date(2026, 1, 1))
    assert timeline_end(report.claims[0], report) == date(2021, 3, 9)
