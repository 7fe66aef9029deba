"""What is set against an earlier statement, and the concession that opens a passage."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.contrasts import find_contrasts

# Text, its turns, the concession that opens it with the clause behind, note.
CASES = [
    ("The dam held, but two bridges fell.", ["but two bridges fell"], "", "en: but"),
    (
        "The dam held; the mayor, however, saw it break.",
        ["the mayor, however, saw it break"],
        "",
        "en: the word inside of its clause",
    ),
    ("Nothing but mud was left.", [], "", "en: no contrast"),
    ("Although the dam held, two bridges fell.", [], "Although the dam held, two bridges fell", "en: first"),
    (
        "Rain fell, while the mayor slept, but nobody died.",
        ["while the mayor slept", "but nobody died"],
        "",
        "en: one after the other",
    ),
    (
        "Bendungan bertahan, tetapi dua jembatan roboh.",
        ["tetapi dua jembatan roboh"],
        "",
        "id: tetapi",
    ),
    ("Bukan hanya jembatan, tetapi juga rumah yang roboh.", [], "", "id: one more of the same"),
    (
        "Warga mengungsi, meskipun hujan sudah reda sejak pagi.",
        ["meskipun hujan sudah reda sejak pagi"],
        "",
        "id: a concession behind",
    ),
    (
        "Meskipun hujan sudah reda, warga tetap mengungsi.",
        [],
        "Meskipun hujan sudah reda, warga tetap mengungsi",
        "id: a concession first",
    ),
    ("Sementara itu warga mengungsi.", [], "", "id: meanwhile is no contrast"),
    ("", [], "", "id: nothing"),
]


@pytest.mark.parametrize(("text", "turns", "first", "note"), CASES, ids=[row[-1] for row in CASES])
def test_contrasts(text: str, turns: list[str], first: str, note: str) -> None:
    found = find_contrasts(text, note[:2])
    assert [span.of(text).rstrip(" ,;.") for span in found.turns] == turns
    assert (found.first.of(text).rstrip(" .") if found.first else "") == first


@given(st.text("but while meski tapi,;. ", max_size=80), st.sampled_from(["en", "id"]))
def test_turns_lie_apart_and_in_order(text: str, language: str) -> None:
    turns = find_contrasts(text, language).turns
    assert all(0 < span.start < span.end <= len(text) for span in turns)
    assert all(one.end <= other.start for one, other in pairwise(turns))
