"""The digests that ship: ours word for word, whole, and marked as what they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimdesk.library.read import Library, load_articles
from claimdesk.text.passages import find_passages

IDS = [
    "aljazeera-2024-11-05",
    "epochtimes-2024-11",
    "kompas-2024-11-12",
    "sindonews-2024-10-24",
    "tribunnews-2024-10",
]
IN_A_ROW = 9


def windows(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return load_articles(root / "articles")


def test_all_are_there(library: Library) -> None:
    """Without a problem, so each `body_sha256` is that of its body."""
    assert [article.id for article in library if article.kind == "digest"] == IDS
    assert library.problems == ()


@pytest.mark.parametrize("name", IDS)
def test_front_matter(root: Path, library: Library, name: str) -> None:
    article = next(article for article in library if article.id == name)
    text = (root / "articles" / f"{name}.md").read_bytes().decode()
    assert f"body_sha256: {article.body_sha256}\n" in text
    assert (article.kind, article.language, article.url) == ("digest", "id", "")
    assert bool(article.published) == name.startswith(("sindonews", "kompas"))


@pytest.mark.parametrize("name", IDS)
def test_each_has_text_and_a_link_line(library: Library, name: str) -> None:
    article = next(article for article in library if article.id == name)
    found = find_passages(article.body, article.language)
    assert {"text", "link"} == {passage.kind for passage in found}
    assert 8 <= sum(passage.kind == "text" and not passage.heading for passage in found) <= 16


def test_no_sentence_is_someone_elses(library: Library, shared: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted((shared / "articles").glob("*.txt"))]
    foreign = set().union(*map(windows, sources))
    for article in library:
        assert not windows(f"{article.title}\n{article.body}") & foreign, article.id
