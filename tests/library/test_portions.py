"""A library read in portions is the library, from files as from Parquet."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimdesk.errors import InputError
from claimdesk.library.portions import Portion, find_portions, load_portion
from claimdesk.library.read import load_articles
from claimdesk.model import Article

BODY = "Warga Belmar mengungsi ke bukit.\n\nAir naik dua meter, kata petugas."
ROWS: list[dict[str, Any]] = [
    {
        "id": f"news-{at:02}",
        "title": f"Banjir {at}",
        "outlet": "Kabar",
        "published": date(2031, 5, at + 1),
        "url": f"https://kabar.example/{at}",
        "language": "id",
        "body": f"{BODY}\n{at}",
    }
    for at in range(12)
]


def _write_folder(folder: Path, rows: list[dict[str, Any]]) -> None:
    folder.mkdir(exist_ok=True)
    for row in rows:
        front = "".join(f'{key}: "{row[key]}"\n' for key in row if key not in ("id", "body"))
        text = f"---\n{front}---\n{row['body']}"
        (folder / f"{row['id']}.md").write_bytes(text.encode())


def _write_parquet(path: Path, rows: list[dict[str, Any]], group: int = 5) -> str:
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)
    return str(path)


def _read(place: str, size: int) -> tuple[list[Article], list[str]]:
    portions, unread = find_portions(place, size)
    libraries = [load_portion(portion) for portion in portions]
    problems = [str(problem) for library in libraries for problem in library.problems]
    return [article for library in libraries for article in library], [*map(str, unread), *problems]


def _text(article: Article) -> Article:
    """What both have: a file's own hash is not that of a row."""
    return replace(article, sha256="")


@pytest.mark.parametrize("size", [1, 5, 7, 100])
def test_portions_of_a_folder_are_the_folder(size: int, tmp_path: Path) -> None:
    _write_folder(tmp_path, ROWS)
    whole = load_articles(tmp_path)
    assert _read(str(tmp_path), size) == (list(whole), [])


@pytest.mark.parametrize("size", [1, 5, 7, 100])
@pytest.mark.parametrize("group", [1, 5, 100])
def test_parquet_holds_the_same_articles_as_files(size: int, group: int, tmp_path: Path) -> None:
    _write_folder(tmp_path / "files", ROWS)
    place = _write_parquet(tmp_path / "news.parquet", ROWS, group)
    articles, problems = _read(place, size)
    assert [_text(one) for one in articles] == [_text(one) for one in load_articles(tmp_path / "files")]
    assert problems == []


def test_a_folder_of_parquet_files_is_read_by_name(tmp_path: Path) -> None:
    _write_parquet(tmp_path / "b.parquet", ROWS[6:])
    _write_parquet(tmp_path / "a.parquet", ROWS[:6])
    articles, problems = _read(str(tmp_path), 4)
    assert [article.id for article in articles] == [row["id"] for row in ROWS]
    assert problems == []


def test_an_address_is_read_by_fsspec(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: addresses are not read here")
    _write_parquet(tmp_path / "news.parquet", ROWS)
    assert _read(f"file://{tmp_path}", 5) == (_read(f"{tmp_path}/news.parquet", 5))
    with pytest.raises(InputError, match=r"nowhere.* check the address"):
        find_portions("nowhere://bucket/news")


def test_an_id_and_a_hash_are_made_where_there_are_none(tmp_path: Path) -> None:
    place = _write_parquet(tmp_path / "news.parquet", [{"body": BODY}, {"body": BODY}], 1)
    articles, _ = _read(place, 1)
    assert [article.id for article in articles] == ["news-0", "news-1"]
    assert all(article.sha256 == article.body_sha256 for article in articles)


WRONG_ROWS: list[tuple[dict[str, Any], str]] = [
    ({"body": None}, "row 12:1:1 body: there is no text, put the article's text there"),
    ({"body": "  "}, "row 12:1:1: the article has no text, put its text here"),
    ({"body": BODY, "published": "May"}, "row 12:1:1 published: “May” is not a date"),
    ({"body": BODY, "language": "fr"}, "row 12:1:1 language: the language “fr” is not read here"),
]


@pytest.mark.parametrize(("row", "said"), WRONG_ROWS)
def test_a_wrong_row_is_said_and_the_others_are_read(row: dict[str, Any], said: str, tmp_path: Path) -> None:
    rows = [{**one, "published": str(one["published"])} for one in ROWS]
    place = _write_parquet(tmp_path / "news.parquet", [*rows, row])
    articles, problems = _read(place, 5)
    assert len(articles) == len(ROWS)
    assert len(problems) == 1
    assert said in problems[0]


def test_a_damaged_part_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    _write_parquet(path, ROWS)
    start = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    articles, problems = _read(str(path), 5)
    assert [article.id for article in articles] == [row["id"] for row in (*ROWS[:5], *ROWS[10:])]
    assert len(problems) == 1
    assert "rows 0 to 4 of row group 1 cannot be read" in problems[0]


def test_a_file_that_is_none_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    _write_parquet(tmp_path / "b.parquet", ROWS)
    (tmp_path / "a.parquet").write_bytes(b"PAR1 of another kind")
    pq.write_table(pa.table({"text": ["none"]}), tmp_path / "c.parquet")
    articles, problems = _read(str(tmp_path), 5)
    assert len(articles) == len(ROWS)
    assert ["a.parquet:1:1: the file cannot be read" in problems[0], "no column body" in problems[1]] == [
        True
    ] * 2


def test_files_of_one_id_stay_together(tmp_path: Path) -> None:
    _write_folder(tmp_path, ROWS[:3])
    (tmp_path / "news-01.txt").write_text(BODY)
    assert _read(str(tmp_path), 2) == (
        list(load_articles(tmp_path)),
        [str(load_articles(tmp_path).problems[0])],
    )


@pytest.mark.parametrize("place", ["nowhere", "nowhere.parquet"])
def test_what_is_not_there_is_said(place: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        find_portions(str(tmp_path / place))


def test_portions_are_counted_before_they_are_read(tmp_path: Path) -> None:
    place = _write_parquet(tmp_path / "news.parquet", ROWS)
    portions, _ = find_portions(place, 4)
    assert sum(portion.count for portion in portions) == len(ROWS)
    assert portions[0] == Portion(place, group=0, first=0, rows=4)


@pytest.mark.parametrize("rows", [12, 1_700])
def test_portions_may_be_read_in_any_order(rows: int, tmp_path: Path) -> None:
    many = [{**ROWS[at % 12], "id": f"news-{at}"} for at in range(rows)]
    place = _write_parquet(tmp_path / "news.parquet", many, 1_000)
    portions, _ = find_portions(place, 7)
    mixed = random.Random(4).sample(portions, len(portions))
    read = {portion: [one.id for one in load_portion(portion)] for portion in (*mixed, *portions)}
    assert [name for portion in portions for name in read[portion]] == [row["id"] for row in many]


def test_a_file_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    place = _write_parquet(tmp_path / "news.parquet", ROWS, 12)
    portions, _ = find_portions(place, 5)
    load_portion(portions[0])
    _write_parquet(tmp_path / "news.parquet", [{**row, "body": "Baru."} for row in ROWS], 12)
    assert [one.body for one in load_portion(portions[1])] == ["Baru."] * 5
