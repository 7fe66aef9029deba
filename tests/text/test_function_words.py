"""Which words carry meaning: function words, light words, and those that change what is said."""

from __future__ import annotations

import pytest

from claimdesk.text.lemmas import CONTENT_WEIGHT, LIGHT_WEIGHT, is_function_word, lemma, word_weight
from claimdesk.text.lexicon import LANGUAGES, load_words


def _words(language: str, key: str) -> list[str]:
    return [word for row in load_words(language, "function_words")[key] for word in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_function_words_are_closed_under_lemmas(language: str) -> None:
    listed = _words(language, "words")
    assert [word for word in listed if not is_function_word(lemma(word, language), language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_light_words_are_lemmas_and_no_function_words(language: str) -> None:
    light = _words(language, "light")
    assert [word for word in light if lemma(word, language) != word or is_function_word(word, language)] == []


CARRIES_MEANING = {
    "id": "tidak bukan belum tanpa tak membantah mungkin harus tewas seratus diduga berencana",
    "en": "not no never without enough denied may must dead hundred none nobody plan us",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_negations_denials_and_duty_are_no_function_words(language: str) -> None:
    assert not [word for word in CARRIES_MEANING[language].split() if is_function_word(word, language)]


WEIGHTS = [
    ("id", "yang", 0),
    ("id", "sekitar", 0),
    ("id", "kata", LIGHT_WEIGHT),
    ("id", "orang", LIGHT_WEIGHT),
    ("id", "gempa", CONTENT_WEIGHT),
    ("id", "kursk", CONTENT_WEIGHT),
    ("en", "the", 0),
    ("en", "be", 0),
    ("en", "say", LIGHT_WEIGHT),
    ("en", "people", LIGHT_WEIGHT),
    ("en", "earthquake", CONTENT_WEIGHT),
]


@pytest.mark.parametrize(("language", "word", "weight"), WEIGHTS)
def test_word_weight(language: str, word: str, weight: int) -> None:
    assert word_weight(word, language) == weight
