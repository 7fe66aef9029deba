"""Dates in sentences, and the days they mean."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.model import DateRange
from claimdesk.text import dates
from claimdesk.text.dates import find_dates, resolve_date
from claimdesk.text.datewords import date_words

CASES = Path(__file__).parent.parent / "cases"
PUBLISHED = date(2024, 11, 12)
NUMBERS = [
    "2",
    "24",
    "334",
    "2024",
    "3024",
    "1990",
    "an",
    "dua",
    "two",
    "10",
    "7777",
    "5.432",
    "24.10.24",
    "(",
    "Q3",
]
MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip


def _cases() -> list[Any]:
    cases = []
    for language in ("id", "en"):
        groups = yaml.safe_load((CASES / f"dates_{language}.yaml").read_text(encoding="utf-8"))
        for group in groups:
            for row in group["rows"]:
                name = f"{language}: {group['note']}: {row['text'][:50]}"
                cases.append(pytest.param(language, row["text"], row["dates"], id=name))
    return cases


def _written(found: DateRange) -> str:
    days = str(found.first) if found.first == found.last else f"{found.first}..{found.last}"
    return days if found.precision == "day" else f"{days} {found.precision}"


@pytest.mark.parametrize(("language", "text", "expected"), _cases())
def test_dates_of_a_sentence(language: str, text: str, expected: list[str]) -> None:
    found = [
        f"{one.text} = " + " | ".join(_written(days) for days in resolve_date(one, PUBLISHED))
        for one in find_dates(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected", "note"),
    [
        ("24 Oktober 2024", ["2024-10-24"], "complete in itself"),
        ("tahun 2022", ["2022-01-01..2022-12-31 year"], "complete in itself"),
        ("sejak 2014", ["2014-01-01..2014-12-31 year"], "nobody knows until when"),
        ("24 Oktober", [], "the year is missing"),
        ("Kamis", [], "no week to count from"),
        ("kemarin", [], "no day to count from"),
        ("akhir November", [], "the year is missing"),
    ],
)
def test_without_a_publication_date(text: str, expected: list[str], note: str) -> None:
    (found,) = find_dates(text, "id")
    assert [_written(days) for days in resolve_date(found, None)] == expected, note


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("29 Februari", date(2023, 3, 1), "2024-02-29"),
        ("31 Desember", date(2024, 1, 2), "2023-12-31"),
        ("Senin", date(2024, 11, 11), "2024-11-11"),
        ("tanggal 31", date(2024, 11, 12), "2024-10-31"),
        ("Rabu (1/1)", date(2024, 12, 30), "2025-01-01"),
    ],
    ids=["a leap day", "the turn of the year", "the same day", "a day that this month lacks", "its weekday"],
)
def test_the_nearest_day_that_exists(text: str, published: date, expected: str) -> None:
    (found,) = find_dates(text, "id")
    assert [_written(days) for days in resolve_date(found, published)] == [expected]


def test_days_beyond_the_calendar_give_nothing() -> None:
    (found,) = find_dates("900 tahun lalu", "id")
    assert resolve_date(found, date(800, 1, 1)) == ()


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_full_date_round_trips(day: date) -> None:
    forms = {
        "id": [f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"({day.day}/{day.month}/{day.year})"],
        "en": [f"{day:%B} {day.day}, {day.year}", day.isoformat()],
    }
    for language, texts in forms.items():
        for text in texts:
            (found,) = find_dates(text, language)
            assert resolve_date(found, None) == (DateRange(day, day),)


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.integers(0, 6))
def test_a_bare_weekday_is_the_latest_one(published: date, number: int) -> None:
    names = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    (found,) = find_dates(f"pada {names[number]}", "id")
    (days,) = resolve_date(found, published)
    assert days.first.weekday() == number
    assert timedelta(0) <= published - days.first < timedelta(days=7)


PIECES = st.sampled_from(
    ["24", "Oktober", "2024", "/", "(", ")", "Kamis", "lalu", "pekan", "Minggu", "awal", "hingga", "May",
     "mid-May", "1990-an", "last", "week", "ago", "two", "in", "Q3", "kuartal", "III", "sejak", "31/12/2023",
     ",", ".", "-"]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=20).map(" ".join), st.text(max_size=60)))
def test_what_holds_for_every_text(text: str) -> None:
    for language in ("id", "en"):
        found = find_dates(text, language)
        assert all(one.span.of(text) == one.text for one in found)
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))
        for one in found:
            assert all(days.first <= days.last for days in resolve_date(one, PUBLISHED))


@pytest.mark.parametrize(
    "text", ["1/" * 5_000, "1-" * 5_000, "mid-" * 5_000, "minggu lalu " * 3_000, "(" * 20_000]
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    for language in ("id", "en"):
        assert all(one.span.of(text) == one.text for one in find_dates(text, language))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_text_that_is_passed_over_holds_no_date(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates are not looked for where no word asks for it; looked for all the same, there are none."""
    rng = random.Random(7)
    words = date_words(language)
    rows = [row for terms in words.terms.values() for row in terms.starting.values()]
    listed = {word for row in rows for key, _ in row for word in key}
    pool = [*sorted(listed | words.months.keys() | words.weekdays.keys()), *NUMBERS]
    texts = [rng.choice(" -/").join(rng.choices(pool, k=rng.randint(1, 6))) for _ in range(3_000)]
    found = [find_dates(text, language) for text in texts]
    monkeypatch.setattr(dates, "_is_needed", lambda *_: True)
    assert found == [find_dates(text, language) for text in texts]
    assert any(found)
    assert not all(found)
