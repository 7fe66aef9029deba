"""Which of a phrase's verbs says what is done.

In *India said it downed a jet* that is *downed*: a verb of saying, confirming, refusing or promising only
frames another one. So does the verb of a relative clause (*contractors whose buildings collapsed were held*)
and a participle before its noun (*over collapsed buildings*). The lists are `lang/<language>/helpers.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from claimdesk.matching.deeds import helper_words, is_copular, is_foretold, is_predicate
from claimdesk.model import Token
from claimdesk.text.clause_words import clause_words
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import is_function_word
from claimdesk.text.reading import Reading

W = TypeVar("W")


def find_predicate(reading: Reading, words: Sequence[tuple[W, int, int, int]]) -> frozenset[W]:
    """The items of a phrase whose verbs say what is done; `words` as `vocabulary.weigh_words` gives them."""
    verbs = [
        (first, last)
        for _, _, first, last in words
        if is_predicate(reading, first, last) or is_copular(reading, first, last)
    ]
    verbs = verbs or [(first, last) for _, _, first, last in words if _is_full(reading, first, last)]
    verbs = verbs or [(first, last) for _, _, first, last in words if is_foretold(reading, first, last)]
    framing = _find_framing(reading, verbs)
    kept = [verb for verb in verbs if verb not in framing]
    return frozenset(item for item, _, first, last in words if (first, last) in kept)


def _is_full(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch holds a verb that says something where no other one does: *used*, *took part*."""
    verbs = [at for at in range(first, last) if looks_like_verb(reading.language, reading.tokens[at])]
    if last - first > 1:
        return bool(verbs) and " ".join(reading.lemmas[first:last]) not in helper_words(
            reading.language, "hollow"
        )
    return bool(verbs) and reading.lemmas[first] in helper_words(reading.language, "light")


def _find_framing(reading: Reading, verbs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of a phrase's `verbs`, as tokens ``first .. last`` (exclusive), that only frame another one.

    Empty where nothing would be left.
    """
    left = list(verbs)
    for frames in (_frames, _is_relative, _is_attribute):
        kept = [verb for verb in left if not frames(reading, verb[0])]
        left = kept or left
    return [verb for verb in verbs if verb not in left]


def _frames(reading: Reading, at: int) -> bool:
    """Whether it is a verb of saying, or one of wanting with another verb behind it."""
    language = reading.language
    if reading.lemmas[at] in helper_words(language, "framing", lemmas=True):
        return True
    if reading.lemmas[at] not in helper_words(language, "wanting", lemmas=True) or at + 1 == len(
        reading.tokens
    ):
        return False
    behind = reading.tokens[at + 1]
    return behind.lower == "to" if language == "en" else looks_like_verb(language, behind)


def _is_relative(reading: Reading, at: int) -> bool:
    """Whether it is the verb right behind a relative word: *buildings that collapsed*."""
    words = clause_words(reading.language).sets
    before = [token.lower for token in reading.tokens[:at]]
    while before and before[-1] in words["auxiliaries"]:
        before.pop()
    return len(before) > 1 and before[-1] in words["relatives"]


def _is_attribute(reading: Reading, at: int) -> bool:
    """Whether it is an English participle before its noun: *over collapsed buildings*."""
    tokens = reading.tokens
    if reading.language != "en" or not 0 < at < len(tokens) - 1:
        return False
    opened = tokens[at - 1].lower in helper_words("en", "before_noun")
    return opened and tokens[at].lower.endswith(("ed", "ing")) and _is_noun(tokens[at + 1])


def _is_noun(token: Token) -> bool:
    return token.kind == "word" and not is_function_word(token.lower, "en")
