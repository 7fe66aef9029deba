"""Numbers just this side and just beyond a rule's edge: groups of digits, and odds."""

from __future__ import annotations

import pytest

from claimdesk.text.figures import find_figures
from claimdesk.text.numerals import find_numerals
from claimdesk.text.tokens import find_tokens

WIDE, THIN, NARROW = "\u00a0", "\u2009", "\u202f"
# text, the numbers in it, note
GROUPS = [
    (f"1{WIDE}200", [1200], "an unbreakable space joins groups of three"),
    (f"12{NARROW}500", [12500], "so does a narrow one"),
    (f"123{THIN}500", [123500], "and a thin one"),
    (f"1{THIN}200{WIDE}300", [1200300], "any number of groups"),
    (f"0{WIDE}500", [500], "behind nought"),
    ("12 500", [12, 500], "a plain space joins nothing"),
    (f"1{WIDE} 200", [1, 200], "nor do two spaces"),
    (f"1{WIDE}20", [1, 20], "two digits are no group"),
    (f"1{WIDE}2000", [1, 2000], "nor are four"),
    (f"1{WIDE}200{WIDE}3000", [1200, 3000], "nor behind a group"),
    (f"1234{WIDE}500", [1234, 500], "four digits start no groups"),
    (f"1,200{WIDE}300", [1200, 300], "a number with marks has its groups"),
    (f"1.5{WIDE}200", [1.5, 200], "and so has one with decimals"),
    (f"1{WIDE}200.5", [1, 200.5], "a group has no decimals"),
]


@pytest.mark.parametrize(("text", "numbers", "note"), GROUPS)
def test_groups_of_digits(text: str, numbers: list[float], note: str) -> None:
    assert [one.interval.low for one in find_numerals(text, find_tokens(text), "en")] == numbers, note


# sentence, the figures in it, note
ODDS = [
    ("Three in twenty voters stayed.", {"Three in twenty": 15.0}, "odds are a percentage"),
    ("Three in seven voters stayed.", {}, "of a whole that is no round one they count nothing"),
    ("Three in 21 voters stayed.", {"Three": 3, "21": 21}, "a larger one is no odds"),
    ("Seven in three voters stayed.", {"Seven": 7, "three": 3}, "nor is a smaller one"),
    ("Three in three voters stayed.", {"Three": 3, "three": 3}, "nor the same"),
    ("3 percent in 7 districts stayed.", {"3 percent": 3, "7": 7}, "nor one of another kind"),
    ("3 troops in 7 towns died.", {"3": 3, "7": 7}, "nor one that counts something before it"),
    ("3 in the 7 districts stayed.", {"3": 3, "7": 7}, "nor with an article between"),
]


@pytest.mark.parametrize(("text", "figures", "note"), ODDS)
def test_odds(text: str, figures: dict[str, float], note: str) -> None:
    assert {one.text: one.interval.low for one in find_figures(text, "en")} == figures, note
