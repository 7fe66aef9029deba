"""Counts of one thing in several places, told side by side, are no rivals: they add up."""

from __future__ import annotations

import pytest
from desk_cases import at_least, make_claim

from claimdesk.evidence.figure_gate import weigh_figure
from claimdesk.model import Interval, Quantity
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

SEVEN = make_claim(
    "cracks",
    ["ada tujuh retakan di bendungan", "the dam has seven cracks"],
    quantity=Quantity(Interval(7, 7), ("retakan", "cracks")),
    statement="The dam has seven cracks.",
)
MANY = make_claim(
    "boats",
    ["at least 20 boats sank", "sedikitnya 20 kapal tenggelam"],
    quantity=at_least(20, "boats", "kapal"),
    statement="At least 20 boats sank.",
)
CASES = [
    (SEVEN, "en", "There are four cracks on the north side and three cracks on the south side.", "agrees", 7),
    (SEVEN, "id", "Ada empat retakan di sisi utara dan tiga retakan di sisi selatan.", "agrees", 7),
    (SEVEN, "en", "There are four cracks in the wall and another nine cracks in the floor.", "conflicts", 13),
    (SEVEN, "en", "There are two cracks in the wall and three cracks in the floor.", "compatible", 5),
    (SEVEN, "id", "Ada dua retakan di dinding, serta tiga retakan di lantai.", "compatible", 5),
    (SEVEN, "en", "Four cracks in the wall became three cracks in the end.", "conflicts", None),
    (SEVEN, "en", "Some saw four cracks and others three cracks.", "conflicts", None),
    (MANY, "en", "Twelve boats off the cape and nine boats in the strait sank.", "agrees", 21),
    (MANY, "en", "Twelve boats sank off the cape and nine boats sank in the strait.", "conflicts", None),
    (MANY, "id", "Dua belas kapal tenggelam di tanjung.", "conflicts", None),
]


@pytest.mark.parametrize(("claim", "language", "text", "verdict", "total"), CASES)
def test_counts_in_several_places_add_up(
    claim: object, language: str, text: str, verdict: str, total: int | None
) -> None:
    reading = ClaimReading(claim, ())  # type: ignore[arg-type]
    found = weigh_figure(reading, None, Reading(text, language), ())
    assert found.verdict == verdict
    if total is not None:
        assert found.interval == Interval(total, total)
        assert " + " in str(found.reasons[0].values)
