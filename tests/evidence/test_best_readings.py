"""Which of several phrases speaks for a passage: the one whose deed it tells."""

from __future__ import annotations

import pytest
from desk_cases import make_claim, make_registry, stance_in

WARNED = "kontraktor sudah diperingatkan tentang retakan tetapi tidak bertindak"
RECEIVED = "kontraktor tidak pernah menerima peringatan retakan"
TOLD = '"Tidak pernah ada surat yang mengingatkan soal retakan," kata Dodi dari kontraktor.'
ROWS = [
    ([WARNED], [RECEIVED], TOLD, "contradicts", "the higher score, received, is of another deed"),
    ([WARNED], ["kontraktor memperbaiki retakan"], TOLD, "contradicts", "no other phrase near"),
    (["kontraktor mengabaikan peringatan retakan"], [RECEIVED], TOLD, "mentions", "neither deed is told"),
]


@pytest.mark.parametrize(("supports", "contradicts", "text", "stance", "note"), ROWS)
def test_a_phrase_of_another_deed_yields(
    supports: list[str], contradicts: list[str], text: str, stance: str, note: str
) -> None:
    claim = make_claim("warning", supports, contradicts, statement="Kontraktor tahu soal retakan.")
    assert stance_in(make_registry(claim), text, "id") == stance, note
