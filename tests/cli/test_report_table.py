"""The report as a table: what stands where, in both languages and in narrow terminals."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest
from evidence.builders import AS_OF, make_article, make_claim, make_origin, make_quote, make_report

from claimdesk.cli.table import SIGNS, TILES, render_table
from claimdesk.cli.terminal import measure
from claimdesk.evidence.assessment import assess_claim
from claimdesk.model import ClaimReport, Passage, Quote, Reason, Report, Span, Stance, StatusName, Verdict

FOR = "Three hundred people have died."
AGAINST = "The mayor counts 64 dead."

WHOLE = """\
Floods
Evidence read to 9 Jun 2031 · 1 article · 1 claim · 2 later articles are hidden.

[ → ] superseded · low confidence · suggested, not reviewed
      At least 300 people died in the flood.
      flood-dead · As of 10 May 2031

      Nothing dates it.

    + Three hundred people have died.
      A and B · Wire · 10 May 2031 · hedged

    − The mayor counts 64 dead.
      Mayor · Wire · 30 May 2031 · later

    · 1 passage bears on it and speaks neither for nor against it.
"""


def _report(*quotes: Quote, body: str = FOR, **values: object) -> Report:
    claim = make_claim(**values)
    found = assess_claim(claim, quotes, AS_OF + timedelta(days=30))
    return make_report([ClaimReport(claim, found, quotes)], [make_article(body)])


def test_each_status_and_stance_has_a_sign_of_its_own() -> None:
    assert set(TILES) == set(get_args(StatusName))
    assert len(set(TILES.values())) == len(TILES)
    assert {measure(tile) for tile in TILES.values()} == {5}
    assert set(SIGNS) == set(get_args(Stance))


def test_a_claim_as_a_whole() -> None:
    quotes = (
        make_quote("A", also=(make_origin("B"),), hedged=True),
        make_quote("Mayor", "contradicts", text=AGAINST, timing="later", start=32),
        make_quote("C", "mentions"),
    )
    report = _report(*quotes, body=f"{FOR} {AGAINST}")
    entry = report.claims[0]
    found = replace(entry.assessment, status="superseded", confidence="low", reasons=(Reason.of("undated"),))
    report = replace(report, claims=(replace(entry, assessment=found),), hidden=2)
    assert render_table(report, "en", 100) == WHOLE


def test_the_verdict_stands_above_the_reasons() -> None:
    verdict = Verdict("contested", "low", "Two counts.", "editor-1", AS_OF)
    lines = render_table(_report(make_quote(), verdict=verdict), "en", 100).splitlines()
    at = lines.index("      10 May 2031: editor-1 judged “contested”. Two counts.")
    assert lines[at - 1] == ""
    assert "supports it" in lines[at + 1]


def test_what_a_quote_points_back_to_stands_in_brackets() -> None:
    body = "Hundreds are said to be dead. The mayor denied that."
    quote = make_quote("Mayor", "contradicts", text=body[30:], start=30, context=(Span(0, 8),), passage=1)
    report = _report(quote, body=body)
    passages = (Passage(0, 0, 29, 0), Passage(1, 30, len(body), 0))
    report = replace(report, articles=(replace(report.articles[0], passages=passages),))
    assert "    − [Hundreds are said to be dead.] The mayor denied that.\n" in render_table(report, "en", 100)


def test_rejected_quotes_are_not_shown() -> None:
    table = render_table(_report(make_quote(decision="rejected")), "en", 100)
    assert FOR not in table


@pytest.mark.parametrize("width", [40, 57, 72, 100])
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    long = "김정은 " * 30 + "x" * 200 + "\u202e\x1b[2J"
    one = _report(
        make_quote(text=long), body=long, id="a-claim-with-an-id-of-quite-some-length", statement=long
    )
    report = replace(one, claims=one.claims * 2)
    table = render_table(report, language, width)
    assert max(measure(line) for line in table.splitlines()) <= width
    assert "\u202e" not in table
    assert "\x1b" not in table


def test_two_claims_end_in_an_overview_one_claim_does_not() -> None:
    one = _report(make_quote("A"), make_quote("B"))
    assert "Against" not in render_table(one, "en", 100)
    last = render_table(replace(one, claims=one.claims * 2), "en", 100).splitlines()[-3:]
    assert last[0].split() == ["Claim", "Status", "Confidence", "For", "Against"]
    assert last[1] == last[2] == "[+ +]  flood-dead  corroborated  moderate      2        0"
