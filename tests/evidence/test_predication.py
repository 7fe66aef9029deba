"""What an opposite is said of, at each edge of the rule, in both languages."""

from __future__ import annotations

import pytest

from claimdesk.evidence.predication import befalls, is_said_of, lasts
from claimdesk.text.reading import Reading

DAM, ROAD, BILL = "the dam is safe", "the road is open", "Zandia supports the bill"
RICE, STREET = "harga beras rendah", "jalan dibuka"
# language, phrase, passage that holds the opposite, whether that is said of what the phrase speaks of, note
SAID = [
    ("en", DAM, "The dam is unsafe.", True, "behind a copula"),
    ("en", DAM, "The dam became really unsafe sludge.", True, "whatever follows"),
    ("en", DAM, "The dam holds back unsafe sludge.", False, "of a noun of its own"),
    ("en", DAM, "Unsafe sludge fills the lake.", False, "the same at the start"),
    ("en", DAM, "The unsafe dam broke.", True, "of the phrase's own noun"),
    ("en", DAM, "The old and unsafe dam broke.", True, "among other adjectives"),
    ("en", DAM, "Unsafe dam.", True, "with nothing before it"),
    ("en", DAM, "Really unsafe, the dam broke.", True, "with nothing but an adverb"),
    ("en", DAM, "The dam, unsafe, broke.", True, "behind a mark"),
    ("en", DAM, "The mayor protects against unsafe.", False, "what something is kept from"),
    ("en", DAM, "They spoke of unsafe.", False, "what is talked of"),
    ("en", DAM, "They spoke of the unsafe.", False, "with its article"),
    ("en", ROAD, "The road closed.", True, "a verb"),
    ("en", ROAD, "The shop closed on the road.", True, "a verb with no noun behind it"),
    ("en", ROAD, "A closed shop stands on the road.", False, "a participle of a noun of its own"),
    ("en", ROAD, "The closed shop stands on the road.", False, "whichever article it has"),
    ("en", BILL, "Zandia opposes the bill.", True, "of the same object"),
    ("en", BILL, "Zandia opposes a new bill.", True, "behind its adjective"),
    ("en", BILL, "Zandia opposes all three bills.", True, "behind a number in words"),
    ("en", BILL, "Zandia opposes the delay of the bill.", False, "of another object"),
    ("en", BILL, "Zandia opposes 3 delays of the bill.", False, "behind a number"),
    ("en", BILL, "Zandia opposes it.", True, "of no noun"),
    ("en", BILL, "The bill is what Zandia opposes.", True, "of one before it"),
    ("id", RICE, "Harga beras tinggi.", True, "an adjective behind its noun"),
    ("id", RICE, "Harga beras sangat tinggi.", True, "behind an adverb"),
    ("id", RICE, "Tinggi harga beras.", True, "with nothing before it"),
    ("id", RICE, "Semua tinggi.", True, "with nothing but a determiner"),
    ("id", RICE, "Petani dari dataran tinggi membeli beras.", False, "of a noun of its own"),
    ("id", RICE, "Harga beras terlindung dari tinggi.", False, "what something is kept from"),
    ("id", RICE, "Petani bicara soal tinggi harga beras.", False, "what is talked of"),
    ("id", STREET, "Jalan ditutup.", True, "a verb"),
    ("id", STREET, "Warga menutup jalan.", True, "a verb with an object"),
    ("id", STREET, "Toko tutup di jalan.", False, "a noun of its own before it"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "phrase", "text", "said", "note"), SAID)
def test_what_an_opposite_is_said_of(language: str, phrase: str, text: str, said: bool, note: str) -> None:
    asked, passage = Reading(phrase, language), Reading(text, language)
    (pair,) = [
        (one, other)
        for one in asked.poles
        for other in passage.poles
        if one.pair == other.pair and one.side != other.side
    ]
    assert is_said_of(asked, pair[0], passage, pair[1]) == said, note


@pytest.mark.parametrize(
    ("language", "text", "going_on", "befallen"),
    [
        ("en", "He is still in custody.", True, True),
        ("en", "He remains there.", True, False),
        ("en", "He left.", False, False),
        ("id", "Ia masih ditahan.", True, True),
        ("id", "Ia ditahan.", False, True),
    ],
)
def test_what_goes_on_and_what_befalls(language: str, text: str, going_on: bool, befallen: bool) -> None:
    reading = Reading(text, language)
    assert (lasts(reading), befalls(reading)) == (going_on, befallen)
