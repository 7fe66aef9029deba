"""A desk that stays open matches only what differs, and finds what a fresh match finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_incremental import EDITS, LIBRARY, REGISTRY, libraries, matched, quick, registries

from claimdesk import assessing, desk
from claimdesk.assessing import Kept
from claimdesk.matched import Matched, match_changes
from claimdesk.model import Article, Assessment, Claim, Decision, Evidence, Registry

__all__ = ["matched"]  # the fixture
DAYS = (date(2021, 3, 5), date(2021, 3, 7), date(2021, 3, 20))
LATE = date(2031, 6, 1)


def _fresh(registry: Registry, library: list[Article]) -> Evidence:
    return desk.match(registry, library, candidates=False)


@quick
@given(st.lists(st.tuples(registries, libraries), min_size=2, max_size=4))
def test_any_edits_give_what_a_fresh_match_gives(steps: list[tuple[Registry, list[Article]]]) -> None:
    found: Matched | None = None
    for registry, library in steps:
        found = match_changes(found, registry, library)
        assert found.evidence == _fresh(registry, library)


@pytest.mark.parametrize(("edit", "pairs", "note"), EDITS, ids=[note for *_, note in EDITS])
def test_only_what_differs_is_matched(
    edit: object, pairs: int, note: str, matched: list[tuple[str, str]]
) -> None:
    before = match_changes(None, REGISTRY, LIBRARY)
    registry, library = edit(REGISTRY, LIBRARY)  # type: ignore[operator]
    matched.clear()
    found = match_changes(before, registry, library)
    assert len(matched) == pairs, note
    assert found.evidence == _fresh(registry, library)


decisions = st.lists(
    st.builds(
        lambda claim, article, kind, on: Decision(
            claim, f"n{article}", 0, 20, LIBRARY[article].body[:20], kind, on, reason="wrong place"
        ),
        st.sampled_from([claim.id for claim in REGISTRY.claims]),
        st.integers(0, len(LIBRARY) - 1),
        st.sampled_from(["confirmed", "rejected", "added", "withdrawn"]),
        st.sampled_from(DAYS),
    ),
    max_size=4,
)


@quick
@given(st.lists(st.tuples(decisions, st.sampled_from(DAYS), st.integers(1, len(LIBRARY))), max_size=5))
def test_kept_reports_are_those_of_a_fresh_assessment(
    steps: list[tuple[list[Decision], date, int]],
) -> None:
    kept: Kept = {}
    dated = [replace(one, published=DAYS[at % 3]) for at, one in enumerate(LIBRARY)]
    for made, until, size in steps:
        evidence = _fresh(REGISTRY, dated[:size])
        found = desk.assess(evidence, REGISTRY, made, until, kept=kept)
        assert found == desk.assess(evidence, REGISTRY, made, until)


def test_a_decision_assesses_its_claim_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assessed: list[str] = []
    assess = assessing.assess_claim

    def watch(claim: Claim, *rest: Any) -> Assessment:
        assessed.append(claim.id)
        return assess(claim, *rest)

    monkeypatch.setattr(assessing, "assess_claim", watch)
    kept: Kept = {}
    evidence = _fresh(REGISTRY, LIBRARY)
    desk.assess(evidence, REGISTRY, until=LATE, kept=kept)
    quote = evidence.articles[0].quotes[0]
    made = Decision(
        quote.claim, quote.article, quote.start, quote.end, quote.text, "confirmed", DAYS[0], by="editor-1"
    )
    assessed.clear()
    desk.assess(evidence, REGISTRY, [made], LATE, kept=kept)
    assert assessed == [quote.claim]
