"""The figure gate and the cue gate on sentences of our own, both languages."""

from __future__ import annotations

import math
from datetime import date

import pytest
from desk_cases import ALIASES, at_least, make_claim

from claimdesk.evidence.comparison import FigureVerdict, compare_intervals
from claimdesk.evidence.cue_gate import CueOutcome, weigh_cues
from claimdesk.evidence.dating import date_article, date_passage
from claimdesk.evidence.figure_gate import deny_figure, weigh_figure
from claimdesk.model import Article, Interval, Quantity, Span
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

INF = math.inf
INTERVALS = [
    (Interval(6000, 6000), Interval(5000, INF), "agrees", "exact inside a lower bound"),
    (Interval(3000, 3000), Interval(5000, INF), "conflicts", "exact below it"),
    (Interval(2000, INF, True), Interval(5000, INF), "compatible", "more than 2,000 may be 6,000"),
    (Interval(5000, INF, True), Interval(5000, INF), "agrees", "more than 5,000 is at least 5,000"),
    (Interval(5000, 5000), Interval(5000, INF, True), "conflicts", "5,000 is not more than 5,000"),
    (Interval(0, 8000), Interval(0, 8000), "agrees", "the same upper bound"),
    (Interval(0, 9000), Interval(0, 8000), "compatible", "a wider one"),
    (Interval(40, INF), Interval(40, 40), "agrees", "at least 40 were 40, as far as known"),
    (Interval(40, INF, True), Interval(40, 40), "conflicts", "more than 40 is not 40"),
    (Interval(10800, 13200), Interval(10000, INF), "agrees", "about 12,000 is at least 10,000"),
]


@pytest.mark.parametrize(("stated", "claimed", "verdict", "note"), INTERVALS)
def test_intervals(stated: Interval, claimed: Interval, verdict: FigureVerdict, note: str) -> None:
    assert compare_intervals(stated, claimed) == verdict, note


TROOPS = make_claim(
    "troops",
    ["5.000 tentara Zandia berada di Lorvania", "5,000 Zandian troops are in Lorvania"],
    quantity=at_least(5000, "tentara", "pasukan", "soldiers", "troops"),
    must_mention=[["Lorvania", "Ostrava"]],
    statement="At least 5,000 Zandian soldiers are in Lorvania.",
)
DEAD = make_claim(
    "dead",
    ["12 orang tewas akibat banjir", "12 people died in the flood"],
    quantity=Quantity(Interval(12, 12), ("orang tewas", "korban jiwa", "people killed", "deaths")),
    statement="Banjir menewaskan 12 orang.",
)
TOLL = Quantity(Interval(20_000, INF), ("dead", "deaths", "people killed", "orang tewas"))
QUAKE_IN_ONE = make_claim("one", ["the quake killed 20,000 people in Zandia"], quantity=TOLL)
QUAKE_IN_BOTH = make_claim("both", ["the quake killed 20,000 people in Zandia and Lorvania"], quantity=TOLL)
FIGURES = [
    (DEAD, "id", "Ada 30 korban yang terdiri dari 12 orang tewas dan 18 orang luka.", "agrees"),
    (DEAD, "en", "The flood struck 30 people, including 12 dead and 18 injured.", "agrees"),
    (QUAKE_IN_ONE, "en", "The quake killed 25,000 people in southern Zandia.", "agrees"),
    (QUAKE_IN_ONE, "en", "The quake killed 25,000 people in Zandia and western Lorvania.", "compatible"),
    (QUAKE_IN_ONE, "id", "Gempa menewaskan 25.000 orang di Lorvania dan Zandia.", "compatible"),
    (QUAKE_IN_ONE, "en", "The quake killed 9,000 people in Zandia and Lorvania.", "conflicts"),
    (QUAKE_IN_BOTH, "en", "The quake killed 25,000 people in Zandia and Lorvania.", "agrees"),
    (QUAKE_IN_BOTH, "en", "The quake killed 9,000 people in Zandia.", "compatible"),
    (QUAKE_IN_BOTH, "en", "The quake killed 9,000 people in Zandia and Lorvania.", "conflicts"),
    (TROOPS, "id", "Sebanyak 6.000 tentara Zandia berada di Lorvania.", "agrees"),
    (TROOPS, "id", "Enam ribu tentara Zandia berada di Lorvania.", "agrees"),
    (TROOPS, "id", "Sebanyak 40 tentara Zandia tewas di Lorvania.", "missing"),
    (TROOPS, "id", "Sebanyak 3.000 tentara Zandia berada di wilayah Ostrava di Lorvania.", "compatible"),
    (TROOPS, "id", "Sebanyak 6.000 tentara Zandia berada di Ostrava.", "agrees"),
    (TROOPS, "id", "Sebanyak 3.000 tentara Zandia berada di Kota Belmar.", "elsewhere"),
    (TROOPS, "id", "Ada 1.000 tentara lagi yang tiba sehingga total menjadi 7.000 tentara.", "agrees"),
    (TROOPS, "en", "Some 6,000 soldiers, including 900 officers, are in Lorvania.", "agrees"),
    (TROOPS, "en", "They spent 6,000 dollars on the parade.", "missing"),
    (DEAD, "id", "Korban jiwa mencapai 12 orang.", "agrees"),
    (DEAD, "id", "Banjir menewaskan 12 warga lanjut usia.", "agrees"),
    (DEAD, "id", "Banjir menewaskan 9 warga lanjut usia.", "compatible"),
    (DEAD, "en", "Another three people were killed overnight.", "compatible"),
    (DEAD, "en", "Another thirty people were killed overnight.", "conflicts"),
    (DEAD, "id", "Tiga orang lagi tewas pada Senin.", "compatible"),
    (DEAD, "en", "Three others died in hospital.", "compatible"),
    (DEAD, "en", "The death toll rose by 3 to 15.", "conflicts"),
    (DEAD, "id", "Sebanyak 12 orang luka-luka.", "missing"),
    (DEAD, "id", "Sebanyak 9 dari 12 korban jiwa adalah anak-anak.", "agrees"),
    (DEAD, "en", "Police have identified 12 bodies so far.", "compatible"),
    (DEAD, "id", "Korban tewas kini 15 orang dan 12 lainnya hilang.", "conflicts"),
    (DEAD, "en", "The flood left 12 people dead and 30 injured.", "agrees"),
    (DEAD, "en", "Rescuers have found 9 bodies so far, and 9 deaths are recorded.", "compatible"),
]


@pytest.mark.parametrize(("claim", "language", "text", "verdict"), FIGURES)
def test_the_figure_gate(claim: object, language: str, text: str, verdict: FigureVerdict) -> None:
    reading = ClaimReading(claim, ALIASES)  # type: ignore[arg-type]
    whole = [Span(0, len(text))]
    assert weigh_figure(reading, reading.phrases[0], Reading(text, language), whole).verdict == verdict


CUES = [
    ("Zandia mengirim pasukan", "Zandia mengirim pasukan ke utara.", "same", "id"),
    ("Zandia mengirim pasukan", "Zandia tidak mengirim pasukan ke utara.", "turned", "id"),
    ("Zandia mengirim pasukan", "Zandia membantah mengirim pasukan ke utara.", "turned", "id"),
    ("Zandia mengirim pasukan", "Zandia akan mengirim pasukan ke utara.", "open", "id"),
    ("Zandia berencana mengirim pasukan", "Zandia berencana mengirim pasukan.", "same", "id"),
    ("Zandia berencana mengirim pasukan", "Zandia mengirim pasukan.", "open", "id"),
    ("Zandia tidak mengirim pasukan", "Zandia mengirim pasukan.", "turned", "id"),
    ("Zandia tidak mengirim pasukan", "Zandia membantah tidak mengirim pasukan.", "turned", "id"),
    ("Zandia did not send troops", "Zandia denied not sending troops.", "turned", "en"),
    ("Zandia had no troops", "Zandia lacked troops.", "same", "en"),
    ("Zandia membantah mengirim pasukan", "Zandia mengirim pasukan.", "turned", "id"),
    ("Zandia membantah mengirim pasukan", "Zandia membantah mengirim pasukan.", "same", "id"),
    ("Zandia membantah mengirim pasukan", "Zandia belum membantah mengirim pasukan.", "turned", "id"),
    ("Zandia sent troops", "Zandia hasn't sent troops.", "turned", "en"),
    ("Zandia sent troops", "Zandia may send troops.", "open", "en"),
    ("Zandia denied sending troops", "Zandia said it never sent troops.", "same", "en"),
    ("Zandia denied sending troops", "Zandia stopped denying that it sent troops.", "turned", "en"),
]


@pytest.mark.parametrize(("phrase", "text", "outcome", "language"), CUES)
def test_the_cue_gate(phrase: str, text: str, outcome: CueOutcome, language: str) -> None:
    reading = Reading(text, language)
    words = ("zandia", "mengirim", "pasukan", "sent", "send", "sending", "troops")
    spans = [token.span for token in reading.tokens if token.lower in words]
    assert weigh_cues(Reading(phrase, language), reading, spans).outcome == outcome


def _article(published: date | None) -> Article:
    return Article("a", "", "Harian Uji", "", published)


def test_a_passage_speaks_of_the_day_it_states_else_of_its_article_s() -> None:
    article = _article(date(2031, 5, 10))
    stated = Reading("Pasukan tiba pada 3 Mei 2031.", "id")
    found, why = date_passage(article, date_article(article, []), {0: stated}, 0, [Span(0, 12)])
    assert found is not None
    assert (found.first, found.from_text, why.code) == (date(2031, 5, 3), True, "dated_text")
    silent, why = date_passage(
        article, date_article(article, []), {0: Reading("Pasukan tiba.", "id")}, 0, [Span(0, 12)]
    )
    assert silent is not None
    assert (silent.first, why.code) == (date(2031, 5, 10), "dated_article")


# passages, and the day that the last one speaks of in an article of 10 May 2031
TOLD = (
    ("en", ("It had announced 63 a day earlier.",), date(2031, 5, 9), "no day was told"),
    ("en", ("On 3 May 40 died.", "A day earlier it had said 63."), date(2031, 5, 2), "told a passage before"),
    ("en", ("On 3 May 40 died, two days later 63.",), date(2031, 5, 5), "told in the same passage"),
    ("en", ("40 died in May.", "The next day 63 had died."), date(2031, 5, 10), "a month is no day"),
    ("en", ("On 3 May 40 died.", "It rained.", "It rained.", "A day earlier 63 had."), date(2031, 5, 9),
     "too far back"),
    ("en", ("On 3 May it stood at 63, up from 12 the day before.",), date(2031, 5, 3), "of another figure"),
    ("id", ("Pada 3 Mei 40 orang tewas.", "Sehari sebelumnya 63."), date(2031, 5, 2), "before"),
    ("id", ("Pada 3 Mei 40 orang tewas.", "Keesokan harinya 63."), date(2031, 5, 4), "after"),
    ("id", ("Pada 3 Mei 40 orang tewas, dua hari kemudian 63.",), date(2031, 5, 5), "counted"),
    ("id", ("BPBD mengoreksi keterangan sehari sebelumnya: 63.",), date(2031, 5, 10), "of an account"),
    ("id", ("Ada 63 dua hari lebih awal dari jadwal.",), date(2031, 5, 10), "compared, not told"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "texts", "day", "note"), TOLD, ids=[row[3] for row in TOLD])
def test_a_day_earlier_counts_from_the_day_told_last(
    language: str, texts: tuple[str, ...], day: date, note: str
) -> None:
    article = _article(date(2031, 5, 10))
    readings = {at: Reading(text, language) for at, text in enumerate(texts)}
    at = texts[-1].index("63")
    found, _ = date_passage(article, date_article(article, []), readings, len(texts) - 1, [Span(at, at + 2)])
    assert found is not None
    assert found.first == day, note


def test_without_a_publication_date_the_latest_past_day_of_the_text_is_the_earliest_it_can_be() -> None:
    texts = ["Rapat digelar 2 Mei 2031.", "Pasukan tiba 4 Mei 2031.", "Pemilu akan digelar pada 9 Juni 2031."]
    found = date_article(_article(None), [Reading(text, "id") for text in texts])
    assert found is not None
    assert (found.first, found.not_before) == (date(2031, 5, 4), True)
    assert date_article(_article(None), [Reading("Pasukan tiba pada Senin.", "id")]) is None


SINCE = [
    (
        "id",
        "Gudang tidak memiliki izin sejak Januari 2031.",
        "what lasts since then lasts until an unknown day",
    ),
    ("en", "The warehouse has had no permit since January 2031.", "the same"),
]


@pytest.mark.parametrize(("language", "text", "note"), SINCE)
def test_since_a_month_dates_nothing_to_that_month(language: str, text: str, note: str) -> None:
    for published in (date(2031, 3, 5), None):
        article = _article(published)
        readings = {0: Reading(text, language)}
        of_article = date_article(article, readings.values())
        stated, _ = date_passage(article, of_article, readings, 0, [Span(0, 10)])
        assert (stated.last if stated else None) == published, note


DENIED = [
    ("id", "Lebih dari 4.000 tentara Zandia berada di Lorvania.", "conflicts", "4,000 or less are no 5,000"),
    ("en", "More than 9,000 Zandian soldiers are in Lorvania.", "compatible", "9,000 or less may be 5,000"),
    (
        "en",
        "Fewer than 6,000 Zandian soldiers are in Lorvania.",
        "agrees",
        "6,000 or more are at least 5,000",
    ),
    ("en", "Exactly 6,000 Zandian soldiers are in Lorvania.", None, "nothing definite is left"),
]


@pytest.mark.parametrize(("language", "text", "verdict", "note"), DENIED)
def test_what_is_left_of_a_denied_bound(
    language: str, text: str, verdict: FigureVerdict | None, note: str
) -> None:
    claim = ClaimReading(TROOPS, ALIASES)
    rest = deny_figure(claim, weigh_figure(claim, None, Reading(text, language), ()))
    assert (rest.verdict if rest else None) == verdict, note


RIVALS = [
    ("id", "Sebanyak 6.000 tentara berada di Lorvania, bukan 900.", "agrees", "the one set against it"),
    ("en", "Officials first said 900 soldiers were in Lorvania, now 6,000 soldiers.", "agrees", "the former"),
    ("en", "In Ostrava alone 900 soldiers are in Lorvania.", "compatible", "one part of the whole"),
]


@pytest.mark.parametrize(("language", "text", "verdict", "note"), RIVALS)
def test_figures_that_step_back(language: str, text: str, verdict: FigureVerdict, note: str) -> None:
    found = weigh_figure(ClaimReading(TROOPS, ALIASES), None, Reading(text, language), ())
    assert found.verdict == verdict, note
