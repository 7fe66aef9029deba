"""Passages that only point back, and to what."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.pointing import find_pointing

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "pointing.yaml").read_text(encoding="utf-8"))
WORDS = ["hal", "itu", "dibantah", "mereka", "they", "denied", "this", "claim", ".", "Rusia", "said", "its"]


@pytest.mark.parametrize(("language", "text", "kind", "words"), ROWS, ids=[row[1] for row in ROWS])
def test_points_back(language: str, text: str, kind: str | None, words: str) -> None:
    pointing = find_pointing(text, language)
    found = (pointing.kind, pointing.text) if pointing else (None, "")
    assert found == (kind, words)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40), st.sampled_from(["id", "en"]))
def test_the_words_stand_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    pointing = find_pointing(text, language)
    assert pointing is None or pointing.span.of(text) == pointing.text != ""
