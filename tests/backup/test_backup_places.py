"""Desks in unusual places, and places that change while a desk is restored: nothing left out or replaced."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from archives import kept, make_desk, read_tree

from claimdesk.backup import restore
from claimdesk.backup.restore import restore_backup
from claimdesk.backup.save import save_backup
from claimdesk.errors import InputError


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with everything that a backup holds."""
    return make_desk(tmp_path / "desk")


def _save(desk: Path, target: Path) -> Path:
    save_backup(target, desk / "claims.yaml", desk / "articles")
    return target


def test_what_was_received_is_in_it_on_another_disk_too(desk: Path, tmp_path: Path) -> None:
    before, raw = kept(read_tree(desk)), desk / "articles/raw"
    raw.rename(tmp_path / "large-disk")
    raw.symlink_to(tmp_path / "large-disk")
    (tmp_path / "large-disk/round").symlink_to(desk / "articles")
    restore_backup(_save(desk, tmp_path / "b.zip"), tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert read_tree(tmp_path / "new") == before


def test_a_folder_that_cannot_be_read_is_said(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "raw":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return look(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InputError, match=r"raw: cannot be read \(Permission denied\)"):
        _save(desk, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


@pytest.mark.parametrize("name", ["claims.yaml", "reviews.jsonl", "claims.history.jsonl"])
def test_what_comes_in_the_very_moment_is_not_replaced(
    name: str, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, new = _save(desk, tmp_path / "desk.zip"), tmp_path / "new"
    move = restore._move

    def begin_first(moves: restore.Moves) -> None:
        (new / name).write_bytes(b"mine")
        move(moves)

    monkeypatch.setattr(restore, "_move", begin_first)
    with pytest.raises(InputError, match="Nothing was restored"):
        restore_backup(archive, new / "claims.yaml", new / "articles")
    assert read_tree(new) == {name: b"mine"}


def test_a_desk_is_restored_where_files_have_one_name_only(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    archive, new = _save(desk, tmp_path / "desk.zip"), tmp_path / "new"
    monkeypatch.setattr(os, "link", refuse)
    restore_backup(archive, new / "claims.yaml", new / "articles")
    assert read_tree(new) == kept(read_tree(desk))
