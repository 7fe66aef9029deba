"""Clauses that are background: which are found, and that no cue outside reaches into them."""

from __future__ import annotations

import pytest

from claimdesk.model import Cue, Span
from claimdesk.text.background import find_background, part_outer
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import find_tokens

# language, sentence, the clauses that are background, what it shows
CASES = [
    ("en", "Zandia denied the raid, which killed 40 people, on Monday.", ["which killed 40 people"], "comma"),
    ("en", "He denied any part in a raid, in which 40 died.", ["in which 40 died"], "preposition"),
    ("en", "They found 90 bodies, most of whom were children.", ["most of whom were children"], "share"),
    ("en", "She denied the report, which said 40 had died.", [], "what is told is no background"),
    ("en", "She denied the claim that 40 people had died.", [], "the content of a claim"),
    ("en", "The mayor and the unions deny that 40 people had died.", [], "behind a verb of saying"),
    ("en", "She denied a report by The Belmar Post that 40 people had died.", [], "a claim of somebody"),
    ("en", "She denied the account of the Navy that 40 people had died.", [], "an account of somebody"),
    ("en", "She denied a raid that killed 40 people.", [], "a raid nobody knows of"),
    ("en", "She denied the raid that killed 40 people.", ["that killed 40 people"], "the raid is known"),
    ("en", "The raid that killed 40 people was denied.", ["that killed 40 people"], "ends at the next verb"),
    ("en", "She denied a role in a raid that killed 40.", ["that killed 40"], "taken part in"),
    ("en", "He plans to rebuild it after floods killed 40.", ["after floods killed 40"], "told in the past"),
    ("en", "He plans to leave after floods kill 40.", [], "not in the past"),
    ("id", "Zandia membantah serangan itu, yang menewaskan 40 orang.", ["yang menewaskan 40 orang"], "comma"),
    ("id", "Ia akan ke Karsa, tempat 40 orang tewas.", ["tempat 40 orang tewas"], "where it was"),
    ("id", "Kabar itu, yang menyebut 40 orang tewas, keliru.", [], "what is told is no background"),
    ("id", "Ia membantah serangan yang menewaskan 40 orang.", [], "a raid nobody knows of"),
    (
        "id",
        "Ia membantah serangan yang menewaskan 40 orang itu terencana.",
        ["yang menewaskan 40 orang itu"],
        "closed by itu",
    ),
    (
        "id",
        "Ia membantah terlibat dalam serangan yang menewaskan 40 orang.",
        ["yang menewaskan 40 orang"],
        "taken part in",
    ),
    ("id", "Zandia akan membangun bendungan, yang bisa menampung air.", [], "what may be"),
]


@pytest.mark.parametrize(("language", "text", "wanted", "note"), CASES, ids=[case[3] for case in CASES])
def test_background(language: str, text: str, wanted: list[str], note: str) -> None:
    assert [span.of(text) for span in find_background(find_tokens(text), language)] == wanted, note


def _part(reading: Reading, span: Span) -> tuple[list[Cue], list[Cue]]:
    return part_outer(reading.cues, [span], reading.background, reading.tokens, reading.language)


def test_a_denial_does_not_reach_into_the_background() -> None:
    text = "Zandia denied any role in the raid, which has not ended and killed 40 people."
    reading = Reading(text, "en")
    inside = Span(text.index("killed"), text.index("killed") + 6)
    outside = Span(text.index("role"), text.index("role") + 4)
    kinds = [cue.kind for cue in _part(reading, inside)[0]]
    assert "denial" not in kinds
    assert "negation" in kinds
    assert _part(reading, outside) == (list(reading.cues), [])


# language, sentence, a word of its background, the cues around that leave it open, what it shows
WRAPPED = [
    (
        "en",
        "He denied that the troops, who had come from Zandia, left.",
        "come",
        ["denial"],
        "denied as a whole",
    ),
    (
        "en",
        "Is it true that the troops, who had come from Zandia, left?",
        "come",
        ["question"],
        "asked as a whole",
    ),
    (
        "en",
        "He denied the claim that the troops, who had come from Zandia, left.",
        "come",
        [],
        "one claim is denied",
    ),
    ("en", "He denied hurting the troops, who had come from Zandia.", "come", [], "no whole statement"),
    (
        "id",
        "Tidak benar bahwa pasukan itu, yang berjumlah 24.000, mundur.",
        "berjumlah",
        ["denial"],
        "as a whole",
    ),
    (
        "id",
        "Ia membantah tudingan bahwa pasukan itu, yang berjumlah 24.000, mundur.",
        "berjumlah",
        [],
        "one claim",
    ),
]


@pytest.mark.parametrize(("language", "text", "word", "kinds", "note"), WRAPPED)
def test_a_statement_denied_as_a_whole_leaves_its_background_open(
    language: str, text: str, word: str, kinds: list[str], note: str
) -> None:
    reading = Reading(text, language)
    start = text.index(word)
    own, around = _part(reading, Span(start, start + len(word)))
    assert (own, sorted({cue.kind for cue in around})) == ([], kinds), note
