"""Dates, numbers, intervals and lists as both languages write them."""

from __future__ import annotations

import math
from datetime import date

import pytest

from claimdesk.messages import (
    render_date,
    render_interval,
    render_list,
    render_number,
    render_period,
    render_stated_date,
)
from claimdesk.model import Interval, StatedDate

INF = math.inf
INTERVALS = [
    # interval, English, Indonesian, why
    (Interval(3000, 3000), "3,000", "3.000", "exact"),
    (Interval(10000, INF), "at least 10,000", "setidaknya 10.000", "no upper bound"),
    (Interval(10000, INF, low_open=True), "more than 10,000", "lebih dari 10.000", "more than"),
    (Interval(0, 8000), "up to 8,000", "hingga 8.000", "nothing below zero is counted"),
    (Interval(-INF, 8000), "up to 8,000", "hingga 8.000", "no lower bound"),
    (Interval(0, 100, high_open=True), "fewer than 100", "kurang dari 100", "open above"),
    (Interval(10800, 13200), "10,800–13,200", "10.800–13.200", "a range"),
    (
        Interval(5000, 10000, low_open=True),
        "more than 5,000, up to 10,000",
        "lebih dari 5.000, hingga 10.000",
        "a range that is open below",
    ),
    (Interval(0, 0), "0", "0", "none at all"),
    (Interval(0, INF), "any number", "berapa pun", "says nothing"),
    (Interval(0, INF, low_open=True), "more than 0", "lebih dari 0", "at least some"),
    (Interval(1.5, 1.5), "1.5", "1,5", "decimal mark"),
]


@pytest.mark.parametrize(("interval", "english", "indonesian", "why"), INTERVALS)
def test_intervals(interval: Interval, english: str, indonesian: str, why: str) -> None:
    assert render_interval(interval, "en") == english, why
    assert render_interval(interval, "id") == indonesian, why


PERIODS = [
    (date(2024, 11, 1), date(2024, 11, 7), "1–7 Nov 2024", "1–7 Nov 2024"),
    (date(2024, 8, 30), date(2024, 9, 4), "30 Aug – 4 Sep 2024", "30 Agu – 4 Sep 2024"),
    (date(2023, 12, 30), date(2024, 1, 2), "30 Dec 2023 – 2 Jan 2024", "30 Des 2023 – 2 Jan 2024"),
    (date(2024, 5, 5), date(2024, 5, 5), "5 May 2024", "5 Mei 2024"),
]


@pytest.mark.parametrize(("first", "last", "english", "indonesian"), PERIODS)
def test_periods(first: date, last: date, english: str, indonesian: str) -> None:
    assert render_period(first, last, "en") == english
    assert render_period(first, last, "id") == indonesian


def test_dates() -> None:
    day = date(2024, 11, 13)
    assert render_date(day, "en") == render_date(day, "id") == "13 Nov 2024"
    assert render_date(day, "en", year=False) == "13 Nov"
    assert render_date(date(2024, 8, 4), "id", long=True) == "4 Agustus 2024"


def test_stated_dates() -> None:
    day = date(2024, 10, 23)
    assert render_stated_date(None, "en") == "date unknown"
    assert render_stated_date(StatedDate(day, day, not_before=True), "en") == "not before 23 Oct 2024"
    assert render_stated_date(StatedDate(day, day, not_before=True), "id") == "paling awal 23 Okt 2024"
    assert render_stated_date(StatedDate(day, date(2024, 10, 25)), "en") == "23–25 Oct 2024"


def test_numbers() -> None:
    assert render_number(1234567, "en") == "1,234,567"
    assert render_number(1234567, "id") == "1.234.567"
    assert render_number(INF, "id") == "∞"


LISTS = [
    ([], "", ""),
    (["A"], "A", "A"),
    (["A", "B"], "A and B", "A dan B"),
    (["A", "B", "C"], "A, B and C", "A, B, dan C"),
]


@pytest.mark.parametrize(("items", "english", "indonesian"), LISTS)
def test_lists(items: list[str], english: str, indonesian: str) -> None:
    assert render_list(items, "en") == english
    assert render_list(items, "id") == indonesian


def test_a_language_that_is_not_there_reads_english() -> None:
    assert render_number(10000, "xx") == "10,000"
    assert render_list(["A", "B"], "xx") == "A and B"
