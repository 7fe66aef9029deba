"""What needs a person: contested, changed, waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sample_report import ROWS, build_report

from claimdesk.evidence.sides import origin_names
from claimdesk.ui.triage import find_waiting, sort_by_urgency, sort_out


def test_claims_are_sorted_out_by_what_they_need() -> None:
    triage = sort_out(build_report())
    assert {entry.claim.id for entry in triage.contested} == {"deaths-120", "dam-opened", "displaced-3000"}
    since_verdict = {key for key, change in triage.changes.items() if change.verdict}
    assert since_verdict == {"deaths-120", "displaced-3000"}
    assert set(triage.changes) == {*since_verdict, "deaths-64", "deaths-80", "dam-opened"}
    assert triage.quotes == sum(len(find_waiting(entry)) for entry in build_report().claims) == 12
    assert triage.changes["deaths-120"].on == date(2021, 3, 9)


def test_without_verdicts_a_change_of_the_last_week_counts() -> None:
    rows = tuple(replace(row, verdict=None) for row in ROWS)
    triage = sort_out(build_report(rows=rows))
    assert triage.judged == 0
    assert set(triage.changes) == {
        "displaced-3000", "deaths-64", "bridge-down", "deaths-80", "dam-opened",
    }  # fmt: skip
    assert triage.changes["deaths-64"].former == "single source"
    assert triage.changed[0].claim.id in ("displaced-3000", "deaths-64")


def test_contested_comes_first_then_changed_then_waiting() -> None:
    report = build_report()
    order = [entry.claim.id for entry in sort_by_urgency(report.claims, sort_out(report))]
    assert set(order[:3]) == {"deaths-120", "dam-opened", "displaced-3000"}
    assert set(order[:2]) == {"deaths-120", "displaced-3000"}
    assert order[-1] == "second-dam"


def test_decided_quotes_do_not_wait() -> None:
    report = build_report()
    bridge = report.claim("bridge-down")
    assert bridge is not None
    assert find_waiting(bridge) == ()


def test_origins_are_named_as_in_the_registry() -> None:
    report = build_report()
    dam = report.claim("dam-opened")
    assert dam is not None
    assert origin_names(dam, report.registry) == {
        "villagers": "unnamed villagers",
        "dam": "Arun Dam Authority",
    }
