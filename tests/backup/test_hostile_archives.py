"""Archives of others: nothing is written outside its place, nothing more than was stated, or nothing."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest
from archives import REGISTRY, make_desk, read_tree, write_archive
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.backup.members import is_safe_name
from claimdesk.backup.restore import restore_backup
from claimdesk.backup.save import save_backup
from claimdesk.errors import InputError

NAMES = [
    "../evil", "articles/../evil", "articles/../../evil", "/etc/evil", "//evil", "articles//evil", "./evil",
    "articles/./evil", "articles/..", "articles/", "C:/evil", "articles/C:evil", "articles\\..\\evil",
    "articles/..\\evil", "\\\\host\\evil", "articles/a\0.md", "articles/a\n.md", "articles/.hidden",
    ".profile", "articles/raw/.ssh/keys", "other.yaml", "dashboard.py", "claims.yaml.torn-00000000",
    "reviews.jsonl.torn-0", "reviews.jsonl.torn-00000000.torn-00000000", "claims.yaml/evil",
    f"articles/{'a' * 256}", "articles/a.", "articles/a ", "pages/evil.py", "articles", "articles/\ud800",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_has_no_place_in_a_desk(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", NAMES[:20], ids=ascii)
def test_an_archive_with_such_a_name_is_refused_whole(name: str, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "b.zip", {"claims.yaml": REGISTRY, name: b"evil"})
    before = read_tree(tmp_path)
    with pytest.raises(InputError):
        restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert read_tree(tmp_path) == before
    assert not (tmp_path / "new").exists()


@given(st.text(st.characters(codec=None, categories=["L", "P", "Z", "C", "S"]), max_size=12))
def test_a_safe_name_stays_below_its_folder(text: str) -> None:
    for name in (text, f"articles/{text}", f"articles/a/{text}"):
        if is_safe_name(name):
            place = Path("/desk", name)
            assert place.is_relative_to("/desk")
            assert ".." not in place.parts
            assert "\\" not in name


SMALL = {"claims.yaml": REGISTRY, "articles/a.md": b"text"}
ENTRY = {"name": "claims.yaml", "size": len(REGISTRY), "sha256": "0" * 64}
WRONG = [
    ({"version": 2}, "version 2"),
    ({"files": []}, "does not list"),
    ({"files": [ENTRY, ENTRY]}, "does not list"),
    ({"files": [{**ENTRY, "size": -1}]}, "cannot be read"),
    ({"files": [{**ENTRY, "size": True}]}, "cannot be read"),
    ({"files": [{**ENTRY, "sha256": 5}]}, "cannot be read"),
    ({"files": [{**ENTRY, "name": None}]}, "cannot be read"),
    ({"files": {"a": 1}}, "cannot be read"),
    ({"files": 5}, "cannot be read"),
]


@pytest.mark.parametrize(("changed", "said"), WRONG)
def test_a_manifest_that_is_wrong(changed: dict[str, object], said: str, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "b.zip", SMALL, **changed)
    with pytest.raises(InputError, match=said):
        restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("size", [3, 5, 10**15])
def test_a_size_that_is_not_true(size: int, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "b.zip", SMALL)
    with zipfile.ZipFile(archive) as read:
        files = json.loads(read.read("manifest.json"))["files"]
    files[1]["size"] = size
    archive = write_archive(tmp_path / "b.zip", SMALL, files=files)
    with pytest.raises(InputError, match="MB free" if size > 10 else "not what its manifest says"):
        restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert not (tmp_path / "new").exists()


def test_a_manifest_that_unpacks_to_more_than_one_for_these_files(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "b.zip", SMALL, files=[[]] * 1_000_000)
    with pytest.raises(InputError, match="longer than one for what it holds"):
        restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")


def test_a_manifest_has_room_for_the_longest_names(tmp_path: Path) -> None:
    files = {**SMALL, **{f"articles/{number}{chr(0x1F600) * 60}.md": b"text" for number in range(300)}}
    archive = write_archive(tmp_path / "b.zip", files)
    restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert len(read_tree(tmp_path / "new")) == len(files)


def test_two_names_that_are_one_on_some_systems(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "b.zip", {**SMALL, "articles/A.md": b"other"})
    with pytest.raises(InputError, match="same place"):
        restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")


def test_a_file_that_is_a_folder_too(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "b.zip", {**SMALL, "articles/a.md/b": b"other"})
    with pytest.raises(InputError, match="Nothing was restored"):
        restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert not (tmp_path / "new").exists()


def test_a_link_in_an_archive_is_no_link(tmp_path: Path) -> None:
    archive = tmp_path / "b.zip"
    write_archive(archive, SMALL)
    with zipfile.ZipFile(archive) as read:
        data = {name: read.read(name) for name in read.namelist()}
    with zipfile.ZipFile(archive, "w") as written:
        for name, content in data.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            written.writestr(info, content)
    restore_backup(archive, tmp_path / "new/claims.yaml", tmp_path / "new/articles")
    assert not any(path.is_symlink() for path in (tmp_path / "new").rglob("*"))


def test_any_flipped_byte_is_found_or_means_nothing(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    save_backup(tmp_path / "b.zip", desk / "claims.yaml", desk / "articles")
    whole = (tmp_path / "b.zip").read_bytes()
    restore_backup(tmp_path / "b.zip", tmp_path / "good/claims.yaml", tmp_path / "good/articles")
    good = read_tree(tmp_path / "good")
    for at in range(0, len(whole), len(whole) // 60):
        damaged = tmp_path / f"{at}.zip"
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        new = tmp_path / f"new-{at}"
        try:
            restore_backup(damaged, new / "claims.yaml", new / "articles")
        except InputError:
            assert not new.exists()
        else:
            assert read_tree(new) == good


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", b"PK\x05\x06" + b"\0" * 18], ids=repr)
def test_what_is_no_archive(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(InputError, match="no backup"):
        restore_backup(tmp_path / "b.zip", tmp_path / "new/claims.yaml", tmp_path / "new/articles")
