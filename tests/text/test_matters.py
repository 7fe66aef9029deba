"""What percentages, sums of money and measures are about."""

from __future__ import annotations

import pytest

from claimdesk.model import Interval, Quantity
from claimdesk.text.claim_units import read_counted
from claimdesk.text.matters import is_limit, matters_of
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts, is_telling

MATTERS = [
    ("en", "By noon 44 percent of the ballots had been tallied.", {"counting"}, "what befell the ballots"),
    ("en", "Only 52 percent of those on the rolls went to the polls.", {"turnout"}, "going to the polls"),
    ("id", "Partisipasi pemilih mencapai 81 persen.", {"turnout"}, "the head before the number"),
    ("id", "Progres jembatan itu baru 35 persen.", {"progress"}, "a head in Indonesian"),
    ("id", "Auditor menemukan kerugian negara Rp50 miliar dalam proyek jembatan.", {"loss"}, "loss, no cost"),
    ("id", "Biaya jembatan itu Rp2 triliun.", {"cost", "spending"}, "a word of two matters"),
    ("en", "The court froze 4 million dollars held by the club.", {"frozen"}, "a verb in its clause"),
    ("en", "He carried 4 million dollars.", set(), "nothing is said of it"),
    ("id", "Gudang itu menyimpan cadangan 40.000 ton.", {"stock"}, "a measure in Indonesian"),
    ("en", "The port took in imports of 40,000 tonnes.", {"imported"}, "a measure in English"),
    ("en", "A reserve of 4 million dollars was kept.", {"holdings"}, "of money what money can be about"),
]


@pytest.mark.parametrize(("language", "text", "expected", "note"), MATTERS)
def test_matters_of_a_figure(language: str, text: str, expected: set[str], note: str) -> None:
    reading = Reading(text, language)
    assert matters_of(reading.figures[0], reading) == expected, note


LIMITS = [
    ("en", "The law caps such gifts at 5,000 dollars.", True, "a verb before it"),
    ("en", "There is a ceiling of 5,000 dollars.", True, "a noun before it"),
    ("en", "Gifts stayed below the 5,000 dollar limit.", False, "something is compared with it"),
    ("en", "They raised 5,000 dollars, within the limit.", False, "a mark stands between"),
    ("id", "Sumbangan dibatasi Rp50 juta per orang.", True, "a verb in Indonesian"),
    ("id", "Mereka menyumbang Rp50 juta.", False, "no limit"),
]


@pytest.mark.parametrize(("language", "text", "expected", "note"), LIMITS)
def test_sums_that_are_limits(language: str, text: str, expected: bool, note: str) -> None:
    reading = Reading(text, language)
    assert is_limit(reading.figures[0], reading) == expected, note


TURNOUT = (
    ["percent", "persen"],
    ["Turnout was above 60 percent.", "more than 60 percent of voters took part"],
)
COST = (["Rp", "rupiah"], ["Biaya jembatan lebih dari Rp2 triliun."])
STOCK = (["ton", "tonnes"], ["Stok jagung di atas 90.000 ton.", "corn reserves exceed 90,000 tonnes"])
NAMED = (["ton jagung", "tonnes of corn"], ["Stok di atas 90.000 ton jagung."])
CLAIMS = [
    (STOCK, "id", "Cadangan jagung kini 120.000 ton.", True, True, "the same matter of a measure"),
    (STOCK, "id", "Panen jagung mencapai 120.000 ton.", False, True, "a harvest and no stock"),
    (STOCK, "en", "Some 120,000 tonnes were imported.", False, True, "imports"),
    (STOCK, "en", "There were 120,000 tonnes left.", True, True, "nothing is told of a measure"),
    (NAMED, "id", "Panen mencapai 120.000 ton jagung.", True, True, "the unit itself names it"),
    (TURNOUT, "en", "By noon 44 percent of the ballots had been tallied.", False, False, "another matter"),
    (TURNOUT, "id", "Sebanyak 71 persen pemilih mencoblos.", True, True, "the same, in the other language"),
    (TURNOUT, "en", "Three in four voters cast a ballot.", True, True, "a share in words"),
    (TURNOUT, "en", "It was 71 percent.", True, False, "nothing is told"),
    (COST, "id", "Auditor menemukan kerugian negara Rp50 miliar.", False, False, "a loss"),
    (COST, "id", "Jembatan itu menelan biaya Rp1,8 triliun.", True, True, "the cost"),
]


@pytest.mark.parametrize(("claim", "language", "text", "fits", "telling", "note"), CLAIMS)
def test_what_a_figure_is_about_decides(
    claim: tuple[list[str], list[str]], language: str, text: str, fits: bool, telling: bool, note: str
) -> None:
    counted = read_counted(Quantity(Interval(1, 1), tuple(claim[0])), claim[1])
    reading = Reading(text, language)
    (figure,) = reading.figures
    assert (counts(figure, counted, reading), is_telling(figure, counted, reading)) == (fits, telling), note
