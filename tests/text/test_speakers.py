"""Speakers: the case tables of both languages, real text, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimdesk.model import Attribution, Passage, Span
from claimdesk.text.passages import find_passages
from claimdesk.text.speakers import find_attributions

CASES = Path(__file__).resolve().parent.parent / "cases"


def load_cases() -> list[Any]:
    """The rows of both tables as parameters, named by language and note."""
    found = []
    for language in ("id", "en"):
        rows = yaml.safe_load((CASES / f"speakers_{language}.yaml").read_text(encoding="utf-8"))["cases"]
        for number, row in enumerate(rows, 1):
            found.append(pytest.param(language, row, id=f"{language}-{number}-{row['note']}"))
    return found


def read(text: str, language: str, row: dict[str, Any]) -> dict[int, tuple[Attribution, ...]]:
    """The attributions of a case; a heading is one passage."""
    passages = find_passages(text, language)
    if row.get("heading"):
        passages = (Passage(0, 0, len(text), 0, heading=True),)
    return find_attributions(text, passages, language, row.get("names", ()))


@pytest.mark.parametrize(("language", "row"), load_cases())
def test_case(language: str, row: dict[str, Any]) -> None:
    text = row["text"]
    found = [one for group in read(text, language, row).values() for one in group]
    speaking = []
    for words, speakers in row["says"].items():
        start = text.index(words)
        holding = [one for one in found if one.scope.contains(Span(start, start + len(words)))]
        assert sorted({one.speaker for one in holding}) == sorted(speakers), words
        speaking += holding
    assert {one.speaker for one in speaking if one.unnamed} == set(row.get("unnamed", ()))
    assert {base for one in speaking for base in one.via} == set(row.get("via", ()))
