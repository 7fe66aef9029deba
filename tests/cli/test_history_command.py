"""`claimdesk history`: who changed what, and whether that is still as it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimdesk.cli import main
from claimdesk.registry.history import history_beside


def edit(*given: str, by: str = "Ani") -> None:
    """An edit from the shell."""
    assert main(["set", *given, "--by", by]) == 0


def told(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The lines of the history, without their times."""
    capsys.readouterr()
    assert main(["history", *options]) == 0
    return [line[18:] if line[:1].isdigit() else line for line in capsys.readouterr().out.splitlines()]


@pytest.mark.usefixtures("desk")
def test_the_latest_stands_first(capsys: pytest.CaptureFixture[str]) -> None:
    edit("dead-300", "notes", "To be watched.")
    edit("dam-opened", "verdict.status", "contested", by="Budi")
    assert told(capsys) == [
        "Budi saved.",
        "    claim dam-opened, verdict.status: + “contested”",
        "Ani saved.",
        "    claim dead-300, notes: + “To be watched.”",
        "The history begins.",
    ]
    assert told(capsys, "--lang", "id")[-1] != ""


@pytest.mark.usefixtures("desk")
def test_of_one_claim_also_under_its_earlier_id(capsys: pytest.CaptureFixture[str]) -> None:
    edit("dead-300", "notes", "first")
    edit("dam-opened", "notes", "of another")
    edit("dead-300", "id", "dead")
    edit("dead", "notes", "second", by="")
    assert told(capsys, "dead") == [
        "Somebody saved.",
        "    claim dead, notes: “first” → “second”",
        "Ani saved.",
        "    claim dead: was “dead-300”",
        "Ani saved.",
        "    claim dead-300, notes: + “first”",
    ]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", ["dead-300", "dead", "toll"], ids=["first id", "id between", "last id"])
def test_a_renamed_claim_is_found_by_any_of_its_ids(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for given in (("dead-300", "id", "dead"), ("dam-opened", "notes", "x"), ("dead", "id", "toll")):
        edit(*given)
    assert told(capsys, name) == [
        "Ani saved.",
        "    claim toll: was “dead”",
        "Ani saved.",
        "    claim dead: was “dead-300”",
    ]


@pytest.mark.usefixtures("desk")
def test_an_id_given_to_another_claim_leads_to_both(capsys: pytest.CaptureFixture[str]) -> None:
    for given in (("dead-300", "id", "dead"), ("dam-opened", "id", "dead-300")):
        edit(*given)
    both = ["    claim dead-300: was “dam-opened”", "    claim dead: was “dead-300”"]
    assert told(capsys, "dead-300")[1::2] == both
    assert told(capsys, "dead")[1::2] == both[1:]


@pytest.mark.usefixtures("desk")
def test_an_id_that_never_was_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    edit("dead-300", "notes", "first")
    edit("dead-300", "id", "dead")
    assert told(capsys, "dead-300") != []  # an earlier id
    assert main(["history", "dam-open"]) == 1
    refused = capsys.readouterr()
    assert "there is no such claim or source" in refused.err
    assert "Nearest: dam-opened" in refused.err
    assert refused.out == ""


def test_an_edit_by_hand(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("dead-300", "notes", "first")
    path = desk / "claims.yaml"
    path.write_text(path.read_text().replace("notes: first", "notes: second  # by hand"))
    edit("dead-300", "as_of", "--unset")
    assert told(capsys)[2:4] == [
        "Found edited with another program.", "    claim dead-300, notes: “first” → “second”",
    ]  # fmt: skip


@pytest.mark.usefixtures("desk")
def test_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    edit("dead-300", "notes", "first")
    capsys.readouterr()
    assert main(["history", "--format", "json"]) == 0
    begun, saved = json.loads(capsys.readouterr().out)
    assert (begun["kind"], saved["kind"], saved["by"], saved["line"]) == ("begun", "saved", "Ani", 2)
    assert saved["before"] == begun["after"]
    assert saved["changes"] == [{"kind": "claims", "id": "dead-300", "field": "notes", "after": ["first"]}]


@pytest.mark.usefixtures("desk")
def test_one_that_holds_is_said_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "--verify"]) == 0
    assert "no history yet" in capsys.readouterr().err
    edit("dead-300", "notes", "first")
    capsys.readouterr()
    assert main(["history", "--verify"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "2 entries as they were written" in captured.err


def test_what_was_altered_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("dead-300", "notes", "first")
    log = history_beside("claims.yaml")
    log.write_bytes(log.read_bytes().replace(b"Ani", b"Ana"))
    capsys.readouterr()
    assert main(["history", "--verify"]) == 1
    captured = capsys.readouterr()
    assert f"{log}:2" in captured.out
    assert captured.err
    log.unlink()
    edit("dead-300", "notes", "second")
    (desk / "claims.yaml").write_bytes((desk / "claims.yaml").read_bytes() + b"# by hand\n")
    capsys.readouterr()
    assert main(["history", "--verify"]) == 1
    assert "another program" in capsys.readouterr().out


WRONG = [
    (["dead-300", "--verify"], "--verify", "both"),
    (["--claims", "none.yaml"], "none.yaml", "no such registry"),
    (["--verify", "--claims", "articles"], "folder", "a folder"),
    (["a", "b"], "b", "two ids"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("given", "word", "note"), WRONG, ids=[row[-1] for row in WRONG])
def test_wrong_usage(given: list[str], word: str, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", *given]) == 1, note
    captured = capsys.readouterr()
    assert captured.out == ""
    assert word in captured.err
