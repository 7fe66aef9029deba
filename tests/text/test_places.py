"""Places by the words around them, for any event."""

from __future__ import annotations

import pytest

from claimdesk.text.places import find_places
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
    ("en", "said Smith at noon", [], "a person is no place"),
]


@pytest.mark.parametrize(("language", "text", "found", "note"), CASES)
def test_places(language: str, text: str, found: list[str], note: str) -> None:
    assert [span.of(text) for span in find_places(find_tokens(text), language)] == found, note
