"""What was issued is logged; what no longer holds is found, and corrected."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from briefing_days import MADE

from claimdesk.briefing.card import ShapeName
from claimdesk.briefing.circulation import find_circulating, withdraw
from claimdesk.briefing.correction import Correction, outline_correction, render_correction, render_data
from claimdesk.briefing.export import FormName, Order, render_export, tell_issue
from claimdesk.briefing.issued import Issue, Issued, load_issued, log_issue
from claimdesk.briefing.outline import say_left_out
from claimdesk.briefing.typesetting import measure
from claimdesk.cli.brief import FORMATS
from claimdesk.errors import UsageError
from claimdesk.model import ClaimReport, Report, Verdict

FORMS: tuple[FormName, ...] = get_args(FormName)
SHAPES: tuple[ShapeName, ...] = get_args(ShapeName)


def test_the_command_line_knows_every_form() -> None:
    assert FORMATS == FORMS


def _issue(report: Report, recipient: str = "") -> tuple[Report, Issue]:
    """A card of the second claim, as issued."""
    one = replace(report, claims=report.claims[1:2])
    order = Order("pdf", MADE)
    return one, tell_issue(one, order, render_export(one, order), recipient)


def test_every_form_is_made_and_logged(report: Report, tmp_path: Path) -> None:
    one = replace(report, claims=report.claims[1:2])
    for form in FORMS:
        order = Order(form, MADE)
        export = render_export(one, order)
        assert export.data
        assert export == render_export(one, order)
        log_issue(tmp_path / "issued.jsonl", tell_issue(one, order, export, "morning desk"))
    found = load_issued(tmp_path / "issued.jsonl")
    assert [issue.form for issue in found.issues] == list(FORMS)
    assert found.problems == ()
    words = (tmp_path / "issued.jsonl").read_text(encoding="utf-8")
    assert not any(quote.text in words for quote in one.claims[0].quotes)


@pytest.mark.parametrize("form", ["csv", "json", "claimreview"])
def test_data_leaves_out_what_nobody_reviewed_where_that_is_wanted(report: Report, form: FormName) -> None:
    one = replace(report, claims=report.claims[1:2])
    (entry,) = one.claims
    first = replace(entry.quotes[0], decision="confirmed")
    one = replace(one, claims=(replace(entry, quotes=(first, *entry.quotes[1:])),))
    everything, reviewed = (
        render_export(one, Order(form, MADE, unreviewed=unreviewed)) for unreviewed in (True, False)
    )
    assert len(everything.claims[0].quotes) > 1
    assert [(quote.article, quote.start) for quote in reviewed.claims[0].quotes] == [
        (first.article, first.start)
    ]
    if form != "claimreview":
        left = [quote.text in reviewed.data.decode() for quote in entry.quotes]
        assert left == [True, *(False for _ in entry.quotes[1:])]
    if form == "json":
        said = say_left_out(len(entry.quotes) - 1, "en")
        assert [said in json.loads(one.data)["problems"] for one in (everything, reviewed)] == [False, True]


def test_a_log_gives_back_what_was_put_in(report: Report, tmp_path: Path) -> None:
    _, issue = _issue(report, "morning desk")
    log_issue(tmp_path / "issued.jsonl", issue)
    assert load_issued(tmp_path / "issued.jsonl").issues == (replace(issue, line=1),)


def test_an_altered_log_says_so(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "issued.jsonl"
    for recipient in ("one", "two"):
        log_issue(path, _issue(report, recipient)[1])
    path.write_bytes(path.read_bytes().replace(b'"one"', b'"six"'))
    found = load_issued(path)
    assert [issue.recipient for issue in found.issues] == ["two"]
    assert found.problems


def _height_over(correction: Correction, shape: ShapeName) -> float:
    """How many points of a correction card find no room on it; below 0 where there is more."""
    over: float = measure("correction.typ", render_data(correction, shape, "light"), MADE)["over"]
    return over


def _reject(entry: ClaimReport) -> ClaimReport:
    return replace(entry, quotes=tuple(replace(quote, decision="rejected") for quote in entry.quotes))


def _turn(entry: ClaimReport) -> ClaimReport:
    return replace(entry, quotes=tuple(replace(quote, stance="mentions") for quote in entry.quotes))


def _contest(entry: ClaimReport) -> ClaimReport:
    return replace(entry, assessment=replace(entry.assessment, status="contested"))


def _judge(entry: ClaimReport) -> ClaimReport:
    verdict = Verdict("contested", "low", "Two counts.", "editor-1", MADE)
    return replace(entry, claim=replace(entry.claim, verdict=verdict))


CHANGES: list[tuple[Callable[[ClaimReport], ClaimReport], str, str]] = [
    (lambda entry: entry, "", "nothing changed"),
    (_contest, "Corroborated, now contested.", "another status"),
    (_judge, "The verdict is now: contested.", "a verdict"),
    (_reject, "A quote that was shown has been rejected: ", "a rejected quote"),
    (_turn, "A quote that was shown now mentions: ", "a quote on no side any more"),
    (lambda entry: replace(entry, quotes=()), "A quote that was shown is no longer found: ", "a lost quote"),
]


def test_of_words_that_stand_twice_the_ones_that_were_shown_count(report: Report) -> None:
    one, issue = _issue(report)
    entry = one.claims[0]
    quotes = tuple(replace(quote, start=quote.start + 5000, end=quote.end + 5000) for quote in entry.quotes)
    again = replace(entry, quotes=(*quotes, *_reject(entry).quotes))
    (found,) = find_circulating(Issued((issue,)), replace(one, claims=(again,)), "en")
    assert any("has been rejected" in said for said in found.why)
    again = replace(entry, quotes=(*_reject(replace(entry, quotes=quotes)).quotes, *entry.quotes))
    (found,) = find_circulating(Issued((issue,)), replace(one, claims=(again,)), "en")
    assert found.why == ()


@pytest.mark.parametrize(("change", "said", "note"), CHANGES, ids=[row[-1] for row in CHANGES])
def test_what_no_longer_holds_is_found(
    report: Report, change: Callable[[ClaimReport], ClaimReport], said: str, note: str
) -> None:
    one, issue = _issue(report)
    (found,) = find_circulating(Issued((issue,)), replace(one, claims=(change(one.claims[0]),)), "en")
    assert bool(found.why) == bool(said), note
    assert said in " ".join(found.why)
    if found.why:
        for language in ("en", "id"):
            correction = outline_correction(found, one, language, MADE)
            for shape in SHAPES:
                assert _height_over(correction, shape) <= 0
        assert render_correction(correction, "png", "landscape", "light", MADE).startswith(b"\x89PNG")


def test_only_the_newest_for_each_recipient_circulates(report: Report) -> None:
    one, issue = _issue(report, "morning desk")
    old = replace(issue, claims=(replace(issue.claims[0], status="contested"),), line=1)
    other = replace(old, recipient="evening desk", line=2)
    found = find_circulating(Issued((old, other, replace(issue, line=3))), one, "en")
    assert [(one.issue.recipient, bool(one.why)) for one in found] == [
        ("evening desk", True),
        ("morning desk", False),
    ]


def test_a_past_view_is_compared_with_what_was_issued_up_to_its_day(report: Report) -> None:
    one, issue = _issue(report)
    (before, after) = (replace(issue, until=one.until + timedelta(days)) for days in (-1, 1))
    stale = replace(issue.claims[0], status="contested")
    assert find_circulating(Issued((replace(after, claims=(stale,)),)), one, "en") == ()
    (found,) = find_circulating(Issued((before, replace(after, claims=(stale,)))), one, "en")
    assert (found.issue, found.why) == (before, ())


def test_a_claim_that_is_gone_is_withdrawn(report: Report) -> None:
    _, issue = _issue(report)
    (found,) = find_circulating(Issued((issue,)), replace(report, claims=()), "en")
    correction = outline_correction(found, report, "en", MADE)
    assert correction.now.status_word == "Withdrawn"
    assert _height_over(correction, "landscape") <= 0


def test_no_claim_and_too_many_are_said(report: Report) -> None:
    with pytest.raises(UsageError, match="No claim is chosen"):
        render_export(replace(report, claims=()), Order("png", MADE))
    with pytest.raises(UsageError, match="tells of one claim"):
        render_export(report, Order("png", MADE))


def test_a_claim_that_is_gone_is_corrected_once(report: Report) -> None:
    one, issue = _issue(report)
    gone = replace(one, claims=())
    (found,) = find_circulating(Issued((issue,)), gone, "en")
    assert found.why == ("The claim is no longer in the registry.",)
    correction = replace(issue, claims=(withdraw(found.told),), corrects=1, line=2)
    corrected = Issued((replace(issue, line=1), correction))
    assert [found.why for found in find_circulating(corrected, gone, "en")] == [()]
    (found,) = find_circulating(corrected, one, "en")
    assert found.why[0] == "No evidence, now corroborated."
