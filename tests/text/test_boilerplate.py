"""Every rule against its own examples, and whole pages against a reader's eye."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimdesk.text.boilerplate import LONGEST, find_rule, load_rules
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.passages import find_passages

EXAMPLES = [
    (source, name, key, text)
    for source in ("", *LANGUAGES)
    for name, entry in load_words(source, "boilerplate").items()
    for key in ("is", "is_not")
    for text in entry[key]
]


@pytest.mark.parametrize(("source", "name", "key", "text"), EXAMPLES)
def test_rules_hold_to_their_examples(source: str, name: str, key: str, text: str) -> None:
    for language in LANGUAGES:
        rules = [find_rule(text, unit, language) for unit in ("line", "sentence")]
        names = {rule.name for rule in rules if rule}
        assert (name in names) if key == "is" else not names, (source, language)


@pytest.mark.parametrize("source", ["", *LANGUAGES])
def test_every_rule_has_both_kinds_of_examples(source: str) -> None:
    known = {"kind", "of", "parts", "match", "unless", "opens_list", "is", "is_not"}
    for name, entry in load_words(source, "boilerplate").items():
        assert entry["is"], name
        assert entry["is_not"], name
        assert entry.keys() <= known, name
        assert set(re.findall(r"\{([a-z]\w*)\}", str(entry["match"]))) <= set(entry.get("parts", {})), name


def test_own_language_comes_first() -> None:
    first = {language: load_rules(language)[0].name for language in LANGUAGES}
    assert first == {"id": "read-also", "en": "read-more"}


def test_longer_units_are_text() -> None:
    link = "Baca juga: " + "kabar " * 60
    assert len(link) > LONGEST
    assert find_rule(link.strip(), "line", "id") is None


# Lines that hold words of the rules and are still news.
TEXT = [
    ("id", "Baca juga surat itu, pinta gubernur kepada warga."),
    ("id", "Editor majalah itu ditahan polisi."),
    ("id", "Penulis dan wartawan berdemonstrasi menolak aturan baru."),
    ("id", "Ia membagikan video lewat WhatsApp dan Telegram."),
    ("id", "Polisi meminta warga tidak membagikan foto korban."),
    ("id", "Aplikasi Contoh diunduh dua juta kali."),
    ("id", "Topik utama rapat ialah harga pangan."),
    ("id", "Foto satelit memperlihatkan dua kapal."),
    ("id", "Sebanyak 40 orang tewas."),
    ("id", "Senin malam hujan turun di Bogor."),
    ("id", "Lihat, air sungai sudah naik, kata warga itu."),
    ("id", "“Ikuti saya,” kata petugas itu kepada pengungsi di aplikasi pesan."),
    ("id", "Iklan layanan masyarakat itu menelan Rp2 miliar."),
    ("id", "Hak cipta karya itu milik negara."),
    ("id", "Laporan wartawan asing menyebut 20 korban."),
    ("id", "Selanjutnya, tim bergerak ke desa kedua."),
    ("id", "Jakarta"),
    ("en", "By Sunday the toll had doubled."),
    ("en", "Read aloud, the list took an hour."),
    ("en", "Reporting on the flood was banned."),
    ("en", "Sources: the ministry and two hospitals confirmed 40 deaths."),
    ("en", "Photos show the bridge gone."),
    ("en", "He shared the post on Facebook and X."),
    ("en", "Follow the money, the prosecutor said."),
    ("en", "Related deaths rose to 200."),
    ("en", "More from the north were missing."),
    ("en", "Published figures put the toll at 300."),
    ("en", "Watch towers along the river were destroyed."),
    ("en", "Support for the government fell, the journalists wrote."),
    ("en", "Advertisement revenue fell by 3 percent."),
    ("en", "May 3, 2021, was the day the dam broke."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line"), TEXT)
def test_news_stays_text(language: str, line: str) -> None:
    assert {passage.kind for passage in find_passages(line, language)} == {"text"}


PAGE = """Sungai Contoh Meluap, Dua Desa Terendam

Daerah | Harian Contoh | Senin, 3 Mei 2021 - 10:15
Penulis: Nama Orang
share
Air naik sejak Minggu malam. Baca juga: Jalur Kereta Terputus
Pilihan Redaksi
Harga Beras Naik Lagi
Mengapa Sungai Itu Meluap?

Sebanyak 300 warga mengungsi. (ANT/nam)
Ikuti kabar terbaru di aplikasi Contoh. Air mulai surut pada Selasa.
– Kantor Contoh (@kantorcontoh) 3 Mei 2021
Tag: banjir, Contoh
"""
EXPECTED = [
    ("Sungai Contoh Meluap, Dua Desa Terendam", "text", ""),
    ("Daerah | Harian Contoh | Senin, 3 Mei 2021 - 10:15", "boilerplate", "page-date"),
    ("Penulis: Nama Orang", "boilerplate", "byline"),
    ("share", "boilerplate", "share-bar"),
    ("Air naik sejak Minggu malam.", "text", ""),
    ("Baca juga: Jalur Kereta Terputus", "link", "read-also"),
    ("Pilihan Redaksi", "link", "related"),
    ("Harga Beras Naik Lagi", "link", "related"),
    ("Mengapa Sungai Itu Meluap?", "link", "related"),
    ("Sebanyak 300 warga mengungsi.", "text", ""),
    ("(ANT/nam)", "boilerplate", "initials"),
    ("Ikuti kabar terbaru di aplikasi Contoh.", "boilerplate", "invitation"),
    ("Air mulai surut pada Selasa.", "text", ""),
    ("– Kantor Contoh (@kantorcontoh) 3 Mei 2021", "boilerplate", "post-author"),
    ("Tag: banjir, Contoh", "boilerplate", "tags"),
]


def test_a_page() -> None:
    found = find_passages(PAGE, "id", title_in_body=True)
    assert [(PAGE[p.start : p.end], p.kind, p.rule) for p in found] == EXPECTED


def test_text_behind_a_link_is_kept() -> None:
    body = "Baca juga: Jalur kereta terputus. Sebanyak 40 orang tewas di stasiun itu."
    kinds = [(body[p.start : p.end], p.kind) for p in find_passages(body, "id")]
    assert kinds == [
        ("Baca juga: Jalur kereta terputus.", "link"),
        ("Sebanyak 40 orang tewas di stasiun itu.", "text"),
    ]


def test_links_of_the_real_articles(shared: Path) -> None:
    """Counted by eye: link lines, and lines that are boilerplate but no link, of each article."""
    counts = {"000": (2, 2), "001": (1, 3), "002": (2, 3), "003": (2, 2), "004": (0, 1)}
    for path in sorted((shared / "articles").glob("*.txt")):
        kinds = [p.kind for p in find_passages(path.read_bytes().decode(), "id", title_in_body=True)]
        assert (kinds.count("link"), kinds.count("boilerplate")) == counts[path.name[:3]], path.name


def test_no_sentence_of_unrelated_text_is_boilerplate(shared: Path) -> None:
    wrong = []
    with open(shared / "noise" / "id_sentences.jsonl", encoding="utf-8") as lines:
        for line in lines:
            body = json.loads(line)["text"]
            found = find_passages(body, "id")
            wrong += [body for p in found if p.kind != "text" and p.rule not in {"initials", "credit"}]
    assert wrong == []
