"""Text for a terminal: nothing in it acts, nothing is wider than the line, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.cli.terminal import NARROWEST, WIDEST, make_visible, measure, terminal_width, wrap

HOSTILE = [
    ("\x1b[31mred", "[U+001B][31mred", "an escape sequence"),
    ("a\x07b", "a[U+0007]b", "the bell"),
    ("10\u202e000", "10[U+202E]000", "a bidirectional override"),
    ("\u2066a\u2069", "[U+2066]a[U+2069]", "bidirectional isolates"),
    ("Ko\u200brea", "Ko[U+200B]rea", "a zero-width space"),
    ("x\x9bm", "x[U+009B]m", "a control character of eight bits"),
    ("a\U000e0041b", "a[U+E0041]b", "a tag character"),
    ("a\ud800b", "a[U+D800]b", "half a character"),
    ("one\r\ntwo\tthree\u00a0four\u2028five", "one  two three four five", "white space of all kinds"),
    ("Perdana Menteri — “baik”, 김정은, Київ", "Perdana Menteri — “baik”, 김정은, Київ", "plain text"),
]


@pytest.mark.parametrize(("text", "shown", "note"), HOSTILE)
def test_what_a_terminal_would_act_on_is_spelled_out(text: str, shown: str, note: str) -> None:
    assert make_visible(text) == shown, note


@given(st.text())
def test_what_is_shown_is_printable_and_on_one_line(text: str) -> None:
    assert make_visible(text).isprintable()


@given(st.text(), st.integers(8, 60), st.sampled_from(["", "    + ", "[+ −] "]))
def test_lines_keep_to_the_width_and_hold_every_word(text: str, width: int, lead: str) -> None:
    lines = wrap(text, width, lead)
    assert all(measure(line) <= width for line in lines)
    assert lines[0].startswith(lead.rstrip())
    margin = len(lead)
    held = "".join(line[margin:] for line in lines).replace(" ", "")
    assert held == "".join(make_visible(text).split())


WRAPPED = [
    ("one two three", 9, "", ["one two", "three"], "between words"),
    ("one two three", 11, "  + ", ["  + one two", "    three"], "further lines stand under the first"),
    ("a" * 10, 4, "", ["aaaa", "aaaa", "aa"], "a word wider than the line"),
    ("김정은 위원장", 6, "", ["김정은", "위원장"], "wide characters take two columns"),
    ("e\u0301te\u0301", 3, "", ["e\u0301te\u0301"], "combining characters take none"),
    ("", 10, "  + ", ["  +"], "nothing to say"),
]


@pytest.mark.parametrize(("text", "width", "lead", "lines", "note"), WRAPPED)
def test_wrap(text: str, width: int, lead: str, lines: list[str], note: str) -> None:
    assert wrap(text, width, lead) == lines, note


@pytest.mark.parametrize(("columns", "width"), [("20", NARROWEST), ("72", 72), ("300", WIDEST)])
def test_the_width_is_the_terminals_within_reason(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width
