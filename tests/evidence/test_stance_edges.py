"""Sentences just this side and just beyond a rule's edge, through the whole engine."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from desk_cases import ALIASES, make_article, read_quotes
from evidence.builders import make_origin, make_quote, nobody, with_decision

from claimdesk.evidence.assessment import assess_claim
from claimdesk.evidence.cue_gate import weigh_cues
from claimdesk.model import Claim, Interval, Phrase, Quantity, Registry, Side, Stance
from claimdesk.text.language import detect_language
from claimdesk.text.meeting import meets_negated
from claimdesk.text.reading import Reading

DEAD = Quantity(Interval(300, math.inf), ("people died", "deaths"))
TWELVE = Quantity(Interval(12, 12), ("people died",))
FOUR = Quantity(Interval(4, 4), ("drones", "aircraft"))
TURNOUT = Quantity(Interval(55, 65), ("percent",))
# phrase, its side, quantity, language, sentence, stance, note
EDGES: list[tuple[str, Side, Quantity | None, str, str, Stance, str]] = [
    (
        "120 people died in the Belmar flood", "contradicts", DEAD, "en",
        "At least 340 people died in the Belmar flood.", "supports",
        "the words of a contradicting phrase with a figure that bears the claim out",
    ),
    (
        "harga beras di Karsa rendah", "supports", None, "id",
        "Harga beras di Karsa terlindung dari tinggi.", "mentions",
        "what something is kept from is not said of it",
    ),
    (
        "harga beras di Karsa rendah", "supports", None, "id",
        "Petani Karsa bicara soal tinggi harga beras.", "mentions",
        "nor what somebody talks about",
    ),
    (
        "the dam at Arun broke", "supports", None, "en",
        "The mayor denied, he said, that the dam at Arun broke.", "contradicts",
        "who says it only interrupts a denial",
    ),
    (
        "the dam at Arun broke", "supports", None, "en",
        "He denied, as residents said, that the dam at Arun broke.", "contradicts",
        "the same",
    ),
    (
        "all schools in Belmar are closed", "supports", None, "en",
        "Some schools in Belmar are closed.", "mentions",
        "some are not all, but all may be closed",
    ),
    (
        "semua sekolah di Belmar ditutup", "supports", None, "id",
        "Sebagian sekolah di Belmar ditutup.", "mentions",
        "the same",
    ),
    (
        "12 people died in the Belmar flood", "supports", TWELVE, "en",
        "Police say 15 people died in the Belmar flood while doctors say 12 died.", "supports",
        "of two speakers' counts, the one that gives the claim's own stands for it",
    ),
    (
        "12 people died in the Belmar flood", "supports", TWELVE, "en",
        "15 people died in a fire, and 12 people died in the Belmar flood.", "supports",
        "of two counts of the same, the one in the clause with the matched words",
    ),
    (
        "four drones were shot down over Belmar", "supports", FOUR, "en",
        "Nineteen drones crossed the Belmar border and four of them were brought down.", "supports",
        "of many, those to whom it was done",
    ),
    (
        "12 orang tewas akibat banjir Belmar", "supports", Quantity(Interval(12, 12), ("orang tewas",)), "id",
        "Bukan 15 orang tewas akibat banjir Belmar, tetapi 12 orang.", "supports",
        "the negation of a rival figure is not one of the claim",
    ),
    (
        "turnout in Belmar was 60 percent", "supports", TURNOUT, "en",
        "Turnout was 62 percent.", "supports",
        "a percentage of what the claim is about",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "side", "quantity", "language", "text", "stance", "note"), EDGES)
def test_edges(
    phrase: str, side: Side, quantity: Quantity | None, language: str, text: str, stance: Stance, note: str
) -> None:
    unmet = (Phrase("xqz zqx", "supports"),) if side == "contradicts" else ()
    claim = Claim("c", phrase, (*unmet, Phrase(phrase, side)), quantity=quantity)
    found = read_quotes(Registry("Test", (claim,), (), ALIASES), make_article(text, language))
    assert [quote.stance for quote in found] == [stance], note


ORDER = "Wali kota Belmar memerintahkan agar pasar ditutup."
# statement, phrase, what must be mentioned, sentence, stance or none; note
WHOLE: list[tuple[str, str, tuple[str, ...], str, list[Stance], str]] = [
    (
        "Wali kota Belmar memerintahkan penutupan pasar.",
        "wali kota Belmar menutup pasar",
        (),
        ORDER,
        ["supports"],
        "an order, where the claim itself speaks of one",
    ),
    (
        "Pasar Belmar sudah tutup.",
        "wali kota Belmar menutup pasar",
        (),
        ORDER,
        ["mentions"],
        "an order is no closure",
    ),
    (
        "Drones were downed over Belmar.",
        "drones were shot down over Belmar",
        ("shot down",),
        "Three drones were brought down over Belmar.",
        ["supports"],
        "an expression that means the same is a mention",
    ),
    (
        "Drones were downed over Belmar.",
        "drones were shot down over Belmar",
        ("shot down",),
        "Three drones were destroyed over Belmar.",
        [],
        "one that means more is none",
    ),
]


@pytest.mark.parametrize(("statement", "phrase", "mention", "text", "stances", "note"), WHOLE)
def test_what_the_whole_claim_says(
    statement: str, phrase: str, mention: tuple[str, ...], text: str, stances: list[Stance], note: str
) -> None:
    groups = (mention,) if mention else ()
    claim = Claim("c", statement, (Phrase(phrase, "supports"),), must_mention=groups)
    found = read_quotes(Registry("Test", (claim,), (), ALIASES), make_article(text, detect_language(text)))
    assert [quote.stance for quote in found] == stances, note


def test_an_expression_may_be_what_is_negated() -> None:
    phrase = Reading("Zandia was not behind the raid", "en")
    assert meets_negated(phrase, Reading("Zandia has claimed responsibility.", "en"))
    assert not meets_negated(phrase, Reading("Zandia has closed its border.", "en"))


POINTING = (
    "Marlow mengatakan tentara Zandia telah tiba di Lorvania.\n"
    "Arun membantah hal itu dan mengatakan tidak ada yang tiba."
)


def test_a_denial_goes_on_in_the_clause_behind_it() -> None:
    """What says no a second time says the same: it does not turn the denial round."""
    claim = Claim("c", "a", (Phrase("tentara Zandia telah tiba di Lorvania", "supports"),))
    found = read_quotes(Registry("Test", (claim,), (), ALIASES), make_article(POINTING, "id"))
    assert [quote.stance for quote in found] == ["supports", "contradicts"]


@pytest.mark.parametrize(
    ("weak", "carried"), [("supports", "the supporting side"), ("contradicts", "the opposing side")]
)
def test_the_weaker_side_of_a_contest_is_named(weak: Stance, carried: str) -> None:
    strong: Stance = "supports" if weak == "contradicts" else "contradicts"
    quotes = [with_decision(make_quote(name, strong)) for name in "AB"]
    quotes.append(with_decision(make_quote(make_origin("C", kind="party"), weak)))
    found = assess_claim(Claim("c", "A.", ()), quotes, quotes[0].date.last)  # type: ignore[union-attr]
    told = [reason.as_dict() for reason in found.reasons if reason.code == "confidence_one_party"]
    assert [one["carried"] for one in told] == [carried]


def test_an_outlet_that_tells_of_silence_is_not_silent() -> None:
    told = [
        make_quote(make_origin(name, kind=kind), "mentions", speech_act="declines")
        for name, kind in (("Wire", "outlet"), ("Mayor", "official"))
    ]
    found = assess_claim(Claim("c", "A.", ()), told, told[0].date.last)  # type: ignore[union-attr]
    assert [quote.origin.name for quote in found.silent] == ["Mayor"]


def test_sources_without_a_name_are_silent_by_what_they_are_called() -> None:
    told = [
        make_quote(replace(nobody("wire-1"), name="residents")),
        make_quote(nobody("wire-1"), "mentions", speech_act="declines", start=40),
        make_quote(replace(nobody("wire-1"), name="Residents"), "mentions", speech_act="declines", start=80),
        make_quote(nobody("wire-2"), "mentions", speech_act="declines", article="wire-2"),
    ]
    found = assess_claim(Claim("c", "A.", ()), told, told[0].date.last)  # type: ignore[union-attr]
    assert [quote.article for quote in found.silent] == ["wire-1", "wire-2"]
    assert [one.as_dict()["names"] for one in found.reasons if one.code == "silent"] == ["an official"]


def test_what_is_not_contested_is_carried_by_no_side() -> None:
    party = with_decision(make_quote(make_origin("C", kind="party")))
    found = assess_claim(Claim("c", "A.", ()), [party], party.date.last)  # type: ignore[union-attr]
    told = [reason.as_dict() for reason in found.reasons if reason.code == "confidence_one_party"]
    assert [one["carried"] for one in told] == ["the status"]


@pytest.mark.parametrize(
    ("text", "differences", "note"),
    [
        ("The dam at Arun broke.", 0, "the same"),
        ("The dam at Arun reportedly broke.", 0, "a hedge is no difference"),
        ("The dam at Arun will break.", 1, "a prediction is one"),
    ],
)
def test_what_sets_a_passage_apart_from_the_phrase(text: str, differences: int, note: str) -> None:
    passage = Reading(text, "en")
    spans = [token.span for token in passage.tokens if token.kind == "word"]
    assert weigh_cues(Reading("the dam at Arun broke", "en"), passage, spans).differences == differences, note


DENIAL = "Zandia denied attacking the port"


@pytest.mark.parametrize(
    ("phrase", "text", "outcome", "act", "note"),
    [
        (DENIAL, "Zandia denied attacking the port.", "same", "denies", "the denial itself"),
        (DENIAL, "Zandia no longer denies attacking the port.", "turned", "asserts", "its end"),
        (DENIAL, "Zandia declined to comment on attacking the port.", "open", "declines", "silence"),
        (DENIAL, "Zandia was attacking the port.", "open", "asserts", "the deed tells of no denial"),
    ],
)
def test_what_becomes_of_a_cue_that_is_asked_for(
    phrase: str, text: str, outcome: str, act: str, note: str
) -> None:
    passage = Reading(text, "en")
    spans = [token.span for token in passage.tokens if token.lower in {"attacking", "attacked", "port"}]
    found = weigh_cues(Reading(phrase, "en"), passage, spans)
    assert (found.outcome, found.act) == (outcome, act), note
