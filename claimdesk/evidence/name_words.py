"""The words of a name with what the speaker lists of both languages say of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.speaker_words import fold, load_speaker_words
from claimdesk.text.tokens import find_tokens

_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # U.S.
_ENDINGS = ("'s", "-nya", "nya")
_UNPROPER = frozenset((
    "person", "body", "generic", "place", "modifier", "portfolio", "honorific", "determiner", "possessive",
    "particle", "demonstrative", "preposition", "coordinator",
))  # fmt: skip


class Word(NamedTuple):
    """A word of a name. `tags` are those of `lang/*/speakers.yaml` in either language."""

    text: str
    folded: str
    tags: frozenset[str]

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()

    @property
    def proper(self) -> bool:
        """Whether it is capitalised and no title, country or field of office."""
        return self.capital and not self.tags & _UNPROPER


@lru_cache(maxsize=1 << 12)  # the same few speakers and outlets all over
def read_words(text: str) -> tuple[Word, ...]:
    """The words of a name, without possessive endings; the titles of several words carry their tags on
    each."""
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    tokens = [token for token in find_tokens(text) if token.kind == "word"]
    folded = [_bare(fold(token.lower)) for token in tokens]
    tags: list[set[str]] = [set() for _ in tokens]
    for language in LANGUAGES:
        entries = load_speaker_words(language).entries
        at = 0
        while at < len(tokens):
            length = 1
            for words, of_entry in entries.get(folded[at], ()):
                if tuple(folded[at : at + len(words)]) == words:
                    length = len(words)
                    for inner in range(at, at + length):
                        tags[inner] |= of_entry
                    break
            at += length
    return tuple(
        Word(token.text, name, frozenset(found))
        for token, name, found in zip(tokens, folded, tags, strict=True)
    )


def _bare(folded: str) -> str:
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending) + 2:
            return folded[: -len(ending)]
    return folded
