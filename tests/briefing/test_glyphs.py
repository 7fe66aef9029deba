"""Nothing that a card is given becomes invisible, an empty box, or acts on the text around it."""

from __future__ import annotations

import pytest
from hostile_texts import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.briefing.glyphs import FONTS, load_coverage, make_showable, parse_coverage

CASES = [
    ("Selenskyj: “tidak”", "Selenskyj: “tidak”", "plain text stays"),
    ("김정은 金正恩 Зеленский", "김정은 金正恩 Зеленский", "Hangul, Han and Cyrillic are covered"),
    ("عربي עברית", "عربي עברית", "Arabic and Hebrew are covered"),
    ("a\u202eb", "a[U+202E]b", "a turn of direction is named"),
    ("a\u200bb", "a[U+200B]b", "a character of no width is named"),
    ("a\tb\nc\u00a0d", "a b c d", "white space is one space each"),
    ("\u0e01", "[U+0E01 THAI CHARACTER KO KAI]", "what no font has is named"),
    ("\u0e01\u0e02\u0e03!", "[U+0E01 THAI CHARACTER KO KAI +2]!", "a stretch of it is named once"),
]


@pytest.mark.parametrize(("text", "shown", "note"), CASES, ids=[row[-1] for row in CASES])
def test_what_is_shown(text: str, shown: str, note: str) -> None:
    assert make_showable(text) == shown, note


@given(st.one_of(st.text(), st.sampled_from(TEXTS)))
def test_all_that_is_shown_has_a_glyph(text: str) -> None:
    known = load_coverage()
    for char in make_showable(text).replace("\u200b", ""):
        assert ord(char) in known
        assert char.isprintable()


@pytest.mark.parametrize(
    "name", sorted(path.name for path in FONTS.iterdir() if path.suffix in (".otf", ".ttf"))
)
def test_coverage_is_what_fonttools_reads(name: str) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    tables = ttlib.TTFont(FONTS / name)["cmap"].tables
    expected = {point for table in tables if table.isUnicode() for point, glyph in table.cmap.items()}
    assert parse_coverage((FONTS / name).read_bytes()) == expected


def test_every_font_has_its_licence() -> None:
    said = (FONTS / "README.md").read_text(encoding="utf-8")
    for path in FONTS.iterdir():
        if path.suffix in (".otf", ".ttf"):
            assert path.stem.split("-")[0] in said
    for path in FONTS.glob("*.txt"):
        assert path.name in said
