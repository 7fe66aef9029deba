"""Inputs on which something once fell over, as short as they can be."""

from __future__ import annotations

import pytest

from claimdesk.text.cues import find_cues
from claimdesk.text.digits import separate_numbers
from claimdesk.text.figures import find_figures
from claimdesk.text.known import is_known_word
from claimdesk.text.lemmas import lemma
from claimdesk.text.role_readings import read_roles
from claimdesk.text.tokens import find_tokens


@pytest.mark.parametrize("text", ["Rp5USD5", "Rp5USD5M5,6", "USD5Rp", "Rp" * 50 + "5"])
def test_signs_and_numbers_in_one_word_are_parted_for_good(text: str) -> None:
    row = separate_numbers(text, find_tokens(text))
    assert separate_numbers(text, row) == row
    assert "".join(token.text for token in row) == text
    assert all(figure.span.of(text) == figure.text for figure in find_figures(text, "id"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_half_a_character_is_a_word_that_nobody_knows(language: str) -> None:
    assert lemma("\ud800", language) == "\ud800"
    assert not is_known_word("\ud800", language)


def test_a_thousand_sayings_within_one_another_end() -> None:
    read_roles(find_tokens("mengatakan bahwa " * 2_000 + "menyerang kota"), "id", ())
    read_roles(find_tokens("said that " * 2_000 + "they attacked it"), "en", ())


@pytest.mark.parametrize(("text", "language"), [("kemungkinan", "id"), ("the possibility", "en")])
def test_a_cue_that_ends_a_text_has_a_scope_in_it(text: str, language: str) -> None:
    assert all(cue.scope.end <= len(text) for cue in find_cues(text, language))
