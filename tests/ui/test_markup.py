"""Nodes: text never becomes markup, and the component knows the same tags and attributes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_text import ROOT, read_markup, read_nodes

from claimdesk.ui.markup import ATTRIBUTES, TAGS, el, join, own, own_code, render_html

# Code points that no HTML parser keeps as they are; st.html never receives them unescaped either.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))


@given(TEXT, TEXT)
def test_text_survives_and_stays_text(text: str, value: str) -> None:
    node = el("p", "words", text, own(text), title=value)
    said, tags = read_markup(render_html([node]))
    assert said == text * 2
    assert tags == (["p", "bdi"])


@given(TEXT)
def test_a_component_gets_the_same_text(text: str) -> None:
    assert "".join(read_nodes([el("p", "", text, el("b", "", text)).as_data()])) == text * 2


CODE = [
    ("`dam` is taken", [["span", {"class": "mono"}, "dam"], " is taken"], "a name first"),
    ("write `a: b`, say", ["write ", ["span", {"class": "mono"}, "a: b"], ", say"], "a name between"),
    ("5` or more", ["5` or more"], "a mark without its pair"),
    ("plain", ["plain"], "no mark"),
]


@pytest.mark.parametrize(("text", "children", "note"), CODE, ids=[note for *_, note in CODE])
def test_what_stands_between_backticks_is_in_the_type_of_code(
    text: str, children: list[object], note: str
) -> None:
    tag, _, *found = own_code(text).as_data()
    assert (tag, [one for one in found if one != ""]) == ("bdi", children), note


def test_nothing_is_written_for_none() -> None:
    assert render_html([el("p", "", None, "", "a", title=None)]) == "<p>a</p>"


@pytest.mark.parametrize(("tag", "attributes"), [("script", {}), ("iframe", {}), ("p", {"onclick": "x"})])
def test_only_known_tags_and_attributes_are_made(tag: str, attributes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="of the desk"):
        el(tag, "", "x", **attributes)


@pytest.mark.parametrize(("name", "known"), [("TAGS", TAGS), ("ATTRIBUTES", ATTRIBUTES)])
def test_the_component_knows_the_same_names(name: str, known: frozenset[str]) -> None:
    script = (ROOT / "claimdesk" / "ui" / "nodes.js").read_text(encoding="utf-8")
    listed = re.search(name + r' = new Set\(\s*"([^"]+)"', script)
    assert listed is not None
    assert frozenset(listed.group(1).split()) == known
    assert "innerHTML" not in script


def test_join_puts_text_between() -> None:
    assert join(["a", "b", "c"], ", ") == ["a", ", ", "b", ", ", "c"]
    assert join([], ", ") == []
