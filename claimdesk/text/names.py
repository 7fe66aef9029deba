"""Finding names: every wording of an alias group is one word, whatever the language and the ending.

A wording is found as whole tokens, casefolded, longest first; one of a few capitals (*AS*, *UN*, *WHO*) keeps
its case. Its last word may carry an ending that makes no other name of it: a possessive, an Indonesian
clitic, or that of an inhabitant (*Libya*, *Libyan*); the endings are data (`lang/names.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimdesk.model import Span, Token
from claimdesk.text.lexicon import load_words
from claimdesk.text.tokens import find_tokens

_SHORT_CAPITALS = 4  # AS is a country, "as" is a word
_SHORTEST_STEM = 4  # below this an ending may make another word: AS, asn


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load_words("", "names")["endings"])


@dataclass(frozen=True, slots=True)
class NameFound:
    """A wording found: the group it belongs to, the tokens `[first, last)` and where it stands."""

    group: int
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Wordings of groups, looked up by their first word. Build it with `build_name_finder`.

    `common` are the numbers of the groups that hold no proper name, only small-written nouns.
    """

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]] = field(default_factory=dict)
    common: frozenset[int] = frozenset()

    def find(self, tokens: Sequence[Token]) -> tuple[NameFound, ...]:
        """All names in `tokens`, longest first at each place, none overlapping, in order."""
        found, at = [], 0
        while at < len(tokens):
            hit = self._longest(tokens, at)
            if hit is None:
                at += 1
                continue
            group, length = hit
            span = Span(tokens[at].start, tokens[at + length - 1].end)
            found.append(NameFound(group, at, at + length, span))
            at += length
        return tuple(found)

    def find_groups(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The numbers of all groups with a wording in `tokens`, also of one that is part of a longer one."""
        return frozenset(
            group
            for at in range(len(tokens))
            for stem in (tokens[at].text, *_stems(tokens[at].lower))
            for words, group in self.by_first.get(stem, ())
            if self._stands(words, tokens, at)
        )

    def _longest(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        for stem in (tokens[at].text, *_stems(tokens[at].lower)):
            for words, group in self.by_first.get(stem, ()):
                if self._stands(words, tokens, at):
                    return group, len(words)
        return None

    @staticmethod
    def _stands(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
        if at + len(words) > len(tokens):
            return False
        last = len(words) - 1
        for offset, word in enumerate(words):
            token = tokens[at + offset]
            if word.isupper():
                if token.text != word:
                    return False
            elif token.lower != word and (offset < last or word not in _stems(token.lower)):
                return False
        return True


@cache
def _stems(lower: str) -> tuple[str, ...]:
    """The form itself and, shorter, what is left of it without a harmless ending."""
    stems = [lower]
    for ending in _endings():
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and (len(stem) >= _SHORTEST_STEM or not ending.isalpha()):
            stems.append(stem)
    return tuple(stems)


def build_name_finder(groups: Iterable[Iterable[str]]) -> NameFinder:
    """A finder for `groups` of wordings; group numbers are their places in `groups`."""
    by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    groups = [tuple(group) for group in groups]
    common = {number for number, group in enumerate(groups) if group and all(map(str.islower, group))}
    for number, wordings in enumerate(groups):
        for wording in wordings:
            words = tuple(_form(token) for token in find_tokens(wording))
            if words:
                by_first.setdefault(words[0], []).append((words, number))
    longest = {first: tuple(sorted(set(rows), key=_longest_first)) for first, rows in by_first.items()}
    return NameFinder(longest, frozenset(common))


def _form(token: Token) -> str:
    """How a word is compared: a few capitals as written, everything else casefolded."""
    return token.text if token.text.isupper() and len(token.text) <= _SHORT_CAPITALS else token.lower


def _longest_first(row: tuple[tuple[str, ...], int]) -> tuple[int, int, tuple[str, ...]]:
    words, group = row
    return -len(words), group, words
