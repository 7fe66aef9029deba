"""`claimdesk diff`: what an edit, or new articles, change in quotes and statuses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from claimdesk.cli import main

UNTIL = ("--until", "2021-07-01")


@pytest.fixture
def edited(desk: Path) -> Path:
    """The desk with an older registry, `old.yaml`, in which one claim had another phrase."""
    shutil.copy(desk / "claims.yaml", desk / "old.yaml")
    assert main(["set", "second-dam", "supports", "the dam was opened without a warning"]) == 0
    return desk


def differ(capsys: pytest.CaptureFixture[str], *given: str) -> Any:
    """What differs, as JSON."""
    capsys.readouterr()
    assert main(["diff", *given, *UNTIL, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("edited")
def test_two_registries(capsys: pytest.CaptureFixture[str]) -> None:
    told = differ(capsys, "old.yaml", "claims.yaml")
    assert told["compared"] == 3
    (claim,) = told["claims"]
    assert (claim["id"], claim["fate"], claim["edited"]) == ("second-dam", "kept", ["supports"])
    assert {"name": "status", "before": "no evidence", "after": "contested"} in claim["fields"]
    assert [quote["fate"] for quote in claim["quotes"]] == ["gained"] * 2
    assert {quote["after"]["article"] for quote in claim["quotes"]} == {"wire-1", "wire-2"}
    assert all(quote["before"] is None for quote in claim["quotes"])


@pytest.mark.usefixtures("edited")
def test_the_other_way_round_quotes_are_lost(capsys: pytest.CaptureFixture[str]) -> None:
    (claim,) = differ(capsys, "claims.yaml", "old.yaml")["claims"]
    assert [quote["fate"] for quote in claim["quotes"]] == ["lost"] * 2


def test_two_sets_of_articles(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(desk / "articles", desk / "before")
    (desk / "before" / "wire-2.md").unlink()
    told = differ(capsys, "claims.yaml", "claims.yaml", "--old-articles", "before")
    assert told["articles"]["added"] == ["wire-2"]
    assert [claim["id"] for claim in told["claims"]] == ["dam-opened"]


@pytest.mark.usefixtures("edited")
def test_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["diff", "old.yaml", "claims.yaml", *UNTIL, "--format", "table"]) == 0
    told = capsys.readouterr().out
    for words in ("1 of 3 claims differ", "status: no evidence → contested", "edited: supports",
                  "    + Villagers said the dam was opened without a warning.", "gained"):  # fmt: skip
        assert words in told
    assert main(["diff", "claims.yaml", "claims.yaml", *UNTIL, "--format", "table"]) == 0
    assert "0 of 3 claims differ" in capsys.readouterr().out


WRONG = [
    (["old.yaml"], "NEW", "one registry"),
    (["none.yaml", "claims.yaml"], "none.yaml", "no such registry"),
    (["claims.yaml", "claims.yaml", "--old-articles", "none"], "none", "no such articles"),
    (["claims.yaml", "claims.yaml", "--until", "today"], "--until", "no day"),
    (["claims.yaml", "articles"], "folder", "a folder"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("given", "word", "note"), WRONG, ids=[row[-1] for row in WRONG])
def test_wrong_usage(given: list[str], word: str, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *given]) == 1, note
    captured = capsys.readouterr()
    assert captured.out == ""
    assert word in captured.err
