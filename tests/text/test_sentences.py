"""Sentence ends, one small decision a row. "¦" marks where a new sentence begins."""

from __future__ import annotations

import pytest

from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.sentences import find_sentences

INDONESIAN = [
    ("plain", "Air sungai naik. ¦Warga pindah ke balai desa."),
    ("no final mark", "Air sungai naik. ¦Warga pindah"),
    ("lower case goes on", "Ada beras, mi instan, dll. yang dibagikan."),
    ("question and exclamation", "Siapa yang datang? ¦Tidak ada! ¦Semua sudah pergi."),
    ("run of marks", "Benarkah begitu?! ¦Polisi menyelidiki."),
    ("lower case after a question", "“Siapa itu?” tanya petugas."),
    ("lower case after a shout", '"Cepat pergi!" seru seorang warga.'),
    ("quote closes after the stop", "“Kami sudah siap.” ¦Ia lalu pulang."),
    ("straight quote closes after the stop", '"Kami sudah siap." ¦Ia lalu pulang.'),
    ("closing mark after a space", "“Kami sudah siap. ” ¦Ia lalu pulang."),
    ("stray closing mark at the end", "Kami sudah siap. '"),
    ("quote opens after the stop", 'Ia pulang. ¦"Kami lelah," katanya.'),
    ("quote mark that never closes", '"Kami lelah. ¦Jalan putus,” katanya. ¦Ia pulang.'),
    ("speaker after nested marks", "Ia bertanya, 'Kalian lihat? ' \" ujar Wati."),
    ("initial", "Bupati H. Agus datang bersama M. Yusuf Ali."),
    ("initial before a starter", "Ia lulusan kelas B. ¦Menurut dia, ujian mudah."),
    ("titles", "Letjen. Suharto Adi dan Prof. Dr. Ir. Budi Santoso hadir. ¦Mereka berbicara."),
    ("doctor", "Korban dibawa ke klinik dr. Rahma. ¦Kondisinya stabil."),
    ("degrees after the name", "Budi Santoso, S.H., M.Si. memimpin rapat. ¦Rapat selesai."),
    ("degree at the end", "Rapat dipimpin Budi Santoso, S.H. ¦Namun ia pergi lebih dulu."),
    ("street", "Kantor itu ada di Jl. Merdeka No. 5. ¦Gedungnya baru."),
    ("number", "Perahu No. 7 tenggelam. ¦Lima orang selamat."),
    ("Roman number", "Lihat Vol. II. ¦Isinya sama."),
    ("money", "Bantuan itu Rp 1.500.000 per keluarga. ¦Total Rp. 2 miliar."),
    ("clock time", "Gempa terjadi pukul 18.27 WIB. ¦Getarannya kuat."),
    ("decimals", "Kekuatannya 5,6 atau 5.6 magnitudo. ¦Tidak ada tsunami."),
    ("year at the end", "Waduk dibangun pada 2019. ¦Ia jebol tahun ini."),
    ("figure starts the sentence", "Data berubah. ¦45 orang meninggal."),
    ("acronym at the end", "Ia bekerja di BNPB. ¦Kantornya di Jakarta."),
    ("foreign country", "Duta U.S. Smith tiba. ¦Ia menemui menteri."),
    ("foreign country at the end", "Ia kembali ke U.S. ¦Namun keluarganya tinggal."),
    ("company", "Bendungan dibangun PT. Maju Jaya Tbk. ¦Perusahaan itu bungkam."),
    ("company before a starter", "Bendungan dibangun Maju Jaya Tbk. ¦Menurut warga, mutunya buruk."),
    ("missing space", "Ia bicara kepada Koran Merdeka.¦Pada hari itu hujan turun."),
    ("missing space after an acronym", "Ia bekerja di BNPB.¦Kantornya di Jakarta."),
    ("missing space after a question", "Siapa yang datang?¦Tidak ada."),
    ("missing space after a quote", "“Kami siap.”¦Ia pulang."),
    ("missing space before a quote", "Ia pulang.¦“Kami siap,” katanya."),
    ("title glued to the name", "Pasien dr.Rahma dan H.Agus pulang."),
    ("site name", "Kabar itu dimuat Contoh.com dan Contoh.Com kemarin. ¦Isinya keliru."),
    ("site name at the end", "Demikian dikutip dari Contoh.co.id. ¦Polisi membantah."),
    ("address", "Lihat https://contoh.id/a.b?c=D.Ef untuk data. ¦Terima kasih."),
    ("page title separator", "Mengapa harga naik? | Berita Ekonomi"),
    ("left-out words", "Menurut dia, “warga [...] Sudah diperingatkan.”"),
    ("spaced dots", "Kami menunggu . . . Tidak ada kabar."),
    ("dots at the end", "Kami menunggu… ¦Tidak ada kabar."),
    ("dots before lower case", "Kami menunggu... tidak ada kabar."),
    ("doubt in brackets", "Ia lahir pada 1950 (?) Di kota itu."),
    ("initials of the desk", "Ia meminta bantuan. ¦(asr)"),
    ("enumerated line", "1. Warga diminta waspada. ¦Air masih tinggi."),
    ("enumerated with a letter", "a. Warga diminta waspada."),
    ("no-break space", "Pada\u00a0 Kamis hujan turun.\u00a0¦Air naik."),
    ("hidden character after the stop", "Air naik.\u200b ¦Warga pindah."),
]  # fmt: skip
ENGLISH = [
    ("plain", "The dam burst. ¦Whole streets were gone."),
    ("titles", "Gen. Ann Lee met Dr. Omar and Mrs. Hill. ¦They agreed."),
    ("initials", "J. K. Brown and John F. Adams signed it. ¦It took effect."),
    ("country", "The U.S. President called. ¦The U.S. and the U.K. agreed."),
    ("country at the end", "Aid came from the U.S. ¦The rest was local."),
    ("time of day", "It began at 5 p.m. EST and ended at 6 a.m. ¦Nobody was hurt."),
    ("time of day before a starter", "It ended at 6 a.m. ¦The road reopened."),
    ("month", "Floods came on Sept. 11 and Oct. 3. ¦Many fled."),
    ("company", "Acme Inc. Chairman Roy Hill resigned. ¦He gave no reason."),
    ("company before a starter", "He works for Acme Ltd. ¦However, he is ill."),
    ("number", "Bus No. 9 overturned. ¦Is that so? ¦No. ¦It was a van."),
    ("saint", "St. Mary lies east of Mt. Olive. ¦Both were spared."),
    ("versus", "The case Hill vs. State was closed."),
    ("junior", "Martin Hill Jr. spoke first. ¦Martin Hill Jr. ¦He spoke first."),
    ("quote", "“We saw it coming.” ¦She left. ¦“Nobody listened,” she said."),
    ("question in a quote", "“Who knew?” he asked. ¦“Did you?”"),
    ("decimals", "The quake measured 6.2. ¦It lasted 20.5 seconds."),
    ("thousands", "At least 11,300 died. ¦10,100 were missing."),
    ("missing space", "They fled the town.¦Nobody came back."),
    ("file name", "The list is in toll.Pdf on the server. ¦It is long."),
    ("page title separator", "Why did it fail? - Example Times"),
]  # fmt: skip
CASES = [("id", *case) for case in INDONESIAN] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(("language", "note", "marked"), CASES)
def test_sentences_end_where_a_reader_says(language: str, note: str, marked: str) -> None:
    text = marked.replace("¦", "")
    expected = [part.strip() for part in marked.split("¦")]
    assert [span.of(text) for span in find_sentences(text, language)] == expected, note


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_is_in_one_list(language: str) -> None:
    lists = load_words(language, "abbreviations")
    kept = [word for name in ("before_name", "before_number", "may_end") for word in lists[name]]
    assert len(kept) == len(set(kept))
    assert not any(word.endswith(".") or len(word) < 2 for word in kept)
    assert all(word[0].isupper() for word in lists["starters"])


def test_nothing_to_find() -> None:
    assert find_sentences("", "id") == ()
    assert find_sentences(" \u00a0 ", "en") == ()
