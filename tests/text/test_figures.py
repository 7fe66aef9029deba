"""Figures in sentences, case by case in both languages, and what holds for every text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.model import Figure, Interval
from claimdesk.text.dates import find_dates
from claimdesk.text.figures import find_figures
from claimdesk.text.tokens import find_tokens

CASES = Path(__file__).parent.parent / "cases"
FLAGS = ("part", "increment", "total")
INTERVAL = re.compile(r"(?P<open>[\[(])(?P<low>[\d.]+), (?P<high>[\d.]+|inf)(?P<close>[\])])")


def _cases() -> list[Any]:
    cases = []
    for language in ("id", "en"):
        groups = yaml.safe_load((CASES / f"figures_{language}.yaml").read_text(encoding="utf-8"))
        for group in groups:
            for row in group["rows"]:
                name = f"{language}: {group['note']}: {row['text'][:50]}"
                cases.append(pytest.param(language, row["text"], row["figures"], id=name))
    return cases


def _interval(written: str) -> Interval:
    """An interval as the tables write it: 14, [10, 20), (5, inf)."""
    match = INTERVAL.fullmatch(written)
    if match is None:
        return Interval(float(written), float(written))
    high = float(match["high"])
    closes = match["close"] == ")" and match["high"] != "inf"
    return Interval(float(match["low"]), high, match["open"] == "(", closes)


def _kind(figure: Figure) -> str:
    words = [figure.kind if figure.kind != "count" else "", figure.currency]
    words += ["per " + figure.per if figure.per else ""]
    return " ".join(word for word in words if word)


def _differences(figure: Figure, written: str) -> list[str]:
    """Where `figure` is not what the table says, in words."""
    text, _, rest = written.partition(" = ")
    interval, kind, unit, states, flags = [*(part.strip() for part in rest.split("|")), "", "", "", ""][:5]
    words = {word.casefold() for word in figure.unit}
    given_flags = {flag for flag in FLAGS if getattr(figure, flag)}
    wrong = {
        f"text {figure.text!r}": figure.text == text,
        f"interval {figure.interval}": figure.interval == _interval(interval),
        f"kind {_kind(figure)!r}": _kind(figure) == kind,
        f"unit {sorted(words)}": words >= set(unit.split()),
        f"states {figure.states}": set(figure.states) == set(states.split()),
        f"flags {sorted(given_flags)}": given_flags == set(flags.split()),
    }
    return [what for what, right in wrong.items() if not right]


@pytest.mark.parametrize(("language", "text", "expected"), _cases())
def test_figures_of_a_sentence(language: str, text: str, expected: list[str]) -> None:
    found = find_figures(text, language)
    assert [figure.text for figure in found] == [written.partition(" = ")[0] for written in expected]
    assert [_differences(figure, written) for figure, written in zip(found, expected, strict=True)] == [
        [] for _ in expected
    ]


def test_about_is_as_wide_as_asked() -> None:
    (figure,) = find_figures("sekitar 200 orang", "id", approximate=0.25)
    assert figure.interval == Interval(150, 250)
    assert figure.approximate
    (exact,) = find_figures("200 orang", "id", approximate=0.25)
    assert not exact.approximate


def test_tokens_may_be_given() -> None:
    text = "Sedikitnya Rp1,5 miliar terkumpul"
    assert find_figures(text, "id", find_tokens(text)) == find_figures(text, "id")


def test_the_unit_stands_where_its_span_says() -> None:
    text = "Lebih dari 10.000 tentara Korea Utara tiba"
    (figure,) = find_figures(text, "id")
    assert figure.unit_span is not None
    assert figure.unit_span.of(text) == "tentara Korea Utara"
    assert figure.number.of(text) == "10.000"


def test_a_figure_of_another_sentence_lends_nothing() -> None:
    text = "Korban tewas 14 orang. Bupati menyebut 20 orang."
    first, second = find_figures(text, "id")
    assert first.states == ("dead",)
    assert second.states == ()


def test_numbers_at_the_start_of_a_line_count_nothing() -> None:
    text = "1. Korban tewas 45 orang\n2. Korban luka 120 orang"
    assert [figure.text for figure in find_figures(text, "id")] == ["45", "120"]


PIECES = st.sampled_from(
    ["14", "10.000", "3-4", "juta", "ribuan", "orang", "tewas", "dan", ",", ".", "(", ")", "“", "lebih dari",
     "dari", "menjadi", "naik", "hingga", "persen", "Rp", "$", "per hari", "tidak ada", "korban jiwa",
     "termasuk", "Kamis (24/10/2024)", "2024", "more than", "of the", "people", "were killed", "between",
     "and", "no one", "Kyiv", "antara", "-an", "\n", "\u200b", "½", "٣", "dua", "seorang", "most of",
     "half", "a", "km/jam"]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=25).map(" ".join), st.text(max_size=60)))
def test_what_holds_for_every_text(text: str) -> None:
    for language in ("id", "en"):
        figures = find_figures(text, language)
        assert all(figure.span.of(text) == figure.text for figure in figures)
        assert all(figure.span.contains(figure.number) for figure in figures)
        assert all(one.span.end <= other.span.start for one, other in pairwise(figures))
        dates = [date.span for date in find_dates(text, language)]
        assert not any(figure.number.overlaps(date) for figure in figures for date in dates)


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "1 " * 5_000, "(" * 20_000, "," * 20_000, "1-" * 5_000, "1:" * 5_000, "1/" * 5_000,
     "orang tewas " * 2_500, "14 orang tewas dan 700 luka, " * 700, "termasuk 1, " * 3_000, "dari 1 " * 5_000,
     "Ab 1 " * 5_000, "antara " * 10_000, "-".join(["satu"] * 5_000)],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    for language in ("id", "en"):
        assert all(figure.span.of(text) == figure.text for figure in find_figures(text, language))


def test_real_articles(shared: Path) -> None:
    """What the five real articles count: the numbers only, since their text stays out of this repository."""
    lows = {}
    for file in sorted((shared / "articles").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        figures = find_figures(text, "id")
        assert all(figure.span.of(text) == figure.text for figure in figures)
        lows[file.name[:3]] = {figure.interval.low for figure in figures if figure.kind == "count"}
    assert {10000, 10800, 500, 11000, 40} <= lows["000"]
    assert {3000, 1500, 10000, 2000, 200000} <= lows["001"]
    assert lows["002"] == {10000}
    assert {10000, 6} <= lows["003"]
    assert {8000, 9000, 10000} <= lows["004"]
