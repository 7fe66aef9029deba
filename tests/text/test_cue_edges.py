"""What a cue reaches, just this side and just beyond a rule's edge."""

from __future__ import annotations

import pytest

from claimdesk.text.cues import find_cues

# language, sentence, kind of the cue, the words it reaches, note
EDGES = [
    (
        "en",
        "The dam broke and the town was flooded, but that report is not true.",
        "denial",
        "The dam broke and the town was flooded, but that report is",
        "what only points back reaches what it points to",
    ),
    (
        "id",
        "Karsa, kota itu, akan banjir jika hujan.",
        "condition",
        "kota itu, akan banjir jika hujan",
        "a condition reaches back to the last comma with words behind it",
    ),
]


@pytest.mark.parametrize(("language", "text", "kind", "reached", "note"), EDGES)
def test_edges(language: str, text: str, kind: str, reached: str, note: str) -> None:
    found = [one.scope.of(text) for one in find_cues(text, language) if one.kind == kind]
    assert [scope.strip(" ,.") for scope in found] == [reached], note
