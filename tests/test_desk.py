"""The whole engine on small texts of our own, and on real ones where they are there."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from desk_cases import at_least, make_article, make_claim, make_registry, read_quotes, stance_in
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimdesk import check, desk, load_articles, load_registry
from claimdesk.messages.phrases import hidden_phrase
from claimdesk.model import Report

SENT = make_registry(
    make_claim(
        "sent",
        ["Zandia mengirim pasukan ke Lorvania", "Zandia sent troops to Lorvania"],
        ["tidak ada pasukan Zandia di Lorvania", "Zandia has no troops in Lorvania"],
        must_mention=[["Zandia"], ["Lorvania"]],
    )
)
COUNT = make_registry(
    make_claim(
        "count",
        ["lebih dari 5.000 tentara Zandia berada di Lorvania", "over 5,000 Zandian soldiers are in Lorvania"],
        quantity=at_least(5000, "tentara", "pasukan", "soldiers", "troops"),
        must_mention=[["Zandia"]],
        statement="At least 5,000 Zandian soldiers are in Lorvania.",
    )
)

PLAIN = [
    ("id", "Zandia telah mengirim pasukan ke Lorvania.", "supports"),
    ("id", "Pasukan Zandia sudah dikirim ke Lorvania, kata Jenderal Orsk.", "supports"),
    ("id", "Zandia membantah telah mengirim pasukan ke Lorvania.", "contradicts"),
    ("id", "Zandia tidak mengirim pasukan ke Lorvania.", "contradicts"),
    ("id", "Zandia akan mengirim pasukan ke Lorvania.", "mentions"),
    ("id", "Zandia berencana mengirim pasukan ke Lorvania.", "mentions"),
    ("id", "Jika Zandia mengirim pasukan ke Lorvania, perang akan meluas.", "mentions"),
    ("id", "Apakah Zandia mengirim pasukan ke Lorvania?", "mentions"),
    ("id", "Pemerintah belum dapat mengonfirmasi apakah Zandia mengirim pasukan ke Lorvania.", "mentions"),
    ("id", "Tidak ada pasukan Zandia di Lorvania.", "contradicts"),
    ("id", "Harga beras di pasar naik lagi pekan ini.", "none"),
    ("en", "Zandia has sent troops to Lorvania.", "supports"),
    ("en", "Zandian troops were sent to Lorvania, General Orsk said.", "supports"),
    ("en", "Zandia denied sending troops to Lorvania.", "contradicts"),
    ("en", "Zandia did not send troops to Lorvania.", "contradicts"),
    ("en", "Zandia will send troops to Lorvania.", "mentions"),
    ("en", "If Zandia sends troops to Lorvania, the war will spread.", "mentions"),
    ("en", "Has Zandia sent troops to Lorvania?", "mentions"),
    ("en", "Zandia has no troops in Lorvania.", "contradicts"),
    ("en", "Zandia sent troops to Belmar, but Zandia did not send troops to Lorvania.", "contradicts"),
    ("en", "Zandia did not send troops to Belmar, but Zandia sent troops to Lorvania.", "supports"),
    (
        "id",
        "Zandia tidak mengirim pasukan ke Belmar, tetapi Zandia mengirim pasukan ke Lorvania.",
        "supports",
    ),
]
FIGURES = [
    ("id", "Setidaknya 6.000 tentara Zandia berada di Lorvania.", "supports"),
    ("id", "Sebanyak tiga ribu tentara Zandia berada di Lorvania.", "contradicts"),
    ("id", "Ribuan tentara Zandia berada di Lorvania.", "mentions"),
    ("id", "Sebanyak 40 tentara Zandia tewas di Lorvania.", "mentions"),
    ("en", "More than 6,000 Zandian soldiers are in Lorvania.", "supports"),
    ("en", "Some 2,000 Zandian troops are in Lorvania.", "contradicts"),
    ("en", "Zandian soldiers are in Lorvania.", "mentions"),
]


@pytest.mark.parametrize(("language", "body", "stance"), PLAIN)
def test_a_plain_claim(language: str, body: str, stance: str) -> None:
    assert stance_in(SENT, body, language) == stance


@pytest.mark.parametrize(("language", "body", "stance"), FIGURES)
def test_a_claim_with_a_quantity(language: str, body: str, stance: str) -> None:
    assert stance_in(COUNT, body, language) == stance


def test_a_denial_that_only_points_back_takes_what_it_denies_from_the_passage_before() -> None:
    body = "Zandia telah mengirim pasukan ke Lorvania.\nNamun kabar itu dibantah oleh Jenderal Orsk."
    first, second = read_quotes(SENT, make_article(body, "id"))
    assert (first.stance, second.stance) == ("supports", "contradicts")
    assert second.context == (first.span,)
    assert second.origin.id == "zandia"


def test_what_a_passage_says_itself_goes_before_what_it_points_back_to() -> None:
    body = (
        "Zandia telah mengirim pasukan ke Lorvania.\n"
        "Kabar itu dibantah Belmar, tetapi Zandia mengirim pasukan ke Lorvania kemarin."
    )
    assert [quote.stance for quote in read_quotes(SENT, make_article(body, "id"))] == ["supports", "supports"]


def test_a_denial_of_something_else_is_no_denial_of_the_claim() -> None:
    body = "Zandia telah mengirim pasukan ke Lorvania.\nHarga gas naik dua kali.\nNamun kabar itu dibantah."
    assert [quote.stance for quote in read_quotes(SENT, make_article(body, "id"))] == ["supports"]


WORDS = st.sampled_from(
    [
        *(
            "Zandia",
            "Lorvania",
            "pasukan",
            "tentara",
            "mengirim",
            "dikirim",
            "tidak",
            "membantah",
            "lebih dari",
        ),
        *("5.000", "6.000", "40", "tewas", "“Kami", "”", "kata", "Jenderal Orsk", "sent", "troops", "denied"),
        *("said", "will", ".", ",", ":", ";", "?", "\n", "\r\n", "\u00a0", "\u200b", "é", "𝄞", "Baca juga:"),
    ]
)


@settings(max_examples=150)
@example("Zandia \u200b 5.000", "id")
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.sampled_from(["id", "en"]))
def test_every_quote_is_a_verbatim_slice_of_its_article(body: str, language: str) -> None:
    registry = make_registry(*SENT.claims, *COUNT.claims)
    for quote in read_quotes(registry, make_article(body, language)):
        assert body[quote.start : quote.end] == quote.text
        assert quote.text.strip()
        for span in (*quote.matched, *(span for _, span in quote.cues)):
            assert quote.span.contains(span)
        for span in quote.context:
            assert span.end <= quote.start
            assert body[span.start : span.end].strip()
        if quote.figure is not None:
            assert quote.span.contains(quote.figure.span)
            assert body[quote.figure.span.start : quote.figure.span.end] == quote.figure.text


def test_a_report_is_the_same_on_every_run_and_whatever_the_order_of_articles() -> None:
    articles = [make_article(body, language) for language, body, _ in PLAIN]
    named = [replace(article, id=f"a{number:02}") for number, article in enumerate(articles)]
    one, other = check(SENT, named, until=date(2031, 6, 1)), check(SENT, named[::-1], until=date(2031, 6, 1))
    assert one.claims[0].quotes == other.claims[0].quotes
    assert one.claims[0].assessment == other.claims[0].assessment


def test_what_is_hidden_without_a_known_day_is_counted_by_itself() -> None:
    undated = make_article("Zandia telah mengirim pasukan ke Lorvania.", "id")
    undated = replace(undated, id="undated", published=None, retrieved=date(2031, 5, 9))
    late = make_article("Hujan turun.", "id", published=date(2031, 5, 9))
    report = check(SENT, [undated, late], until=date(2031, 5, 8))
    assert (report.hidden, report.hidden_undated) == (2, 1)
    assert hidden_phrase(report, "en") == (
        "1 later article is hidden. 1 article whose day is not known is hidden."
    )


def test_until_hides_what_was_published_later() -> None:
    early = make_article("Zandia telah mengirim pasukan ke Lorvania.", "id", published=date(2031, 5, 9))
    report = check(SENT, [early], until=date(2031, 5, 8))
    assert (report.hidden, report.claims[0].assessment.status) == (1, "no evidence")
    assert check(SENT, [early], until=date(2031, 5, 9)).claims[0].quotes


def _score(report: Report, gold: Path, shared: Path) -> dict[str, float]:
    from benchmarks.gold import load_scorer
    from claimdesk.reporting import render_report

    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    result, _ = load_scorer(shared).score(render_report(report, "en"), rows)
    return {"macro": result["macro_f1"], "wrong": result["wrong_side"]}


def test_the_five_real_articles(shared: Path, root: Path) -> None:
    report = check(load_registry(root / "claims.yaml"), load_articles(shared / "articles"))
    score = _score(report, shared / "gold" / "evidence.jsonl", shared)
    assert score["macro"] >= 0.95
    assert score["wrong"] == 0
    acceptable = json.loads((shared / "gold" / "status.json").read_text(encoding="utf-8"))
    for entry in report.claims:
        assert entry.assessment.status in acceptable[entry.claim.id]["acceptable"], entry.claim.id


@pytest.mark.parametrize("event", ["cianjur_2022", "derna_2023"])
def test_other_events_with_registries_written_blind(event: str, shared: Path) -> None:
    folder = shared / "gold" / "events" / event
    report = check(load_registry(folder / "claims.yaml"), load_articles(folder / "articles"))
    score = _score(report, folder / "gold.jsonl", shared)
    assert score["macro"] >= 0.80
    assert score["wrong"] == 0


def test_unrelated_sentences_give_no_decisive_quote(shared: Path, root: Path) -> None:
    lines = (shared / "noise" / "id_sentences.jsonl").read_text(encoding="utf-8").splitlines()[:1500]
    body = "\n".join(json.loads(line)["text"] for line in lines)
    evidence = desk.match(load_registry(root / "claims.yaml"), [make_article(body, "id")])
    assert not [quote.text for quote in evidence.articles[0].quotes if quote.decisive]
