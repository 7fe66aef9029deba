"""The second person's word: where it is asked for, a verdict by one person is a proposal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from evidence.builders import AS_OF, make_claim

from claimdesk.errors import InputError
from claimdesk.logs.chain import append_entry
from claimdesk.model import Claim, Registry, Verdict
from claimdesk.store.reviews import load_reviews
from claimdesk.store.seconds import Rule, append_rule, append_second, hold_verdicts

VERDICT = Verdict("contested", "low", "Two counts, neither final.", "editor-1", AS_OF)
CLAIM = make_claim(verdict=VERDICT)
NEXT = AS_OF + timedelta(days=1)
ASKED, NOT_ASKED = Rule(True, AS_OF, "editor-1"), Rule(False, NEXT)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reviews.jsonl"


def _held(file: Path, claim: Claim = CLAIM, until: date = NEXT) -> Verdict | None:
    reviews = load_reviews(file)
    assert reviews.problems == ()
    (held,) = hold_verdicts(Registry("", (claim,)), reviews.rules, reviews.seconds, until).claims
    return held.verdict


def test_nothing_is_asked_for_at_first(file: Path) -> None:
    assert _held(file) == VERDICT


def test_a_verdict_waits_for_a_second_word_and_gets_it(file: Path) -> None:
    append_rule(file, ASKED)
    assert _held(file) == replace(VERDICT, proposed=True)
    append_second(file, CLAIM, "editor-2", NEXT)
    assert _held(file) == replace(VERDICT, seconded_by="editor-2")
    assert _held(file, until=AS_OF) == replace(VERDICT, proposed=True)
    assert _held(file, until=AS_OF - timedelta(days=1)) == VERDICT


def test_the_rule_can_be_lifted(file: Path) -> None:
    append_rule(file, ASKED)
    append_rule(file, NOT_ASKED)
    assert _held(file) == VERDICT


CHANGES = [
    replace(VERDICT, status="contradicted"),
    replace(VERDICT, confidence=None),
    replace(VERDICT, rationale="Three counts."),
    replace(VERDICT, on=NEXT),
]


@pytest.mark.parametrize("changed", CHANGES)
def test_a_verdict_that_was_changed_needs_a_new_word(file: Path, changed: Verdict) -> None:
    append_rule(file, ASKED)
    append_second(file, CLAIM, "editor-2", NEXT)
    assert _held(file, replace(CLAIM, verdict=changed)) == replace(changed, proposed=True)


@pytest.mark.parametrize(
    ("by", "said"), [("", "Give your name"), (" ", "Give your name"), ("Editor-1 ", "another")]
)
def test_whose_word_does_not_count(file: Path, by: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        append_second(file, CLAIM, by, NEXT)
    with pytest.raises(InputError, match="no verdict"):
        append_second(file, make_claim(), "editor-2", NEXT)
    assert not file.exists()


def test_nobody_is_the_second_person_on_a_verdict_that_nobody_gave(file: Path) -> None:
    nameless = replace(VERDICT, by="")
    with pytest.raises(InputError, match="does not say who gave it"):
        append_second(file, replace(CLAIM, verdict=nameless), "editor-2", NEXT)
    append_rule(file, ASKED)
    written = {"status": "contested", "confidence": "low", "rationale": VERDICT.rationale, "on": str(AS_OF)}
    word = {"claim": CLAIM.id, "verdict": written, "by": "editor-2", "on": str(NEXT)}
    append_entry(file, {"kind": "seconded", **word})
    assert _held(file, replace(CLAIM, verdict=nameless)) == replace(nameless, proposed=True)


def test_a_claim_without_a_verdict_stays_without(file: Path) -> None:
    append_rule(file, ASKED)
    assert _held(file, make_claim()) is None


WRONG = [
    ({"kind": "rule", "second_person": "yes", "on": "2031-05-10"}, "second_person is 'yes'"),
    ({"kind": "rule", "second_person": True}, "on is None"),
    ({"kind": "seconded", "claim": "c", "verdict": {}, "on": "2031-05-10"}, "who confirmed"),
    ({"kind": "seconded", "claim": "c", "verdict": [], "by": "x", "on": "2031-05-10"}, "which verdict"),
    ({"kind": "seconded", "claim": "c", "verdict": {}, "by": "x", "on": "soon"}, "on is 'soon'"),
]


@pytest.mark.parametrize(("entry", "said"), WRONG)
def test_what_is_no_word_is_left_out_and_said(file: Path, entry: dict[str, object], said: str) -> None:
    append_entry(file, entry)
    found = load_reviews(file)
    assert (found.rules, found.seconds) == ((), ())
    assert f"{file}:1: " in found.problems[0]
    assert said in found.problems[0]
