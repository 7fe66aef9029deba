"""The notation of the word lists, and that every list is written in it."""

from __future__ import annotations

import pytest

from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.patterns import compile_patterns, find_patterns, parse_pattern
from claimdesk.text.tokens import find_tokens

CASES = [
    ("tidak", "Ia tidak datang", ["tidak"]),
    ("tidak|belum pernah?", "tidak pernah, belum", ["tidak pernah", "belum"]),
    ("serang*", "serangan itu", ["serangan"]),
    ("*n't", "It didn't rain", ["didn't"]),
    ("=may", "In May it may rain", ["may"]),
    ("=may", "Troops May Join War", ["May"]),
    (r"\d orang", "12 orang", ["12 orang"]),
    ("@no tahu", "belum tahu", ["belum tahu"]),
    ("menolak ..2 kabar", "menolak dengan keras kabar", ["menolak dengan keras kabar"]),
    ("menolak ..1 kabar", "menolak dengan keras kabar", []),
    ("menolak ..2 kabar", "menolak, kabar", []),
    ("tidak &me*", "tidak datang, tidak menolak", ["tidak"]),
    ("tidak ~hanya", "tidak hanya", []),
    ("^ itu", "Itu benar. Hal itu benar", ["Itu"]),
    ("menolak / ..1 kabar", "menolak keras kabar", ["menolak"]),
]


@pytest.mark.parametrize(("pattern", "text", "found"), CASES)
def test_notation(pattern: str, text: str, found: list[str]) -> None:
    tokens = find_tokens(text)
    patterns = compile_patterns([(pattern, "x")], {"no": ["tidak", "belum"]})
    matches = find_patterns(patterns, tokens)
    assert [text[tokens[one.first].start : tokens[one.last - 1].end] for one in matches] == found


def test_the_longest_wins() -> None:
    patterns = compile_patterns([("tidak", "negation"), ("tidak hanya", "none")], {})
    found = find_patterns(patterns, find_tokens("tidak hanya banjir, tidak gempa"))
    assert [one.value for one in found] == ["none", "negation"]


@pytest.mark.parametrize("pattern", ["..2 kabar", "tidak? kabar", "&itu", "^"])
def test_a_pattern_starts_with_a_word(pattern: str) -> None:
    with pytest.raises(ValueError, match="start it with a word"):
        parse_pattern(pattern, {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", ["cues", "clauses", "pointing", "roles"])
def test_every_list_is_text(language: str, topic: str) -> None:
    """A number sign or a truth value that YAML read for us would drop out of a pattern silently."""

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        else:
            assert isinstance(value, str), value
            assert "#" not in value
            assert value == value.strip() != ""

    walk(load_words(language, topic))
