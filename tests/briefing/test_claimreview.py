"""ClaimReview: valid by the schema, and a number only where the evidence says one thing."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from briefing_days import MADE

from claimdesk.briefing.claimreview import render_claimreview, review_claim
from claimdesk.model import STATUSES, Report, StatusName, Verdict

SCHEMA = json.loads((files("claimdesk.briefing") / "claimreview.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "id"])
def test_all_shipped_claims_validate(report: Report, language: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    together = json.loads(render_claimreview(report, language, MADE, "https://example.org/desk"))
    jsonschema.validate(together, SCHEMA)
    for entry in report.claims:
        one = json.loads(render_claimreview(replace(report, claims=(entry,)), language, MADE))
        jsonschema.validate(one, SCHEMA)
        assert one["claimReviewed"] == entry.claim.statement


@pytest.mark.parametrize("missing", ["claimReviewed", "reviewRating", "url", "author"])
def test_the_schema_refuses_what_lacks(report: Report, missing: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    one = json.loads(render_claimreview(replace(report, claims=report.claims[:1]), "en", MADE))
    del one[missing]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(one, SCHEMA)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("judged", [True, False])
def test_which_statuses_have_a_number(report: Report, status: StatusName, judged: bool) -> None:
    entry = report.claims[0]
    verdict = Verdict(status, "high", "Both counted.", "editor-1", MADE) if judged else None
    entry = replace(
        entry,
        claim=replace(entry.claim, verdict=verdict),
        assessment=replace(entry.assessment, status=status),
    )
    rating = review_claim(entry, report, "en", MADE)["reviewRating"]
    numbered = judged and status in ("corroborated", "contradicted")
    assert ("ratingValue" in rating) == numbered
    assert rating["alternateName"].lower() == status
    assert rating["ratingExplanation"]


def test_no_number_once_the_evidence_has_moved(report: Report) -> None:
    entry = report.claims[0]
    verdict = Verdict("corroborated", "high", "", "editor-1", MADE)
    entry = replace(
        entry,
        claim=replace(entry.claim, verdict=verdict),
        assessment=replace(entry.assessment, changed_since_verdict=True),
    )
    assert "ratingValue" not in review_claim(entry, report, "en", MADE)["reviewRating"]


def test_the_desk_signs_and_the_claim_has_the_day_it_was_made_on(report: Report) -> None:
    entries = {bool(one.claim.claimed_by and one.claim.claimed_by.on): one for one in report.claims}
    made_on, unknown = entries[True], entries[False]
    signed = review_claim(made_on, report, "en", MADE, author="Arun Desk")
    assert signed["author"]["name"] == "Arun Desk"
    assert made_on.claim.claimed_by
    assert made_on.claim.claimed_by.on
    assert signed["itemReviewed"]["datePublished"] == made_on.claim.claimed_by.on.isoformat()
    unsigned = review_claim(unknown, report, "en", MADE)
    assert unsigned["author"]["name"] == report.registry.title
    assert "datePublished" not in unsigned["itemReviewed"]
