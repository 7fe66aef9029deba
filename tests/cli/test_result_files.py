"""Result files: links kept, devices written to, what cannot be written refused with a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
