"""Whatever is wrong with a registry is known to the catalogue, and stays as it is in English."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from test_registry_check import AS_OF, CASES, FILES, TODAY, warn, warn_claim
from test_registry_check import HEAD as CLAIM_HEAD
from test_registry_problems import (
    BYTE_CASES,
    CLAIM_CASES,
    FILE_CASES,
    HEAD,
    SOURCE_CASES,
    SOURCES,
    problems_of,
)

from claimdesk.errors import Problem
from claimdesk.evidence.decisions import describe_ahead
from claimdesk.messages.problems import find_text, render_problem
from claimdesk.messages.warning_texts import WARNINGS
from claimdesk.model import Decision, Hits
from claimdesk.registry.read import parse_registry


def _problems() -> Iterator[Problem]:
    texts = [f"{HEAD}    {row[0]}\n" for row in CLAIM_CASES]
    texts += [f"{SOURCES}    {row[0]}\n{HEAD}" for row in SOURCE_CASES]
    texts += [row[0] for row in FILE_CASES]
    for data in (*(text.encode() for text in texts), *(row[0] for row in BYTE_CASES)):
        yield from problems_of(data).problems


def test_every_problem_of_a_registry_is_known() -> None:
    said = {text for problem in _problems() for text in (problem.what, problem.remedy)}
    assert len(said) > 120
    assert [text for text in sorted(said) if not find_text(text)[0]] == []


def test_in_english_a_problem_stays_as_it_is() -> None:
    for problem in _problems():
        assert render_problem(str(problem), "en") == str(problem)


def _warnings() -> Iterator[Problem]:
    for lines, *_ in CASES:
        yield from warn_claim(*lines)
    for line, *_ in FILES:
        yield from warn(f"{line}\nclaims: [{{id: a, statement: 40 men, supports: tentara tiba, {AS_OF}}}]\n")
    text = (
        CLAIM_HEAD
        + f"    {AS_OF}\n    supports: [tentara Korut tiba, Kursk itu]\n    quantity: {{at_least: 40}}\n"
    )
    near = f"id: a, statement: S, supports: tentara tiba, {AS_OF}, claimed_by: {{source: pentagn}}"
    yield from warn(f"sources: [{{id: pentagon}}]\nclaims: [{{{near}}}]\n")
    for hits in (Hits(200, (101,), ((101, 9),)), Hits(200, (9,), ((9, 200),))):
        yield from parse_registry(text.encode(), "claims.yaml", today=TODAY, hits=hits)[1]


def test_every_warning_is_known_and_said_in_both_languages() -> None:
    warnings = list(_warnings())
    made_from = {find_text(text)[0] for one in warnings for text in (one.what, one.remedy)}
    within = {"{count} of {passages} passages"}
    (ahead,) = describe_ahead(
        [Decision("a", "b", 0, 4, "text", "confirmed", TODAY + timedelta(days=1))], TODAY
    )
    assert {*WARNINGS} - made_from == within | {find_text(ahead)[0]}
    assert (render_problem(ahead, "en"), render_problem(ahead, "id") != ahead) == (ahead, True)
    for one in warnings:
        assert render_problem(str(one), "en") == str(one)
        assert render_problem(str(one), "id") != str(one), one
