"""Two reports compared: claims by id, quotes by place, or by words where an article was revised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from desk_cases import make_article, make_claim, make_registry
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk import check
from claimdesk.changes import compare_reports
from claimdesk.model import Article, Claim, Decision, Registry, Report, ReportChanges, Verdict

SENT = make_claim("sent", ["Zandia sent troops to Lorvania"], statement="Zandia has sent troops.")
FED = make_claim("fed", ["Palang Hijau fed the refugees"], statement="The refugees are fed.")
TALKS = make_claim("talks", ["Lorvania opened talks"], statement="Talks have begun.")
BODY = (
    "Zandia sent troops to Lorvania, General Orsk said.\n\n"
    "Lorvania denied that Zandia sent troops to Lorvania.\n\nPalang Hijau fed the refugees.\n"
)


def article(body: str = BODY, name: str = "one") -> Article:
    """An article of that text."""
    return replace(make_article(body), id=name, body_sha256=f"hash of {body}")


def report(*claims: Claim, articles: tuple[Article, ...] = (article(),), **values: Any) -> Report:
    """The report on those claims."""
    return check(make_registry(*claims), articles, until=date(2031, 6, 1), **values)


def told(changes: ReportChanges) -> list[tuple[str, str, list[str], list[str]]]:
    """Each claim with its fate, fields and quotes."""
    return [
        (
            one.id,
            one.fate,
            [field.name for field in one.fields],
            [f"{quote.fate} {quote.quote.text.split()[0]}" for quote in one.quotes],
        )
        for one in changes.claims
    ]


def test_a_report_and_itself_differ_in_nothing() -> None:
    assert compare_reports(report(SENT, FED), report(SENT, FED)) == ReportChanges(compared=2)


OTHER_WORDS = replace(SENT, phrases=FED.phrases)
ONE_STANDS = ["status", "confidence"]
CASES: list[tuple[tuple[Claim, ...], tuple[Claim, ...], list[Any], str]] = [
    ((SENT, FED), (FED, SENT), [], "order says nothing"),
    ((SENT,), (replace(SENT, line=40),), [], "nor does the line in the file"),
    ((SENT, TALKS), (SENT,), [("talks", "removed", [*ONE_STANDS, "basis"], [])], "a claim less"),
    ((TALKS,), (TALKS, FED), [("fed", "added", [*ONE_STANDS, "basis"], ["gained Palang"])], "a claim more"),
    ((SENT,), (replace(SENT, id="troops"),), [("troops", "renamed", [], [])], "a new id"),
    ((SENT,), (replace(SENT, id="troops", statement="Troops are there."),),
     [("troops", "renamed", [], [])], "a new id and statement, the same phrases"),
    ((SENT, FED), (replace(SENT, id="a"), replace(SENT, id="b"), FED),
     [("a", "added", [*ONE_STANDS, "basis"], ["gained Zandia", "gained Lorvania"]),
      ("b", "added", [*ONE_STANDS, "basis"], ["gained Zandia", "gained Lorvania"]),
      ("sent", "removed", [*ONE_STANDS, "basis"], ["lost Zandia", "lost Lorvania"])],
     "two with its statement: which one it became is not clear"),
    ((SENT,), (OTHER_WORDS,),
     [("sent", "kept", ONE_STANDS, ["gained Palang", "lost Zandia", "lost Lorvania"])], "other phrases"),
    ((SENT,), (replace(SENT, verdict=Verdict("contested", rationale="Both.")),),
     [("sent", "kept", ["verdict.status", "verdict.rationale"], [])], "a verdict"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted", "note"), CASES, ids=[row[-1] for row in CASES])
def test_claims(old: tuple[Claim, ...], new: tuple[Claim, ...], wanted: list[Any], note: str) -> None:
    assert told(compare_reports(report(*old), report(*new))) == wanted, note


def test_a_standing_before_and_after() -> None:
    (change,) = compare_reports(report(SENT), report(OTHER_WORDS)).claims
    status = change.field("status")
    assert status is not None
    assert (status.before, status.after) == ("contested", "single source")
    assert change.field("basis") is None
    assert change.edited == ("supports",)
    assert [one.quote.text for one in change.quotes_by("gained")] == ["Palang Hijau fed the refugees."]


def test_what_a_claim_says_of_itself() -> None:
    (change,) = compare_reports(report(SENT), report(replace(SENT, notes="n", window_days=5))).claims
    assert change.edited == ("window_days", "notes")


def test_a_quote_that_a_person_corrected_changed() -> None:
    quote = report(SENT).claims[0].quotes[0]
    decision = Decision(
        "sent", "one", quote.start, quote.end, quote.text, "corrected", date(2031, 5, 11), "me",
        corrections=(("stance", "mentions"),),
    )  # fmt: skip
    (change,) = compare_reports(report(SENT), report(SENT, decisions=[decision])).claims
    (found,) = change.quotes
    assert found.fate == "changed"
    assert {(one.name, one.before, one.after) for one in found.fields} == {
        ("stance", quote.stance, "mentions"),
        ("decision", None, "corrected"),
    }


# What is done to the text of the article, and what becomes of the claim's quotes.
REVISED = [
    (f"An editor's note.\n\n{BODY}", [], "all moved on"),
    (BODY.replace("sent troops to Lorvania, General", "sent many troops to Lorvania, General"),
     ["gained Zandia", "lost Zandia"], "one was reworded"),
    (BODY.replace("Lorvania denied that", "It is said that"), ["gained It", "lost Lorvania"], "one turned"),
    (BODY.split("\n", maxsplit=1)[0] + "\n\n" + BODY, ["gained Zandia"], "one stands there twice"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "quotes", "note"), REVISED, ids=[row[-1] for row in REVISED])
def test_a_revised_article(body: str, quotes: list[str], note: str) -> None:
    changes = compare_reports(report(SENT), report(SENT, articles=(article(body),)))
    assert changes.revised == ("one",)
    assert [one[-1] for one in told(changes)] == ([quotes] if quotes else []), note


def test_articles_that_come_go_and_move() -> None:
    rain = "It rained in Lorvania.\n"
    old = report(SENT, articles=(article(), article(rain, "rain")))
    new = report(SENT, articles=(article(name="zandia"), article(rain + rain, "more rain")))
    changes = compare_reports(old, new)
    assert (changes.added, changes.removed, changes.moved) == (
        ("more rain",),
        ("rain",),
        (("one", "zandia"),),
    )
    assert changes.claims == (), "the same text under another name changes no quote"


def test_some_claims_only() -> None:
    whole, one = report(SENT, FED, TALKS), report(OTHER_WORDS)
    changes = compare_reports(whole, one, claims=["sent"])
    assert (changes.compared, [change.id for change in changes.claims]) == (1, ["sent"])
    assert changes.claims == compare_reports(report(SENT), one).claims


def test_a_claim_is_found_by_either_id() -> None:
    changes = compare_reports(report(SENT), report(replace(SENT, id="troops")))
    assert changes.claim("sent") is changes.claim("troops") is changes.claims[0]
    assert changes.claim("fed") is None


@settings(max_examples=25)
@given(st.permutations([SENT, FED, TALKS]), st.integers(0, 3), st.integers(0, 3))
def test_backwards_is_the_mirror_image(order: list[Claim], kept: int, others: int) -> None:
    old, new = report(*order[:kept]), report(*order[3 - others :])
    there, back = compare_reports(old, new), compare_reports(new, old)
    mirrored = {"added": "removed", "removed": "added", "kept": "kept", "renamed": "renamed"}
    assert {(one.id, mirrored[one.fate], len(one.quotes)) for one in there.claims} == {
        (one.id, one.fate, len(one.quotes)) for one in back.claims
    }


def test_registries_of_different_sources_differ_where_origins_do() -> None:
    old = report(SENT)
    bare = Registry("Test", (SENT,), (), ())
    new = check(bare, [article()], until=date(2031, 6, 1))
    (change,) = compare_reports(old, new).claims
    assert any(field.name == "origin" for one in change.quotes for field in one.fields)
