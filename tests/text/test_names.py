"""Names: longest wording first, harmless endings, nothing inside another word."""

from __future__ import annotations

import pytest

from claimdesk.text.names import build_name_finder
from claimdesk.text.tokens import find_tokens

GROUPS = [
    ["Korea Utara", "Korut", "North Korea", "DPRK"],
    ["Kyiv", "Kiev"],
    ["Kyiv Independent"],
    ["Libya"],
    ["AS", "Amerika Serikat"],
]
CASES = [
    ("tentara Korea Utara tiba", [(0, "Korea Utara")], "two words"),
    ("North Korean troops", [(0, "North Korean")], "inhabitants"),
    ("menurut Kyiv Independent", [(2, "Kyiv Independent")], "the longest wins"),
    ("kata pejabat di Kyiv", [(1, "Kyiv")], "the short one alone"),
    ("the Libyan Red Crescent", [(3, "Libyan")], "ending"),
    ("Libya's east", [(3, "Libya's")], "possessive"),
    ("asap tebal", [], "no name inside a word"),
    ("asn dan asnya", [], "a short name takes no ending"),
    ("korut, KORUT", [(0, "korut"), (0, "KORUT")], "any case"),
    ("Korea Selatan", [], "another country"),
]


@pytest.mark.parametrize(("text", "found", "note"), CASES)
def test_names(text: str, found: list[tuple[int, str]], note: str) -> None:
    finder = build_name_finder(GROUPS)
    assert [(name.group, name.span.of(text)) for name in finder.find(find_tokens(text))] == found, note


def test_a_finder_without_names_finds_none() -> None:
    assert build_name_finder([]).find(find_tokens("Korea Utara")) == ()
