"""Cues and what they govern, case by case, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.model import Cue, Span
from claimdesk.text.clauses import find_clauses
from claimdesk.text.cues import find_cues, governing_cues

CASES = Path(__file__).parent.parent / "cases"
WORDS = [
    "tidak",
    "membantah",
    "bahwa",
    "jika",
    ",",
    "akan",
    "?",
    "yang",
    "not",
    "deny",
    "if",
    "Rusia",
    "“",
    "5.000",
]


def _rows(name: str) -> list[Any]:
    rows: list[Any] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return rows


FOUND = [(language, row) for language in ("id", "en") for row in _rows(f"cues_{language}.yaml")]
GOVERNING = _rows("cues_governing.yaml")


def _said(text: str, cue: Cue, wanted: str) -> str:
    """The cue as the table writes it: with its scope only where the row gives one."""
    said = f"{cue.kind}: {cue.text}"
    return f"{said} -> {cue.scope.of(text)}" if " -> " in wanted else said


def _unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without its [brackets], and where they stood."""
    text, spans, start = "", [], 0
    for character in marked:
        if character == "[":
            start = len(text)
        elif character == "]":
            spans.append(Span(start, len(text)))
        else:
            text += character
    return text, spans


@pytest.mark.parametrize(("language", "row"), FOUND, ids=[row["text"] for _, row in FOUND])
def test_cues_with_their_scopes(language: str, row: dict[str, Any]) -> None:
    cues = find_cues(row["text"], language)
    wanted = row["cues"] + [""] * len(cues)
    said = [_said(row["text"], cue, want) for cue, want in zip(cues, wanted, strict=False)]
    assert said == row["cues"], row.get("note", "")


@pytest.mark.parametrize(("language", "marked", "kinds"), GOVERNING, ids=[row[1] for row in GOVERNING])
def test_what_governs_the_matched_words(language: str, marked: str, kinds: list[str]) -> None:
    text, spans = _unmark(marked)
    cues = governing_cues(find_cues(text, language), find_clauses(text, language), spans)
    assert [cue.kind for cue in cues] == kinds


@pytest.mark.parametrize(
    ("language", "text", "about_denial"),
    [
        ("id", "Beijing belum membantah atau mengonfirmasi pembelian itu.", True),
        ("id", "Pelatih tidak membantah kabar itu.", True),
        ("id", "Polisi menolak berkomentar soal penangkapan itu.", False),
        ("en", "The palace has neither confirmed nor denied the report.", True),
        ("en", "Police declined to comment on the arrest.", False),
    ],
)
def test_silence_about_a_denial(language: str, text: str, about_denial: bool) -> None:
    assert [cue.about_denial for cue in find_cues(text, language)] == [about_denial]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40), st.sampled_from(["id", "en"]))
def test_spans_lie_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    cues = find_cues(text, language)
    assert all(cue.span.of(text) == cue.text and cue.text for cue in cues)
    assert all(cue.scope.end <= len(text) for cue in cues)
    assert list(cues) == sorted(cues, key=lambda cue: cue.span.start)
    assert governing_cues(cues, find_clauses(text, language), []) == ()
    governing = governing_cues(cues, find_clauses(text, language), [Span(0, len(text))])
    assert [cue for cue in cues if cue in governing] == list(governing)
