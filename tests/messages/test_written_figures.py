"""Figures as sources write them, for readers of the other language."""

from __future__ import annotations

import pytest

from claimdesk.messages import render_reason
from claimdesk.messages.figures import render_written_figure
from claimdesk.model import Reason

# written, language of the reader, shown, why
CASES = [
    ("at least 23", "id", "setidaknya 23", "a bound of the other language"),
    ("more than 10,000", "id", "lebih dari 10.000", "its number is written as the reader does"),
    ("sedikitnya 300", "en", "at least 300", "the other way round"),
    ("sedikitnya 300", "id", "sedikitnya 300", "the reader's own language stays verbatim"),
    ("sekitar 12.000", "en", "about 12,000", "an estimate"),
    ("8.000", "en", "8,000", "the reader would take it for eight"),
    ("10,000", "id", "10.000", "and for ten"),
    ("8,000", "en", "8,000", "the reader's own digits"),
    ("sebelas ribu", "en", "11,000", "a number in words"),
    ("sebelas ribu", "id", "sebelas ribu", "which the reader can read"),
    ("10.000–12.000", "en", "10,000–12,000", "a range"),
    ("USD50 miliar", "en", "USD50 miliar", "a currency is not taken away"),
    ("lebih dari Rp 3 miliar", "en", "lebih dari Rp 3 miliar", "nor with a bound"),
    ("Ribuan", "en", "Ribuan", "nobody said 2,000"),
    ("dozens", "id", "dozens", "nobody said 24"),
    ("23", "id", "23", "a bare number"),
]


@pytest.mark.parametrize(("written", "language", "shown", "why"), CASES)
def test_written_figures(written: str, language: str, shown: str, why: str) -> None:
    assert render_written_figure(written, language) == shown, why


def test_names_in_reasons_have_their_figures_in_the_language() -> None:
    reason = Reason.of("aside_undated", count=1, names="BNPB (at least 23)")
    assert "BNPB (setidaknya 23)" in render_reason(reason, "id")
    assert "BNPB (at least 23)" in render_reason(reason, "en")
