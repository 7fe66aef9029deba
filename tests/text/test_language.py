"""The language of phrases and sentences, short ones above all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.language import detect_language
from claimdesk.text.lexicon import LANGUAGES

INDONESIAN = [
    "korban tewas gempa bertambah",
    "banjir rendam ribuan rumah",
    "tsunami terjang pesisir Palu",
    "Presiden lantik menteri",
    "vaksin covid tiba",
    "harga beras naik",
    "polisi tangkap lima tersangka korupsi",
    "inflasi Oktober capai 2,5 persen",
    "massa aksi padati Monas",
    "Israel serang Gaza",
    "AS kirim pasukan",
    "BANJIR DI JAKARTA DAN BOGOR",
    "Kim Jong Un kunjungi Moskow",
    "rupiah melemah terhadap dolar",
    "gunung Semeru erupsi",
    "pemilu curang",
    "tidak ada korban jiwa",
    "buruh tuntut kenaikan upah minimum",
    "partisipasi pemilih turun",
    "WHO umumkan pandemi berakhir",
]
ENGLISH = [
    "death toll rises",
    "flood submerges thousands of homes",
    "tsunami hits Palu coast",
    "covid vaccine arrives",
    "rice prices rise",
    "police arrest five corruption suspects",
    "two million people attended",
    "Israel strikes Gaza",
    "DEATH TOLL RISES",
    "Kim Jong Un visits Moscow",
    "rupiah weakens against dollar",
    "mount Semeru erupts",
    "election fraud claims",
    "no casualties reported",
    "workers demand minimum wage increase",
    "voter turnout falls",
    "vaccine safe",
    "WHO declares pandemic over",
    "the dams did not fail",
    "Jokowi opens dam",
]


@pytest.mark.parametrize("text", INDONESIAN)
def test_indonesian_phrase(text: str) -> None:
    assert detect_language(text) == "id"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_phrase(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", ["", "   ", "12.000", "!?"])
def test_text_without_words_is_indonesian(text: str) -> None:
    assert detect_language(text) == "id"


@given(st.text(max_size=200))
def test_any_text_has_one_of_the_languages(text: str) -> None:
    assert detect_language(text) in LANGUAGES


@pytest.mark.parametrize(("event", "language"), [("cianjur_2022", "id"), ("derna_2023", "en")])
def test_every_phrase_of_a_real_registry(shared: Path, event: str, language: str) -> None:
    lines = (shared / "gold" / "events" / event / "claims.yaml").read_text("utf-8").splitlines()
    phrases = [
        phrase
        for line in lines
        if line.strip().startswith(("statement:", "supports:", "contradicts:"))
        for phrase in line.split('"')[1::2]
    ]
    assert len(phrases) > 30
    assert [phrase for phrase in phrases if detect_language(phrase) != language] == []
