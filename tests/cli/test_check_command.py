"""`claimdesk check`: its forms, its options, and what goes where."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from claimdesk import check, load_articles, load_registry
from claimdesk.cli import main
from claimdesk.columns import QUOTE_COLUMNS
from claimdesk.reporting import render_report

UNTIL = "2021-12-31"


def _check(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """Standard output of a check that works and has nothing to complain of."""
    until = () if "--until" in options else ("--until", UNTIL)
    assert main(["check", *until, *options]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def _json(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(_check(capsys, "--format", "json", *options))
    return report


def _quotes(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [quote for claim in report["claims"] for quote in claim["quotes"]]


@pytest.mark.usefixtures("desk")
def test_json_is_what_the_library_gives(capsys: pytest.CaptureFixture[str]) -> None:
    report = check(load_registry("claims.yaml"), load_articles("articles"), until=date.fromisoformat(UNTIL))
    assert _json(capsys) == render_report(report)
    assert _json(capsys, "--lang", "id") == render_report(report, "id")


@pytest.mark.usefixtures("desk")
def test_json_is_the_default_where_no_terminal_reads(capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(capsys) == _check(capsys, "--format", "json")


def test_the_shipped_registry_and_digests(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--claims", str(root / "claims.yaml"), "--articles", str(root / "articles"))
    report = _json(capsys, *options, "--until", "2026-01-01", "--no-store")
    assert list(report)[:4] == ["version", "until", "settings", "problems"]
    assert (report["version"], report["until"], report["problems"]) == (1, "2026-01-01", [])
    assert len(report["claims"]) == 22
    assert {article["kind"] for article in report["articles"]} == {"digest"}
    bodies = {article.id: article.body for article in load_articles(root / "articles")}
    for quote in _quotes(report):
        assert bodies[quote["article"]][quote["start"] : quote["end"]] == quote["text"]
    assert {quote["stance"] for quote in _quotes(report)} == {"supports", "contradicts", "mentions"}


@pytest.mark.usefixtures("desk")
def test_claims_are_chosen_by_id_and_are_the_same_alone(capsys: pytest.CaptureFixture[str]) -> None:
    everything = _json(capsys)
    chosen = _json(capsys, "--claim", "second-dam", "--claim", "dead-300")
    assert [claim["id"] for claim in chosen["claims"]] == ["dead-300", "second-dam"]
    assert chosen["claims"] == [everything["claims"][0], everything["claims"][2]]


@pytest.mark.usefixtures("desk")
def test_until_hides_what_came_later(capsys: pytest.CaptureFixture[str]) -> None:
    report = _json(capsys, "--until", "2021-05-10")
    assert [article["id"] for article in report["articles"]] == ["wire-1"]
    assert (report["until"], report["hidden"]) == ("2021-05-10", 2)
    assert {quote["article"] for quote in _quotes(report)} == {"wire-1"}


@pytest.mark.usefixtures("desk")
def test_decisive_only_leaves_out_mentions_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    everything, decisive = _json(capsys), _json(capsys, "--decisive-only")
    kept = [quote for quote in _quotes(everything) if quote["stance"] != "mentions"]
    assert _quotes(decisive) == kept
    assert kept
    for claim in (*everything["claims"], *decisive["claims"]):
        del claim["quotes"]
    assert decisive == everything


@pytest.mark.usefixtures("desk")
def test_csv_is_one_row_a_quote(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(_check(capsys, "--format", "csv"))))
    quotes = _quotes(_json(capsys))
    assert list(rows[0]) == list(QUOTE_COLUMNS)
    assert [(row["article"], row["start"], row["text"]) for row in rows] == [
        (quote["article"], str(quote["start"]), quote["text"]) for quote in quotes
    ]


def test_parquet_holds_the_same_rows_as_csv(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(capsys, "--format", "parquet", "--out", "quotes.parquet")
    table = pd.read_parquet(desk / "quotes.parquet")
    rows = pd.read_csv(io.StringIO(_check(capsys, "--format", "csv")), keep_default_na=False)
    assert list(table.columns) == list(rows.columns)
    assert table["text"].to_list() == rows["text"].to_list()
    assert table["start"].to_list() == rows["start"].to_list()


def _write_formula(desk: Path) -> str:
    text = "=2+3 at least 350 people died in the flood"
    (desk / "articles" / "wire-4.md").write_text(f"---\noutlet: Wire\npublished: 2021-05-10\n---\n{text}\n")
    return text


def test_csv_is_verbatim_and_says_what_a_spreadsheet_would_do(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _write_formula(desk)
    assert main(["check", "--format", "csv"]) == 0
    captured = capsys.readouterr()
    assert text in [row["text"] for row in csv.DictReader(io.StringIO(captured.out))]
    assert "--for-spreadsheet" in captured.err


def test_csv_for_a_spreadsheet_runs_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _write_formula(desk)
    assert main(["check", "--format", "csv", "--for-spreadsheet"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("\ufeffclaim,")
    rows = list(csv.DictReader(io.StringIO(captured.out.removeprefix("\ufeff"))))
    assert f"'{text}" in [row["text"] for row in rows]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("form", ["table", "json", "csv", "parquet"])
def test_a_file_holds_what_standard_output_would(
    form: str, desk: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = ["check", "--until", UNTIL, "--format", form]
    assert main(command) == 0
    shown = capsysbinary.readouterr().out
    assert main([*command, "--out", "result"]) == 0
    assert capsysbinary.readouterr() == (b"", b"")
    assert (desk / "result").read_bytes() == shown
    assert shown


def test_what_is_wrong_with_an_article_is_said_and_reported(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "articles" / "torn.md").write_text("---\ntitle: No end\n")
    assert main(["check"]) == 0
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert captured.err.startswith("articles/torn.md:1:1")
    assert report["problems"] == captured.err.splitlines()
    assert len(report["articles"]) == 3


def test_an_article_that_is_not_utf8_is_read_and_said_so(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The caf\xe9 owner said: at least 350 people died in the flood, and the r\xe9gion is cut off."
    (desk / "articles" / "latin.txt").write_bytes(text.encode("latin-1"))
    assert main(["check"]) == 0
    captured = capsys.readouterr()
    assert "articles/latin.txt:1:" in captured.err
    assert "UTF-8" in captured.err
    assert "latin" in [article["id"] for article in json.loads(captured.out)["articles"]]


@pytest.mark.usefixtures("desk")
def test_the_table_shows_both_sides(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    table = _check(capsys, "--format", "table")
    assert max(map(len, table.splitlines())) <= 72
    assert table.startswith("Flood at Arun\nEvidence read to 31 Dec 2021 · 3 articles · 3 claims\n")
    for words in ("dead-300 · As of 10 May 2021", "Rescue Agency · Wire · 10 May 2021", "[   ] no evidence"):
        assert words in table


@pytest.mark.usefixtures("desk")
def test_a_terminal_gets_the_table_and_no_parquet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert _check(capsys) == _check(capsys, "--format", "table")
    assert main(["check", "--format", "parquet"]) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert "--out" in captured.err


@pytest.mark.usefixtures("desk")
def test_the_table_speaks_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    table = _check(capsys, "--format", "table", "--lang", "id")
    assert "[   ] belum ada bukti" in table
    assert "At least 340 people died in the flood" in table


@pytest.mark.parametrize("form", ["table", "json", "csv", "parquet"])
def test_two_runs_give_the_same_bytes(form: str, desk: Path) -> None:
    """In two processes, so that no order of a set or a dict of one of them can hide."""
    command = [sys.executable, "-m", "claimdesk", "check", "--until", UNTIL, "--format", form]
    runs = [subprocess.run(command, cwd=desk, capture_output=True, check=True) for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout
    assert [run.stderr for run in runs] == [b"", b""]


@pytest.mark.parametrize("command", [["claimdesk"], [sys.executable, "-m", "claimdesk"]])
def test_both_ways_to_start_it(command: list[str]) -> None:
    if command == ["claimdesk"]:
        command = [str(Path(sys.executable).with_name("claimdesk"))]
    ran = subprocess.run([*command, "--help"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    assert ran.stdout.startswith("usage: claimdesk")
    wrong = subprocess.run(
        [*command, "check", "--format", "xml"], capture_output=True, text=True, check=False
    )
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith("claimdesk check: ")
