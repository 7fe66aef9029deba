"""Files put in their place: whole or not at all, for whom they are for, and nothing left beside them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk.files import PART, finish_part, open_part, put_file, sweep_parts


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """Files are for their owner, and for the group to read."""
    old = os.umask(0o027)
    yield
    os.umask(old)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


MODES = [
    (None, {}, 0o640, "a new file: as any other"),
    (0o604, {}, 0o604, "one that was there: as it was"),
    (None, {"private": True}, 0o600, "a new one for its owner only"),
    (0o644, {"private": True}, 0o600, "for its owner only, whatever it was before"),
    (None, {"like": Path("other")}, 0o664, "like another"),
    (None, {"like": Path("missing")}, 0o640, "like another that is not there: as any new one"),
    (0o604, {"lasting": False}, 0o604, "not brought onto the disk at once"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "given", "after", "note"), MODES, ids=[note for *_, note in MODES])
def test_for_whom_a_file_is(
    before: int | None,
    given: dict[str, Path | bool],
    after: int,
    note: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path, other = Path("file"), Path("other")
    other.write_bytes(b"")
    other.chmod(0o664)
    if before is not None:
        path.write_bytes(b"old and longer")
        path.chmod(before)
    put_file(path, b"new", **given)  # type: ignore[arg-type]
    assert (path.read_bytes(), _mode(path)) == (b"new", after), note
    assert sorted(os.listdir()) == ["file", "other"]


def test_a_link_is_replaced_itself(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    put_file(tmp_path / "link", b"new")
    assert not (tmp_path / "link").is_symlink()
    assert [(tmp_path / name).read_bytes() for name in ("real", "link")] == [b"old", b"new"]


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space left"):
        put_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_part_is_hidden_until_it_has_a_name(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with open_part(path, private=True) as part:
        part.write(b"one")
        (name,) = os.listdir(tmp_path)
        assert name.startswith(".file.")
        assert name.endswith(PART)
        assert _mode(tmp_path / name) == 0o600
        finish_part(part)
        assert (tmp_path / name).read_bytes() == b"one"
        os.replace(part.name, path)
    assert os.listdir(tmp_path) == ["file"]


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    put_file(path, b"new")
    assert path.read_bytes() == b"new"


SWEPT = [("", {"file.part", ".other", "kept"}), ("file", {"file.part", ".other", "kept", ".other.2.part"})]


@pytest.mark.parametrize(("name", "left"), SWEPT)
def test_parts_of_killed_writers_are_swept(name: str, left: set[str], tmp_path: Path) -> None:
    for one in (".file.1.part", ".other.2.part", "file.part", ".other", "kept"):
        (tmp_path / one).write_bytes(b"")
    sweep_parts(tmp_path, name)
    assert set(os.listdir(tmp_path)) == left
    sweep_parts(tmp_path / "missing")
