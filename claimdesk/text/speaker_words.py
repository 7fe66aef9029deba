"""The words by which one tells who speaks: `lang/<language>/speakers.yaml` as tables.

Each key of the file is a tag and each entry a word, or several words that are one thing: a title (*juru
bicara*), a verb with its preposition (*mengacu pada*). The longest entry wins. A verb of speech is known
through one slip of the keyboard, but never where that makes another word of the language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimdesk.model import Token
from claimdesk.text.known import is_known_word
from claimdesk.text.lexicon import load_words
from claimdesk.text.tokens import find_tokens

Tags = frozenset[str]
NO_TAGS: Tags = frozenset()
KINDS: Tags = frozenset({"person", "body", "generic", "place", "agency"})  # what a speaker can be
_CLITICS = {"id": ("-nya", "nya"), "en": ("'s",)}
_SHORTEST_STEM = 4  # letters left before a possessive ending
_SLIP_LENGTHS = range(7, 24)  # shorter verbs have too many neighbours that are words of their own


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """The lists of one language. `entries` are looked up by first word, longest first.

    `head_first`: a noun's modifiers follow it. `slips` maps a verb less one letter to the verb.
    """

    language: str
    head_first: bool
    entries: Mapping[str, tuple[tuple[tuple[str, ...], Tags], ...]]
    slips: Mapping[str, str]

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, Tags]:
        """How many tokens from `at` are one entry, and its tags; 0 and none where there is no entry.

        The last of several words may have a possessive ending: *juru bicaranya*, *coast guard's*.
        """
        for words, tags in self.entries.get(tokens[at].lower, ()):
            if len(words) == 1:
                return 1, tags
            if len(words) > 2 and (at + 1 == len(tokens) or tokens[at + 1].lower != words[1]):
                continue
            window = [token.lower for token in tokens[at : at + len(words)]]
            if window == list(words):
                return len(words), tags
            if len(window) == len(words) > 1 and [*window[:-1], self.bare(window[-1])] == list(words):
                return len(words), tags | {"clitic"}
        return 0, NO_TAGS

    def tags_of(self, word: str) -> Tags:
        """The tags of a single lower-case word, as it is listed."""
        return next((tags for words, tags in self.entries.get(word, ()) if len(words) == 1), NO_TAGS)

    def tags_like(self, word: str) -> Tags:
        """The tags of a word that is not listed itself: with a possessive, as a plural, or misspelt."""
        return _tags_like(word, self.language)

    def find_like(self, word: str) -> Tags:
        """The same, worked out."""
        bare = self.bare(word)
        if bare != word:
            return self.tags_of(bare) | {"clitic"}
        return self._plural(word) or self._misspelt(word)

    def bare(self, word: str) -> str:
        """`word` without a possessive ending: *spokesman's*, *juru bicaranya*."""
        return _bare(word, self.language)

    def forms(self, word: str) -> tuple[str, ...]:
        """A lower-case word as names are looked up by: folded, and without a possessive ending."""
        return _forms(word, self.language)

    def _plural(self, word: str) -> Tags:
        """The tags of the speaker that an English plural means several of: *parties*, *unions*."""
        if self.head_first or not word.endswith("s"):
            return NO_TAGS
        single = word[:-3] + "y" if word.endswith("ies") else word[:-1]
        return self.tags_of(single) & (KINDS - {"place", "agency"} | {"private"})

    def _misspelt(self, word: str) -> Tags:
        """``say`` where one letter too many, too few or another one makes it a verb of speech."""
        if len(word) not in _SLIP_LENGTHS or is_known_word(word, self.language):
            return NO_TAGS
        shorter = [word[:at] + word[at + 1 :] for at in range(1, len(word))]
        slip = word in self.slips or any(
            form in self.slips or "say" in self.tags_of(form) for form in shorter
        )
        return frozenset({"say"}) if slip else NO_TAGS


@lru_cache(maxsize=1 << 16)
def _bare(word: str, language: str) -> str:
    for clitic in _CLITICS[language]:
        if word.endswith(clitic) and len(word) >= len(clitic) + _SHORTEST_STEM:
            return word[: -len(clitic)]
    return word[:-2] if word.endswith("'s") and len(word) > 2 else word


@lru_cache(maxsize=1 << 16)
def _forms(word: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((fold(word), fold(_bare(word, language)))))


@lru_cache(maxsize=1 << 16)
def _tags_like(word: str, language: str) -> Tags:
    return load_speaker_words(language).find_like(word)


@cache
def load_speaker_words(language: str) -> SpeakerWords:
    """The lists of `language` (``id`` or ``en``)."""
    listed = load_words(language, "speakers")
    tags: dict[tuple[str, ...], set[str]] = {}
    for tag, entries in listed["tags"].items():
        for entry in entries:
            tags.setdefault(tuple(token.lower for token in find_tokens(entry)), set()).add(tag)
    for word in _spelled_numbers(language):
        tags.setdefault((word,), set()).add("spelled")
    by_first: dict[str, list[tuple[tuple[str, ...], Tags]]] = {}
    for words, of_entry in tags.items():
        by_first.setdefault(words[0], []).append((words, frozenset(of_entry)))
    slips = {
        verb[:at] + verb[at + 1 :]: verb
        for verb in listed["tags"]["say"]
        if len(verb) in _SLIP_LENGTHS[1:] and " " not in verb
        for at in range(1, len(verb))
    }
    return SpeakerWords(
        language,
        listed["head"] == "first",
        {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in by_first.items()},
        slips,
    )


def _spelled_numbers(language: str) -> tuple[str, ...]:
    """The words for numbers from two on; *one* is no count as often as not."""
    numbers = load_words(language, "numbers")
    values = {**numbers["digits"], **numbers["teens"], **numbers.get("tens", {}), **numbers.get("ones", {})}
    return tuple(word for word, value in values.items() if value > 1)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """`text` casefolded and without diacritics, for comparing names."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
