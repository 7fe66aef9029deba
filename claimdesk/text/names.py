"""Finding names: every wording of an alias group is one word, whatever the language and the ending.

A wording is found as whole tokens, casefolded, longest first; one of a few capitals (*AS*, *UN*, *WHO*) keeps
its case. Its last word may carry an ending that makes no other name of it: a possessive, an Indonesian
clitic, or that of an inhabitant (*Libya*, *Libyan*); the endings are data (`lang/names.yaml`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from claimdesk.model import Span, Token
from claimdesk.text.lexicon import load_words
from claimdesk.text.tokens import find_tokens

_SHORT_CAPITALS = 4  # AS is a country, "as" is a word
_MOST_KNOWN = 1 << 15  # tokens of which it is remembered what they may begin
_SHORTEST_STEM = 4  # below this an ending may make another word: AS, asn


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load_words("", "names")["endings"])


_Wording = tuple[tuple[str, ...], int]  # its words, and its group


class NameGroups(tuple[tuple[str, ...], ...]):
    """Groups of names that mean one thing. Caches ask for its hash often, so it is computed once."""

    def __hash__(self) -> int:
        found: int | None = self.__dict__.get("hash")
        if found is None:
            found = self.__dict__["hash"] = super().__hash__()
        return found

    def __eq__(self, other: object) -> bool:
        return self is other or super().__eq__(other)


@dataclass(frozen=True, slots=True)
class NameFound:
    """A wording found: the group it belongs to, the tokens `[first, last)` and where it stands."""

    group: int
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Wordings of groups, looked up by their first two words, the second empty where there is none. Build it
    with `build_name_finder`.

    `common` are the numbers of the groups that hold no proper name, only small-written nouns; `known` are the
    wordings that tokens seen before may begin.
    """

    by_first: Mapping[str, Mapping[str, tuple[_Wording, ...]]] = field(default_factory=dict)
    common: frozenset[int] = frozenset()
    known: dict[str, tuple[Mapping[str, tuple[_Wording, ...]], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def find(self, tokens: Sequence[Token]) -> tuple[NameFound, ...]:
        """All names in `tokens`, longest first at each place, none overlapping, in order."""
        found, at = [], 0
        while at < len(tokens):
            hit = self._longest(tokens, at) if self._rows_of(tokens[at]) else None
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
            for at, token in enumerate(tokens)
            if self._rows_of(token)
            for words, group in self._starting(tokens, at)
            if self._stands(words, tokens, at)
        )

    def by_rarest(self) -> dict[str, tuple[int, ...]]:
        """The groups of all wordings by that word of each which the fewest others hold.

        Where a wording stands, that word is the text of a token or one of the `stems` of its lower form.
        """
        wordings = [one for rows in self.by_first.values() for row in rows.values() for one in row]
        spread = Counter(word for words, _ in wordings for word in words)
        found: dict[str, set[int]] = {}
        for words, group in wordings:
            found.setdefault(min(words, key=lambda word: (spread[word], word)), set()).add(group)
        return {word: tuple(sorted(groups)) for word, groups in found.items()}

    def _longest(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        for words, group in self._starting(tokens, at):
            if self._stands(words, tokens, at):
                return group, len(words)
        return None

    def _starting(self, tokens: Sequence[Token], at: int) -> Iterator[_Wording]:
        """The wordings that may stand at token `at`: those that begin as it does, then as its stems do; the
        longest first."""
        for rows in self._rows_of(tokens[at]):
            following = tokens[at + 1 : at + 2]
            seconds = {form for token in following for form in (token.text, *stems(token.lower))}
            found = [one for second in seconds if second in rows for one in rows[second]]
            yield from sorted(found, key=_longest_first)
            yield from rows.get("", ())

    def _rows_of(self, token: Token) -> tuple[Mapping[str, tuple[_Wording, ...]], ...]:
        """The wordings that begin as a token does, then those that begin as its stems do: none, for most."""
        rows = self.known.get(token.text)
        if rows is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            forms = (token.text, *stems(token.lower))
            rows = tuple(self.by_first[form] for form in forms if form in self.by_first)
            self.known[token.text] = rows
        return rows

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
            elif token.lower != word and (offset < last or word not in stems(token.lower)):
                return False
        return True


@lru_cache(maxsize=1 << 17)
def stems(lower: str) -> tuple[str, ...]:
    """A casefolded form itself and, shorter, what is left of it without a harmless ending."""
    if not lower.endswith(_endings()):
        return (lower,)
    stems = [lower]
    for ending in _endings():
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and (len(stem) >= _SHORTEST_STEM or not ending.isalpha()):
            stems.append(stem)
    return tuple(stems)


def build_name_finder(groups: Iterable[Iterable[str]]) -> NameFinder:
    """A finder for `groups` of wordings; group numbers are their places in `groups`."""
    by_first: dict[str, dict[str, set[_Wording]]] = {}
    groups = [tuple(group) for group in groups]
    common = {number for number, group in enumerate(groups) if group and all(map(str.islower, group))}
    for number, wordings in enumerate(groups):
        for wording in wordings:
            words = tuple(_form(token) for token in find_tokens(wording))
            if words:
                second = words[1] if len(words) > 1 else ""
                by_first.setdefault(words[0], {}).setdefault(second, set()).add((words, number))
    ordered = {
        first: {second: tuple(sorted(found, key=_longest_first)) for second, found in rows.items()}
        for first, rows in by_first.items()
    }
    return NameFinder(ordered, frozenset(common))


def _form(token: Token) -> str:
    """How a word is compared: a few capitals as written, everything else casefolded."""
    return token.text if token.text.isupper() and len(token.text) <= _SHORT_CAPITALS else token.lower


def _longest_first(row: _Wording) -> tuple[int, int, tuple[str, ...]]:
    words, group = row
    return -len(words), group, words
