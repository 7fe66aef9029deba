"""What a change may ask for is read while a claim's form stands open, and stays while there is room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimdesk import desk
from claimdesk.model import Article, Claim, Phrase, Registry, Report
from claimdesk.preview import OpenedLibrary, Preview, library, open_library

UNTIL = date(2031, 1, 1)
CLAIM = Claim(
    "bridge",
    "Jembatan Karsa roboh.",
    (Phrase("jembatan Karsa roboh", "supports"), Phrase("jembatan Karsa masih utuh", "contradicts")),
)
BODIES = ["Warga tenang.\nJembatan Karsa roboh.", "Jembatan Karsa masih utuh.", "Beras naik.\nHujan turun."]
REGISTRY = Registry("Test", (CLAIM,))


@pytest.fixture
def report() -> Report:
    articles = [Article(f"n{at}", "", "Warta", body, language="id") for at, body in enumerate(BODIES)]
    return desk.check(REGISTRY, articles, until=UNTIL)


def _edit(phrase: str) -> Registry:
    return replace(
        REGISTRY, claims=(replace(CLAIM, phrases=(Phrase(phrase, "supports"), *CLAIM.phrases[1:])),)
    )


def _show(opened: OpenedLibrary, report: Report, shown: Registry) -> Preview:
    preview = Preview(opened, report, shown, uses=shown.claims)
    assert preview.advance(600)
    return preview


def test_after_a_form_was_opened_a_change_opens_no_article(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_library(report.articles)
    assert not _show(opened, report, REGISTRY).claims
    assert [*opened.ready.values()] == [frozenset({0, 1})]

    def refuse(*_: object) -> None:
        pytest.fail("it was read ahead")

    monkeypatch.setattr(library, "open_article", refuse)
    changed = _edit("jembatan Karsa sudah roboh")
    entry = _show(opened, report, changed).build_report().claim("bridge")
    assert entry is not None
    anew = desk.check(changed, [one.article for one in report.articles], until=UNTIL).claim("bridge")
    assert anew is not None
    assert (entry.quotes, entry.assessment) == (anew.quotes, anew.assessment)


def test_who_types_at_once_is_told_what_every_phrase_does() -> None:
    rice = Phrase("beras naik", "contradicts")
    before = replace(REGISTRY, claims=(replace(CLAIM, phrases=(CLAIM.phrases[0], rice)),))
    articles = [Article(f"n{at}", "", "Warta", body, language="id") for at, body in enumerate(BODIES)]
    report = desk.check(before, articles, until=UNTIL)
    claim = replace(CLAIM, phrases=(Phrase("gempa bumi", "supports"), rice))
    changed = replace(REGISTRY, claims=(claim,))
    uses = _show(open_library(report.articles), report, changed).use_of(claim)
    assert [use and use.hits for use in uses] == [0, 1]


def test_what_there_is_no_room_for_is_closed_and_read_again(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_MOST_READ", 8)
    opened = open_library(report.articles)
    _show(opened, report, REGISTRY)
    assert opened.ready
    opened.note_read(2, range(8))
    assert not opened.ready
    entry = _show(opened, report, _edit("jembatan Karsa ambruk")).build_report().claim("bridge")
    assert entry is not None
    assert {(one.article, one.stance) for one in entry.quotes} == {("n0", "supports"), ("n1", "contradicts")}


def test_a_claim_that_meets_too_much_is_not_read_ahead(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_MOST_READ", 4)
    opened = open_library(report.articles)
    assert not opened.may_keep(2)
    _show(opened, report, REGISTRY)
    assert not opened.ready


def test_a_report_of_a_change_names_the_articles_that_matter(report: Report) -> None:
    copy = replace(report.articles[2].article, id="n3", copy_of="n2")
    first = replace(report.articles[2].article, id="n4", published=date(2020, 1, 1))
    articles = [*(one.article for one in report.articles), copy, first]
    whole = desk.check(REGISTRY, articles, until=UNTIL)
    after = _show(open_library(whole.articles), whole, _edit("jembatan Karsa sudah roboh")).build_report()
    assert [one.article.id for one in after.articles] == ["n0", "n1", "n2", "n3", "n4"]
    apart = open_library([*whole.articles[:3], whole.articles[4]])
    shown = _show(apart, replace(whole, articles=apart.entries), _edit("jembatan Karsa sudah roboh"))
    assert [one.article.id for one in shown.build_report().articles] == ["n0", "n1", "n4"]
