"""The gold sets beside the repository: five articles with the shipped registry, events with their own."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OWN_EVENTS = ROOT / "tests" / "cases" / "events"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One event: its registry, its articles, labels of pairs, and what status a person would give."""

    name: str
    registry: Path
    articles: Path
    labels: Path
    statuses: Path

    def rows(self) -> list[dict[str, Any]]:
        """One row a labelled (claim, sentence) pair."""
        lines = self.labels.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]

    def acceptable(self) -> dict[str, list[str]]:
        """The acceptable statuses of each claim."""
        read = json.loads(self.statuses.read_text(encoding="utf-8"))
        return {claim: entry["acceptable"] for claim, entry in read.items()}


def find_gold_sets(shared: Path = SHARED) -> Iterator[GoldSet]:
    """The five articles first, then every event, those in our own words last."""
    gold = shared / "gold"
    yield GoldSet(
        "five articles",
        ROOT / "claims.yaml",
        shared / "articles",
        gold / "evidence.jsonl",
        gold / "status.json",
    )
    for event in (*sorted((gold / "events").iterdir()), *sorted(OWN_EVENTS.iterdir())):
        yield GoldSet(
            event.name, event / "claims.yaml", event / "articles", event / "gold.jsonl", event / "status.json"
        )


@cache
def load_scorer(shared: Path = SHARED) -> ModuleType:
    """The scorer that belongs to the labels; it is never copied here."""
    spec = importlib.util.spec_from_file_location("score_evidence", shared / "gold" / "score_evidence.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{shared}/gold/score_evidence.py: no scorer there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
