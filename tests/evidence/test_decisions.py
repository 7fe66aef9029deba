"""People's decisions on quotes: anchored twice, the last one counts, nothing lands elsewhere in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from evidence.builders import AS_OF, make_article, make_claim, make_decision, make_origin, make_quote
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.errors import InputError
from claimdesk.evidence.anchors import find_anchor, find_surroundings
from claimdesk.evidence.corrections import parse_stated_date, write_stated_date
from claimdesk.evidence.decisions import apply_decisions, describe_lost, find_lost_decisions
from claimdesk.evidence.origin import build_origins
from claimdesk.model import Article, Decision, Quote, Registry, Source, Span, StatedDate

TEXT = "Three hundred people have died."
BOOK = build_origins(
    Registry("", (), (Source("red-cross", "Red Cross"), Source("wire", "Wire Agency", aliases=("Wire",))))
)
CLAIMS = {"flood-dead"}
UNTIL = AS_OF + timedelta(days=30)


def _apply(
    quotes: list[Quote], decisions: list[Decision], article: Article | None = None, until: date = UNTIL
) -> tuple[Quote, ...]:
    shown = {"wire-1": article or make_article()}
    return apply_decisions(quotes, decisions, until, shown, {"flood-dead": make_claim()}, BOOK)


ANCHORS = [
    # body, start, prefix, suffix, kind, new start, why
    (TEXT, 0, "", "", "exact", 0, "untouched"),
    ("New. " + TEXT, 0, "", "", "moved", 5, "a sentence was put before it"),
    ("It is gone.", 0, "", "", "orphaned", None, "it was taken out"),
    ("Three hundred people died.", 0, "", "", "orphaned", None, "its words were changed"),
    (f"A: {TEXT} B: {TEXT}", 3, "", "", "exact", 3, "its offsets decide between two places"),
    (f"A: {TEXT} B: {TEXT}", 1, "A: ", "", "moved", 3, "what stood before it decides"),
    (f"A: {TEXT} X. {TEXT} Y.", 1, "", " Y.", "moved", 38, "what stood after it decides"),
    (f"{TEXT} {TEXT}", 9, "", "", "orphaned", None, "two places that cannot be told apart"),
    (f"Q {TEXT} {TEXT}", 1, "Elsewhere. ", "", "orphaned", None, "nothing around it is as it was"),
]


@pytest.mark.parametrize(("body", "start", "prefix", "suffix", "kind", "moved", "why"), ANCHORS)
def test_anchors(
    body: str, start: int, prefix: str, suffix: str, kind: str, moved: int | None, why: str
) -> None:
    anchor = find_anchor(make_decision(start=start, prefix=prefix, suffix=suffix), body)
    span = None if moved is None else Span(moved, moved + len(TEXT))
    assert (anchor.kind, anchor.span) == (kind, span), why


@given(st.text("ab ", max_size=30), st.text("ab ", min_size=1, max_size=4), st.integers(0, 30))
def test_an_anchor_is_the_text_itself_or_nothing(body: str, text: str, start: int) -> None:
    anchor = find_anchor(make_decision(text=text, start=start), body)
    if anchor.span is None:
        assert anchor.kind == "orphaned"
    else:
        assert anchor.span.of(body) == text
        assert (anchor.kind == "exact") == (anchor.span.start == start)


@given(st.text("ab ", max_size=60), st.integers(0, 60), st.integers(1, 9), st.text("xy", max_size=5))
def test_what_was_anchored_is_found_again_after_text_was_put_before_it(
    body: str, start: int, length: int, new: str
) -> None:
    span = Span(min(start, len(body)), min(start + length, len(body)))
    prefix, suffix = find_surroundings(body, span)
    decision = make_decision(text=span.of(body), start=span.start, prefix=prefix, suffix=suffix)
    anchor = find_anchor(decision, new + body)
    if anchor.kind == "moved":
        assert anchor.span is not None
        assert anchor.span.of(new + body) == span.of(body)
    if not new and span.of(body):
        assert (anchor.kind, anchor.span) == ("exact", span)


def test_a_decision_marks_its_quote_and_says_who() -> None:
    (quote,) = _apply([make_quote()], [make_decision("confirmed")])
    assert quote.decision == "confirmed"
    assert quote.reasons[-1].as_dict()["by"] == "editor-1"


def test_rejected_quotes_stay() -> None:
    (quote,) = _apply([make_quote()], [make_decision("rejected", reason="wrong place")])
    assert (quote.decision, quote.stance) == ("rejected", "supports")


def test_the_last_decision_counts_and_later_days_do_not() -> None:
    decisions = [
        make_decision("rejected"),
        make_decision("confirmed", on=AS_OF + timedelta(days=1)),
        make_decision("rejected", on=AS_OF + timedelta(days=2)),
    ]
    (quote,) = _apply([make_quote()], decisions, until=AS_OF + timedelta(days=1))
    assert quote.decision == "confirmed"


def test_corrections_override_and_the_timing_follows() -> None:
    corrections = (
        ("stance", "contradicts"),
        ("origin", "Red Cross"),
        ("date", "2031-06-20"),
        ("hedged", "true"),
    )
    (quote,) = _apply(
        [make_quote(also=(make_origin("B"),))], [make_decision("corrected", corrections=corrections)]
    )
    assert (quote.stance, quote.origins, quote.hedged) == ("contradicts", (make_origin("Red Cross"),), True)
    assert (quote.date, quote.timing) == (StatedDate(date(2031, 6, 20), date(2031, 6, 20)), "later")


def test_a_correction_says_what_the_engine_had_said() -> None:
    corrections = (("stance", "contradicts"), ("date", ""), ("hedged", "false"))
    (quote,) = _apply([make_quote()], [make_decision("corrected", corrections=corrections)])
    said = {reason.code: reason.as_dict() for reason in quote.reasons}
    assert said["corrected_stance"] == {"now": "contradicts", "was": "supports"}
    assert said["corrected_date"] == {"now": "", "was": AS_OF.isoformat()}
    assert set(said) == {"decision_corrected", "corrected_stance", "corrected_date"}


# kinds in the order they were made, and the kind that stands then
WITHDRAWN = [
    (("confirmed", "withdrawn"), ""),
    (("confirmed", "rejected", "withdrawn"), "confirmed"),
    (("confirmed", "rejected", "withdrawn", "withdrawn"), ""),
    (("withdrawn", "confirmed"), "confirmed"),
    (("rejected", "withdrawn", "confirmed"), "confirmed"),
]


@pytest.mark.parametrize(("kinds", "stands"), WITHDRAWN)
def test_a_withdrawn_decision_leaves_the_one_before_it(kinds: tuple[str, ...], stands: str) -> None:
    (quote,) = _apply([make_quote()], [make_decision(kind) for kind in kinds])
    assert quote.decision == stands


def test_a_decision_of_a_later_day_withdraws_nothing_yet() -> None:
    decisions = [make_decision(), make_decision("withdrawn", on=AS_OF + timedelta(days=2))]
    (quote,) = _apply([make_quote()], decisions, until=AS_OF + timedelta(days=1))
    assert quote.decision == "confirmed"


def test_an_added_passage_can_be_withdrawn() -> None:
    decisions = [make_decision("added"), make_decision("rejected"), make_decision("withdrawn")]
    (quote,) = _apply([], decisions)
    assert quote.decision == "added"
    assert _apply([], [*decisions, make_decision("withdrawn")]) == ()


def test_a_lost_decision_can_be_withdrawn_or_made_again() -> None:
    shown = {"wire-1": make_article("Nothing left.")}
    lost = find_lost_decisions([], [make_decision(), make_decision("rejected")], UNTIL, shown, CLAIMS)
    assert [one.decision.kind for one in lost] == ["rejected"]
    decisions = [make_decision(), make_decision("withdrawn")]
    assert find_lost_decisions([], decisions, UNTIL, shown, CLAIMS) == ()
    assert find_lost_decisions([], [make_decision(article="gone"), *decisions], UNTIL, shown, CLAIMS) != ()


def test_confirming_takes_back_a_correction() -> None:
    decisions = [make_decision("corrected", corrections=(("stance", "mentions"),)), make_decision()]
    (quote,) = _apply([make_quote()], decisions)
    assert quote.stance == "supports"


BAD = [("stance", "maybe"), ("hedged", "yes"), ("origin", " "), ("score", "100"), ("date", "yesterday")]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_a_value_that_a_field_cannot_have_is_refused(field: str, value: str) -> None:
    with pytest.raises(InputError):
        _apply([make_quote()], [make_decision("corrected", corrections=((field, value),))])


def test_an_added_passage_becomes_a_quote() -> None:
    article = make_article(f"Rain fell. {TEXT}")
    added = make_decision("added", start=11, corrections=(("stance", "supports"),))
    (quote,) = _apply([], [added], article)
    assert article.body[quote.start : quote.end] == quote.text == TEXT
    assert (quote.stance, quote.decision, quote.timing) == ("supports", "added", "current")
    assert (quote.origin.id, quote.origin.name, quote.origin.kind) == ("wire", "Wire Agency", "outlet")


def test_an_added_passage_keeps_its_corrections_when_confirmed_later() -> None:
    added = make_decision("added", corrections=(("stance", "contradicts"),))
    (quote,) = _apply([], [added, make_decision("confirmed")])
    assert (quote.stance, quote.decision) == ("contradicts", "confirmed")


def test_adding_what_the_engine_found_corrects_it() -> None:
    added = make_decision("added", corrections=(("stance", "contradicts"),))
    (quote,) = _apply([make_quote()], [added])
    assert (quote.stance, quote.score, quote.decision) == ("contradicts", 90, "added")


def test_a_moved_text_takes_its_decision_along_and_says_so() -> None:
    article = make_article(f"Corrected. {TEXT}")
    (quote,) = _apply([make_quote(start=11)], [make_decision()], article)
    assert quote.decision == "confirmed"
    assert [reason.code for reason in quote.reasons][-2:] == ["decision_confirmed", "decision_moved"]


def test_a_passage_read_with_other_ends_is_the_same_passage() -> None:
    article = make_article(f"“{TEXT}”")
    (quote,) = _apply([make_quote(text=f"“{TEXT}”")], [make_decision(start=1)], article)
    assert quote.decision == "confirmed"


def test_decisions_stay_with_their_claim() -> None:
    other = make_decision(claim="flood-missing")
    (quote,) = _apply([make_quote()], [other])
    assert quote.decision == ""


def test_the_order_of_quotes_is_kept() -> None:
    body = "One died. Two died. Six died."
    quotes = [make_quote(text=body[at : at + 9], start=at) for at in (0, 10, 20)]
    decided = _apply(quotes, [make_decision(text="Two died.", start=10)], make_article(body))
    assert [quote.start for quote in decided] == [0, 10, 20]
    assert [quote.decision for quote in decided] == ["", "confirmed", ""]


LOST = [
    # decision, body, word in the sentence, why
    (make_decision(claim="gone"), TEXT, "not in the registry", "its claim is not there"),
    (make_decision(article="gone"), TEXT, "not here", "its article is not there"),
    (make_decision(), "Nothing left.", "orphaned", "its text is not there"),
    (make_decision(), f"{TEXT} More.", "no phrase", "no quote is there any more"),
]


@pytest.mark.parametrize(("decision", "body", "word", "why"), LOST)
def test_lost_decisions_are_told(decision: Decision, body: str, word: str, why: str) -> None:
    shown = {"wire-1": make_article(body)}
    (lost,) = find_lost_decisions([], [decision], UNTIL, shown, CLAIMS)
    sentence = describe_lost(lost)
    assert word in sentence, why
    assert lost.decision == decision
    assert decision.article in sentence or decision.claim in sentence


def test_what_is_not_lost_is_not_told() -> None:
    decisions = [
        make_decision(),
        make_decision("rejected", text="Rain fell.", start=32),
        make_decision("added", text="Rain fell.", start=32),
        make_decision("confirmed", text="Rain fell.", start=32),
        make_decision(article="gone", on=UNTIL + timedelta(days=1)),
    ]
    shown = {"wire-1": make_article(f"{TEXT} Rain fell.")}
    assert find_lost_decisions([make_quote()], decisions, UNTIL, shown, CLAIMS) == ()


DATES = [
    ("2031-05-10", date(2031, 5, 10), date(2031, 5, 10), "day", False),
    ("2031-02", date(2031, 2, 1), date(2031, 2, 28), "month", False),
    ("2031-05-10/2031-05-12", date(2031, 5, 10), date(2031, 5, 12), "day", False),
    ("2031-04/2031-05", date(2031, 4, 1), date(2031, 5, 31), "month", False),
    ("2031-05-10/..", date(2031, 5, 10), date(2031, 5, 10), "day", True),
]


@pytest.mark.parametrize(("text", "first", "last", "precision", "not_before"), DATES)
def test_dates_that_people_set(text: str, first: date, last: date, precision: str, not_before: bool) -> None:
    stated = StatedDate(first, last, precision, not_before)  # type: ignore[arg-type]
    assert parse_stated_date(text) == stated
    assert write_stated_date(stated) == text


@pytest.mark.parametrize(
    "text", ["2031", "2031-13", "2031-02-30", "10-05-2031", "2031-05-12/2031-05-10", "../2031-05"]
)
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(InputError):
        parse_stated_date(text)


def test_an_unknown_date_can_be_set() -> None:
    assert parse_stated_date(" ") is None
    assert write_stated_date(None) == ""


def test_the_same_decision_twice_is_taken_back_at_once() -> None:
    decisions = [make_decision(), make_decision(on=AS_OF + timedelta(days=1)), make_decision("withdrawn")]
    (shown,) = _apply([make_quote()], [*decisions[:2], replace(decisions[2], on=UNTIL)])
    assert not shown.decision
