"""Whatever is wrong with a registry is known to the catalogue, and stays as it is in English."""

from __future__ import annotations

from collections.abc import Iterator

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
from claimdesk.messages.problems import find_text, render_problem


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
