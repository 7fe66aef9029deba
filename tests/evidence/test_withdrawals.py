"""Figures that the same article takes back support nothing as current."""

from __future__ import annotations

import pytest
from desk_cases import make_article, make_claim, make_registry, read_quotes

from claimdesk.model import Interval, Quantity

DEAD = make_claim(
    "dead",
    ["12 orang tewas akibat banjir", "12 people died in the flood"],
    quantity=Quantity(Interval(12, 12), ("orang tewas", "korban jiwa", "people killed", "deaths", "orang")),
)
SAID = "BPBD menyebut 12 orang tewas akibat banjir"
TOLD = "The agency said 12 people died in the flood"
CASES = [
    ("id", f"Semula {SAID}, lalu meralatnya menjadi sembilan.", "mentions", "set right in one sentence"),
    (
        "id",
        f"Sebelumnya {SAID}. Belakangan, angka itu dikoreksi menjadi sembilan.",
        "mentions",
        "in the next",
    ),
    ("id", f"{SAID}. Angka itu kemudian diralat menjadi sembilan.", "mentions", "later"),
    ("id", f"{SAID}. Data tersebut belakangan ditarik.", "mentions", "withdrawn"),
    ("id", "Berita kami menyebut 12 orang tewas akibat banjir. Angka itu keliru.", "mentions", "own mistake"),
    ("id", f"{SAID}. Angka itu keliru, kata Rudi Hartawan.", "supports", "somebody else judges it"),
    ("id", f"{SAID}. Angka itu sudah dikoreksi dari sembilan.", "supports", "it is the corrected one"),
    ("id", f"{SAID}. Angka itu sama dengan data polisi.", "supports", "nothing is taken back"),
    ("id", f"{SAID}, lalu meralatnya menjadi 12 orang tewas.", "supports", "the same again"),
    ("en", f"{TOLD}. The figure was later corrected to nine.", "mentions", "passive"),
    ("en", f"{TOLD}. It later revised that figure to nine.", "mentions", "active"),
    ("en", "Our report said 12 people died in the flood. That figure was wrong.", "mentions", "own mistake"),
    ("en", f"{TOLD}. The figure was corrected from nine.", "supports", "it is the corrected one"),
    ("en", f"{TOLD}. The figure covers two districts.", "supports", "nothing is taken back"),
]


@pytest.mark.parametrize(("language", "text", "stance", "note"), CASES)
def test_a_figure_that_is_taken_back(language: str, text: str, stance: str, note: str) -> None:
    quotes = read_quotes(make_registry(DEAD), make_article(text, language))
    assert quotes[0].stance == stance, note


def test_the_words_that_take_it_back_deny_it() -> None:
    quotes = read_quotes(make_registry(DEAD), make_article(f"{TOLD}. That figure was wrong.", "en"))
    assert [quote.stance for quote in quotes] == ["mentions", "contradicts"]
