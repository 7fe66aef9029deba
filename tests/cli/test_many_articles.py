"""`check` over many articles: data sets, workers, and the store beside the registry."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimdesk.cli import main
from claimdesk.library.read import load_articles

UNTIL = ("--until", "2021-06-30")


def _check(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[str, str]:
    """Standard output and standard error of a check that works."""
    assert main(["check", *UNTIL, *options]) == 0
    captured = capsys.readouterr()
    return captured.out, captured.err


def _to_parquet(folder: Path) -> str:
    rows: list[dict[str, Any]] = [
        {
            "id": one.id,
            "title": one.title,
            "outlet": one.outlet,
            "published": one.published,
            "language": one.language,
            "url": one.url or None,
            "body": one.body,
        }
        for one in load_articles(folder)
    ]
    pq.write_table(pa.Table.from_pylist(rows), "news.parquet", row_group_size=2)
    return "news.parquet"


SAME = [
    ((), "as it is"),
    (("--no-store",), "without a store"),
    (("--workers", "1"), "one process"),
    (("--workers", "2"), "two processes"),
    (("--workers", "2", "--no-store"), "two processes without a store"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_no_way_to_work_changes_the_report(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, *others = [_check(capsys, *options, "--format", form) for options, _ in SAME]
    assert first[0]
    assert others == [first] * len(others)


def test_a_data_set_gives_the_quotes_of_the_folder(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = _to_parquet(desk / "articles")
    found = [json.loads(_check(capsys, "--articles", where)[0])["claims"] for where in ("articles", place)]
    assert found[0] == found[1]
    assert sum(len(claim["quotes"]) for claim in found[0]) == 4


def test_what_was_matched_is_not_matched_again(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _check(capsys)
    assert (desk / ".claimdesk" / "results").is_dir()
    monkeypatch.setattr("claimdesk.desk.Matcher.find", lambda *_: pytest.fail("it was matched again"))
    assert _check(capsys) == first
    assert _check(capsys, "--claim", "dam-opened")[1] == ""


def test_no_store_keeps_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(capsys, "--no-store")
    assert not (desk / ".claimdesk").exists()


def test_damage_is_said_and_is_not_in_the_report(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = _check(capsys)
    for path in (desk / ".claimdesk").rglob("parts/*"):
        path.write_bytes(b"")
    again, said = _check(capsys)
    assert again == out
    assert "damaged; what they held is matched again" in said


def test_after_a_kill_it_goes_on(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Killed while it works, however far it came: the next run ends with the same report."""
    text = (desk / "articles" / "wire-1.md").read_text()
    for at in range(120):
        (desk / "articles" / f"more-{at:03}.md").write_text(text)
    command = [sys.executable, "-m", "claimdesk", "check", *UNTIL, "--workers", "2", "--out", "killed.json"]
    process = subprocess.Popen(command, env={"PYTHONPATH": str(Path(__file__).resolve().parents[2])})
    while process.poll() is None and not list((desk / ".claimdesk").rglob("parts/*")):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert _check(capsys) == _check(capsys, "--no-store")


WRONG = [
    (("--workers", "0"), "--workers 0: give a number from 1 on."),
    (("--workers", "2", "--scheduler", "tcp://127.0.0.1:1"), "Give --workers or --scheduler"),
    (("--articles", "nowhere.parquet"), "nowhere.parquet"),
    (("--articles", "nowhere://bucket/news"), "nowhere://bucket/news"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("options", "said"), WRONG)
def test_wrong_use_is_said(options: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *UNTIL, *options]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
