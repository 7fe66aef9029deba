"""Result files: links kept, devices written to, what cannot be written refused with a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimdesk.cli import main
from claimdesk.cli.files import check_writable, replace_file
from claimdesk.errors import InputError


def test_a_link_still_leads_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    replace_file(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_failure_is_said_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match=r"report: cannot be written \(No space left on device\)"):
        replace_file(str(path), b"new")
    assert path.read_bytes() == b"old"


def test_a_device_is_written_to_as_it_is() -> None:
    replace_file(os.devnull, b"gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "word"),
    [("", "folder"), (".", "folder"), ("missing/report.json", "no folder missing")],
)
def test_what_cannot_be_a_file_is_refused_beforehand(
    name: str, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=word):
        check_writable(name)
    assert os.listdir(tmp_path) == []


OWN = ["claims.yaml", "claims.history.jsonl", "reviews.jsonl", "issued.jsonl", "claimdesk.toml", "link.json"]


@pytest.mark.parametrize("verb", [["check"], ["brief", "--all", "--format", "json", "--no-log"]])
@pytest.mark.parametrize("name", [*OWN, "articles/wire-1.md", "words.jsonl"])
def test_no_result_takes_the_place_of_a_file_of_the_desk(
    name: str, verb: list[str], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "link.json").symlink_to("reviews.jsonl")
    before = (desk / name).read_bytes() if (desk / name).exists() else None
    reviews = ["--reviews", "words.jsonl"] if name == "words.jsonl" else []
    assert main([*verb, *reviews, "--out", name]) == 1
    assert "the desk's own" in capsys.readouterr().err
    assert ((desk / name).read_bytes() if (desk / name).exists() else None) == before


def test_a_result_may_stand_beside_the_articles(desk: Path) -> None:
    for _ in range(2):
        assert main(["check", "--until", "2021-12-31", "--format", "json", "--out", "articles.json"]) == 0
    assert (desk / "articles.json").is_file()
