"""A desk goes into one file and comes out again as it was, or nothing happens at all."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from datetime import date
from pathlib import Path

import pytest
from archives import kept, make_desk, read_tree

from claimdesk import access, check, load_articles, load_registry
from claimdesk.backup import restore, save
from claimdesk.backup.members import Backup, Member
from claimdesk.backup.restore import restore_backup
from claimdesk.backup.save import save_backup
from claimdesk.cli import main
from claimdesk.errors import AccessError, InputError
from claimdesk.reporting import render_report
from claimdesk.store.reviews import load_reviews

UNTIL = date(2024, 11, 13)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with everything that a backup holds."""
    return make_desk(tmp_path / "desk")


def _report(folder: Path) -> str:
    registry, articles = load_registry(folder / "claims.yaml"), load_articles(folder / "articles")
    decisions = load_reviews(folder / "reviews.jsonl").decisions
    return json.dumps(render_report(check(registry, articles, decisions, until=UNTIL)))


def _save(desk: Path, target: Path) -> Path:
    save_backup(target, desk / "claims.yaml", desk / "articles")
    return target


def test_a_restored_desk_is_the_same_and_says_the_same(desk: Path, tmp_path: Path) -> None:
    archive, new = _save(desk, tmp_path / "desk.zip"), tmp_path / "deep/new"
    restore_backup(archive, new / "claims.yaml", new / "articles")
    assert read_tree(new) == kept(read_tree(desk))
    assert _report(new) == _report(desk)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((new / "articles").stat().st_mode) == 0o777 & ~umask
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_equal_desks_give_equal_members(desk: Path, tmp_path: Path) -> None:
    one, other = (_save(desk, tmp_path / name) for name in ("one.zip", "other.zip"))
    with Backup(one) as first, Backup(other) as second:
        assert first.members == second.members


def test_an_article_that_is_corrected_meanwhile_is_in_it(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A correction puts ``b.md`` in the place of ``b.txt``, here after the files were listed."""
    for name in ("a.txt", "b.txt"):
        (desk / "articles" / name).write_text("Air naik.\n", encoding="utf-8")
    put = save._put

    def put_and_correct(archive: zipfile.ZipFile, name: str, data: bytes) -> Member:
        if name == "articles/a.txt":
            (desk / "articles/b.txt").rename(desk / "articles/b.md")
        return put(archive, name, data)

    monkeypatch.setattr(save, "_put", put_and_correct)
    members = save_backup(tmp_path / "b.zip", desk / "claims.yaml", desk / "articles")
    names = [one.name for one in members]
    assert "articles/b.md" in names
    assert len(names) == len(set(names))


def test_the_history_of_a_linked_registry_is_in_it(desk: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "flood.yaml").symlink_to(desk / "claims.yaml")
    save_backup(tmp_path / "b.zip", linked / "flood.yaml", desk / "articles")
    restore_backup(tmp_path / "b.zip", tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    history = (desk / "claims.history.jsonl").read_bytes()
    assert (tmp_path / "new/claims.history.jsonl").read_bytes() == history


def test_files_may_be_called_otherwise(desk: Path, tmp_path: Path) -> None:
    (desk / "claims.yaml").rename(desk / "flood.yaml")
    (desk / "claims.history.jsonl").rename(desk / "flood.history.jsonl")
    save_backup(tmp_path / "b.zip", desk / "flood.yaml", desk / "articles")
    restore_backup(tmp_path / "b.zip", tmp_path / "new/storm.yaml", tmp_path / "elsewhere/texts")
    names = set(os.listdir(tmp_path / "new"))
    assert {"storm.yaml", "storm.history.jsonl", "reviews.jsonl.torn-0a1b2c3d"} <= names
    assert (tmp_path / "elsewhere/texts/kompas-2024-11-12.md").is_file()


MINE = b'[access]\nlocal = "editor"\n'
IN_THE_WAY = ["claims.yaml", "reviews.jsonl", "claimdesk.toml", "articles/a.md", "articles", "issued.jsonl"]


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_nothing_that_is_there_is_replaced(name: str, desk: Path, tmp_path: Path) -> None:
    archive, new = _save(desk, tmp_path / "desk.zip"), tmp_path / "new"
    (new / name).parent.mkdir(parents=True, exist_ok=True)
    (new / name).write_bytes(MINE)
    with pytest.raises(InputError, match="already there"):
        restore_backup(archive, new / "claims.yaml", new / "articles")
    assert read_tree(new) == {name: MINE}


def test_a_link_to_nowhere_is_in_the_way_too(desk: Path, tmp_path: Path) -> None:
    archive, new = _save(desk, tmp_path / "desk.zip"), tmp_path / "new"
    new.mkdir()
    (new / "reviews.jsonl").symlink_to(tmp_path / "outside")
    with pytest.raises(InputError, match="already there"):
        restore_backup(archive, new / "claims.yaml", new / "articles")
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("failing", range(1, 8))
def test_a_restore_that_fails_leaves_nothing(
    failing: int, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, new, moves = _save(desk, tmp_path / "desk.zip"), tmp_path / "new", []
    put = restore._put

    def fail(source: Path, target: Path) -> None:
        moves.append(target)
        if len(moves) == failing:
            raise OSError(28, "No space left on device", str(target))
        put(source, target)

    monkeypatch.setattr(restore, "_put", fail)
    with pytest.raises(InputError, match="No space left"):
        restore_backup(archive, new / "claims.yaml", new / "articles")
    assert not new.exists()


def test_the_registry_comes_last(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, new, moves = _save(desk, tmp_path / "desk.zip"), tmp_path / "new", []
    put = restore._put
    monkeypatch.setattr(restore, "_put", lambda a, b: (moves.append(b), put(a, b)))
    restore_backup(archive, new / "claims.yaml", new / "articles")
    assert moves[-1] == new / "claims.yaml"


def test_a_backup_that_fails_leaves_the_old_one(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = _save(desk, tmp_path / "desk.zip")
    before = archive.read_bytes()
    monkeypatch.setattr(save, "render_manifest", lambda *_: b'{"version": 1, "made": "", "files": []}')
    with pytest.raises(InputError, match="does not list"):
        _save(desk, archive)
    assert archive.read_bytes() == before
    assert set(os.listdir(tmp_path)) == {"desk", "desk.zip"}


def test_registry_and_logs_are_of_one_moment(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes the registry after it was read and before the log was: both are read again."""
    read, registry = Path.read_bytes, desk / "claims.yaml"
    edited = []

    def read_late(path: Path) -> bytes:
        data = read(path)
        if path == registry and not edited:
            edited.append(registry.write_bytes(data + b"# edited\n"))
            (desk / "claims.history.jsonl").write_bytes(b"edited\n")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_late)
    archive = _save(desk, tmp_path / "desk.zip")
    monkeypatch.undo()
    restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert (tmp_path / "new/claims.yaml").read_bytes().endswith(b"# edited\n")
    assert (tmp_path / "new/claims.history.jsonl").read_bytes() == b"edited\n"


REFUSED = [
    ("articles/b.zip", "outside the articles"),
    ("articles", "outside the articles"),
    ("nowhere/b.zip", "cannot be written"),
    ("claims.yaml", "is no backup"),
    ("reviews.jsonl", "is no backup"),
]


@pytest.mark.parametrize(("name", "said"), REFUSED)
def test_a_place_where_no_backup_can_go(name: str, said: str, desk: Path) -> None:
    before = read_tree(desk)
    with pytest.raises(InputError, match=said):
        _save(desk, desk / name)
    assert read_tree(desk) == before


def test_a_desk_that_is_not_there_is_refused(desk: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such registry"):
        save_backup(tmp_path / "b.zip", desk / "other.yaml", desk / "articles")
    with pytest.raises(InputError, match="no such folder"):
        save_backup(tmp_path / "b.zip", desk / "claims.yaml", desk / "other")


def test_only_an_editor_may(desk: Path, tmp_path: Path) -> None:
    archive = _save(desk, tmp_path / "desk.zip")
    with access.acting_as(access.Person("x@desk.example", verified=True)):
        with pytest.raises(AccessError):
            _save(desk, tmp_path / "other.zip")
        with pytest.raises(AccessError):
            restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")


def test_both_verbs(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive, new = str(tmp_path / "desk.zip"), tmp_path / "new"
    places = [f"{new}/claims.yaml", f"{new}/articles"]
    assert main(["backup", archive, "--claims", f"{desk}/claims.yaml", "--articles", f"{desk}/articles"]) == 0
    assert "12 files" in capsys.readouterr().err
    assert main(["restore", archive, "--claims", places[0], "--articles", places[1]]) == 0
    assert main(["restore", archive, "--claims", places[0], "--articles", places[1]]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "already there" in said.err
