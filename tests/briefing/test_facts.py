"""What a card says beside a status: the verdict, with whatever of it was given."""

from __future__ import annotations

from datetime import date

import pytest
from evidence.builders import make_claim, make_origin, make_quote, make_report

from claimdesk.briefing.facts import find_facts, say_verdict
from claimdesk.evidence.assessment import assess_claim
from claimdesk.model import ClaimReport, Verdict

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


SILENT = [
    # speaker, kind, what is said, why
    ("Mayor", "official", ("Mayor", "declined to confirm"), "somebody with a name"),
    (
        "Wire",
        "outlet",
        ("", "somebody declined whom the article does not name"),
        "the outlet tells of somebody: nobody can say that nobody declined",
    ),
]


@pytest.mark.parametrize(("name", "kind", "said", "why"), SILENT)
def test_who_is_silent(name: str, kind: str, said: tuple[str, str], why: str) -> None:
    quote = make_quote(make_origin(name, kind=kind), "mentions", speech_act="declines")
    claim = make_claim()
    for quotes, wanted in (((quote,), said), ((), ("", "nobody declined"))):
        entry = ClaimReport(claim, assess_claim(claim, quotes, DAY), quotes)
        silent = find_facts(entry, make_report([entry]), {}, "en")[-1]
        assert (silent.said, silent.more) == wanted, why
