"""Rows give back exactly what was written."""

from __future__ import annotations

import json
import math
from datetime import date

import pytest
from desk_cases import SOURCES, make_article, make_claim
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.model import (
    Article,
    Candidate,
    Claim,
    Figure,
    Interval,
    Origin,
    Passage,
    Quantity,
    Quote,
    Reason,
    Source,
    Span,
    StatedDate,
)
from claimdesk.store.rows import RowReader, RowWriter

texts = st.text(st.characters(), max_size=8)  # lone surrogates too
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
numbers = st.one_of(st.integers(0, 10**9), st.floats(0, allow_nan=False))
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends), high_open=True))
values = st.one_of(texts, st.integers(), st.floats(allow_nan=False), st.booleans(), st.none())
reasons = st.builds(Reason, texts, st.lists(st.tuples(texts, values), max_size=3).map(tuple))
origins = st.builds(Origin, texts, texts, texts, texts, texts)
dates = st.builds(StatedDate, st.dates(), st.dates(), st.just("day"), st.booleans(), st.booleans())
figures = st.builds(
    Figure, spans, spans, texts, intervals, unit=st.lists(texts).map(tuple), unit_span=st.none() | spans
)
quotes = st.builds(
    Quote,
    *(texts, texts, st.integers(), st.integers(), st.integers(), texts, st.just("supports"), st.integers()),
    texts,
    *(st.lists(spans, max_size=3).map(tuple), st.lists(spans, max_size=3).map(tuple)),
    *(st.just("asserts"), st.booleans(), st.booleans(), st.none() | figures, texts, st.none() | dates),
    *(st.just("current"), origins, st.lists(origins, max_size=2).map(tuple)),
    *(st.lists(texts, max_size=2).map(tuple), st.lists(reasons, max_size=4).map(tuple)),
    st.lists(st.tuples(texts, spans), max_size=2).map(tuple),
)


def _there_and_back(objects: list[object]) -> list[object]:
    writer = RowWriter()
    written = json.dumps([[writer.write(one) for one in objects], writer.shared])
    rows, shared = json.loads(written)
    reader = RowReader(shared)
    return [reader.read(type(one), row) for one, row in zip(objects, rows, strict=True)]


@given(st.lists(quotes, max_size=4))
def test_quotes_come_back_as_they_were(found: list[Quote]) -> None:
    assert repr(_there_and_back([*found])) == repr(found)  # repr tells 1, 1.0 and True apart


CASES = [
    (Passage(3, 0, 9, 1, "link", "read also", True), "a passage"),
    (Candidate("a", 0, 4, "text", 3, Reason.of("candidate_figure", figure="5.000")), "a candidate"),
    (make_article("Body.", published=date(2031, 5, 10)), "an article"),
    (SOURCES[0], "a source"),
    (make_claim("c", ["one", "two"], ["three"], must_mention=[["A", "B"], ["C"]]), "a claim"),
    (Quantity(Interval(5, math.inf), ("people",), "at_least"), "an open quantity"),
]


@pytest.mark.parametrize(("value", "note"), CASES, ids=[note for _, note in CASES])
def test_the_model_comes_back_as_it_was(value: object, note: str) -> None:
    assert repr(_there_and_back([value])) == repr([value]), note


def test_equal_numbers_of_other_types_stay_apart() -> None:
    rows: list[object] = [Candidate("a", 0, 1, "x", 1, Reason.of("r", n=one)) for one in (1, 1.0, True)]
    assert repr(_there_and_back(rows)) == repr(rows)


@pytest.mark.parametrize("kind", [Article, Claim, Source, Quote, Passage, Candidate])
def test_every_field_has_a_row(kind: type) -> None:
    from claimdesk.store import rows

    rows._dataclass_writer(kind)
    rows._dataclass_reader(kind)
