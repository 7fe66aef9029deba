"""Phrases against a claim that only say that its number is another."""

from __future__ import annotations

import pytest
from desk_cases import make_registry, stance_in

from claimdesk.evidence.other_number import compares
from claimdesk.model import Claim, Interval, Phrase, Quantity
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import read_wording

GUARDS = Claim(
    "guards",
    "Only 60 guards were posted at the fair.",
    (
        Phrase("only 60 guards were posted at the fair", "supports"),
        Phrase("far more guards were posted at the fair", "contradicts"),
        Phrase("jauh lebih banyak penjaga ditempatkan di pasar malam", "contradicts"),
    ),
    quantity=Quantity(Interval(60, 60), ("guards", "penjaga"), "exactly"),
)
PHRASES = [
    ("far more guards were posted", True, "the number alone"),
    ("jauh lebih banyak penjaga ditempatkan", True, "in Indonesian"),
    ("more than 90 guards were posted", False, "its own figure"),
    ("more rain fell at the fair", False, "of something else"),
    ("guards were not posted in larger groups", False, "the deed itself is negated"),
    ("the guards were posted at the harbour", False, "no number at all"),
]
STANCES = [
    ("en", "The city posted 60 guards at the fair.", "supports"),
    ("en", "The city posted 140 guards at the fair.", "contradicts"),
    ("en", "Far more guards were posted at the fair, the mayor said.", "contradicts"),
    ("id", "Kota menempatkan 60 penjaga di pasar malam itu.", "supports"),
]


@pytest.mark.parametrize(("phrase", "found", "note"), PHRASES)
def test_what_only_compares(phrase: str, found: bool, note: str) -> None:
    counted = ClaimReading(GUARDS, ()).counted
    assert counted is not None
    assert compares(read_wording(phrase), counted) is found, note


@pytest.mark.parametrize(("language", "text", "stance"), STANCES)
def test_the_figure_decides(language: str, text: str, stance: str) -> None:
    assert stance_in(make_registry(GUARDS), text, language) == stance
