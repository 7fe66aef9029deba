"""Result files: replaced whole or not at all, permissions and links kept, refused with a sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from claimdesk.cli.files import check_writable, replace_file
from claimdesk.errors import InputError


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        replace_file(str(tmp_path / "new"), b"new")
    finally:
        os.umask(old)
    assert (tmp_path / "new").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old and longer")
    path.chmod(0o604)
    replace_file(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_still_leads_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    replace_file(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_whoever_has_the_old_file_open_reads_it_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        replace_file(str(path), b"new")
        assert reader.read() == b"old"


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match="No space left on device"):
        replace_file(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["report"]


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
