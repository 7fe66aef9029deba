"""Figures that are no count of the whole: of one kind of people, of another time, place or event."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from desk_cases import ALIASES, at_least, make_claim

from claimdesk import desk
from claimdesk.evidence.comparison import FigureVerdict
from claimdesk.evidence.figure_gate import weigh_figure
from claimdesk.model import Article, Claim, Interval, Phrase, Quantity, Registry, Span
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

DEAD = make_claim(
    "dead",
    ["40 orang tewas akibat ledakan di Ostrava", "the blast in Ostrava killed 40 people"],
    quantity=Quantity(Interval(40, 40), ("orang tewas", "korban jiwa", "people killed", "deaths")),
    statement="Ledakan di Ostrava menewaskan 40 orang.",
)
CHILDREN = make_claim(
    "children",
    ["nine children died in the blast", "sembilan anak tewas akibat ledakan"],
    quantity=Quantity(Interval(9, 9), ("children", "anak")),
    statement="Nine children died in the blast.",
)
HELD = make_claim(
    "held",
    ["polisi menangkap 300 orang dalam unjuk rasa"],
    quantity=at_least(300, "orang", "pengunjuk rasa"),
    statement="Sedikitnya 300 orang ditangkap polisi dalam unjuk rasa.",
)

HURT = make_claim(
    "hurt",
    ["90 orang terluka akibat gempa", "the quake injured 90 people"],
    quantity=Quantity(Interval(90, 90), ("orang terluka", "people injured")),
    statement="Gempa melukai 90 orang.",
)
TREATED = make_claim(
    "treated",
    ["30 pasien dirawat inap karena keracunan"],
    quantity=at_least(30, "pasien", "orang"),
    statement="Sedikitnya 30 orang dirawat inap karena keracunan.",
)
CROWD = make_claim(
    "crowd",
    ["lebih dari 150 orang hadir"],
    quantity=Quantity(Interval(150, math.inf, low_open=True), ("orang",)),
    statement="Lebih dari 150 orang hadir.",
)
VAGUE = replace(CROWD, id="vague", phrases=(*CROWD.phrases, Phrase("some 150 people attended", "supports")))
FOREIGN = make_claim(
    "foreign",
    ["nine foreigners died in the blast"],
    quantity=Quantity(Interval(9, 9), ("foreigners", "warga asing")),
    statement="Nine foreigners died in the blast.",
)

ABOUT = make_claim(
    "about",
    ["sekitar 2.000 rumah rusak", "some 2,000 houses were damaged"],
    quantity=Quantity(Interval(1800, 2200), ("rumah", "houses"), "about"),
    statement="Some 2,000 houses were damaged.",
)

BETWEEN = make_claim(
    "between",
    ["antara 1.800 dan 2.200 rumah rusak"],
    quantity=Quantity(Interval(1800, 2200), ("rumah", "houses"), "between"),
    statement="Between 1,800 and 2,200 houses were damaged.",
)

FIGURES = [
    (BETWEEN, "en", "More than 2,000 houses were damaged.", "compatible", "both ends were named"),
    (ABOUT, "en", "More than 2,000 houses were damaged.", "agrees", "hardly more than that"),
    (ABOUT, "id", "Sekitar 2.150 rumah rusak.", "agrees", "the number that is named is about as much"),
    (ABOUT, "en", "At least 1,810 houses were damaged.", "compatible", "at the edge, and may be many more"),
    (ABOUT, "en", "Roughly 2,400 houses were damaged.", "compatible", "the number named is another"),
    (ABOUT, "id", "Lebih dari 3.000 rumah rusak.", "conflicts", "too many"),
    (HURT, "id", "Sebanyak 40 orang dirawat di rumah sakit.", "compatible", "those in hospital"),
    (HURT, "en", "Forty people were taken to hospital.", "compatible", "those in hospital"),
    (HURT, "id", "Sebanyak 40 orang terluka.", "conflicts", "all who were hurt"),
    (TREATED, "id", "Sebanyak 40 orang menjalani rawat inap.", "agrees", "the claim's own stage"),
    (TREATED, "id", "Sebanyak 400 orang jatuh sakit.", "unasked", "the sick need not be in hospital"),
    (CROWD, "id", "Sekitar 170 orang hadir.", "agrees", "nobody who knew of fewer would say so"),
    (CROWD, "id", "Sekitar 155 orang hadir.", "compatible", "may be fewer"),
    (CROWD, "id", "Yang hadir diperkirakan mencapai 160 orang.", "agrees", "an estimate that is reached"),
    (CROWD, "id", "Yang hadir diperkirakan mencapai 150 orang.", "compatible", "which is no more than that"),
    (CROWD, "id", "Sekitar 150 orang hadir.", "compatible", "may be fewer"),
    (VAGUE, "id", "Sekitar 150 orang hadir.", "agrees", "as vague as the claim's own phrase"),
    (VAGUE, "en", "An estimated 150 people attended.", "agrees", "as vague as the claim's own phrase"),
    (VAGUE, "en", "Some 145 people attended.", "compatible", "not so many as in the phrase"),
    (CROWD, "id", "Ratusan orang hadir.", "compatible", "hundreds may be no more than that"),
    (CROWD, "id", "Ribuan orang hadir.", "agrees", "thousands are more in any case"),
    (DEAD, "en", "Nine of the deceased were minors.", "compatible", "some of the dead"),
    (DEAD, "id", "Dua belas dari korban tewas adalah perempuan.", "compatible", "some of the dead"),
    (DEAD, "en", "Most of the dead, 25, were women.", "compatible", "some of the dead"),
    (DEAD, "id", "Bagian terbesar dari yang tewas, 25 orang, buruh.", "compatible", "some of the dead"),
    (DEAD, "en", "She had given first aid to 60 people, and nine of them died.", "compatible", "one helper"),
    (DEAD, "id", "Ia menolong 60 orang, sembilan di antaranya meninggal.", "compatible", "one helper"),
    (DEAD, "en", "I saw 25 bodies.", "compatible", "one witness"),
    (DEAD, "en", "The ferry carried 60 people, and nine of them died.", "conflicts", "all who did"),
    (DEAD, "en", "Two of them were among the 40 people who died.", "agrees", "the whole they are among"),
    (DEAD, "en", "The number of foreign nationals killed stands at nine.", "compatible", "one kind"),
    (DEAD, "id", "Warga asing yang tewas tercatat 9 orang dari 3 negara.", "compatible", "one kind"),
    (DEAD, "en", "Six children died.", "compatible", "one kind of people"),
    (DEAD, "id", "Sebanyak 7 siswa tewas.", "compatible", "one kind of people"),
    (DEAD, "en", "Four members of the crew died.", "compatible", "one group of people"),
    (DEAD, "id", "Sebanyak 45 siswa tewas.", "conflicts", "one kind alone is too many"),
    (CHILDREN, "en", "The blast killed 40 people, including nine children.", "agrees", "all of that kind"),
    (CHILDREN, "id", "Korban tewas 40 orang, termasuk 9 anak.", "agrees", "all of that kind"),
    (CHILDREN, "en", "Nine of those who died were children.", "agrees", "what the dead are said to be"),
    (CHILDREN, "en", "Five of the children died.", "conflicts", "of that kind no more died"),
    (FOREIGN, "en", "The dead included 7 foreigners.", "conflicts", "all of that group"),
    (FOREIGN, "en", "The blast killed 40 people, including nine foreigners.", "agrees", "all of that group"),
    (FOREIGN, "en", "Five of the foreigners died.", "conflicts", "of that group no more died"),
    (HELD, "id", "Masyarakat umum yang ditangkap 120 orang.", "compatible", "bystanders among them"),
    (HELD, "id", "Pelajar yang ditangkap 80 orang.", "unasked", "another kind than the claim's"),
    (HELD, "id", "Yang ditangkap 120 orang.", "conflicts", "all who were"),
    (DEAD, "en", "In 2019 a fire killed 25 people.", "elsewhere", "another year"),
    (DEAD, "id", "Tahun lalu ledakan menewaskan 25 orang.", "elsewhere", "another year"),
    (DEAD, "id", "Pada kebakaran 1998 sebanyak 25 orang tewas.", "elsewhere", "another year"),
    (DEAD, "en", "The 2004 flood killed 25 people.", "elsewhere", "an event told by its year"),
    (DEAD, "en", "On Monday the blast killed 25 people.", "conflicts", "the claim's own time"),
    (DEAD, "en", "The old clock of 1890 stopped, and 25 people died.", "conflicts", "another thing's year"),
    (DEAD, "en", "A blast in a neighbouring town killed 25 people.", "elsewhere", "another place, unnamed"),
    (DEAD, "id", "Ledakan di kabupaten tetangga menewaskan 25 orang.", "elsewhere", "another place, unnamed"),
    (DEAD, "id", "Dalam kecelakaan serupa 25 orang tewas.", "elsewhere", "another event"),
    (DEAD, "en", "A dog was found elsewhere; 25 people died.", "conflicts", "not the figure's clause"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "text", "verdict", "note"), FIGURES)
def test_no_count_of_the_whole(
    claim: Claim, language: str, text: str, verdict: FigureVerdict, note: str
) -> None:
    read = ClaimReading(claim, ALIASES)
    whole = [Span(0, len(text))]
    found = weigh_figure(read, None, Reading(text, language), whole, date(2031, 5, 10))
    assert found.verdict == verdict, note


CLOSED = make_claim(
    "held-seven",
    ["police arrested seven people in Ostrava", "polisi menangkap tujuh orang di Ostrava"],
    quantity=Quantity(Interval(7, 7), ("people arrested", "orang ditangkap")),
    must_mention=[["Ostrava"]],
    statement="Police arrested seven people in Ostrava.",
)
BARE = [
    ("en", "Police arrested seven people in Ostrava.", "The union puts the number at eleven.", "contradicts"),
    ("en", "Police arrested eleven people in Ostrava.", "Their lawyer counted seven.", "supports"),
    ("id", "Polisi menangkap tujuh orang di Ostrava.", "Catatan serikat berhenti di 11.", "contradicts"),
    ("id", "Polisi menangkap 11 orang di Ostrava.", "Pengacara hanya mencatat tujuh.", "supports"),
    ("en", "Police arrested seven people in Ostrava.", "The union named eleven, four of them free.", None),
    ("en", "Police arrested seven people in Ostrava.", "The union says a flood killed eleven.", None),
    ("en", "Police arrested seven people in Ostrava.", "The union counts eleven ships.", None),
    ("id", "Polisi menangkap tujuh orang di Ostrava.", "Menurut serikat, 11 memuat nama lengkap.", None),
    ("en", "Seven people were arrested in Ostrava; the mob injured four.", "The union puts it at 11.", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second", "stance"), BARE)
def test_a_count_that_goes_on(language: str, first: str, second: str, stance: str | None) -> None:
    hurt = make_claim(
        "hurt",
        ["the mob injured four people in Ostrava"],
        quantity=Quantity(Interval(4, 4), ("people injured",)),
        must_mention=[["Ostrava"]],
    )
    article = Article("a", "", "paper", f"{first} {second}", language=language, published=date(2031, 5, 10))
    (read,) = desk.match(Registry("held", (CLOSED, hurt)), [article]).articles
    found = {quote.text: quote.stance for quote in read.quotes if quote.claim == "held-seven"}
    assert found.get(second) == stance
