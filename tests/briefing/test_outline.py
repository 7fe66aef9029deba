"""What a card says of every claim of the shipped registry, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from briefing_days import MADE

from claimdesk.briefing.gaps import find_gaps
from claimdesk.briefing.outline import Outline, outline_claim
from claimdesk.model import ClaimReport, Reason, Report

LANGUAGES = ("en", "id")
CONFIDENCE = re.compile(r"\b(confidence|keyakinan)\b", re.IGNORECASE)
LIKELIHOOD = re.compile(
    r"\b(likely|unlikely|probabl[ey]|possibl[ey]|chance|odds|mungkin|kemungkinan|barangkali|peluang)\b",
    re.IGNORECASE,
)


@pytest.fixture(params=LANGUAGES)
def outlines(request: pytest.FixtureRequest, report: Report) -> list[tuple[ClaimReport, Outline]]:
    """Each claim with its outline."""
    return [(entry, outline_claim(entry, report, request.param, MADE)) for entry in report.claims]


def test_what_nobody_reviewed_says_so_beside_the_status(outlines: list[tuple[ClaimReport, Outline]]) -> None:
    for entry, outline in outlines:
        decisive = sum(quote.decisive for quote in entry.quotes)
        assert entry.assessment.basis == "suggested"
        assert str(decisive) in outline.basis_words or not decisive
        assert outline.basis_words.startswith(("suggested, not reviewed", "usulan mesin, belum ditinjau"))


def test_quotes_are_verbatim_and_named_as_digests(outlines: list[tuple[ClaimReport, Outline]]) -> None:
    for _, outline in outlines:
        for quote in _quotes(outline):
            said = "".join(run.text for run in quote.words if "context" not in run.styles)
            assert said == quote.text
            assert "digest" in quote.where or "ringkasan" in quote.where


def test_excerpts_hold_the_quote_and_ellipses_alone(
    outlines: list[tuple[ClaimReport, Outline]],
) -> None:
    for _, outline in outlines:
        for quote in _quotes(outline):
            for words in quote.excerpts:
                own = "".join(run.text for run in words if "context" not in run.styles)
                pieces = [piece for piece in own.split("…") if piece.strip()]
                assert "…" in own
                assert all(piece.strip() in quote.text for piece in pieces)


def test_hedges_and_speech_acts_are_said(outlines: list[tuple[ClaimReport, Outline]]) -> None:
    for entry, outline in outlines:
        hedged = {(one.article, one.start) for one in entry.quotes if one.hedged}
        for quote in _quotes(outline):
            marked = bool({"hedged", "ungkapan ragu"} & set(quote.remarks))
            assert marked == ((quote.article, quote.start) in hedged)


def test_confidence_and_likelihood_share_no_sentence(outlines: list[tuple[ClaimReport, Outline]]) -> None:
    for _, outline in outlines:
        quoted = {quote.text for quote in _quotes(outline)}
        for text in _texts(replace(outline, sides=(), mentions=None)):
            for sentence in re.split(r"(?<=[.!?])\s", text):
                assert sentence in quoted or not (
                    CONFIDENCE.search(sentence) and LIKELIHOOD.search(sentence)
                ), sentence


def test_every_card_says_what_would_change_it_and_what_it_rests_on(
    outlines: list[tuple[ClaimReport, Outline]],
) -> None:
    for entry, outline in outlines:
        assert outline.gaps, entry.claim.id
        assert len(outline.facts) == 5
        assert all(fact.said or fact.more for fact in outline.facts)


def test_one_quote_of_each_origin_comes_first(outlines: list[tuple[ClaimReport, Outline]]) -> None:
    for _, outline in outlines:
        for side in outline.sides:
            first = len({quote.origin for quote in side.quotes})
            assert len({quote.origin for quote in side.quotes[:first]}) == first


def test_reviewed_quotes_alone(report: Report) -> None:
    entry = report.claims[0]
    outline = outline_claim(entry, report, "en", MADE, unreviewed=False)
    shown = outline_claim(entry, report, "en", MADE)
    assert not _quotes(outline)
    assert "nobody has reviewed" in " ".join(outline.sides[0].limits)
    assert (outline.status, outline.basis_words) == (shown.status, shown.basis_words)


def test_a_claim_without_evidence_says_what_that_does_not_mean(report: Report) -> None:
    entry = next(one for one in report.claims if not one.quotes)
    outline = outline_claim(entry, report, "en", MADE)
    assert "not a finding that the claim is false" in outline.note


def _quotes(outline: Outline) -> list[Any]:
    sides = [*outline.sides, *([outline.mentions] if outline.mentions else [])]
    return [quote for side in sides for quote in side.quotes]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _texts(getattr(value, name))


def test_context_stands_in_brackets_of_its_own(outlines: list[tuple[ClaimReport, Outline]]) -> None:
    seen = 0
    for _, outline in outlines:
        for quote in _quotes(outline):
            for words in (quote.words, *quote.excerpts):
                before = "".join(run.text for run in words if "context" in run.styles)
                assert not before or (before[0], before.count("["), before.count("]")) == ("[", 1, 1)
                seen += bool(before)
    assert seen


def test_no_gap_promises_the_status_that_is_there(report: Report) -> None:
    window = replace(report.claims[0].claim, as_of=MADE)
    undated = Reason.of("aside_undated", count=1, names="BPBD (17)")
    for entry in report.claims:
        found = entry.assessment
        found = replace(found, reasons=(*found.reasons, undated), supports=("a",))
        contested = replace(entry, claim=window, assessment=replace(found, status="contested"))
        single = replace(entry, claim=window, assessment=replace(found, status="single source"))
        assert not [said for said in find_gaps(contested, {}, "en") if "make it contested" in said]
        assert [said for said in find_gaps(single, {}, "en") if "BPBD (17)" in said]
