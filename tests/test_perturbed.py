"""What no longer says that a claim is so is no support: supporting passages that were changed by a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.gold import ROOT, SHARED, GoldSet, find_gold_sets
from benchmarks.quality import count_perturbed
from claimdesk import desk
from claimdesk.library.read import load_articles
from claimdesk.registry.read import load_registry

EVENTS = sorted((ROOT / "tests" / "cases" / "events").iterdir())
GIVEN = ["five articles", "cianjur_2022", "derna_2023"]


def _count(registry: Path, articles: Path) -> dict[str, float]:
    claims = load_registry(registry)
    return count_perturbed(claims, desk.check(claims, load_articles(articles).articles))


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_no_changed_passage_of_made_events_supports(event: Path) -> None:
    kept = _count(event / "claims.yaml", event / "articles")
    assert len(kept) >= 6
    assert {kind: count for kind, count in kept.items() if count} == {}


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", GIVEN)
def test_no_changed_passage_of_real_articles_supports(name: str) -> None:
    gold: GoldSet = next(one for one in find_gold_sets(SHARED) if one.name == name)
    kept = _count(gold.registry, gold.articles)
    assert len(kept) >= 6
    assert {kind: count for kind, count in kept.items() if count} == {}
