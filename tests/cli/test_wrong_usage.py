"""Whatever is asked or given wrongly: exit code 1, a sentence on standard error, no result."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimdesk.cli import main

USAGE = [
    ([], "VERB", "no verb"),
    (["chek"], "chek", "an unknown verb"),
    (
        ["check", "--colour"],
        "claimdesk check --help",
        "an unknown option, with its verb's help",
    ),
    (["check", "--decisive"], "--decisive", "a shortened option"),
    (["check", "--format", "xml"], "xml", "an unknown format"),
    (["check", "--lang", "fr"], "fr", "an unknown language"),
    (["check", "--claims"], "--claims", "an option without its value"),
    (["check", "articles"], "articles", "a stray word"),
    (["check", "--until", "13/11/2024"], "13/11/2024", "a day in another form"),
    (["check", "--until", "2024-02-30"], "2024-02-30", "a day that never was"),
    (["check", "--until", "20241113"], "2024-11-13", "a day without hyphens; the message shows the form"),
    (["check", "--claim", "dead"], "dead-300", "an unknown claim; the message names near ones"),
    (["check", "--claim", "dead-300", "--claim", "Dam-Opened"], "dam-opened", "one known, one not"),
    (["check", "--claim", ""], "no such claim", "an empty id"),
    (["check", "--claims", "none.yaml"], "none.yaml", "no such registry"),
    (["check", "--claims", "articles"], "folder", "a folder for a registry"),
    (["check", "--articles", "none"], "none", "no such folder of articles"),
    (["check", "--articles", "claims.yaml"], "file", "a file for a folder"),
    (["check", "--out", "none/report.json"], "none", "no such folder for the result"),
    (["check", "--out", "articles"], "folder", "a folder for the result"),
    (["check", "--for-spreadsheet"], "csv", "a spreadsheet of JSON"),
    (["lint", "none.yaml"], "none.yaml", "no such registry"),
    (["lint", "claims.yaml", "more.yaml"], "more.yaml", "two registries"),
    (["schema", "--out", ""], "folder", "an empty name"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("arguments", "word", "note"), USAGE, ids=[note for _, _, note in USAGE])
def test_wrong_usage(arguments: list[str], word: str, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1, note
    captured = capsys.readouterr()
    assert captured.out == ""
    assert word in captured.err
    assert "Traceback" not in captured.err
    assert captured.err.strip()


FILES = [
    ("claims.yaml", b"", "empty", "an empty registry"),
    ("claims.yaml", b"claims: [\n", "claims.yaml:2", "YAML that does not parse"),
    ("claims.yaml", b"claims: 12\n", "claims.yaml:1", "a wrong type"),
    ("claims.yaml", b"claims:\n - {id: a\xff}\n", "UTF-8", "not UTF-8"),
    (
        "claims.yaml",
        b"claims:\n- {id: a, statement: S, supports: [x y]}\n- {id: a, statement: S, supports: [x y]}\n",
        "claims.yaml:3",
        "an id twice",
    ),
    ("claims.yaml", b"claims:\n- {statement: S}\n- {id: b}\n", "claims[1]", "several problems at once"),
]


@pytest.mark.parametrize(("name", "data", "word", "note"), FILES, ids=[note for *_, note in FILES])
def test_a_registry_that_is_refused(
    name: str, data: bytes, word: str, note: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / name).write_bytes(data)
    assert main(["check"]) == 1, note
    captured = capsys.readouterr()
    assert captured.out == ""
    assert word in captured.err
    assert "Traceback" not in captured.err


def test_an_empty_folder_of_articles(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "empty").mkdir()
    assert main(["check", "--articles", "empty"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("empty holds no articles")


def test_no_article_that_can_be_read(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "bad").mkdir()
    (desk / "bad" / "a.md").write_bytes(b"\x00\x01\x02")
    assert main(["check", "--articles", "bad"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"bad{os.sep}a.md:1:")
    assert "bad: none of its articles can be read" in captured.err


@pytest.mark.usefixtures("desk")
def test_a_result_that_may_not_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", deny)
    assert main(["check", "--out", "report.json", "--no-store"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("report.json: cannot be written (Permission denied)")
    assert sorted(os.listdir()) == ["articles", "claims.yaml"]
