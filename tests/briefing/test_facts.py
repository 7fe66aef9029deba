"""What a card says beside a status: the verdict, with whatever of it was given."""

from __future__ import annotations

from datetime import date

import pytest

from claimdesk.briefing.facts import say_verdict
from claimdesk.model import Verdict

DAY = date(2031, 5, 10)

VERDICTS = [
    (None, "", ""),
    (Verdict("contested"), "Verdict: contested", "Putusan: diperdebatkan"),
    (Verdict("contested", by="Ana", on=DAY), "Verdict: contested, Ana, 10 May 2031",
     "Putusan: diperdebatkan, Ana, 10 Mei 2031"),
    (Verdict("contested", "low"), "Verdict: contested, low confidence",
     "Putusan: diperdebatkan, keyakinan rendah"),
    (Verdict("contested", on=DAY), "Verdict: contested, 10 May 2031", "Putusan: diperdebatkan, 10 Mei 2031"),
    (Verdict("contested", by="Ana", seconded_by="Ben"), "Verdict: contested, Ana, confirmed by Ben",
     "Putusan: diperdebatkan, Ana, dikonfirmasi oleh Ben"),
    (Verdict("contested", by="Ana", proposed=True), "Proposed verdict: contested, Ana",
     "Usulan putusan: diperdebatkan, Ana"),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "english", "indonesian"), VERDICTS)
def test_a_verdict(verdict: Verdict | None, english: str, indonesian: str) -> None:
    assert (say_verdict(verdict, "en"), say_verdict(verdict, "id")) == (english, indonesian)
