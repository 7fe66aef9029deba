"""A folder of articles: what is read, what is passed over, and what is said of the rest."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.errors import InputError
from claimdesk.library.decode import LARGEST
from claimdesk.library.read import load_articles

ARTICLE = "---\ntitle: Sungai meluap\noutlet: Contoh\npublished: 2021-05-03\nlanguage: id\n---\nAir naik.\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_articles_come_by_id(tmp_path: Path) -> None:
    library = load_articles(write(tmp_path, {"b.md": ARTICLE, "a.txt": "Air naik.", "a-2.md": ARTICLE}))
    assert [article.id for article in library] == ["a", "a-2", "b"]
    assert len(library) == 3
    assert library.problems == ()


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    files = {
        ".hidden.md": "x",
        "README.md": "x",
        "readme.TXT": "x",
        "notes.rst": "x",
        "map.png": b"\0",
        "A.MD": ARTICLE,
    }
    (tmp_path / "raw.md").mkdir()
    library = load_articles(write(tmp_path, files))
    assert [article.id for article in library] == ["A"]
    assert library.problems == ()


def test_a_broken_article_does_not_stop_the_others(tmp_path: Path) -> None:
    files = {
        "bad-date.md": ARTICLE.replace("2021-05-03", "Mei 2021"),
        "binary.txt": b"GIF89a\x00\x00",
        "good.md": ARTICLE,
        "large.txt": b"x" * (LARGEST + 1),
        "twice.md": ARTICLE,
        "twice.txt": "Air surut.",
    }
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    library = load_articles(write(tmp_path, files))
    assert [article.id for article in library] == ["good", "twice"]
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in library.problems] == [
        "bad-date.md:4:12 published: “Mei 2021” is not a date, "
        "write it as 2024-10-24, or leave the line out if it is not known",
        "binary.txt:1:7: this is not text, it holds a zero byte, save it as plain text in UTF-8",
        "gone.md:1:1: it cannot be read (No such file or directory), check the file and its rights",
        "large.txt:1:1: the file is larger than the 5 MB an article may have, "
        "keep only the article's own text",
        "twice.txt:1:1: its id is already that of twice.md, rename one of the two",
    ]


def test_all_articles_broken_is_a_library_of_problems(tmp_path: Path) -> None:
    library = load_articles(write(tmp_path, {"a.md": "---\ntitle: x\n"}))
    assert (len(library), len(library.problems)) == (0, 1)


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "this is not a file" in str(load_articles(tmp_path).problems[0])


def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    write(tmp_path, {os.fsdecode(b"b\xff.md"): ARTICLE, "line\nbreak.txt": "Air naik."})
    said = [str(problem) for problem in load_articles(tmp_path).problems]
    assert all("the file's name holds unreadable characters" in text for text in said)
    assert len([text.encode() for text in said]) == 2


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "absent", "there is no such folder; give the one that holds the articles."),
        (lambda folder: write(folder, {"a.txt": "x"}) / "a.txt", "is a file; give the folder that holds"),
        (lambda folder: folder, "holds no articles; put files ending in .md or .txt directly into it."),
        (lambda folder: write(folder, {"README.md": "x"}), "holds no articles; put files ending in .md"),
        (lambda folder: f"{folder}/a\0b", "cannot be read (embedded null byte); check the folder's rights."),
    ],
)  # fmt: skip
def test_no_such_folder(tmp_path: Path, make: Callable[[Path], Path | str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        load_articles(make(tmp_path))
    assert said in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_rights(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ARTICLE})
    (tmp_path / "a.md").chmod(0)
    assert "Permission denied" in str(load_articles(tmp_path).problems[0])
    tmp_path.chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        load_articles(tmp_path)
    tmp_path.chmod(0o700)


def test_the_real_articles(shared: Path) -> None:
    """Outlet and date where the text states them, and nowhere else."""
    library = load_articles(shared / "articles")
    assert library.problems == ()
    stated = {article.id[:3]: (article.outlet, str(article.published)) for article in library}
    assert stated == {
        "000": ("", "None"),
        "001": ("sindonews", "2024-10-24"),
        "002": ("KOMPAS.com", "None"),
        "003": ("TRIBUNNEWS.COM", "None"),
        "004": ("", "None"),
    }
    assert {article.language for article in library} == {"id"}
    for article in library:
        assert article.body.encode() == (shared / "articles" / f"{article.id}.txt").read_bytes()
        assert article.sha256 == article.body_sha256
        assert article.title_in_body
        assert ("No publication date stated." in article.notes) == (article.published is None)
        assert ("No outlet stated." in article.notes) == (not article.outlet)


@pytest.mark.parametrize(("event", "language"), [("cianjur_2022", "id"), ("derna_2023", "en")])
def test_articles_with_front_matter(shared: Path, event: str, language: str) -> None:
    library = load_articles(shared / "gold" / "events" / event / "articles")
    assert library.problems == ()
    assert all(article.published and article.url and article.outlet for article in library)
    assert {article.language for article in library} == {language}
    assert all(article.notes == () for article in library)
