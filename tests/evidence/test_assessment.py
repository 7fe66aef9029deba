"""What an assessment says beside the status: confidence, basis, fragility, silence, reasons, change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from evidence.builders import (
    AS_OF,
    make_claim,
    make_figure,
    make_origin,
    make_quantity,
    make_quote,
    nobody,
    say_on,
    with_decision,
)

from claimdesk.evidence.assessment import assess_claim
from claimdesk.evidence.explanation import is_counted
from claimdesk.model import Assessment, Quote, Verdict

UNTIL = AS_OF + timedelta(days=30)
DAY = timedelta(days=1)


def _assess(*quotes: Quote, **values: object) -> Assessment:
    return assess_claim(make_claim(**values), quotes, UNTIL)


def _codes(assessment: Assessment) -> list[str]:
    return [reason.code for reason in assessment.reasons]


def _party(name: str) -> Quote:
    return make_quote(make_origin(name, kind="party"))


def _rated(name: str, reliability: str) -> Quote:
    return make_quote(make_origin(name, reliability=reliability))


CONFIRMED = [with_decision(make_quote("A")), with_decision(make_quote("B"))]
CONFIDENCE = [
    # quotes, level, reason, why
    (CONFIRMED, "high", "confidence_high", "two origins, confirmed"),
    ([make_quote("A"), make_quote("B")], "moderate", "confidence_unreviewed", "nobody looked"),
    (
        [with_decision(_party("A")), with_decision(_party("B"))],
        "moderate",
        "confidence_parties",
        "high needs an origin that is no party",
    ),
    (
        [with_decision(_party("A")), with_decision(make_quote("B"))],
        "high",
        "confidence_high",
        "one is enough",
    ),
    ([with_decision(make_quote("A"))], "moderate", "confidence_one_origin", "not corroborated"),
    ([with_decision(_party("A"))], "low", "confidence_one_party", "a party about itself"),
    (
        [with_decision(make_quote(make_origin("A", kind="unlisted")))],
        "low",
        "confidence_one_unknown",
        "nobody knows who that is",
    ),
    (
        [with_decision(_rated("A", "E")), with_decision(_rated("B", "D"))],
        "low",
        "confidence_doubtful",
        "both unreliable",
    ),
    (
        [with_decision(_rated("A", "E")), with_decision(_rated("B", "F"))],
        "high",
        "confidence_high",
        "F says nothing against a source",
    ),
    (
        [with_decision(make_quote("A")), with_decision(make_quote("B", hedged=True))],
        "moderate",
        "confidence_one_plain",
        "one of two hedges",
    ),
    ([make_quote("A", hedged=True)], "low", "confidence_hedged", "all hedged: unverified"),
    (
        [with_decision(make_quote(name, timing="undated")) for name in "AB"],
        "moderate",
        "confidence_undated",
        "nobody knows whether they speak of the time",
    ),
    (
        [with_decision(make_quote("A", "contradicts", timing="earlier"))],
        "low",
        "confidence_not_of_the_time",
        "only an earlier statement against it",
    ),
    (
        [*CONFIRMED, *(with_decision(make_quote(name, "contradicts")) for name in "CD")],
        "moderate",
        "confidence_contested",
        "contested is never sure",
    ),
    (
        [*CONFIRMED, with_decision(make_quote(make_origin("C", kind="party"), "contradicts"))],
        "low",
        "confidence_one_party",
        "contested is as sure as its weaker side",
    ),
    ([], "low", "confidence_nothing", "nothing there"),
]


@pytest.mark.parametrize(("quotes", "level", "reason", "why"), CONFIDENCE)
def test_confidence(quotes: list[Quote], level: str, reason: str, why: str) -> None:
    found = _assess(*quotes)
    assert (found.confidence, reason in _codes(found)) == (level, True), (why, _codes(found))


def test_figures_that_exclude_each_other_keep_confidence_down() -> None:
    quotes = [
        with_decision(make_quote("A", figure=make_figure(334))),
        with_decision(make_quote("B", figure=make_figure(602))),
    ]
    claim = make_claim(quantity=make_quantity(300))
    assert "confidence_figures" in _codes(assess_claim(claim, quotes, UNTIL))
    wider = [*quotes[:1], with_decision(make_quote("B", figure=make_figure(300, 400)))]
    assert assess_claim(claim, wider, UNTIL).confidence == "high"


BASIS = [
    # decisions on decisive quotes, basis
    (["", ""], "suggested"),
    (["confirmed", ""], "partly reviewed"),
    (["corrected", "added"], "reviewed"),
    (["rejected", ""], "suggested"),
    (["rejected", "confirmed"], "reviewed"),
    (["rejected", "rejected"], "reviewed"),
    ([], "suggested"),
]


@pytest.mark.parametrize(("decisions", "basis"), BASIS)
def test_basis(decisions: list[str], basis: str) -> None:
    quotes = [make_quote(f"Origin {number}", decision=kind) for number, kind in enumerate(decisions)]
    assert _assess(*quotes, with_decision(make_quote("M", "mentions"))).basis == basis


def test_rejected_quotes_count_for_nothing_else() -> None:
    found = _assess(with_decision(make_quote("A"), "rejected"), make_quote("B"))
    assert (found.status, found.supports) == ("single source", ("b",))


def test_fragility_names_the_origins_that_carry_the_status() -> None:
    found = _assess(make_quote("A"), make_quote("B", "contradicts"), make_quote("C", "contradicts"))
    assert found.status == "contested"
    assert dict(found.fragility.without_origin) == {"a": "contradicted"}
    assert found.fragility.without_unreviewed == "no evidence"
    assert "rests_on_origins" in _codes(found)


def test_a_statement_of_two_stays_when_one_is_left_out() -> None:
    found = _assess(make_quote("A", also=(make_origin("B"), make_origin("C"))))
    assert dict(found.fragility.without_origin) == {}
    assert found.status == "corroborated"


def test_strength_is_told_in_one_sentence() -> None:
    assert "rests_on_quote" in _codes(_assess(make_quote("A")))
    assert "holds_without_any" in _codes(_assess(*(make_quote(name) for name in "ABC")))


def test_who_declines_is_listed_once_with_the_latest() -> None:
    first = say_on(AS_OF - DAY, "Ministry", "mentions", speech_act="declines")
    last = say_on(AS_OF, "Ministry", "mentions", speech_act="declines", article="wire-2")
    found = _assess(last, first, make_quote("A"))
    assert found.silent == (last,)
    assert "silent" in _codes(found)


def test_groups_fold_origins_and_the_reasons_say_so() -> None:
    quotes = [make_quote("A"), make_quote("B")]
    found = assess_claim(make_claim(), quotes, UNTIL, [frozenset({"a", "b"})])
    assert found.status == "single source"
    assert found.supports == ("a", "b")
    assert "not_separate" in _codes(found)


NAMELESS = [with_decision(make_quote(nobody(name), article=name)) for name in ("wire-1", "wire-2")]
UNNAMED = [
    # quotes, status, confidence, reasons that say so, why
    (NAMELESS[:1], "single source", "low", ["unnamed_support"], "one of them"),
    (NAMELESS, "single source", "low", ["unnamed_support"], "two of them, even confirmed"),
    (
        [*NAMELESS, with_decision(make_quote("B"))],
        "corroborated",
        "high",
        ["unnamed_together"],
        "beside one with a name they count as one",
    ),
    ([NAMELESS[0], with_decision(make_quote("B"))], "corroborated", "high", [], "each is one already"),
]


@pytest.mark.parametrize(("quotes", "status", "confidence", "codes", "why"), UNNAMED)
def test_sources_without_a_name_do_not_corroborate_one_another(
    quotes: list[Quote], status: str, confidence: str, codes: list[str], why: str
) -> None:
    found = _assess(*quotes)
    assert (found.status, found.confidence) == (status, confidence), why
    assert [code for code in _codes(found) if code.startswith("unnamed_")] == codes, why
    assert ("confidence_unnamed" in _codes(found)) == (confidence == "low"), why
    assert "not_separate" not in _codes(found), why


def test_a_denial_of_an_unknown_day_keeps_confidence_from_being_high() -> None:
    support = [with_decision(make_quote(name)) for name in "AB"]
    found = _assess(*support, with_decision(make_quote("C", "contradicts", timing="undated")))
    assert (found.status, found.confidence) == ("corroborated", "moderate")
    assert {"aside_undated", "confidence_opposed_undated"} <= set(_codes(found))


def test_reasons_add_up_to_a_contested_claim() -> None:
    claim = make_claim(quantity=make_quantity(300))
    quotes = [
        make_quote("Rescue Agency", figure=make_figure(334)),
        make_quote(make_origin("Governor", kind="party"), "contradicts", figure=make_figure(120)),
        make_quote("Red Cross", "contradicts", timing="earlier", figure=make_figure(45)),
    ]
    found = assess_claim(claim, quotes, UNTIL)
    told = {reason.code: reason.as_dict() for reason in found.reasons}
    assert list(told)[:5] == [
        "supports_current",
        "contradicts_current",
        "parties_against",
        "aside_earlier",
        "status_contested",
    ]
    assert told["supports_current"] == {
        "count": 1,
        "names": "Rescue Agency (334)",
        "window": "2031-05-07/2031-05-13",
    }
    assert told["aside_earlier"] == {"count": 1, "names": "Red Cross (45)"}
    assert [is_counted(quote, found) for quote in quotes] == [True, True, False]


def test_each_origin_is_named_once_on_a_side() -> None:
    found = _assess(make_quote("A"), make_quote("A", timing="later"), make_quote("B", timing="later"))
    counts = {reason.code: reason.as_dict().get("names") for reason in found.reasons}
    assert (counts["supports_current"], counts["supports_later"]) == ("A", "B")


def test_a_body_with_a_party_in_it_is_a_party() -> None:
    minister, ministry = make_origin("Ministry", kind="party"), make_origin("Ministry", reliability="B")
    found = _assess(make_quote(ministry), make_quote(minister, article="wire-2"))
    assert "confidence_one_party" in _codes(found)


VERDICTS = [
    # verdict, days after as_of, statement days after as_of, changed, why
    ("single source", 5, 0, False, "judged after the statement, as it still is"),
    ("single source", 5, 9, True, "a statement of a later day"),
    ("contested", 5, 0, False, "judged otherwise on purpose: nothing new has come in"),
    ("contested", 31, 0, False, "a verdict of a day not yet reached"),
]


@pytest.mark.parametrize(("status", "judged", "stated", "changed", "why"), VERDICTS)
def test_change_since_the_verdict(status: str, judged: int, stated: int, changed: bool, why: str) -> None:
    verdict = Verdict(status, on=AS_OF + judged * DAY)  # type: ignore[arg-type]
    quote = say_on(AS_OF + stated * DAY, timing="later" if stated > 3 else "current")
    assert _assess(quote, verdict=verdict).changed_since_verdict is changed, why
