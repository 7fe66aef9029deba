"""Figures of other matters than the claim's: long past, elsewhere, several events, too far off."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from desk_cases import ALIASES, at_least, make_claim

from claimdesk.evidence.figure_gate import FigureVerdict
from claimdesk.evidence.other_matter import is_far_off, weigh_own_figure
from claimdesk.model import Claim, Figure, Interval, Span
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

PUBLISHED = date(2031, 6, 20)
DEAD = make_claim(
    "dead",
    ["60 people died in the mine collapse"],
    quantity=at_least(60, "dead", "deaths", "people killed", "orang tewas", "korban jiwa"),
    statement="At least 60 people died in the collapse of the mine.",
    as_of=date(2031, 6, 18),
)
SUM = make_claim(
    "sum",
    ["nasabah menarik Rp1 triliun"],
    quantity=at_least(1_000_000_000_000, "rupiah", "Rp"),
    statement="Nasabah menarik sedikitnya Rp1 triliun.",
    as_of=date(2031, 6, 18),
)
CLOSED = make_claim(
    "closed",
    ["the airport was closed for five hours"],
    quantity=at_least(5, "hours"),
    statement="The airport was closed for at least five hours.",
    as_of=date(2031, 6, 18),
)
DRIFT = make_claim(
    "drift",
    ["the oil covers 40 square kilometres"],
    quantity=at_least(40, "square kilometres"),
    statement="The oil covers at least 40 square kilometres.",
    as_of=date(2031, 6, 18),
)
CASES = [
    (DEAD, "en", "The collapse killed 74 people.", "agrees", "the matter itself"),
    (
        DEAD,
        "en",
        "In March a blast killed 74 people, according to officials.",
        "elsewhere",
        "a month long past",
    ),
    (DEAD, "en", "In 2019 another pit caved in and 74 people died.", "elsewhere", "a year long past"),
    (DEAD, "id", "Tahun lalu 74 orang tewas di lubang yang sama.", "elsewhere", "a year before its article"),
    (DEAD, "id", "Pada 2019, longsor menewaskan 74 orang.", "elsewhere", "a date set off by a comma"),
    (DEAD, "en", "Some 74 people have been killed since March.", "agrees", "a time that goes on"),
    (DEAD, "en", "So far 74 people died in the March collapse.", "agrees", "a count that holds now"),
    (DEAD, "en", "On 17 June 74 people died.", "agrees", "a date of the claim's own time"),
    (
        DEAD,
        "en",
        "A mine opened in 2019 collapsed on 17 June and 74 people died.",
        "agrees",
        "a later one beside",
    ),
    (
        DEAD,
        "en",
        "The collapse killed 74 people, a tenth of those hired in 2019.",
        "agrees",
        "not its own date",
    ),
    (DEAD, "en", "Before Tuesday they had counted 30 people killed.", "elsewhere", "counted before it"),
    (DEAD, "en", "In a neighbouring district 74 people died.", "elsewhere", "other ground"),
    (DEAD, "id", "Di kabupaten tetangga 74 orang tewas.", "elsewhere", "other ground"),
    (
        DEAD,
        "en",
        "Some miners were dug out elsewhere as the toll rose to 74 people killed.",
        "agrees",
        "apart",
    ),
    (DEAD, "en", "Police also named 74 people killed in an unrelated fire.", "elsewhere", "another matter"),
    (DEAD, "en", "They found 74 people killed in an unrelated ferry accident.", "elsewhere", "another"),
    (DEAD, "id", "Pada kasus yang tidak terkait 74 orang tewas.", "elsewhere", "another matter"),
    (DEAD, "id", "Dalam kecelakaan serupa 74 orang tewas.", "elsewhere", "another matter"),
    (DEAD, "en", "They list eleven collapses, in which 203 people died.", "elsewhere", "several events"),
    (DEAD, "id", "Pada kasus tambang emas bulan lalu, 74 orang tewas.", "elsewhere", "a date that opens"),
    (DEAD, "en", "A kit turned up in 2023 at a plant, where nobody was killed.", "elsewhere", "it goes on"),
    (DEAD, "en", "Two rescuers said that 74 people died.", "agrees", "no events are counted"),
    (DEAD, "en", "No one died, zero deaths were recorded.", "conflicts", "none is an answer, however far"),
    (
        SUM,
        "id",
        "Warsini menarik tabungannya sebesar Rp38 juta.",
        "elsewhere",
        "one customer's sum is far too small",
    ),
    (SUM, "id", "Nasabah menarik Rp800 miliar.", "conflicts", "a rival sum"),
    (SUM, "id", "Nasabah menarik Rp2 triliun per rekening.", "elsewhere", "the share of each"),
    (CLOSED, "en", "The runway stayed closed for nine hours.", "agrees", "the matter is told"),
    (CLOSED, "en", "Schools opened two hours late.", "elsewhere", "hours of something else"),
    (DRIFT, "en", "It has shrunk to 39 square kilometres.", "conflicts", "nothing else is measured"),
    (DRIFT, "en", "On land 26 square kilometres of dune are shut.", "elsewhere", "dune is measured"),
]


@pytest.mark.parametrize(("claim", "language", "text", "verdict", "note"), CASES)
def test_figures_of_other_matters(
    claim: Claim, language: str, text: str, verdict: FigureVerdict, note: str
) -> None:
    read, passage = ClaimReading(claim, ALIASES), Reading(text, language)
    assert weigh_own_figure(read, None, passage, (), PUBLISHED).verdict == verdict, note


# What is told of an event long past, or of one that the matter is compared with.
COMPARED = [
    ("en", "The gravest accident came in 2024, when a dam burst and a wave killed 430 people.", "elsewhere"),
    ("en", "It was the worst disaster since the ferry Alda sank in 2024, killing 304 people.", "elsewhere"),
    ("en", "It was the worst accident since the Alda disaster, which killed 304 people.", "elsewhere"),
    ("en", "It was the deadliest accident since the 2019 flood, which killed 74 people.", "elsewhere"),
    ("en", "It was the deadliest accident since the 2019 flood, killing 74 people.", "agrees"),
    ("en", "The collapse was the deadliest since 2019, killing 74 people.", "agrees"),
    ("en", "It was the worst collapse since the war, officials said, adding that 74 people died.", "agrees"),
    ("id", "Yang terparah terjadi pada 2024, ketika bendungan jebol dan menewaskan 430 orang.", "elsewhere"),
    ("id", "Ini bencana terburuk sejak feri Alda tenggelam pada 2024, menewaskan 304 orang.", "elsewhere"),
    ("id", "Ini kecelakaan terburuk sejak tragedi Alda yang menewaskan 304 orang.", "elsewhere"),
    ("id", "Runtuhnya tambang itu yang terparah sejak 2019, menewaskan 74 orang.", "agrees"),
    ("id", "Itu yang terparah sejak perang, kata petugas yang mencatat 74 orang tewas.", "agrees"),
]


@pytest.mark.parametrize(("language", "text", "verdict"), COMPARED)
def test_what_the_matter_is_compared_with(language: str, text: str, verdict: FigureVerdict) -> None:
    read = ClaimReading(DEAD, ALIASES)
    assert weigh_own_figure(read, None, Reading(text, language), (), PUBLISHED).verdict == verdict


def test_a_comparison_with_the_claims_own_event() -> None:
    own = replace(DEAD, statement="At least 60 people died in the collapse of the mine in Ostrava.")
    passage = Reading("It was the worst accident since the Ostrava collapse, which killed 74 people.", "en")
    assert weigh_own_figure(ClaimReading(own, ALIASES), None, passage, (), PUBLISHED).verdict == "agrees"


def test_a_phrase_may_be_met_by_a_figure_far_off() -> None:
    read, passage = ClaimReading(SUM, ALIASES), Reading("Nasabah menarik Rp38 juta.", "id")
    assert weigh_own_figure(read, read.phrases[0], passage, ()).verdict == "conflicts"
    assert weigh_own_figure(read, None, passage, ()).verdict == "elsewhere"


# stated, claimed, whether nobody can have counted the same thing, note
FAR_OFF = [
    (Interval(0.3, 0.3), Interval(300, math.inf), False, "a thousand times less is the limit"),
    (Interval(0.29, 0.29), Interval(300, math.inf), True, "less than that"),
    (Interval(0, 0.29), Interval(300, math.inf), True, "its top decides"),
    (Interval(0, 0), Interval(300, math.inf), False, "none is an answer"),
    (Interval(300_000, 300_000), Interval(0, 300), False, "a thousand times more is the limit"),
    (Interval(300_001, 300_001), Interval(0, 300), True, "more than that"),
    (Interval(300_001, math.inf), Interval(300, 300), True, "its bottom decides"),
    (Interval(300_001, 300_001), Interval(300, math.inf), False, "an open claim has no top"),
    (Interval(9, 9), Interval(0, 0), False, "nor is anything far from none"),
]


@pytest.mark.parametrize(("stated", "claimed", "far", "note"), FAR_OFF)
def test_figures_of_another_size(stated: Interval, claimed: Interval, far: bool, note: str) -> None:
    figure = Figure(Span(0, 1), Span(0, 1), "9", stated)
    assert is_far_off(figure, claimed) == far, note
    assert not is_far_off(replace(figure, kind="percent"), claimed), "a percentage has one size"
