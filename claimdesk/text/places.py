"""Places named in a passage, by the words around them: no gazetteer, so any event's places are found.

A place is a run of capitalised words after a locative preposition (*di Kursk*, *in Derna*) or after a word
for a kind of place (*wilayah Kursk*, *Kabupaten Cianjur*, *Kursk region*). Months, weekdays and media are no
places. The words are data: `lang/<language>/places.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimdesk.model import Span, Token
from claimdesk.text.lexicon import load_words


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(load_words(language, "places").get(key, ()))


def find_places(tokens: Sequence[Token], language: str) -> tuple[Span, ...]:
    """Spans of the names only, without preposition and kind word, in order."""
    found: list[Span] = []
    at = 0
    while at < len(tokens):
        end = _name_end(tokens, at, language)
        if end > at and _stands_as_place(tokens, at, end, language):
            found.append(Span(tokens[at].start, tokens[end - 1].end))
        at = max(end, at + 1)
    return tuple(found)


def _name_end(tokens: Sequence[Token], at: int, language: str) -> int:
    """The end of the run of capitalised words from `at`, without kind words; `at` where none starts."""
    end = at
    while end < len(tokens) and _is_name_word(tokens[end], language):
        end += 1
    return end


def _is_name_word(token: Token, language: str) -> bool:
    if token.kind != "word" or not token.text[0].isupper():
        return False
    return token.lower not in _words(language, "kinds") and token.lower not in _words(language, "never")


def _stands_as_place(tokens: Sequence[Token], at: int, end: int, language: str) -> bool:
    before = at - 1
    kind_before = False
    while before >= 0 and tokens[before].lower in _words(language, "kinds") | _words(language, "between"):
        kind_before |= tokens[before].lower in _words(language, "kinds")
        before -= 1
    located = before >= 0 and tokens[before].lower in _words(language, "prepositions")
    kind_after = end < len(tokens) and tokens[end].lower in _words(language, "kinds_after")
    return located or kind_before or kind_after
