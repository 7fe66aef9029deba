"""``claimdesk brief``: every form to a file, every mistake a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdesk.cli import main

REGISTRY = """
version: 1
claims:
  - id: dam-opened
    statement: The dam above Arun was opened at night.
    as_of: 2021-03-03
    supports: [bendungan dibuka pada malam hari]
  - id: bridge-down
    statement: The bridge at Arun collapsed.
    as_of: 2021-03-03
    supports: [jembatan Arun roboh]
"""
ARTICLE = """---
title: Banjir di Arun
outlet: Warta Arun
published: 2021-03-03
language: id
kind: article
url: https://example.org/arun
---
Wali kota mengatakan bendungan dibuka pada malam hari. Jembatan Arun roboh, kata polisi.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a registry of two claims and one article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "arun.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


STARTS = {
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "svg": b"<svg",
    "md": b"# ",
    "csv": b"claim,",
    "excel": b"\xef\xbb\xbfclaim,",
    "json": b"{",
    "parquet": b"PAR1",
    "claimreview": b"{",
}


@pytest.mark.parametrize("form", STARTS)
def test_each_form(desk: Path, form: str) -> None:
    call = ["brief", "--claim", "dam-opened", "--format", form, "--made", "2021-03-05", "--out"]
    assert main([*call, "one"]) == 0
    assert main([*call, "two"]) == 0
    data = (desk / "one").read_bytes()
    assert data.startswith(STARTS[form])
    assert data == (desk / "two").read_bytes()
    assert (desk / "issued.jsonl").read_bytes().count(b"\n") == 2


def test_the_claims_keep_the_order_in_which_they_are_named(desk: Path) -> None:
    call = ["brief", "--claim", "bridge-down", "--claim", "dam-opened", "--format", "md", "--out", "out.md"]
    assert main([*call, "--since", "2021-03-02", "--no-log"]) == 0
    text = (desk / "out.md").read_text(encoding="utf-8")
    assert text.index("## The bridge") < text.index("## The dam")
    assert "## Changed since 2 Mar 2021" in text
    assert not (desk / "issued.jsonl").exists()


def test_changes_since_a_report(desk: Path) -> None:
    assert main(["check", "--format", "json", "--out", "before.json"]) == 0
    assert main(["brief", "--all", "--format", "md", "--since", "before.json", "--out", "out.md"]) == 0
    assert "Nothing changed on these claims." in (desk / "out.md").read_text(encoding="utf-8")


MISTAKES = [
    ("--format png", "No claim is chosen.", "no selection"),
    ("--format png --claim dam", "--claim dam: there is no such claim", "an unknown claim"),
    ("--format png --all", "a card, which tells of one claim", "a card of all"),
    ("--format pdf --all --claim dam-opened", "not both", "all and one"),
    ("--format pdf --all --shape square", "is for one claim", "a shape for several"),
    ("--format csv --claim dam-opened --shape report", "goes with --format pdf or md", "a report as CSV"),
    (
        "--format csv --all --url https://x.example",
        "--url goes with --format claimreview",
        "an option in vain",
    ),
    ("--format png --claim dam-opened --since 2021-03-01", "--since goes with --format pdf", "a card since"),
    ("--format md --all --made today", "--made today: this is not a day", "a day that is none"),
    ("--format md --all --since yesterday", "there is no such file, and it is no day", "since nothing"),
    ("--format md --all --since claims.yaml", "this is no report", "since another file"),
    (
        "--format png --claim dam-opened --out x.pdf",
        "the ending .pdf is that of --format pdf",
        "a PNG as PDF",
    ),
    ("--format csv --all --out x.JSON", "Name the file with .csv, or take", "a CSV as JSON"),
    ("--format md --all --out nowhere/out.md", "there is no folder", "no such folder"),
]


@pytest.mark.parametrize(("options", "said", "note"), MISTAKES, ids=[row[-1] for row in MISTAKES])
def test_a_mistake_is_a_sentence(
    desk: Path, capsys: pytest.CaptureFixture[str], options: str, said: str, note: str
) -> None:
    assert main(["brief", *options.split()]) == 1, note
    assert said in capsys.readouterr().err
    assert not (desk / "issued.jsonl").exists()
    assert not list(desk.glob("x.*"))


def test_what_cannot_be_logged_does_not_leave_the_desk(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "issued.jsonl").write_bytes(b"torn out\n{}\n")
    arguments = ["brief", "--claim", "dam-opened", "--format", "md"]
    assert main([*arguments, "--out", "card.md"]) == 1
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "the last line is not as it was written" in captured.err
    assert not (desk / "card.md").exists()


@pytest.mark.usefixtures("desk")
def test_a_claimreview_tells_what_search_engines_miss(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call = ["brief", "--claim", "dam-opened", "--format", "claimreview", "--no-log"]
    monkeypatch.delenv("CLAIMDESK_DESK", raising=False)
    assert main(call) == 0
    said = capsys.readouterr()
    assert "--author" in said.err
    assert "--url" in said.err
    monkeypatch.setenv("CLAIMDESK_DESK", "Arun Desk")
    assert main([*call, "--url", "https://example.org/checks"]) == 0
    said = capsys.readouterr()
    assert '"name": "Arun Desk"' in said.out
    assert "author" not in said.err
    assert main([*call, "--author", "Other Desk"]) == 0
    assert '"name": "Other Desk"' in capsys.readouterr().out
