"""Values as bytes that YAML reads back, whatever characters are in them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from claimdesk.registry.read import parse_registry
from claimdesk.registry.styles import render_values


@given(st.lists(st.text()))
@example(["\U0001f9d1\u200d\U0001f33e", "\\\U0001f600", '"\x7f\x85\u2028\ufeff\uffff', "\r\n\t", "\\ud83d"])
def test_yaml_reads_them_back(texts: list[str]) -> None:
    assert yaml.safe_load(render_values({"texts": texts, "number": 1})) == {"texts": texts, "number": 1}


@pytest.mark.parametrize("word", ["\U0001f30a", "\U00020bb7", "caf\u00e9", "\u202ex"])
def test_a_registry_of_them_is_read(word: str) -> None:
    """Emoji and rare signs of writing too, which JSON would write in halves."""
    claim = {"id": "one", "statement": f"The {word} rose.", "supports": [f"the {word} rose"]}
    registry, _ = parse_registry(
        render_values({"version": 1, "claims": [claim], "aliases": [["a", word]]}), ""
    )
    assert registry.claims[0].statement == f"The {word} rose."
