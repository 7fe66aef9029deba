"""Sources as people name them: a piece for each article, or a word on why there is none."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from claimdesk.library import sources
from claimdesk.library.sources import NO_FILE, NO_FILE_OF_ITS_OWN, count_files, iter_members_of, iter_pieces


def _zip(**members: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return made.getvalue()


def _read(source: str | Path) -> list[tuple[str, bytes, str]]:
    return [(Path(piece.name).name, piece.content, piece.problem) for piece in iter_pieces(str(source))]


def test_a_folder_gives_its_articles_and_those_below_it(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "below/c.html", ".hidden/d.txt", ".e.txt", "f.docx"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "g.zip").write_bytes(_zip(h_txt=b"h", i_docx=b"i"))
    (tmp_path / "z.txt").symlink_to(tmp_path / "b.txt")
    assert _read(tmp_path) == [
        ("a.md", b"a.md", ""),
        ("b.txt", b"b.txt", ""),
        ("g.zip: h.txt", b"h", ""),
        ("c.html", b"below/c.html", ""),
    ]
    assert count_files(str(tmp_path)) == 4
    assert count_files(str(tmp_path / "a.md")) == 1


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 3)
    (tmp_path / "large.txt").write_bytes(b"four")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.zip")  # opening it would wait for a writer for ever
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.zip").write_bytes(b"PK")
    said = {name: problem for place in (tmp_path,) for name, _, problem in _read(place)}
    assert said["pipe.txt"] == said["pipe.zip"] == NO_FILE_OF_ITS_OWN
    assert said["large.txt"].startswith("The file is larger than")
    assert said["broken.zip"].startswith("This is no zip archive")
    assert _read(tmp_path / "none.txt") == [("none.txt", b"", NO_FILE)]
    assert _read(tmp_path / "none.zip") == [("none.zip", b"", NO_FILE)]
    assert _read(tmp_path / "empty")[0][2].startswith("It holds no article")
    assert _read("a\0b.txt")[0][2]


def test_files_that_were_sent() -> None:
    """Never looked up on this machine by their name."""
    sent = [(piece.name, piece.content) for piece in iter_members_of("/etc/x.zip", _zip(a_txt=b"a"))]
    assert sent == [("/etc/x.zip: a.txt", b"a")]
    assert [(one.name, one.content) for one in iter_members_of("/etc/hosts", b"b")] == [("/etc/hosts", b"b")]
