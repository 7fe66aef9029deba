"""ClaimReview: the assessment as JSON-LD in the words of schema.org, for search engines and other desks.

A rating in words always, a number only where a person's verdict or review stands behind it and the status
says one thing: corroborated is 5, contradicted 1. Contested, superseded and all other statuses never have
one, since a number would say more than the evidence does. `claimreview.schema.json` says what a result must
hold: the properties that schema.org defines and those that search engines document as required.
"""

from __future__ import annotations

import json
import os
from datetime import date
from typing import Any

from claimdesk.messages import render_reasons, translate
from claimdesk.messages.phrases import as_head, basis_phrase
from claimdesk.model import Article, ClaimReport, Report, StatusName

CONTEXT = "https://schema.org"
_SCORES: dict[StatusName, int] = {"corroborated": 5, "contradicted": 1}
_BEST, _WORST = 5, 1


def find_desk_name() -> str:
    """The name of the reviewing desk, as `CLAIMDESK_DESK` in the environment gives it, else empty."""
    return os.environ.get("CLAIMDESK_DESK", "").strip()


def render_claimreview(report: Report, language: str, made: date, url: str = "", author: str = "") -> bytes:
    """One object, or for several claims a graph of them. `url` is where the review is published; the claim's
    id is put behind it. Without one it is a name that leads nowhere, which search engines do not take.
    `author` is the desk that reviews; without one the registry's title stands there, as there must be one.
    It is made to stand in a page, so no text in it can end the page's `script`: each ``<`` is escaped.
    """
    reviews = [review_claim(entry, report, language, made, url, author) for entry in report.claims]
    body = reviews[0] if len(reviews) == 1 else {"@graph": reviews}
    written = json.dumps({"@context": CONTEXT, **body}, ensure_ascii=False, indent=1)
    return (written.replace("<", "\\u003c") + "\n").encode()


def review_claim(
    entry: ClaimReport, report: Report, language: str, made: date, url: str = "", author: str = ""
) -> dict[str, Any]:
    """The review of one claim, without its context."""
    claim = entry.claim
    return {
        "@type": "ClaimReview",
        "url": f"{url}#{claim.id}" if url else f"urn:claimdesk:{claim.id}",
        "inLanguage": language,
        "datePublished": made.isoformat(),
        "author": {"@type": "Organization", "name": author or report.registry.title or "Claimdesk"},
        "claimReviewed": claim.statement,
        "itemReviewed": _render_item(entry, report),
        "reviewRating": _render_rating(entry, language),
    }


def _render_item(entry: ClaimReport, report: Report) -> dict[str, Any]:
    """The claim itself: who makes it, since when, where it appears."""
    claim, claimed = entry.claim, entry.claim.claimed_by
    item: dict[str, Any] = {"@type": "Claim", "text": claim.statement}
    sources = report.registry.source_names
    if claimed:
        item["author"] = {"@type": "Organization", "name": sources.get(claimed.source, claimed.source)}
    if claimed and claimed.on:
        item["datePublished"] = claimed.on.isoformat()
    if claimed and claimed.url:
        item["firstAppearance"] = {"@type": "CreativeWork", "url": claimed.url}
    ids = dict.fromkeys(quote.article for quote in entry.by_stance("supports"))
    found = [report.article(one) for one in ids]
    appearances = [_render_article(one.article) for one in found if one is not None]
    if appearances:
        item["appearance"] = appearances
    return item


def _render_article(article: Article) -> dict[str, Any]:
    """An article that the claim appears in; a digest is ours, about a text of that outlet."""
    work: dict[str, Any] = {"@type": "NewsArticle", "headline": article.title, "inLanguage": article.language}
    if article.kind == "digest":
        work = {"@type": "CreativeWork", "headline": article.title, "genre": "digest"}
    if article.url:
        work["url"] = article.url
    if article.published:
        work["datePublished"] = article.published.isoformat()
    if article.outlet:
        work["publisher"] = {"@type": "Organization", "name": article.outlet}
    return work


def _render_rating(entry: ClaimReport, language: str) -> dict[str, Any]:
    found, judged = entry.assessment, entry.claim.verdict_in_force
    status: StatusName = judged.status if judged else found.status
    said = [
        f"{as_head(basis_phrase(found.basis, language), language)}.",
        *render_reasons(found.reasons, language),
    ]
    if judged and judged.rationale:
        said.insert(0, judged.rationale)
    if found.changed_since_verdict:
        said.insert(0, translate("Changed since the verdict.", language))
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": as_head(status, language),
        "ratingExplanation": " ".join(said),
    }
    settled = status == found.status and not found.changed_since_verdict
    if status in _SCORES and settled and (judged or found.basis == "reviewed"):
        rating |= {"ratingValue": _SCORES[status], "bestRating": _BEST, "worstRating": _WORST}
    return rating
