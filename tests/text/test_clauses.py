"""Where passages are cut into clauses, and what is set against what."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.clauses import find_clauses, find_parts
from claimdesk.text.tokens import find_tokens

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "clauses.yaml").read_text(encoding="utf-8"))
WORDS = [
    "jika",
    "yang tidak",
    ",",
    "dan",
    "telah",
    "Rusia",
    "“",
    "”",
    '"',
    ".",
    "bahwa",
    "while",
    "who not",
    "tetapi",
]


@pytest.mark.parametrize(("language", "marked"), ROWS, ids=[row[1] for row in ROWS])
def test_cut_as_marked(language: str, marked: str) -> None:
    text = marked.replace("|!", "").replace("|", "")
    clauses = find_clauses(text, language)
    cut = "|".join(("!" if clause.opposed else "") + clause.span.of(text) for clause in clauses)
    assert cut == "|".join(part.strip() for part in marked.split("|"))


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40), st.sampled_from(["id", "en"]))
def test_each_token_is_in_one_clause(words: list[str], language: str) -> None:
    text = " ".join(words)
    tokens = find_tokens(text)
    clauses = find_clauses(text, language, tokens)
    held = [token for clause in clauses for token in tokens if clause.span.contains(token.span)]
    assert held == list(tokens)
    assert not clauses or not clauses[0].opposed


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["id", "en"]))
def test_parts_follow_one_another_and_hold_a_word(words: list[str], language: str) -> None:
    tokens = find_tokens(" ".join(words))
    parts = find_parts(tokens, language)
    ends = [part.last for part in parts]
    assert [part.first for part in parts] == [0, *ends[:-1]][: len(parts)]
    assert ends[-1:] == ([len(tokens)] if tokens else [])
    assert all(part.first <= part.head <= part.last for part in parts)
