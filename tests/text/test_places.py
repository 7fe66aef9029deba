"""Places by the words around them, for any event."""

from __future__ import annotations

import pytest

from claimdesk.text.places import find_places, is_beside, is_on_water, translate_place, wider_names
from claimdesk.text.tokens import find_tokens

CASES = [
    ("id", "8.000 tentara berada di wilayah Kursk di Rusia barat", ["Kursk", "Rusia"], "kind word between"),
    ("id", "warga mengungsi ke Kecamatan Cugenang", ["Cugenang"], "kind word with a capital"),
    ("id", "dokter di Rumah Sakit Garut", ["Rumah Sakit Garut"], "an institution is named as it is"),
    ("id", "ia menulis di Telegram pada Senin", [], "a medium is no place"),
    ("id", "Bupati Herman mengatakan hal itu", [], "a person is no place"),
    ("id", "banjir melanda Kabupaten Lebak Selatan", ["Lebak Selatan"], "kind alone is enough"),
    ("en", "floods in Derna, Libya", ["Derna"], "apposition is not located"),
    ("en", "fighting in the eastern Donetsk region", ["Donetsk"], "adjective between"),
    ("en", "the Kursk region was shelled", ["Kursk"], "kind behind"),
    ("en", "in October the mayor said", [], "a month is no place"),
    ("en", "he told reporters in Belmar that Karsa was calm", [], "where somebody speaks"),
    ("id", "katanya kepada wartawan di Mabes Polri, Jakarta Selatan, Senin", [], "and the larger place"),
    ("id", "dalam konferensi pers di Karsa ia menyebut banjir di Belmar", ["Belmar"], "and of what"),
    ("en", "read off the gauges in the Sea Heron's tanks", [], "who owns something"),
    ("en", "he pointed at Karsa after a blast at Belmar", ["Belmar"], "what somebody means"),
    ("en", "the Islamic State group said so", [], "a group is no state"),
    ("en", "said Smith at noon", [], "a person is no place"),
    ("en", "the command post at the Karsa town hall informed", [], "where those sit who count for all"),
    ("en", "two people died at the command post in Karsa", ["Karsa"], "who count nothing there"),
    (
        "id",
        "Pos Komando di Karsa pada Senin (3/5) memperbarui jumlah korban",
        [],
        "where those sit who count",
    ),
    ("id", "dua orang tewas di pos komando di Karsa", ["Karsa"], "who count nothing there"),
]


@pytest.mark.parametrize(("language", "text", "found", "note"), CASES)
def test_places(language: str, text: str, found: list[str], note: str) -> None:
    assert [span.of(text) for span in find_places(find_tokens(text), language)] == found, note


WIDER = [
    ("omegan karsa", {"omegan karsa", "karsa"}, "whose it is"),
    ("south karsa", {"south karsa"}, "another name"),
    ("new karsa", {"new karsa"}, "another name"),
    ("karsa", {"karsa"}, "one word"),
]


@pytest.mark.parametrize(("place", "found", "note"), WIDER)
def test_names_that_hold_another(place: str, found: set[str], note: str) -> None:
    assert wider_names(place) == found, note


WATERS = [
    ("en", "oil was spilt in Osprey Bay", True, False, "a bay"),
    ("id", "minyak tumpah di Teluk Osprey", True, False, "the word stands before"),
    ("en", "oil was spilt off Port Arlen in the dark", False, True, "beside a town"),
    ("id", "minyak tumpah di dekat Kota Arlen", False, True, "beside a town"),
    ("en", "oil was spilt in Port Arlen", False, False, "in the town"),
]


@pytest.mark.parametrize(("language", "text", "water", "beside", "note"), WATERS)
def test_waters_and_what_lies_beside(language: str, text: str, water: bool, beside: bool, note: str) -> None:
    tokens = find_tokens(text)
    (place,) = find_places(tokens, language)
    assert is_on_water(tokens, language, place) == water, note
    assert is_beside(tokens, language, place) == beside, note


TRANSLATED = [
    ("Osprey Bay", ["Teluk Osprey"], "the kind stands before it in Indonesian"),
    ("Lake Arlen", ["Danau Arlen"], "where it stands before the name in English as well"),
    ("Bukit Sarna", ["Sarna Hill", "Hill Sarna"], "both orders are English"),
    ("Bay", [], "a kind alone is no name"),
    ("Karsa", [], "nor does a name without one change"),
]


@pytest.mark.parametrize(("place", "found", "note"), TRANSLATED)
def test_kinds_of_places_in_the_other_language(place: str, found: list[str], note: str) -> None:
    assert translate_place(place) == found, note
