"""The report as JSON: the keys that are promised, valid values, offsets that still cut out the quote."""

from __future__ import annotations

import json
import math

from evidence.builders import (
    AS_OF,
    make_article,
    make_claim,
    make_figure,
    make_origin,
    make_quote,
    make_report,
)

from claimdesk.evidence.assessment import assess_claim
from claimdesk.model import ClaimReport, Reason, Span, StatusChange, Verdict
from claimdesk.reporting import render_report

# What DESIGN.md promises: keys may be added, never taken away.
REPORT = {"version", "until", "settings", "problems", "registry", "articles", "claims"}
ARTICLE = {"id", "title", "outlet", "published", "language", "kind", "sha256", "passages"}
CLAIM = {
    *("id", "statement", "as_of", "status", "confidence", "basis", "reasons", "origins", "verdict", "quotes"),
}
QUOTE = {
    *("article", "start", "end", "text", "stance", "score", "phrase", "matched", "context", "speech_act"),
    *("hedged", "negated", "figure", "date", "timing", "origin", "also", "via", "reasons", "decision"),
}
FIGURE = {"low", "high", "text", "start", "end", "unit"}

BODY = "Rain fell. At least 300 people — “so far” — have died."
TEXT = BODY[11:]


def _report(**values: object) -> dict:
    quote = make_quote(
        text=TEXT,
        start=11,
        matched=(Span(11, 23),),
        figure=make_figure(300, math.inf, "At least 300"),
        also=(make_origin("B"),),
        via=("AFP",),
        reasons=(Reason.of("match_phrase", phrase="300 died", score=90), Reason.of("undated")),
    )
    verdict = Verdict("contested", "low", "Two counts.", "editor-1", AS_OF)
    claim = make_claim(verdict=verdict)
    unknown = make_quote(timing="undated", text=TEXT, start=11)
    quotes = (quote, unknown)
    history = (StatusChange(AS_OF, "corroborated", quote),)
    entry = ClaimReport(claim, assess_claim(claim, quotes, AS_OF), quotes, history)
    empty = make_claim(id="other", as_of=None)
    entries = [entry, ClaimReport(empty, assess_claim(empty, (), AS_OF), ())]
    report = make_report(entries, [make_article(BODY)], problems=("one article has no date",))
    rendered = render_report(report, **values)  # type: ignore[arg-type]
    told: dict = json.loads(json.dumps(rendered, allow_nan=False, ensure_ascii=False))
    assert told == rendered
    return told


def test_every_promised_key_is_there() -> None:
    report = _report()
    assert set(report) >= REPORT
    assert report["version"] == 1
    assert set(report["registry"]) == {"title", "sha256"}
    assert set(report["articles"][0]) >= ARTICLE
    for claim in report["claims"]:
        assert set(claim) >= CLAIM
        assert set(claim["origins"]) == {"supports", "contradicts"}
        for quote in claim["quotes"]:
            assert set(quote) >= QUOTE
    assert set(report["claims"][0]["quotes"][0]["figure"]) >= FIGURE


def test_values() -> None:
    report = _report()
    claim, empty = report["claims"]
    quote, unknown = claim["quotes"]
    assert BODY[quote["start"] : quote["end"]] == quote["text"]
    assert [BODY[start:end] for start, end in quote["matched"]] == ["At least 300"]
    assert (quote["figure"]["low"], quote["figure"]["high"]) == (300, None)
    assert (quote["origin"], quote["also"], quote["via"]) == ("rescue-agency", ["b"], ["AFP"])
    assert (quote["date"], unknown["date"], unknown["figure"]) == ("2031-05-10", None, None)
    assert quote["reasons"][1] == "Nothing dates it."
    assert claim["origins"]["supports"] == ["rescue-agency", "b"]
    assert (claim["verdict"]["status"], claim["verdict"]["changed_since"]) == ("contested", False)
    assert claim["history"][0]["origin"] == "rescue-agency"
    assert (empty["status"], empty["as_of"], empty["verdict"]) == ("no evidence", None, None)
    assert report["articles"][0]["passages"] == 1
    assert report["problems"] == ["one article has no date"]


def test_only_sentences_change_with_the_language() -> None:
    english, indonesian = _report(language="en"), _report(language="id")
    assert indonesian["claims"][0]["quotes"][0]["reasons"][1] == "Tidak ada petunjuk tanggal."
    for report in (english, indonesian):
        for claim in report["claims"]:
            claim.pop("reasons")
            for quote in claim["quotes"]:
                quote.pop("reasons")
    assert english == indonesian
