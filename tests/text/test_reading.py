"""What a reading makes of its parts together: a negation inside a fixed expression negates nothing."""

from __future__ import annotations

import pytest

from claimdesk.text.reading import Reading

# language, text, the words that negate, what it shows
NEGATIONS = [
    ("id", "Lima pendaki belum juga ditemukan di lereng itu.", [], "missing"),
    ("id", "Kampus tidak menggelar tatap muka sampai Jumat.", [], "closed"),
    ("id", "Kampus tidak menggelar wisuda tahun ini.", ["tidak"], "an ordinary verb"),
    ("id", "Peringatan itu tidak diindahkan pengembang.", [], "ignored"),
    ("id", "Pengembang tidak membaca peringatan itu.", ["tidak"], "an ordinary verb"),
    ("en", "Two climbers have not been found.", [], "missing"),
    ("en", "The guards have not found a gun.", ["not"], "an ordinary verb"),
    ("en", "The old mill no longer exists.", [], "destroyed"),
    ("en", "The mill did not burn.", ["not"], "an ordinary verb"),
]


@pytest.mark.parametrize(("language", "text", "words", "note"), NEGATIONS)
def test_negations_inside_expressions_are_silent(
    language: str, text: str, words: list[str], note: str
) -> None:
    assert [cue.text for cue in Reading(text, language).cues if cue.kind == "negation"] == words, note
