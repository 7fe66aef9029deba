"""Warnings: each thing a fact-checker should know, and nothing where there is nothing to say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimdesk.errors import Problem
from claimdesk.model import Hits
from claimdesk.registry import wording
from claimdesk.registry.read import parse_registry

TODAY = date(2024, 11, 13)
HEAD = "aliases:\n  - [Korea Utara, Korut]\nclaims:\n  - id: a\n    statement: Tentara Korut di Kursk.\n"


def warn(text: str) -> list[Problem]:
    """The warnings of a registry."""
    return list(parse_registry(text.encode(), "claims.yaml", today=TODAY)[1])


def warn_claim(*lines: str) -> list[Problem]:
    """The warnings of a registry with one claim that has `lines`, from line 6 on."""
    return warn(HEAD + "".join(f"    {line}\n" for line in lines))


AS_OF = "as_of: 2024-11-04"
PHRASE = "supports: [tentara Korea Utara tiba di Kursk]"
CASES = [
    ([AS_OF, "supports: [dari dan ke]"], "7:16", "claims[0].supports[0]", "never matches"),
    ([AS_OF, "supports: [Korea Utara dan Korut]"], "7:16", "claims[0].supports[0]", "matches too much"),
    ([AS_OF, "supports: [Kursk itu]"], "7:16", "claims[0].supports[0]", "only one of its words"),
    ([AS_OF, "supports: [satu dua tiga empat lima enam tujuh delapan sembilan sepuluh kuda lari cepat]"],
     "7:16", "claims[0].supports[0]", "more than a passage is likely to hold"),
    ([AS_OF, "supports: [tentara tiba, pasukan di Кursk]"], "7:30", "claims[0].supports[1]", "alphabets"),
    ([AS_OF, "supports: [10.000 tentara tiba]"], "7:16", "claims[0].supports[0]", "no quantity"),
    ([AS_OF, PHRASE, "quantity: {at_least: 40}"], "8:15", "claims[0].quantity", "without `unit`"),
    ([AS_OF, "supports: [tentara Korut tiba, tiba tentara Korea Utara]"],
     "7:36", "claims[0].supports[1]", "same words as claims[0].supports[0]"),
    ([AS_OF, "supports: [tentara tiba, TENTARA “tiba”]"], "7:30", "claims[0].supports[1]", "same words"),
    ([AS_OF, PHRASE, "contradicts: Tentara Korea Utara tiba di Kursk!"],
     "8:18", "claims[0].contradicts[0]", "same as claims[0].supports[0], on the other side"),
    ([AS_OF, "supports: [tentara tiba]", "contradicts: [tentara dan Korut, Tentara itu tiba]"],
     "8:38", "claims[0].contradicts[1]", "on the other side"),
    ([AS_OF, PHRASE, "must_mention: [[Kursk], [Sudza]]"], "8:29", "claims[0].must_mention[1]", "`Sudza`"),
    ([AS_OF, PHRASE, "must_mention: [[Sudza, Kurks]]"], "8:20", "claims[0].must_mention[0]", "others"),
    (["as_of: 2042-11-04", PHRASE], "6:12", "claims[0].as_of", "in the future"),
    ([AS_OF, PHRASE, "claimed_by: {source: x, on: 2024-11-14}"], "8:33", "claims[0].claimed_by.on", "future"),
    ([AS_OF, PHRASE, "verdict: {status: contested, on: 2025-01-01}"],
     "8:38", "claims[0].verdict.on", "is"),
    ([AS_OF, PHRASE, "verdict: {status: contested, on: 2024-11-03}"],
     "8:38", "claims[0].verdict.on", "day"),
    ([PHRASE], "4:5", "claims[0]", "no `as_of`"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "place", "key_path", "said"), CASES, ids=[case[3] for case in CASES])
def test_a_claim_is_warned_of(lines: list[str], place: str, key_path: str, said: str) -> None:
    (warning,) = warn_claim(*lines)
    assert str(warning).startswith(f"claims.yaml:{place} {key_path}: ")
    assert said in warning.what
    assert warning.remedy
    assert warning.severity == "warning"


SILENT = [
    ([AS_OF, PHRASE], "a plain claim"),
    (["as_of: 2024-11-13", PHRASE], "today is not the future"),
    (
        [AS_OF, "supports: [tentara tiba pada 5 November 2024, tentara tiba dengan F-16]"],
        "days are no figures",
    ),
    (
        [AS_OF, "supports: [40 tentara tiba]", "quantity: {exactly: 40, unit: tentara}"],
        "a figure with its unit",
    ),
    ([AS_OF, PHRASE, "contradicts: [tentara Korea Utara belum tiba di Kursk]"], "one word makes the side"),
    (
        [AS_OF, "supports: [Korut menyerang Kyiv]", "contradicts: [Kyiv menyerang Korut]"],
        "who did it to whom makes the side",
    ),
    (
        [AS_OF, PHRASE, "must_mention: [[Sudza, kursk], [Korut]]"],
        "one word of the group is enough, or an alias",
    ),
    ([AS_OF, PHRASE, "verdict: {status: contested, on: 2024-11-04}"], "judged the same day"),
    ([AS_OF, PHRASE, "claimed_by: {source: A spokesman}"], "any name may claim"),
]


@pytest.mark.parametrize(("lines", "note"), SILENT, ids=[case[1] for case in SILENT])
def test_nothing_is_said_of_what_is_right(lines: list[str], note: str) -> None:
    del note
    assert warn_claim(*lines) == []


FILES = [
    ("aliases: [[Korut], [a, b]]", "1:11", "aliases[0]", "alone in its group"),
    ("aliases: [[Korut, KORUT-], [a, b]]", "1:19", "aliases[0][1]", ""),
    ("aliases: [[Korut, Korea Utara], [DPRK, korut]]", "1:40", "aliases[1][1]", "also in aliases[0]"),
    ("sources: [{id: x, aliases: [AFP]}, {id: y, name: AFP}]", "1:50", "sources[1].name", "also names x"),
    ("sources: [{id: x}, {id: y, aliases: [a, X]}]", "1:41", "sources[1].aliases[1]", "also names x"),
]


@pytest.mark.parametrize(("line", "place", "key_path", "said"), FILES)
def test_names_are_checked_across_the_file(line: str, place: str, key_path: str, said: str) -> None:
    claim = f"{line}\nclaims: [{{id: a, statement: S, supports: tentara tiba, {AS_OF}}}]\n"
    told = [str(warning) for warning in warn(claim)]
    assert len(told) == bool(said)
    if said:
        assert told[0].startswith(f"claims.yaml:{place} {key_path}: ")
        assert said in told[0]


def test_one_name_may_stand_with_two_sources_of_one_body() -> None:
    sources = "sources: [{id: x, part_of: us, aliases: [Spox]}, {id: us, aliases: [spox]}]\n"
    assert warn(f"{sources}claims: [{{id: a, statement: S, supports: tentara tiba, {AS_OF}}}]\n") == []


def test_a_source_that_is_nearly_listed() -> None:
    sources = "sources: [{id: pentagon}]\n"
    claim = f"id: a, statement: S, supports: tentara tiba, {AS_OF}, claimed_by: {{source: pentagn}}"
    (warning,) = warn(f"{sources}claims: [{{{claim}}}]\n")
    assert (warning.key_path, warning.remedy) == (
        "claims[0].claimed_by.source",
        "write pentagon if you mean it",
    )


def test_without_lists_of_function_words_every_word_weighs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_function_words", frozenset)
    assert warn_claim(AS_OF, "supports: [dari dan ke]") == []


def warn_with(hits: Hits, *lines: str) -> list[tuple[str, str]]:
    """Key path and text of the warnings of a registry with one claim, told what it hits."""
    text = HEAD + "".join(f"    {line}\n" for line in lines)
    warnings = parse_registry(text.encode(), "claims.yaml", today=TODAY, hits=hits)[1]
    return [(warning.key_path, warning.what) for warning in warnings]


def test_a_warning_tells_what_a_phrase_hits() -> None:
    told = warn_with(
        Hits(200, (7,), ((3, 0, 5),)),
        AS_OF,
        "supports: [tentara Korut tiba di Kursk, dari dan ke]",
        "contradicts: [Kursk itu]",
        "quantity: {at_least: 40}",
    )
    assert [path for path, _ in told] == [
        "claims[0].supports[1]",
        "claims[0].contradicts[0]",
        "claims[0].quantity",
    ]
    for (_, what), count in zip(told, (0, 5, 7), strict=True):
        assert f"hits {count} of 200 passages" in what


def test_what_hits_nearly_everything_is_told() -> None:
    much = Hits(200, (101,), ((101, 100),))
    lines = (AS_OF, "supports: [tentara Korut tiba, tentara Korut pergi]")
    assert [path for path, _ in warn_with(much, *lines)] == ["claims[0]", "claims[0].supports[0]"]
    assert warn_with(Hits(30, (30,), ((30, 30),)), *lines) == [], "of a handful nothing can be said"


def test_warnings_come_in_the_order_of_the_file(shared: Path) -> None:
    data = (shared / "gold" / "events" / "derna_2023" / "claims.yaml").read_bytes()
    data += b"  - {id: z, statement: S, supports: [x, y]}\n"
    _, warnings = parse_registry(data, "claims.yaml")
    places = [(warning.line, warning.column) for warning in warnings]
    assert len(places) >= 3
    assert places == sorted(places)
