"""Bodies in two languages and in short: what a name without a name of its own stands for."""

from __future__ import annotations

import pytest

from claimdesk.evidence.name_words import read_words
from claimdesk.evidence.names import own_name
from claimdesk.evidence.origin import build_origins
from claimdesk.model import Article, Registry, Source

SOURCES = (
    Source("health", "Kilo Health Ministry"),
    Source("foreign", "Kilo Foreign Ministry"),
    Source("bank", "Bank Sierra Golf"),
    Source("central", "Bank Indonesia", aliases=("BI",)),
    Source("union", "Serikat Pekerja Bank Sierra Golf", aliases=("SP BSG",)),
    Source("food", "Badan Pangan Sekolah Nasional", aliases=("BPSX", "Oscar Tango")),
    Source("firm", "PT Bravo Energy", aliases=("Bravo",)),
    Source("regency", "Pemerintah Kabupaten Kilo", aliases=("Bupati Kilo",)),
    Source("dinas", "Dinas Kesehatan Kabupaten Kilo"),
    Source("un", "United Nations"),
    Source("post", "Kilo Post", kind="outlet"),
)
BOOK = build_origins(Registry("", (), SOURCES))


def resolve(speaker: str, body: str = "", outlet: str = "Echo Post", at: int = -1) -> str:
    """The id of a speaker in an article."""
    return BOOK.resolve(speaker, Article("one", "", outlet, body), at=at).id


@pytest.mark.parametrize(
    ("speaker", "body", "source"),
    [
        ("Kementerian Kesehatan Kilo", "", "health"),  # the other language
        ("Kilo Ministry of Health", "", "health"),  # the other order
        ("PBB", "", "un"),  # an abbreviation of the other language
        ("Dinkes Kilo", "", "dinas"),  # an abbreviation, and no word for the kind of district
        ("head of Indonesia's school food agency", "", "food"),  # whose head he is, without fillers
        ("Kementerian Kesehatan Whiskey", "", "name:kementerian-kesehatan-whiskey"),  # of another country
        ("Kementerian Pertahanan Kilo", "", "name:kementerian-pertahanan-kilo"),  # another ministry
        ("ministry", "", "name:ministry"),  # there are two
        ("ministry", "The Kilo Foreign Ministry denied it. So did the ministry.", "foreign"),  # the named one
        (
            "ministry",
            "Kilo Health Ministry left. Then the Kilo Foreign Ministry spoke.",
            "foreign",
        ),  # the last
        (
            "ministry",
            "The Kilo Foreign Ministry and then the Whiskey Defence Ministry spoke.",
            "name:ministry",
        ),
        ("Bank", "BI mengirim uang ke Bank Sierra Golf.", "bank"),
        ("central bank", "", "central"),
        ("staff union", "", "union"),
        ("agency chief", "", "food"),
        ("agency spokeswoman", "", "food"),
        ("perusahaan", "Bravo mengaku salah.", "firm"),
        ("bupati", "", "regency"),
        ("court", "", "name:court"),  # no source is one
    ],
)
def test_body(speaker: str, body: str, source: str) -> None:
    assert resolve(speaker, body) == source


def test_the_name_before_decides() -> None:
    body = "The Kilo Health Ministry spoke. The ministry went on. The Kilo Foreign Ministry denied it."
    assert resolve("ministry", body, at=body.index("ministry went")) == "health"


def test_a_press_release_is_its_authors() -> None:
    assert resolve("", outlet="Siaran Pers BPSX") == "food"
    assert resolve("", outlet="Kilo Ministry of Health") == "health"
    assert resolve("Ministry", outlet="Kilo Ministry of Health") == "health"
    assert resolve("", outlet="Kilo Post") == "post"
    assert resolve("", outlet="Suara Kilo") == "outlet:suara-kilo"


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Oscar Tango of the Kilo Forum", "Oscar Tango"),
        ("Oscar Tango dari serikat pekerja", "Oscar Tango"),
        ("Ahli geologi Universitas Kilo, Oscar Tango", "Oscar Tango"),
        ("Oscar Tango, a farmer", "Oscar Tango"),
        ("juru bicara Kilo, Oscar Tango", "Oscar Tango"),
        ("Bank of Kilo", "Bank of Kilo"),  # no person
        ("Voice of Kilo", "Voice of Kilo"),  # one word, and no body behind it
        ("Tango of the Kilo Forum", "Tango"),
        ("Kepala BNPX, Oscar Tango", "Kepala BNPX Oscar Tango"),  # who goes by his body
        ("a spokesman of the ministry", "a spokesman of the ministry"),  # no name
    ],
)
def test_own_name(speaker: str, name: str) -> None:
    assert [word.text for word in own_name(speaker)] == [word.text for word in read_words(name)]
