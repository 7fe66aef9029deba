"""Which verdict on a claim counts."""

from __future__ import annotations

import pytest

from claimdesk.model import Claim, StatusName, Verdict

VERDICTS: list[tuple[Verdict | None, StatusName | None, str]] = [
    (None, None, "nobody judged"),
    (Verdict("contested"), "contested", "one person is enough"),
    (Verdict("contested", proposed=True), None, "a second person is asked for, and has not spoken"),
    (Verdict("contested", seconded_by="Budi"), "contested", "a second person has spoken"),
]


@pytest.mark.parametrize(("verdict", "judged", "note"), VERDICTS, ids=[note for *_, note in VERDICTS])
def test_the_verdict_that_counts(verdict: Verdict | None, judged: StatusName | None, note: str) -> None:
    claim = Claim("dam", "The dam broke.", (), verdict=verdict)
    assert claim.judged == judged, note
    assert claim.verdict_in_force is (verdict if judged else None)
