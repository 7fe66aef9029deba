"""A preview shows what a report made anew would show, whatever was edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from claimdesk import desk
from claimdesk.library.read import load_articles
from claimdesk.model import Article, Claim, ClaimReport, Decision, Phrase, Registry, Report
from claimdesk.preview import OpenedLibrary, Preview, open_library
from claimdesk.registry.read import load_registry

ROOT = Path(__file__).resolve().parents[2]
UNTIL = date(2026, 1, 1)
Edit = Callable[[Claim], Claim]


def _standing(entry: ClaimReport | None) -> object:
    """What a preview shows: a status over time needs the quotes of all claims, which may date an article."""
    assert entry is not None
    return entry.claim, entry.assessment, entry.quotes


def _phrases(claim: Claim, *phrases: Phrase) -> Claim:
    return replace(claim, phrases=phrases)


EDITS: list[tuple[str, Edit]] = [
    ("a phrase more", lambda c: _phrases(c, *c.phrases, Phrase("tentara Korea Utara di Rusia", "supports"))),
    ("a phrase against", lambda c: _phrases(c, *c.phrases, Phrase("Rusia membantah laporan", "contradicts"))),
    ("a phrase less", lambda c: _phrases(c, *c.phrases[1:])),
    (
        "a phrase that finds nothing",
        lambda c: _phrases(c, *c.phrases, Phrase("panen jagung raya", "supports")),
    ),
    ("the last phrase alone", lambda c: _phrases(c, c.phrases[-1])),
    ("the order", lambda c: _phrases(c, *reversed(c.phrases))),
    ("another day", lambda c: replace(c, as_of=(c.as_of or UNTIL) + timedelta(days=30))),
    ("a wider window", lambda c: replace(c, window_days=90)),
    ("any place", lambda c: replace(c, must_mention=())),
    ("no number", lambda c: replace(c, quantity=None)),
    ("a low threshold", lambda c: replace(c, threshold=40)),
    ("another statement", lambda c: replace(c, statement=f"{c.statement} Kursk")),
    ("a note", lambda c: replace(c, notes="Seen.")),
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(ROOT / "claims.yaml")


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return tuple(load_articles(ROOT / "articles"))


@pytest.fixture(scope="module")
def report(registry: Registry, articles: tuple[Article, ...]) -> Report:
    return desk.check(registry, articles, until=UNTIL)


@pytest.fixture(scope="module")
def library(report: Report) -> OpenedLibrary:
    return open_library(report.articles)


@pytest.mark.parametrize(("note", "edit"), EDITS, ids=[note for note, _ in EDITS])
def test_a_preview_is_the_report_made_anew(
    note: str,
    edit: Edit,
    registry: Registry,
    articles: tuple[Article, ...],
    report: Report,
    library: OpenedLibrary,
) -> None:
    edited = [claim for claim in map(edit, registry.claims[::3]) if claim.phrases]
    changed = replace(registry, claims=tuple(edited))
    anew = desk.check(changed, articles, until=UNTIL)
    for claim in edited:
        preview = Preview(library, report, replace(changed, claims=(claim,)))
        preview.advance(600)
        assert preview.done
        found = preview.build_report().claim(claim.id) or report.claim(claim.id)
        assert _standing(found) == _standing(anew.claim(claim.id)), f"{note}: {claim.id}"


def test_decisions_are_kept_and_what_they_are_on_is_read_again(
    registry: Registry, articles: tuple[Article, ...], report: Report, library: OpenedLibrary
) -> None:
    entry = next(one for one in report.claims if len(one.by_stance("supports")) > 1)
    quote = entry.by_stance("supports")[0]
    day = date(2025, 6, 1)
    turned = Decision(
        entry.claim.id, quote.article, quote.start, quote.end, quote.text, "corrected", day,
        corrections=(("stance", "contradicts"),),
    )  # fmt: skip
    decided = desk.check(registry, articles, [turned], until=UNTIL)
    claim = replace(entry.claim, phrases=(*entry.claim.phrases, Phrase("panen jagung raya", "supports")))
    changed = replace(registry, claims=(claim,))
    preview = Preview(library, decided, changed, [turned])
    preview.advance(600)
    anew = desk.check(changed, articles, [turned], until=UNTIL)
    assert _standing(preview.build_report().claim(claim.id)) == _standing(anew.claim(claim.id))


def test_aliases_concern_every_claim(
    registry: Registry, articles: tuple[Article, ...], report: Report, library: OpenedLibrary
) -> None:
    changed = replace(registry, aliases=registry.aliases[1:])
    preview = Preview(library, report, changed)
    preview.advance(600)
    assert preview.build_report().claims == desk.check(changed, articles, until=UNTIL).claims


def test_what_a_phrase_does_is_counted(registry: Registry) -> None:
    body = (
        "The old bridge at Arun collapsed into the river.\n\n"
        "The bridge at Arun carries lorries again.\n\nRain fell on the hills.\n"
    )
    claim = Claim(
        "bridge",
        "The bridge at Arun collapsed.",
        (
            Phrase("the old bridge collapsed into the river", "supports"),
            Phrase("the old bridge has collapsed into the river", "supports"),
            Phrase("the Arun bridge", "supports"),
            Phrase("the Arun bridge carries lorries", "contradicts"),
            Phrase("locusts ate the harvest", "contradicts"),
        ),
    )
    one = replace(registry, claims=(claim,), sources=(), aliases=())
    report = desk.check(one, [Article("wire", "", "Wire", body, language="en")], until=UNTIL)
    fresh = replace(report, claims=())
    preview = Preview(open_library(report.articles), fresh, one, uses=(claim,))
    assert preview.use_of(claim)[0] is None
    preview.advance(600)
    found = [(use.hits, use.alone, use.opposite) for use in preview.use_of(claim) if use]
    assert found == [(1, 0, 0), (1, 0, 0), (2, 1, 1), (1, 1, 1), (0, 0, 0)]
