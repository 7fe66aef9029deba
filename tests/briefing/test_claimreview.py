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
