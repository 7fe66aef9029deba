"""Answers to what was said some sentences before: what they are nominated for, and what ends that."""

from __future__ import annotations

import pytest
from made_registries import make_passages

from claimdesk.matching.nominate import build_nominator
from claimdesk.model import Claim, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.reading import Reading

SAID = "Wali kota menjual tanah desa, kata Rukmini."
CASES = [
    # sentences after the accusation, the last of which answers; whether it is nominated, note
    (["Wali kota menyanggah tudingan itu."], True, "the next sentence"),
    (
        ["Tanah itu seluas 3 hektare.", "Wali kota menyanggah tudingan itu."],
        True,
        "what came since accuses nobody",
    ),
    (["\u201cBuktinya ada pada saya.\u201d", "Wali kota membantah keras."], True, "a quotation goes on"),
    (["Tanah itu luas.", "Wali kota membantahnya."], False, "what was said last is meant"),
    (
        ["Pasar buka kembali, kata Darto.", "Wali kota menyanggah tudingan itu."],
        True,
        "the gates ask who spoke since",
    ),
    (["Tanah itu luas.", "Zandia menyanggah tudingan itu."], False, "no accusation names who replies"),
    (["Tanah itu luas.", "Zandia menyanggah kabar itu."], True, "anybody may deny a report"),
    (["Tanah itu luas.", "Ia menyanggah tudingan itu."], True, "a pronoun"),
    (["Hujan.", "Angin.", "Panas.", "Wali kota menyanggah tudingan itu."], False, "too far back"),
    (["Tanah itu luas.", "Wali kota menyanggah jadwal itu."], False, "no accusation is answered"),
]


@pytest.mark.parametrize(("sentences", "found", "note"), CASES)
@pytest.mark.parametrize("asked", [False, True], ids=["all passages", "the answer alone"])
def test_what_an_answer_is_nominated_for(sentences: list[str], found: bool, note: str, asked: bool) -> None:
    claim = Claim("land", "Tanah.", (Phrase("wali kota menjual tanah desa", "supports"),))
    registry = Registry("Test", (claim,))
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    text = [SAID, *sentences]
    readings = {number: Reading(sentence, "id") for number, sentence in enumerate(text)}
    last = len(sentences)
    among = {last} if asked else None
    matches = nominator.nominate(make_passages(text), readings, Reading("", "id"), among)
    assert [match.about for match in matches if match.passage == last] == ([0] if found else []), note
