"""Every page, in both languages, with and without what an address can ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from page_text import RunPage, read_page
from sample_report import QUOTES, ROWS, build_report

PAGES = ("dashboard.py", "pages/1_Claim.py", "pages/2_Articles.py", "pages/5_Method.py")


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("script", PAGES)
def test_every_page_opens_in_every_language(run_page: RunPage, script: str, language: str) -> None:
    at = run_page(script, lang=language)
    assert "Claimdesk" in read_page(at)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_claim_opens_with_all_its_quotes_verbatim(run_page: RunPage, row: object) -> None:
    at = run_page("pages/1_Claim.py", id=row.id)  # type: ignore[attr-defined]
    at.session_state["fold-mentions"] = True
    said = read_page(at.run())
    assert row.statement in said  # type: ignore[attr-defined]
    for quote in QUOTES:
        if quote.claim == row.id:  # type: ignore[attr-defined]
            assert quote.text in said


@pytest.mark.parametrize("article", ["warta-3", "lembah-4", "ledger-5", "sungai", "warta-9"])
def test_the_reader_shows_the_whole_body(run_page: RunPage, article: str) -> None:
    said = read_page(run_page("pages/2_Articles.py", id=article))
    entry = build_report().article(article)
    assert entry is not None
    for passage in entry.passages:
        assert passage.span.of(entry.article.body) in said


def test_the_lede_counts_what_needs_a_person(run_page: RunPage) -> None:
    said = read_page(run_page())
    assert "3 of 12 claims are contested." in said
    assert "5 changed since the verdict or in the last week of evidence," in said
    assert "and 12 quotes wait for you." in said


# page, parameters, what it must say
UNKNOWN = (
    ("pages/1_Claim.py", {"id": "deaths-12"}, "There is no claim “deaths-12”."),
    ("pages/2_Articles.py", {"id": "warta"}, "There is no article “warta”."),
    ("dashboard.py", {"lang": "fr"}, "There is no language “fr” here."),
    ("dashboard.py", {"until": "2021-02-30"}, "“2021-02-30” is not a day"),
    ("dashboard.py", {"until": "9999-01-01"}, "“9999-01-01” is not a day"),
    ("dashboard.py", {"status": "no such", "topic": "x", "sort": "y", "page": "-3"}, "12 claims"),
    ("pages/2_Articles.py", {"id": "warta-3", "claim": "none", "at": "x", "only": "1"}, "Warta Arun"),
)


@pytest.mark.parametrize(("script", "parameters", "said"), UNKNOWN)
def test_an_address_that_asks_for_the_unknown_is_answered(
    run_page: RunPage, script: str, parameters: dict[str, str], said: str
) -> None:
    at = run_page(script, **parameters)
    assert said in read_page(at)


def test_an_unknown_claim_offers_near_ones_and_the_way_back(run_page: RunPage) -> None:
    at = run_page("pages/1_Claim.py", id="deaths-12")
    labels = [link.proto.label for link in at.get("page_link")]
    assert r"Open deaths\-120" in labels
    assert "All claims" in labels


def test_links_keep_language_day_and_view(run_page: RunPage) -> None:
    at = run_page("dashboard.py", lang="id", until="2021-03-10", view="clean")
    for link in at.sidebar.get("page_link"):
        assert set(link.proto.query_string.split("&")) >= {"lang=id", "until=2021-03-10", "view=clean"}


def test_a_past_day_says_so_and_leads_back(run_page: RunPage) -> None:
    report = replace(build_report(), hidden=3)
    at = run_page("dashboard.py", report, until="2021-03-10")
    assert "You see the desk as it was known on 10 Mar 2021. 3 later articles are hidden." in read_page(at)
    back = next(link for link in at.get("page_link") if link.proto.label == "Back to today")
    assert "until" not in back.proto.query_string


def test_filters_come_from_the_address_and_go_into_it(run_page: RunPage) -> None:
    at = run_page("dashboard.py", status="contested", topic="Dam")
    assert "The Arun dam was opened without a warning." in read_page(at)
    at.selectbox(key="topic").set_value("Displaced").run()
    assert at.query_params["topic"] == "Displaced"
    at.text_input(key="q").set_value("nothing like it").run()
    assert "None of the 12 claims passes all filters." in read_page(at)


def test_controls_write_the_address(run_page: RunPage) -> None:
    at = run_page()
    at.sidebar.date_input(key="until").set_value(date(2021, 3, 5)).run()
    assert at.query_params["until"] == "2021-03-05"
    at.sidebar.toggle(key="view").set_value(True).run()
    assert at.query_params["view"] == "clean"
    assert not at.exception


def test_a_claim_without_evidence_says_what_that_does_not_mean(run_page: RunPage) -> None:
    said = read_page(run_page("pages/1_Claim.py", id="second-dam"))
    assert "No passage in 5 articles bears on this claim." in said
    assert "not a finding that the claim is false" in said


def test_where_passages_are_added_a_claim_without_evidence_says_that_near_ones_are_offered(
    run_page: RunPage,
) -> None:
    offered = "What comes near is offered below"
    today = replace(build_report(), until=date.today())
    assert offered in read_page(run_page("pages/1_Claim.py", today, id="second-dam"))
    past = read_page(run_page("pages/1_Claim.py", id="second-dam"))
    assert offered not in past
    assert "bears on this claim." in past


def test_a_desk_without_claims_or_articles_is_calm(run_page: RunPage) -> None:
    empty = replace(build_report(rows=(), quotes=()), articles=())
    for script in PAGES:
        run_page(script, empty)
    assert "The registry holds no claim yet." in read_page(run_page("dashboard.py", empty))


def test_a_thousand_claims_come_fifty_a_page(run_page: RunPage) -> None:
    many = tuple(replace(ROWS[number % 12], id=f"claim-{number}") for number in range(1000))
    report = build_report(rows=many)
    at = run_page("dashboard.py", report, page="20", sort="registry")
    said = read_page(at)
    assert "Page 20 of 20, 1,000 rows" in said
    assert at.button(key="act-next").disabled
    at.button(key="act-previous").click().run()
    assert at.query_params["page"] == "19"


def test_a_filter_that_fits_no_claim_says_so(run_page: RunPage) -> None:
    rows = tuple(row for row in ROWS if row.status != "contested")
    at = run_page("dashboard.py", build_report(rows=rows), status="contested", key="x", page="1")
    assert "No claim is contested." in read_page(at)
    back = next(link for link in at.get("page_link") if link.proto.label == "Correct the address")
    assert "status" not in back.proto.query_string
