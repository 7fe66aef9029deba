"""The Briefing page: the address holds the choice, what is taken is logged, corrections are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from page_text import RunPage, read_page
from sample_report import build_report

from claimdesk import access
from claimdesk.briefing.export import Order, render_export, tell_issue
from claimdesk.briefing.issued import load_issued, log_issue
from claimdesk.errors import AccessError, InputError
from claimdesk.ui.address import parse_address
from claimdesk.ui.briefing_choice import parse_choice
from claimdesk.ui.briefing_files import _correct, _make

PAGE = "pages/4_Briefing.py"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is logged beside the shipped registry."""
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    return tmp_path


CHOICES = [
    ({}, ((), "landscape", "light", "en", True, ()), "nothing chosen"),
    ({"claims": "army,cholera"}, (("army", "cholera"), "landscape", "light", "en", True, ()), "an order"),
    ({"id": "army"}, (("army",), "landscape", "light", "en", True, ()), "a link from a claim"),
    ({"claims": "nope,army,army"}, (("army",), "landscape", "light", "en", True, ("nope",)), "an unknown id"),
    ({"shape": "round", "theme": "red"}, ((), "landscape", "light", "en", True, ()), "no such values"),
    (
        {"shape": "report", "theme": "dark", "words": "id", "unreviewed": "no"},
        ((), "report", "dark", "id", False, ()),
        "everything else",
    ),
]


@pytest.mark.parametrize(("parameters", "expected", "note"), CHOICES, ids=[row[-1] for row in CHOICES])
def test_the_address_holds_the_choice(
    parameters: dict[str, str], expected: tuple[object, ...], note: str
) -> None:
    choice = parse_choice(parse_address(parameters, date(2021, 3, 10)), build_report())
    found = (choice.claims, choice.shape, choice.theme, choice.language, choice.unreviewed, choice.unknown)
    assert found == expected, note
    again = {name: value for name, value in choice.parameters("en").items() if value}
    assert parse_choice(parse_address(again, date(2021, 3, 10)), build_report()).claims == choice.claims


@pytest.mark.parametrize("shape", ["landscape", "report"])
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_page_shows_what_is_chosen(run_page: RunPage, shape: str, language: str) -> None:
    at = run_page(PAGE, claims="deaths-120,dam-opened", shape=shape, lang=language)
    assert at.multiselect[0].value == ["deaths-120", "dam-opened"]
    labels = [button.label for button in at.get("download_button")]
    assert labels.count("PNG") == (2 if shape == "landscape" else 0)
    assert "ClaimReview" in labels


def test_without_a_choice_the_page_says_so(run_page: RunPage) -> None:
    at = run_page(PAGE, claims="nope")
    said = " ".join(str(one.proto.body) for one in at.get("html"))
    assert "There is no claim “nope”." in said
    assert "No claim is chosen yet." in said


def test_a_download_is_logged_and_a_correction_ends_it(run_page: RunPage, elsewhere: Path) -> None:
    report = build_report()
    one = replace(report, claims=report.claims[:1])
    assert _make(one, Order("png", date(2021, 3, 9)), "morning desk")().startswith(b"\x89PNG")
    assert [issue.recipient for issue in load_issued(elsewhere / "issued.jsonl").issues] == ["morning desk"]
    said = " ".join(str(part.proto.body) for part in run_page("dashboard.py").get("html"))
    assert "Cards in circulation" not in said
    entry = one.claims[0]
    changed = replace(entry, assessment=replace(entry.assessment, status="contradicted"))
    later = replace(report, claims=(changed, *report.claims[1:]))
    at = run_page("dashboard.py", later)
    assert "Correction card" in [button.label for button in at.get("download_button")]


def test_a_correction_is_logged_as_one(elsewhere: Path) -> None:
    from claimdesk.briefing.circulation import find_circulating

    report = build_report()
    one = replace(report, claims=report.claims[:1])
    order = Order("png", date(2021, 3, 9))
    path = elsewhere / "issued.jsonl"
    log_issue(path, tell_issue(one, order, render_export(one, order)))
    entry = one.claims[0]
    later = replace(
        one, claims=(replace(entry, assessment=replace(entry.assessment, status="contradicted")),)
    )
    (found,) = find_circulating(load_issued(path), later, "en")
    assert _correct(found, later, "en")().startswith(b"\x89PNG")
    assert [issue.corrects for issue in load_issued(path).issues] == [0, 1]
    (after,) = find_circulating(load_issued(path), later, "en")
    assert not after.why


def test_a_file_that_cannot_be_logged_is_refused_in_our_words(run_page: RunPage, elsewhere: Path) -> None:
    report = build_report()
    one = replace(report, claims=report.claims[:1])
    (elsewhere / "issued.jsonl").mkdir()
    at = run_page(PAGE, claims=one.claims[0].claim.id, lang="id")
    failed = at.session_state["brief-failed"]
    assert "dicatat" not in read_page(at)
    with pytest.raises(InputError) as refused:
        _make(one, Order("png", date(2021, 3, 9)), "")()
    failed.append(refused.value)
    said = read_page(at.run())
    assert not at.exception
    assert str(refused.value) not in said
    assert str(elsewhere / "issued.jsonl") in said
    assert at.multiselect[0].value == [one.claims[0].claim.id]


def test_a_file_is_made_by_who_looks_at_the_page(elsewhere: Path) -> None:
    report = build_report()
    one = replace(report, claims=report.claims[:1])
    (elsewhere / "claimdesk.toml").write_text(
        '[access]\nreviewers = ["maya@desk.example"]\n', encoding="utf-8"
    )
    with access.acting_as(access.Person("maya@desk.example", verified=True)):
        hers = _make(one, Order("png", date(2021, 3, 9)), "")
    anybody = _make(one, Order("png", date(2021, 3, 9)), "")
    assert hers().startswith(b"\x89PNG")
    with pytest.raises(AccessError):
        anybody()
