"""What a figure counts against what a claim counts."""

from __future__ import annotations

import pytest

from claimdesk.model import Interval, Quantity
from claimdesk.text.claim_units import read_counted
from claimdesk.text.reading import Reading
from claimdesk.text.tallies import is_partial
from claimdesk.text.units import counts, find_topic, points_back

DEAD = (["orang tewas", "korban jiwa", "people killed", "deaths"], ["Banjir menewaskan 12 orang."])
TROOPS = (["tentara", "soldiers"], ["5.000 tentara berada di perbatasan."])
LOSSES = (["korban", "casualties"], ["Tentara menderita 100 korban per hari."])
LOAN = (["US dollars", "dolar AS"], ["The bank lends 5 million US dollars."])
SPILT = (["barrels", "tonnes"], ["Fewer than 100 barrels were spilt."])
DAILY = (["porsi", "portions"], ["Dapur memasak 3.000 porsi sehari."])
BURIED = (["orang", "penambang"], ["Sebanyak 40 penambang tertimbun longsor."])
TURNOUT = (["percent", "persen"], ["Turnout was 61 percent."])

CASES = [
    (DEAD, "id", "Sebanyak 15 orang meninggal.", True, "another word for dead"),
    (DEAD, "en", "The storm killed 15 people.", True, "the other language"),
    (DEAD, "id", "Sebanyak 15 orang luka-luka.", False, "injured"),
    (DEAD, "id", "Sebanyak 15 rumah rusak.", False, "houses"),
    (TROOPS, "en", "6,000 troops crossed the border.", True, "another word for soldiers"),
    (TROOPS, "id", "Sebanyak 40 tentara tewas.", False, "the dead are not the present"),
    (LOSSES, "id", "Mereka menderita 120 korban per hari.", True, "the same rate"),
    (LOSSES, "id", "Mereka menderita 120 korban.", False, "no rate"),
    (SPILT, "id", "Yang tumpah 60 barel.", True, "a measure in the other language"),
    (DAILY, "id", "Dapur memasak 3.800 porsi pada 11 Februari.", True, "a count of one day"),
    (DAILY, "id", "Per 11 Februari dapur memasak 3.800 porsi.", False, "a count up to a day"),
    (DAILY, "en", "The kitchen cooked 3,800 portions.", False, "a count of no day"),
    (SPILT, "id", "Yang tumpah 60 liter.", False, "another measure"),
    (BURIED, "id", "Sebanyak 45 orang terkubur.", True, "the state stands in the statement only"),
    (BURIED, "id", "Sebanyak 45 orang tewas.", False, "the dead are not the buried"),
    (LOAN, "en", "The fund will pay US$ 5 million.", True, "currency sign"),
    (LOAN, "id", "Bantuan itu senilai Rp 5 miliar.", False, "another currency"),
    (TURNOUT, "en", "Turnout reached 60%.", True, "percent sign"),
    (TURNOUT, "en", "Turnout reached 60 people.", False, "a count"),
]


@pytest.mark.parametrize(("claim", "language", "text", "fits", "note"), CASES)
def test_counts(claim: tuple[list[str], list[str]], language: str, text: str, fits: bool, note: str) -> None:
    counted = read_counted(Quantity(Interval(1, 1), tuple(claim[0])), claim[1])
    reading = Reading(text, language)
    assert any(counts(figure, counted, reading) for figure in reading.figures) == fits, note


def test_a_bare_count_in_a_passage_about_counting_counts_what_the_lead_counts() -> None:
    counted = read_counted(Quantity(Interval(1, 1), tuple(DEAD[0])), DEAD[1])
    topic = find_topic([Reading("Korban tewas akibat banjir mencapai 15 orang.", "id")])
    assert topic == {"dead"}
    text = "Menurut catatan dinas, jumlahnya 17 orang."
    told, untold = Reading(text, "id", lambda: topic), Reading(text, "id")
    assert any(counts(figure, counted, told) for figure in told.figures)
    assert not any(counts(figure, counted, untold) for figure in untold.figures)
    everybody = Reading("Menurut catatan dinas, korban seluruhnya 17 orang.", "id", lambda: topic)
    assert not any(counts(figure, counted, everybody) for figure in everybody.figures)
    elsewhere = Reading("Rapat dihadiri 17 orang.", "id", lambda: topic)
    assert not any(counts(figure, counted, elsewhere) for figure in elsewhere.figures)


PARTS = [
    ("en", "Officials have counted 9 deaths so far.", [True]),
    ("en", "Nearly 40 victims had been identified and 90 people were missing.", [True, False]),
    ("en", "The toll of 9 is expected to rise.", [True]),
    ("en", "Nine people died.", [False]),
    ("en", "20 people died in the fire, whose cause is under investigation.", [False]),
    ("en", "20 people died in the worst-hit building.", [False]),
    ("en", "20 people died in the worst-hit village.", [True]),
    ("en", "20 people died, and the toll is under review.", [True]),
    ("id", "20 orang tewas, penyebabnya menunggu hasil penyelidikan.", [False]),
    ("id", "20 orang tewas, dan identitas pemilik gedung belum diverifikasi.", [False]),
    ("id", "20 orang tewas, jumlah itu masih diverifikasi.", [True]),
    ("id", "Sebanyak 9 korban telah teridentifikasi.", [True]),
    ("id", "Korban tewas 9 orang dan masih bisa naik.", [True]),
]


@pytest.mark.parametrize(("language", "text", "partial"), PARTS)
def test_counts_that_are_not_over(language: str, text: str, partial: list[bool]) -> None:
    reading = Reading(text, language)
    assert [is_partial(figure, reading) for figure in reading.figures] == partial


@pytest.mark.parametrize(
    ("language", "text", "back"),
    [
        ("id", "Sebanyak 900 tentara itu akan dilatih.", True),
        ("id", "Korban tewas sampai saat ini 900 orang.", False),
        ("id", "Harga rumah itu 900 juta rupiah.", False),
        ("en", "Those 900 soldiers will be trained.", True),
        ("en", "The army sent 900 soldiers.", False),
    ],
)
def test_points_back(language: str, text: str, back: bool) -> None:
    reading = Reading(text, language)
    assert points_back(reading.figures[0], reading) == back
