"""Characters that cannot be seen or look like others are found, and nothing that belongs there is."""

from __future__ import annotations

import pytest
from hostile_texts import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.hidden import find_hidden, name_characters

SEEN_NOT, TURNED, LIKE = "invisible", "direction", "lookalike"
FOUND = [
    ("10\u200b.000 tentara", [("\u200b", SEEN_NOT)], "a space of no width in a number"),
    ("ten\u00adtara", [("\u00ad", SEEN_NOT)], "a soft hyphen"),
    ("a\u2060b\ufeffc", [("\u2060", SEEN_NOT), ("\ufeff", SEEN_NOT)], "two"),
    ("a\u2060\u200bb", [("\u2060\u200b", SEEN_NOT)], "two in a row"),
    ("kata\u200dkata", [("\u200d", SEEN_NOT)], "a joiner between Latin letters"),
    ("flag\U000e0067\U000e0062", [("\U000e0067\U000e0062", SEEN_NOT)], "tags behind a letter"),
    ("a\ufe0fb", [("\ufe0f", SEEN_NOT)], "a variation of a Latin letter"),
    ("null\0byte", [("\0", SEEN_NOT)], "a control character"),
    ("3.000\u202e000.8\u202c", [("\u202e", TURNED), ("\u202c", TURNED)], "an override"),
    ("12\u200f-13", [("\u200f", TURNED)], "a mark of direction in Latin text"),
    ("\u202e\u05e9\u05dc", [("\u202e", TURNED)], "an override of Hebrew"),
    ("Pent\u0430gon", [("\u0430", LIKE)], "a Cyrillic a"),
    ("\u0420\u0443tin", [("\u0420\u0443", LIKE)], "two letters in a row"),
    ("K\u03bfrea dan R\u0443sia", [("\u03bf", LIKE), ("\u0443", LIKE)], "a Greek letter and a Cyrillic one"),
    ("kapal \u0441\u0443\u0440 tiba", [("\u0441\u0443\u0440", LIKE)], "a word that is Cyrillic throughout"),
    ("\U0001d400\U0001d401 tiba", [("\U0001d400\U0001d401", LIKE)], "letters of mathematics"),
]
LEFT = [
    ("Sekitar 10.000 tentara, “kata” Kim – café, naïve, Müller", "letters of Latin scripts"),
    ("satu\ttab\ndua\r\ntiga\u00a0empat\u2009lima", "white space"),
    ("Россия и Украина", "Russian"),
    ("Kata «вот» berarti itu, «сор» berarti sampah", "a Russian word of look-alikes beside another"),
    ("5 μm, 3 kΩ, Δt, TNF-α, β-karoten", "measures and formulas"),
    ("Η Ελλάδα", "Greek"),
    ("\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f 1\ufe0f\u20e3", "emoji"),
    ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "a flag spelt in tags"),
    ("می\u200cخواهم", "a joiner in Persian"),
    ("क\u094d\u200dष", "a joiner in Hindi"),
    ("\u200fשלום\u200e (2024)", "marks of direction beside Hebrew"),
    ("평양 1만 명 朝鲜 10.000", "Korean and Chinese"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "found", "note"), FOUND, ids=[note for *_, note in FOUND])
def test_found(text: str, found: list[tuple[str, str]], note: str) -> None:
    assert [(one.span.of(text), one.kind) for one in find_hidden(text)] == found, note


@pytest.mark.parametrize(("text", "note"), LEFT, ids=[note for _, note in LEFT])
def test_left_alone(text: str, note: str) -> None:
    assert find_hidden(text) == (), note


def test_names() -> None:
    assert name_characters("\u200b\u200b\u0430\0") == (
        "U+200B ZERO WIDTH SPACE",
        "U+0430 CYRILLIC SMALL LETTER A",
        "U+0000 CONTROL",
    )


SEEN = {
    "what one cannot see: spaces of all widths",
    "what one cannot see: a line separator",
    "what one cannot see: a paragraph separator",
    "what one cannot see: a tab",
    "what one cannot see: many spaces",
    "what one cannot see: lines",
    "what one cannot see: a next line",
}


@pytest.mark.parametrize(
    ("note", "text"), [(note, text) for note, text in HOSTILE if note.startswith("what one cannot see")]
)
def test_every_hostile_text_that_cannot_be_seen_is_found(note: str, text: str) -> None:
    assert bool(find_hidden(text)) == (note not in SEEN)


@given(
    st.text(
        st.sampled_from("aб\u0430\u03bfR\u200b\u200d\u202e\u05e9\ufe0f\U0001f3f4\U000e0067 .0\0\n"),
        max_size=40,
    )
)
def test_places_are_in_order_apart_and_never_empty(text: str) -> None:
    end = 0
    for one in find_hidden(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
