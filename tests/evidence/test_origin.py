"""Origins: names resolved through a small registry, quotes credited, folded and kept apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.evidence.origin import (
    build_origins,
    find_origins,
)
from claimdesk.library.read import load_articles
from claimdesk.model import Article, Registry, Source, Span
from claimdesk.text.passages import find_passages
from claimdesk.text.speakers import find_attributions

CASES = Path(__file__).resolve().parent.parent / "cases"
TABLE = yaml.safe_load((CASES / "origins.yaml").read_text(encoding="utf-8"))
REGISTRY = Registry(
    "test",
    (),
    tuple(Source(**(row | {"aliases": tuple(row.get("aliases", ()))})) for row in TABLE["sources"]),
    tuple(tuple(group) for group in TABLE["aliases"]),
)
BOOK = build_origins(REGISTRY)
NAMES = frozenset(name for source in REGISTRY.sources for name in (source.name, *source.aliases))


def make_article(body: str, language: str = "id", outlet: str = "Kilo Post") -> Article:
    """An article with that body."""
    return Article("one", "", outlet, body, language=language)


@pytest.mark.parametrize("row", TABLE["names"], ids=lambda row: row["note"])
def test_name(row: dict[str, Any]) -> None:
    article = make_article(row.get("body", row["speaker"]))
    origin = BOOK.resolve(row["speaker"], article, row.get("unnamed", False))
    assert origin.id == row["id"]
    assert origin.name == row.get("name", origin.name)


@pytest.mark.parametrize("row", TABLE["passages"], ids=lambda row: row["note"])
def test_passage(row: dict[str, Any]) -> None:
    article = make_article(row["body"], row.get("language", "id"))
    passages = find_passages(article.body, article.language)
    attributions = find_attributions(article.body, passages, article.language, NAMES)
    start = article.body.index(row["matched"])
    span = Span(start, start + len(row["matched"]))
    passage = next(one for one in passages if one.span.overlaps(span))
    origins, via, reason = find_origins(article, passage, (span,), attributions, BOOK)
    assert [origin.id for origin in origins] == row["origins"]
    assert list(via) == row.get("via", [])
    assert reason.code == row["reason"]


def test_outlet_is_its_listed_source() -> None:
    article = make_article("Harga naik.", outlet="golfnews.example")
    assert BOOK.resolve("", article).id == "golf-news"
    assert BOOK.resolve("", article).kind == "outlet"


def test_reliability_and_kind_are_the_sources_own() -> None:
    origin = BOOK.resolve("juru bicara Lembaga Bravo", make_article(""))
    assert (origin.kind, origin.reliability, origin.body) == ("official", "B", "Negara Alfa")


def test_find_takes_ids_and_names() -> None:
    assert BOOK.find("bravo").id == "alfa"
    assert BOOK.find("Oscar Tango").id == "delta"
    assert BOOK.find("unnamed:one").id == "unnamed:one"
    assert BOOK.find("outlet:kilo-post").kind == "outlet"
    assert BOOK.find("Zulu Whiskey").id == "name:zulu-whiskey"


def test_part_of_may_run_in_a_circle() -> None:
    sources = (Source("a", "Badan Alfa", part_of="b"), Source("b", "Badan Bravo", part_of="a"))
    assert build_origins(Registry("", (), sources)).resolve("Badan Alfa", make_article("")).id in ("a", "b")


def test_no_sources() -> None:
    book = build_origins(Registry("", ()))
    assert book.resolve("Kepala BPBD Oscar Tango", make_article("")).id == "name:bpbd"
    assert book.resolve("", make_article("")).id == "outlet:kilo-post"


def test_origins_of_the_gold(shared: Path, root: Path) -> None:
    """At least nine in ten decided labels of the articles name an origin that the engine credits."""
    book, names = _book_of(root / "claims.yaml")
    hits = total = 0
    for name in sorted((shared / "articles").glob("*.txt")):
        body = name.read_text(encoding="utf-8")
        article = Article(name.stem, "", "outlet", body, title_in_body=True)
        passages = find_passages(body, "id", title_in_body=True)
        attributions = find_attributions(body, passages, "id", names)
        for label in _labels(shared / "gold" / "evidence.jsonl", name.stem):
            passage = min(passages, key=lambda one: abs(one.start - label["start"]))
            origins, _, _ = find_origins(article, passage, (), attributions, book)
            wanted = label["origin"] if label["origin"] != "outlet" else ""
            expected = {book.resolve(wanted, article, unnamed).id for unnamed in (False, True)}
            hits += bool(expected & {origin.id for origin in origins})
            total += 1
    assert total > 70
    assert hits >= 0.9 * total


EVENTS = sorted(path.name for path in (CASES / "events").iterdir() if (path / "gold.jsonl").is_file())


@pytest.mark.parametrize("event", EVENTS)
def test_origins_of_the_events(event: str) -> None:
    """At least eight in ten labels of each event name an origin that the engine credits.

    A description in small letters may stand for an unnamed source.
    """
    folder = CASES / "events" / event
    book, names = _book_of(folder / "claims.yaml")
    hits = total = 0
    for article in load_articles(folder / "articles").articles:
        passages = find_passages(article.body, article.language, article.title_in_body)
        attributions = find_attributions(article.body, passages, article.language, names)
        for label in _labels(folder / "gold.jsonl", article.id):
            passage = min(passages, key=lambda one: abs(one.start - label["start"]))
            origins, _, _ = find_origins(article, passage, (), attributions, book)
            told = (False, True) if label["origin"][0].islower() else (False,)
            expected = {book.resolve(label["origin"], article, unnamed).id for unnamed in told}
            hits += bool(expected & {origin.id for origin in origins})
            total += 1
    assert total > 40
    assert hits >= 0.8 * total


def _book_of(path: Path) -> tuple[Any, frozenset[str]]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    keys = ("id", "name", "kind", "part_of", "reliability")
    sources = tuple(
        Source(**{key: row[key] for key in keys if key in row}, aliases=tuple(row.get("aliases", ())))
        for row in rows["sources"]
    )
    names = frozenset(name for source in sources for name in (source.name, *source.aliases))
    return build_origins(Registry("", (), sources, tuple(map(tuple, rows.get("aliases", ()))))), names


def _labels(path: Path, article: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["article"] == article and row["label"] != "skip" and row.get("origin")]


@given(st.text(max_size=60), st.text(max_size=60), st.booleans())
def test_any_name_resolves(speaker: str, body: str, unnamed: bool) -> None:
    article = make_article(f"{body} {speaker} mengatakan 40 rumah rusak.")
    origin = BOOK.resolve(speaker, article, unnamed)
    assert origin.id
    assert origin == BOOK.resolve(speaker, article, unnamed)
