"""What keeps confidence down, and that each reason names the level it keeps it at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimdesk.evidence.confidence import CEILINGS, Ground, confidence_of
from claimdesk.model import Reason

# Several sources who know, of the time, agreeing and reviewed: nothing keeps it down.
BEST = Ground(
    "corroborated",
    carried="the status",
    origins=3,
    separate=3,
    plain=3,
    parties=0,
    doubtful=0,
    unknown=0,
    unnamed=0,
    dated=True,
    unopposed=True,
    agreeing=True,
    reviewed=True,
)


def test_nothing_to_be_sure_of() -> None:
    assert confidence_of([]) == ("low", (Reason.of("confidence_nothing", level="low"),))


def test_nothing_that_keeps_it_down() -> None:
    assert confidence_of([BEST]) == ("high", (Reason.of("confidence_high", level="high"),))


@pytest.mark.parametrize(
    ("values", "level", "codes"),
    [
        ({"plain": 0}, "low", ["hedged"]),
        ({"plain": 1}, "moderate", ["one_plain"]),
        ({"plain": 2}, "high", ["high"]),
        ({"doubtful": 3}, "low", ["doubtful"]),
        ({"doubtful": 2}, "high", ["high"]),
        ({"parties": 3}, "moderate", ["parties"]),
        ({"parties": 2}, "high", ["high"]),
        ({"unknown": 3}, "high", ["high"]),
        ({"origins": 1, "separate": 1, "plain": 1}, "moderate", ["one_origin"]),
        ({"origins": 1, "separate": 1, "plain": 1, "parties": 1}, "low", ["one_party"]),
        ({"origins": 1, "separate": 1, "plain": 1, "unknown": 1}, "low", ["one_unknown"]),
        ({"unknown": 3, "unnamed": 3}, "low", ["unnamed"]),
        ({"unknown": 3, "unnamed": 2}, "high", ["high"]),
        (
            {"origins": 1, "separate": 1, "plain": 1, "unknown": 1, "unnamed": 1},
            "low",
            ["unnamed"],
        ),
        ({"unopposed": False}, "moderate", ["opposed_undated"]),
        ({"status": "contested"}, "moderate", ["contested"]),
        ({"status": "contradicted", "dated": False}, "low", ["not_of_the_time"]),
        ({"dated": False}, "moderate", ["undated"]),
        ({"agreeing": False}, "moderate", ["figures"]),
        ({"reviewed": False}, "moderate", ["unreviewed"]),
        ({"reviewed": False, "agreeing": False}, "moderate", ["figures", "unreviewed"]),
        ({"reviewed": False, "doubtful": 3}, "low", ["doubtful"]),
    ],
)
def test_what_keeps_it_down(values: dict[str, object], level: str, codes: list[str]) -> None:
    confidence, reasons = confidence_of([replace(BEST, **values)])  # type: ignore[arg-type]
    assert confidence == level
    assert [reason.code.removeprefix("confidence_") for reason in reasons] == codes
    assert {reason.as_dict()["level"] for reason in reasons} == {level}


def test_of_two_grounds_the_weaker_decides() -> None:
    weaker = replace(BEST, doubtful=3, carried="the opposing side")
    assert confidence_of([BEST, weaker])[1] == (
        Reason.of("confidence_doubtful", level="low", carried="the opposing side"),
    )


def test_each_ceiling_is_met_by_some_row() -> None:
    assert {level for level, *_ in CEILINGS} == {"low", "moderate"}
