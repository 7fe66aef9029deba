"""`claimdesk add`, `verify` and `watch`: a line for each article, and nothing lost."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimdesk.cli import main
from claimdesk.cli import watch as watch_verb
from tests.library.layouts import wrap_modern
from tests.library.retold import OTHER_REPORT, REPORT, REVISED, TRANSLATION

URL = "https://contoh.com/banjir"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of sources of every kind, below the current one."""
    folder = tmp_path / "new"
    (folder / "below").mkdir(parents=True)
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "below/b.html").write_bytes(wrap_modern(OTHER_REPORT.splitlines()[2:], "Menunggu Bantuan"))
    (folder / "blank.txt").write_text(" \n", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("Air naik.", encoding="utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("x/t.txt", TRANSLATION)
        archive.writestr("x/picture.png", b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return folder


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], list[str]]:
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err.splitlines()


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _run(capsys, "add", *arguments, "--format", "json")[1]]


@pytest.mark.usefixtures("sources")
def test_a_folder_of_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, "add", "new")
    lines = [line for line in out if not line.startswith(" ")]
    assert [line.split(":")[0] for line in lines] == ["added", "failed", "added", "added"]
    assert lines[1] == "failed: new/blank.txt: There is no text in it."
    assert "outlet “CONTOH.com” (the dateline “CONTOHKOTA, CONTOH.com -”); not found: published" in lines[0]
    assert (code, err) == (1, ["3 added, 1 failed."])
    code, out, err = _run(capsys, "add", "new")
    assert [line.split(":")[0] for line in out] == ["already here", "failed", "already here", "already here"]
    assert err == ["3 already here, 1 failed."]


@pytest.mark.usefixtures("sources")
def test_what_is_alike_and_what_changed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "revised.txt").write_text(REVISED, encoding="utf-8")
    (first,) = _json(capsys, "old.txt", "--url", URL)
    (second,) = _json(capsys, "revised.txt", "--url", URL)
    assert second["facts"]["revises"]["value"] == first["id"]
    assert [len(change["old"]) for change in second["changes"]] == [1, 2]
    (third,) = _json(capsys, "new/c.zip")
    assert {alike["kind"] for alike in third["alike"]} == {"translation"}
    _, out, _ = _run(capsys, "add", "new/a.txt", "--copy-of", "")
    assert out[0].startswith("already here")


@pytest.mark.usefixtures("sources")
def test_what_a_person_states(capsys: pytest.CaptureFixture[str]) -> None:
    (added,) = _json(capsys, "new/a.txt", "--date", "2021-05-03", "--outlet", "Harian Contoh", "--title", "")
    assert added["facts"]["published"] == {"value": "2021-05-03", "read_in": "given"}
    assert added["facts"]["outlet"]["value"] == "Harian Contoh"
    assert added["missing"] == ["title", "author", "url"]


def test_standard_input(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(REPORT.encode())))
    code, out, _ = _run(capsys, "add", "-", "--articles", str(tmp_path / "articles"))
    assert (code, len(out)) == (0, 1)


WRONG = [
    (["add", "none.txt"], "failed: none.txt: There is no such file or folder; check the name."),
    (["add", "none.zip"], "failed: none.zip: There is no such file or folder; check the name."),
    (["add", "empty"], "failed: empty: It holds no article: no file that ends in"),
    (["add", "new", "--title", "x"], "--title is for one article. Add it by itself."),
    (["add", "new/c.zip", "--url", "https://contoh.com/x"], "--url is for one article. Add it by itself."),
    (["add", "articles"], "articles: this is the folder of articles itself."),
    (["add", "new/a.txt", "--date", "kemarin"], "published: “kemarin” is not a date."),
    (["add", "ftp://contoh.com/a"], "There is no such file or folder"),
    (["add", "http://127.0.0.1/a"], "failed: http://127.0.0.1/a: 127.0.0.1 leads to 127.0.0.1, which"),
    (["verify", "none.json"], "none.json: cannot be read"),
    (["verify", "new/a.txt"], "new/a.txt: this is no JSON"),
    (["verify", "list.json"], "This is no report"),
    (["watch", "none"], "none: there is no such folder"),
]  # fmt: skip


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_wrong_usage_is_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    Path("articles").mkdir()
    Path("empty").mkdir()
    Path("list.json").write_text("[1]", encoding="utf-8")
    code, out, err = _run(capsys, *arguments)
    assert code == 1
    assert said in "\n".join([*out, *err])


@pytest.mark.usefixtures("desk")
def test_every_quote_of_a_report_is_proven(capsys: pytest.CaptureFixture[str]) -> None:
    Path("more.txt").write_text(REPORT, encoding="utf-8")
    assert _run(capsys, "add", "more.txt")[0] == 0
    assert main(["check", "--until", "2021-12-31", "--format", "json", "--out", "report.json"]) == 0
    code, out, err = _run(capsys, "verify", "report.json")
    assert code == 0
    assert [line.split(":")[0] for line in out] == ["extracted", "written", "written", "written"]
    assert err[0].startswith("report.json: ")
    path = Path("articles/wire-2.md")
    path.write_text(path.read_text(encoding="utf-8").replace("The Arun", "Today the Arun"), encoding="utf-8")
    Path("articles/wire-1.md").unlink()
    code, out, _ = _run(capsys, "verify", "report.json")
    failed = [line for line in out if line.startswith("quote failed")]
    assert code == 1
    assert any("its words are not in the article" in line for line in failed)
    assert any("the article wire-1 is not here" in line for line in failed)


@pytest.mark.usefixtures("sources")
def test_watching_once(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_verb, "_PAUSE", 0)
    monkeypatch.setattr("claimdesk.library.watch.SETTLED", 0)
    code, out, err = _run(capsys, "watch", "new", "--once")
    assert code == 1
    assert sum(line.startswith("added") for line in out) == 3
    assert err == ["Watching new."]
    monkeypatch.setattr("claimdesk.library.watch.SETTLED", 1e9)
    assert _run(capsys, "watch", "new", "--once")[0] == 1, "it is still being written"
    monkeypatch.setattr("claimdesk.library.watch.SETTLED", 0)
    assert _run(capsys, "watch", "new", "--once")[1] == ["failed: new/blank.txt: There is no text in it."]
