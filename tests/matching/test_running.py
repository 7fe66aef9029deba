"""Counts that go on over sentences, and bare figures of what their own sentence names."""

import pytest
from desk_cases import at_least, make_article, make_claim, make_registry, read_quotes

CLAIM = make_claim(
    "ill",
    ["900 siswa keracunan", "900 pupils fell ill"],
    quantity=at_least(900, "siswa", "pupils"),
    statement="Sedikitnya 900 siswa keracunan di Wirama.",
    must_mention=(("Wirama",),),
)

# Body, language, the stances of its passages in order, why.
CASES = [
    (
        "Sebanyak 950 siswa di Wirama keracunan. Yayasan menyebut 610. Dinas bergeming pada 980.",
        "id",
        ["supports", "contradicts", "supports"],
        "each of them is another version of the count before",
    ),
    (
        "Di Wirama 950 siswa keracunan. Hujan turun. Pasar tutup. Lampu padam. Yayasan menyebut 610.",
        "id",
        ["supports"],
        "too far from the count",
    ),
    (
        "Hujan turun di Wirama. Yayasan mengakui ada siswa yang keracunan, tetapi jumlahnya 610.",
        "id",
        ["contradicts"],
        "the sentence itself names what it counts",
    ),
    (
        "Hujan turun di Wirama. Yayasan mengakui ada siswa yang keracunan, tetapi jumlahnya 610. Dinas "
        "bergeming pada 980.",
        "id",
        ["contradicts", "supports"],
        "a count that runs from there",
    ),
    (
        "Hujan turun di Wirama. Jumlah siswa yang keracunan simpang siur. Yayasan menyebut 610.",
        "id",
        ["contradicts"],
        "the sentence before names what is counted",
    ),
    (
        "Hujan turun di Wirama. Yayasan mengakui ada siswa yang meninggal, tetapi jumlahnya 2.",
        "id",
        [],
        "another fate is named",
    ),
]


@pytest.mark.parametrize(("body", "language", "wanted", "why"), CASES, ids=[row[3] for row in CASES])
def test_counts_go_on(body: str, language: str, wanted: list[str], why: str) -> None:
    found = read_quotes(make_registry(CLAIM), make_article(body, language))
    assert [quote.stance for quote in found if quote.decisive] == wanted, why


DEAD = make_claim(
    "dead",
    ["30 orang tewas", "30 people died"],
    quantity=at_least(30, "orang tewas", "people killed"),
    statement="Sedikitnya 30 orang tewas di Wirama.",
    must_mention=(("Wirama",),),
)

# Body, language, the stances of its passages in order, why.
PARTS = [
    ("In Wirama 43 people died. Of those, 22 have been named.", "en", ["supports"], "what they are"),
    ("Di Wirama 43 orang tewas. Dari jumlah itu, 22 sudah dikenali.", "id", ["supports"], "what they are"),
    ("In Wirama 43 people died. The army counts 22.", "en", ["supports", "contradicts"], "another version"),
]


@pytest.mark.parametrize(("body", "language", "wanted", "why"), PARTS, ids=[row[3] for row in PARTS])
def test_parts_of_a_count(body: str, language: str, wanted: list[str], why: str) -> None:
    found = read_quotes(make_registry(DEAD), make_article(body, language))
    assert [quote.stance for quote in found if quote.decisive] == wanted, why
