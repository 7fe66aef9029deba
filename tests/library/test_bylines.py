"""Outlet and date read off the head of a text: right, or openly missing."""

from __future__ import annotations

import pytest

from claimdesk.library.bylines import find_byline

LEAD = "Hujan deras membuat sungai di kota itu meluap. " * 4
DAY = "2021-05-03"
CASES = [
    ("place and site", "id", "Judul\nJAKARTA, CONTOH.com - Air naik.", "CONTOH.com", ""),
    ("site and place", "id", "Judul\nCONTOH.CO, Jakarta - Air naik.", "CONTOH.CO", ""),
    ("site alone", "id", "CONTOHNEWS.COM -- Air naik.", "CONTOHNEWS.COM", ""),
    ("site of a country", "id", "CONTOH.CO.ID, JAKARTA – Air naik.", "CONTOH.CO.ID", ""),
    ("place and a known name", "id", "Judul\nJakarta, CNN Indonesia -- Air naik.", "CNN Indonesia", ""),
    ("agency in brackets", "en", "GENEVA, Sept 17 (Reuters) - Rain fell.", "Reuters", ""),
    ("agency in brackets, no month", "id", "Jakarta (ANTARA) - Air naik.", "ANTARA", ""),
    ("sections and a date", "id", "Judul\nKota | sindonews | Senin, 3 Mei 2021 - 10:15", "sindonews", DAY),
    ("site and a date", "id", "Judul\nContoh.com - 03/05/2021, 10:15 WIB\nAir naik.", "Contoh.com", DAY),
    ("a date alone", "id", "Judul\nSelasa, 4 Mei 2021 08:00 WIB\nAir naik.", "", "2021-05-04"),
    ("an English date", "en", "Head\nMay 3, 2021 10:15 AM EDT\nRain fell.", "", DAY),
    ("published and updated", "en", "Head\nPublished On 3 May 2021\nUpdated 4 May 2021\nRain.", "", DAY),
    ("the same day twice", "id", "Judul\nSenin, 3 Mei 2021\n03/05/2021, 10:15 WIB\nAir.", "", DAY),
    ("a date in a sentence", "id", "Judul\nGempa itu terjadi Senin, 3 Mei 2021.", "", ""),
    ("a date in brackets", "id", "Judul\nAir naik, kata Ana, Senin (3/5/2021).", "", ""),
    ("a date below the first paragraph", "id", f"Judul\n{LEAD}\nSenin, 3 Mei 2021\nAir surut.", "", ""),
    ("a day in the dateline", "id", "Judul\nJAKARTA, CONTOH.com (3/5/2021) - Air naik.", "CONTOH.com", DAY),
    ("a dateline of a day", "id", "Judul\nSurabaya (03/05/2021) – Air naik.", "", DAY),
    ("an English dateline of a day", "en", "Head\nLondon (3/5/2021) – Rain fell.", "", ""),
    ("a day in brackets alone", "id", "Judul\nSenin (3/5/2021)\nAir naik.", "", DAY),
    ("no such day in the dateline", "id", "Judul\nSurabaya (31/02/2021) – Air naik.", "", ""),
    ("no such day", "id", "Judul\nSenin, 31 Februari 2021 - 10:15\nAir naik.", "", ""),
    ("no year", "id", "Judul\nSenin, 3 Mei\nAir naik.", "", ""),
    ("a section with a dash", "id", "Bisnis - Harga beras naik", "", ""),
    ("an everyday word", "id", "Antara - begitu ia disebut - pergi", "", ""),
    ("a site in a sentence", "id", "Judul\nKabar itu dimuat Contoh.com, kata Ana - tetangganya.", "", ""),
    ("nothing", "id", "Judul\nAir naik.", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("note", "language", "body", "outlet", "published"), CASES)
def test_bylines(note: str, language: str, body: str, outlet: str, published: str) -> None:
    byline = find_byline(body, language)
    assert (byline.outlet, str(byline.published or "")) == (outlet, published), note
    assert bool(byline.outlet_note) == bool(outlet)
    assert bool(byline.date_note) == bool(published)


OPEN = [
    ("day and month may be swapped", "en", "Head\n3/5/2021 10:15\nRain.", "can be read in two ways"),
    ("two dates", "id", "Judul\nSenin, 3 Mei 2021\nSelasa, 4 Mei 2021\nAir.", "state different dates"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "language", "body", "said"), OPEN)
def test_dates_left_open_are_said(note: str, language: str, body: str, said: str) -> None:
    byline = find_byline(body, language)
    assert byline.published is None, note
    assert said in byline.date_note


AUTHORS = [
    ("written by", "Judul\nPenulis: Ana Sari\nAir naik.", "Ana Sari"),
    ("in English", "Head\nBy Ana van Contoh\nRain fell.", "Ana van Contoh"),
    ("an editor did not write it", "Judul\nEditor: Ana Sari\nAir naik.", ""),
    ("a sentence", "Judul\nOleh karena itu air naik.\nAir surut.", ""),
]


@pytest.mark.parametrize(("note", "body", "author"), AUTHORS)
def test_authors(note: str, body: str, author: str) -> None:
    assert find_byline(body, "id").author == author, note


def test_the_latest_day_of_the_lead_is_the_earliest_of_publication() -> None:
    lead = f"Ana, Senin (3/5/2021), menjawab Budi, Minggu (2/5/2021). {LEAD}"
    body = f"Judul\n{lead}\nSelasa (4/5/2021) air surut."
    assert str(find_byline(body, "id").lead_day) == DAY
    assert find_byline(body, "en").lead_day is None
