"""The registry that ships: the claims as given, words of our own, nothing to warn of."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claimdesk.model import Claim, Registry
from claimdesk.registry.read import parse_registry
from claimdesk.text.tokens import find_tokens

LONGEST_SHARED_RUN = 8  # words in a row that a phrase may have in common with an article


@pytest.fixture(scope="module")
def registry(root: Path) -> Registry:
    """The shipped registry, which must be free of warnings."""
    read, warnings = parse_registry(
        (root / "claims.yaml").read_bytes(), "claims.yaml", today=date(2024, 11, 14)
    )
    assert [str(warning) for warning in warnings] == []
    return read


def test_the_claims_are_those_of_the_gold_file(registry: Registry, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "claims.json").read_text(encoding="utf-8"))
    assert [claim.id for claim in registry.claims] == [entry["id"] for entry in gold]
    for claim, entry in zip(registry.claims, gold, strict=True):
        assert (claim.statement, str(claim.as_of)) == (entry["statement"], entry["as_of"]), claim.id
        assert bounds_of(claim) == entry.get("quantity"), claim.id


def bounds_of(claim: Claim) -> list[float | None] | None:
    """The ends of the claim's interval, None for an end that bounds nothing."""
    if claim.quantity is None:
        return None
    interval = claim.quantity.interval
    return [interval.low or None, None if interval.high == math.inf else interval.high]


def test_every_claim_is_worded_in_both_languages(registry: Registry) -> None:
    telling = {"North", "South", "Russia", "Russian", "Ukraine", "training", "they", "missile", "generals"}
    for claim in registry.claims:
        texts = [phrase.text for phrase in claim.phrases if phrase.side == "supports"]
        english = [text for text in texts if telling & set(text.split())]
        assert 2 <= len(english) <= len(texts) - 2, claim.id


def test_phrases_are_short_and_must_mention_is_given(registry: Registry) -> None:
    for claim in registry.claims:
        assert claim.must_mention, claim.id
        for phrase in claim.phrases:
            words = [token for token in find_tokens(phrase.text) if token.kind != "mark"]
            assert 4 <= len(words) <= 11, phrase.text


def test_the_organs_of_one_state_are_one_origin(registry: Registry) -> None:
    bodies: dict[str, set[str]] = {}
    for source in registry.sources:
        if source.part_of:
            bodies.setdefault(source.part_of, set()).add(source.id)
    assert bodies["us"] == {"pentagon", "state-department", "white-house"}
    assert {"nis", "south-korea-parliament"} <= bodies["south-korea"]
    assert {"ukraine-presidency", "ukraine-intelligence"} <= bodies["ukraine"]
    parties = {source.id for source in registry.sources if source.kind == "party"}
    states = {"ukraine", "russia", "north-korea"}
    assert parties == states.union(*(bodies[state] for state in states))


def test_whoever_claims_is_a_source_or_plain_words(registry: Registry) -> None:
    ids = {source.id for source in registry.sources}
    for claim in registry.claims:
        if claim.claimed_by is not None:
            assert claim.claimed_by.source in ids or " " in claim.claimed_by.source, claim.id


def test_no_sentence_of_an_article_is_in_the_registry(root: Path, shared: Path) -> None:
    ours = runs_of((root / "claims.yaml").read_text(encoding="utf-8"))
    for file in sorted((shared / "articles").glob("*.txt")):
        assert not set(ours) & set(runs_of(file.read_text(encoding="utf-8"))), file.name


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of one word more than may be shared."""
    words = [token.lower for token in find_tokens(text) if token.kind != "mark"]
    length = LONGEST_SHARED_RUN + 1
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
