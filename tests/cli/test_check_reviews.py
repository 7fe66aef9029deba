"""`claimdesk check` and people's decisions: applied where they are, said where they cannot be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimdesk.cli import main
from claimdesk.model import Decision
from claimdesk.store.reviews import append_decision

TEXT = "At least 340 people died in the flood, the Rescue Agency said."


def _check(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[dict[str, Any], str]:
    assert main(["check", "--format", "json", "--until", "2021-12-31", *options]) == 0
    captured = capsys.readouterr()
    return json.loads(captured.out), captured.err


def _decide(desk: Path, file: str, **values: Any) -> None:
    article = (desk / "articles" / "wire-1.md").read_text(encoding="utf-8").partition("\n---\n")[2]
    start = article.index(TEXT)
    fields: dict[str, Any] = {"claim": "dead-300", "article": "wire-1", "start": start, "text": TEXT}
    fields |= {"end": start + len(TEXT), "kind": "rejected", "on": date(2021, 6, 1), "by": "editor-1"}
    append_decision(desk / file, Decision(**(fields | values)))


def test_decisions_beside_the_registry_are_applied(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _decide(desk, "reviews.jsonl")
    report, said = _check(capsys)
    quote = next(one for one in report["claims"][0]["quotes"] if one["text"] == TEXT)
    assert (quote["decision"], report["problems"], said) == ("rejected", [], "")
    other, _ = _check(capsys, "--reviews", "none.jsonl")
    assert all(one["decision"] == "" for one in other["claims"][0]["quotes"])
    _decide(desk, "other.jsonl", kind="confirmed")
    other, _ = _check(capsys, "--reviews", "other.jsonl")
    assert "confirmed" in [one["decision"] for one in other["claims"][0]["quotes"]]


def test_decisions_on_claims_that_were_not_asked_for_are_not_lost(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _decide(desk, "reviews.jsonl")
    report, _ = _check(capsys, "--claim", "dam-opened")
    assert report["problems"] == []


def test_orphaned_and_broken_decisions_are_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _decide(desk, "reviews.jsonl", text="Nobody died.", start=0, end=12)
    with (desk / "reviews.jsonl").open("ab") as file:
        file.write(b"broken\n")
    report, said = _check(capsys)
    assert "reviews.jsonl:2: this line is not as it was written" in said
    assert any("orphaned" in problem for problem in report["problems"])


def test_decisions_of_days_to_come_are_not_passed_over(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for day in (date(2999, 2, 1), date(2999, 1, 1)):
        _decide(desk, "reviews.jsonl", on=day)
    report, said = _check(capsys)
    (problem,) = report["problems"]
    assert "Dated after today, so not counted yet: 2 of the decisions, the first of 2999-01-01." in problem
    assert said == f"{problem}\n"
