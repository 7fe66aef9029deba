"""Days as people type them become the days that a correction holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.errors import UsageError
from claimdesk.evidence.corrections import parse_stated_date, write_stated_date
from claimdesk.ui.markup import render_html
from claimdesk.ui.typed_date import read_typed_date, render_understood, settle_day

# what is typed, what a correction holds, note
TYPED = (
    ("5 Nov 2024", "2024-11-05", "a short month"),
    ("5 November 2024", "2024-11-05", "a month of both languages"),
    ("5 Mei 2024", "2024-05-05", "an Indonesian month"),
    ("Nov 5, 2024", "2024-11-05", "the month first"),
    ("Selasa, 5 November 2024", "2024-11-05", "with a weekday"),
    ("5/11/2024", "2024-11-05", "figures: the day comes first in either language"),
    ("05.11.2024", "2024-11-05", "figures with points"),
    (" 2024-11-05 ", "2024-11-05", "ISO, with spaces around it"),
    ("1-5 Nov 2024", "2024-11-01/2024-11-05", "several days"),
    ("Nov 2024", "2024-11", "a month"),
    ("since 1 Nov 2024", "2024-11-01/..", "not before a day"),
    ("2024-11-01/..", "2024-11-01/..", "the same in ISO"),
    ("", "", "nothing: the date is unknown"),
    ("31/2/2024", None, "no day of the calendar"),
    ("5 Nov", None, "a year is missing"),
    ("last week", None, "no day in itself"),
    ("5 Nov 2024 or so", None, "more than a day"),
    ("9" * 5000, None, "no end of figures"),
)


@pytest.mark.parametrize(("typed", "held", "note"), TYPED, ids=[note for *_, note in TYPED])
def test_a_day_is_read_as_people_type_it(typed: str, held: str | None, note: str) -> None:
    assert read_typed_date(typed) == held, note


@given(st.dates())
def test_what_a_form_shows_first_is_read_as_it_was(day: object) -> None:
    shown = write_stated_date(parse_stated_date(str(day)))
    assert read_typed_date(shown) == shown


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(typed: str) -> None:
    read = read_typed_date(typed)
    assert read is None or write_stated_date(parse_stated_date(read)) == read


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        ("5/11/2024", "en", "5 Nov 2024"),
        ("since 1 Nov 2024", "en", "not before 1 Nov 2024"),
        ("next week", "en", "No day is understood."),
    ],
)
def test_what_was_understood_is_said(typed: str, language: str, said: str) -> None:
    assert said in render_html([render_understood(typed, language)])


@pytest.mark.parametrize(
    ("typed", "day"),
    [("12 Maret 2025", "2025-03-12"), ("2025-03-12", "2025-03-12"), ("12/3/2025", "2025-03-12"), (" ", "")],
)
def test_one_day_is_settled(typed: str, day: str) -> None:
    assert settle_day(typed, "id") == day


@pytest.mark.parametrize("typed", ["kemarin", "Maret 2025", "1-5 Nov 2024", "2025-02-30"])
def test_what_is_not_one_day_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="2025-03-12"):
        settle_day(typed, "en")
