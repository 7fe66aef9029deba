"""Claims, quotes and reports made by hand, with a sensible value for all that a test does not care about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from claimdesk.model import (
    Article,
    ArticleReport,
    Claim,
    ClaimReport,
    Decision,
    Figure,
    Interval,
    Origin,
    Passage,
    Phrase,
    Quantity,
    Quote,
    Registry,
    Report,
    Span,
    StatedDate,
)

AS_OF = date(2031, 5, 10)
DAYS = {
    "earlier": AS_OF - timedelta(days=20),
    "current": AS_OF,
    "later": AS_OF + timedelta(days=20),
    "undated": None,
}


def make_claim(**values: Any) -> Claim:
    """A claim as of `AS_OF` with a window of three days."""
    defaults: dict[str, Any] = {
        "id": "flood-dead",
        "statement": "At least 300 people died in the flood.",
        "phrases": (Phrase("at least 300 people died in the flood", "supports"),),
        "as_of": AS_OF,
    }
    return Claim(**(defaults | values))


def make_quantity(low: float, high: float = float("inf"), wording: str = "at_least") -> Quantity:
    """A count of people."""
    return Quantity(Interval(low, high), ("people",), wording)


def make_figure(low: float, high: float | None = None, text: str = "") -> Figure:
    """A figure of exactly `low`, or from `low` to `high`."""
    span = Span(0, len(text))
    return Figure(span, span, text or f"{low:g}", Interval(low, low if high is None else high))


def make_origin(name: str = "Rescue Agency", **values: Any) -> Origin:
    """An official source whose id is its name in small letters with hyphens."""
    return Origin(**({"id": name.lower().replace(" ", "-"), "name": name, "kind": "official"} | values))


def nobody(article: str) -> Origin:
    """The sources of an article whom it does not name."""
    return Origin(f"unnamed:{article}", "an official")


def make_quote(origin: str | Origin = "Rescue Agency", stance: str = "supports", **values: Any) -> Quote:
    """An unhedged, unreviewed statement about the claim of `make_claim`, dated by its `timing`."""
    timing = values.get("timing", "current")
    day = DAYS[timing]
    text = values.pop("text", "Three hundred people have died.")
    start = values.pop("start", 0)
    defaults: dict[str, Any] = {
        "claim": "flood-dead",
        "article": "wire-1",
        "passage": 0,
        "start": start,
        "end": start + len(text),
        "text": text,
        "stance": stance,
        "score": 90,
        "phrase": "at least 300 people died in the flood",
        "matched": (Span(start, start + 5),),
        "context": (),
        "speech_act": "asserts",
        "hedged": False,
        "negated": False,
        "figure": None,
        "figure_verdict": "none",
        "date": StatedDate(day, day) if day else None,
        "timing": timing,
        "origin": make_origin(origin) if isinstance(origin, str) else origin,
    }
    return Quote(**(defaults | values))


def say_on(day: date, origin: str = "Rescue Agency", stance: str = "supports", **values: Any) -> Quote:
    """A quote of that day."""
    return make_quote(origin, stance, date=StatedDate(day, day), **values)


def make_article(body: str = "Three hundred people have died.", **values: Any) -> Article:
    """An article of the claim's day."""
    defaults: dict[str, Any] = {
        "id": "wire-1",
        "title": "Flood",
        "outlet": "Wire",
        "body": body,
        "published": AS_OF,
        "language": "en",
        "sha256": "0" * 64,
    }
    return Article(**(defaults | values))


def make_decision(kind: str = "confirmed", **values: Any) -> Decision:
    """A decision on the text of `make_quote`, on the claim's day."""
    text = values.pop("text", "Three hundred people have died.")
    start = values.pop("start", 0)
    defaults: dict[str, Any] = {
        "claim": "flood-dead",
        "article": "wire-1",
        "start": start,
        "end": start + len(text),
        "text": text,
        "kind": kind,
        "on": AS_OF,
        "by": "editor-1",
    }
    return Decision(**(defaults | values))


def make_report(entries: list[ClaimReport], articles: list[Article] | None = None, **values: Any) -> Report:
    """A report on those claims, each article with one passage."""
    shown = articles if articles is not None else [make_article()]
    claims = tuple(entry.claim for entry in entries)
    defaults: dict[str, Any] = {
        "until": AS_OF + timedelta(days=30),
        "registry": Registry("Floods", claims, sha256="f" * 64),
        "claims": tuple(entries),
        "articles": tuple(
            ArticleReport(article, (Passage(0, 0, len(article.body), 0),)) for article in shown
        ),
        "settings": {"nominate": 70},
    }
    return Report(**(defaults | values))


def with_decision(quote: Quote, kind: str = "confirmed") -> Quote:
    """The quote as decided on."""
    return replace(quote, decision=kind)
