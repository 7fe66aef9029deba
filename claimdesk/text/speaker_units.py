"""A passage cut into units that carry the tags by which one tells who speaks.

A unit is a token, or several tokens that are one thing: an entry of `text.speaker_words`, or a name of the
registry (*Kyiv Independent*), which goes before. Its tags are the keys of the list, and these, which are seen
and not listed:

========= ========================================================================================
name      a name or alias of the registry
cap       a proper name: written with a capital that its place in the sentence does not explain
initial   a capital that its place explains, so that it may be a proper name or not
acronym   two to six capitals
clitic    ends in a possessive (*its spokesman's*, *juru bicaranya*)
number    a number in digits
spelled   a word for a number from two on
mark      a mark
========= ========================================================================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimdesk.model import Token
from claimdesk.text.known import is_known_word
from claimdesk.text.quotations import Quotation
from claimdesk.text.speaker_words import KINDS, NO_TAGS, SpeakerWords, Tags, fold
from claimdesk.text.tokens import find_tokens

_FUNCTION_TAGS: Tags = frozenset((
    "say", "weak", "inverted", "passive", "according", "basis", "that", "negation", "future", "infinitive",
    "auxiliary", "adverb", "coordinator", "opposed", "subordinator", "relative", "preposition", "calendar",
    "pronoun", "plural", "own", "demonstrative", "determiner", "anonymous", "never", "intro", "first",
))  # fmt: skip
_NEVER_IN_NAMES: Tags = frozenset({"calendar", "first", "pronoun", "plural", "that", "say", "intro"})
_ACRONYM_KEEPS: Tags = KINDS | {"name", "clitic", "honorific"}
_ACRONYM = range(2, 7)  # letters
_TITLE_CASE = 60  # per cent of capitalised words from which a line is a headline in title case
_OPENERS = "“\"„«:–—-'‘.…"  # marks behind which a capital tells nothing
_PARTICLE_NAME = re.compile(r"(?:al|el|an|as|ad|ar|ash|at|az)[-‐‑’'][^\W\d_a-z]")  # al-Tango
_MONEY = re.compile(r"rp\d")  # written with its figure as one word
_CAPITALISED = re.compile(r"[ ,](?![a-z])(?<=[^\W\d_][ ,])([^\W\d_a-z][^\W\d_]+)")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")


class Unit(NamedTuple):
    """One word of a passage, or several that are one thing, at `[start, end)` of the body.

    `quoted` is 0 outside quotations, 1 in one that lacks a mark, 2 in a whole one.
    """

    start: int
    end: int
    text: str
    lower: str
    tags: Tags
    quoted: int = 0

    def has(self, *tags: str) -> bool:
        """Whether it carries any of `tags`."""
        return not self.tags.isdisjoint(tags)

    def marks(self, characters: str) -> bool:
        """Whether it is one of these marks."""
        return "mark" in self.tags and self.text in characters

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


def find_proper_words(texts: Sequence[str]) -> frozenset[str]:
    """Words, casefolded, that `texts` capitalise inside a sentence; what stands in title case tells
    nothing."""
    prose = (text for text in texts if not _in_title_case(text))
    return frozenset(" ".join(" ".join(_CAPITALISED.findall(text)) for text in prose).casefold().split())


def _in_title_case(text: str) -> bool:
    if text.rstrip("\"'”’»)").endswith((".", "!", "?", "…")):
        return False
    words = _LONG_WORD.findall(text)
    return len(words) > 3 and 100 * sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


_Name = tuple[int, int, tuple[Token, ...]]  # its length, negative, its place among all names, its tokens


@lru_cache(maxsize=64)
def _name_table(names: frozenset[str]) -> Mapping[str, Mapping[str, list[_Name]]]:
    """The names as tokens by their first and second word, folded; the second is empty where there is none."""
    table: dict[str, dict[str, list[_Name]]] = {}
    for number, name in enumerate(sorted(names)):
        tokens = find_tokens(name)
        if tokens:
            second = fold(tokens[1].lower) if len(tokens) > 1 else ""
            row = table.setdefault(fold(tokens[0].lower), {}).setdefault(second, [])
            row.append((-len(tokens), number, tokens))
    return table


class UnitFinder:
    """Cuts the passages of one article into units."""

    def __init__(
        self,
        words: SpeakerWords,
        names: Collection[str] = (),
        quotations: Sequence[Quotation] = (),
        proper: frozenset[str] = frozenset(),
    ) -> None:
        self._words = words
        self._names = _name_table(frozenset(names))
        self._quotations = quotations
        self._proper = proper
        self._ends = [quotation.span.end for quotation in quotations]

    def find(self, body: str, start: int, end: int) -> tuple[Unit, ...]:
        """The units of ``body[start:end]``, in order."""
        tokens = find_tokens(body[start:end])
        title = _in_title_case(body[start:end])
        units: list[Unit] = []
        at = 0
        while at < len(tokens):
            length, tags = self._read(tokens, at, title)
            first, last = start + tokens[at].start, start + tokens[at + length - 1].end
            written = body[first:last]
            units.append(Unit(first, last, written, written.casefold(), tags, self._quoted(first)))
            at += length
        return tuple(units)

    def _read(self, tokens: Sequence[Token], at: int, title: bool) -> tuple[int, Tags]:
        """How many tokens from `at` are one unit, and its tags."""
        token = tokens[at]
        name = next((one for one in self._named(tokens, at) if self._is_name(tokens, at, one)), None)
        if name is not None:
            length, tags = len(name), self._kinds(name) | {"name"}
            last = tokens[at + length - 1].lower
            tags |= {"clitic"} if fold(last) != fold(name[-1].lower) else NO_TAGS
        else:
            length, tags = self._words.longest(tokens, at)
            tags = tags if length else self._words.tags_like(token.lower)
        if length > 1:
            dotted = any(one.text == "." for one in tokens[at : at + length])  # "U.S."
            closed = dotted and [one.text for one in tokens[at + length : at + length + 1]] == ["."]
            return length + closed, tags
        if token.kind != "word":
            return 1, tags | {token.kind}
        seen = self._seen(tokens, at, title, tags)
        return 1, seen | (tags & _ACRONYM_KEEPS if "acronym" in seen else tags)

    def _named(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[Token, ...]]:
        """The names of the registry that start with this word and go on with the next, longest first."""
        for form in self._words.forms(tokens[at].lower):
            rows = self._names.get(form)
            if rows is not None:
                behind = tokens[at + 1 : at + 2]
                seconds = {"", *(one for token in behind for one in self._words.forms(token.lower))}
                found = sorted(name for second in seconds for name in rows.get(second, ()))
                yield from (name for _, _, name in found)

    def _is_name(self, tokens: Sequence[Token], at: int, name: Sequence[Token]) -> bool:
        """Whether `name` stands at `at`, in its own case where that tells it from a word (*WHO*,
        *Antara*)."""
        window = tokens[at : at + len(name)]
        if len(window) < len(name) or not all(map(_is_cased, window, name)):
            return False
        for number, (token, wanted) in enumerate(zip(window, name, strict=True), 1):
            found = {fold(token.lower)}
            if number == len(name):
                found.add(fold(self._words.bare(token.lower)))
            if fold(wanted.lower) not in found:
                return False
        function_word = len(name) == 1 and self._words.tags_of(window[0].lower) & _FUNCTION_TAGS
        return not (function_word and at == 0 and not name[0].text.isupper())

    def _kinds(self, name: Sequence[Token]) -> Tags:
        """What a name says of its bearer: *Red Crescent spokesman* is a person, *observer mission* a body; a
        place only as a whole."""
        found: list[Tags] = []
        for at in range(len(name)):
            length, tags = self._words.longest(name, at)
            found.append(tags & (KINDS if length == len(name) else KINDS - {"place"}))
        told = [tags for tags in found if tags] or [NO_TAGS]
        head = told[0 if self._words.head_first else -1]
        if self._words.tags_of(name[0].lower) & {"honorific"} and len(name) > 1:
            return frozenset({"honorific"})  # "Letjen Oscar Tango" is a name, no office
        return frozenset().union(*told) - ({"person", "generic"} if "body" in head else NO_TAGS)

    def _seen(self, tokens: Sequence[Token], at: int, title: bool, tags: Tags) -> Tags:
        """The tags of a single word that are seen and not listed."""
        token = tokens[at]
        short = token.text.removesuffix("'s").removesuffix("’s")
        if _PARTICLE_NAME.match(token.text):
            return frozenset({"cap"})
        if not token.text[0].isupper():
            return NO_TAGS
        if _MONEY.match(token.lower):
            return frozenset({"number"})
        if len(short) in _ACRONYM and short.isupper() and not tags & {"never", "calendar"}:
            return frozenset({"acronym"})
        before, behind = _is_capital(tokens, at - 1), _is_capital(tokens, at + 1)
        if tags & _FUNCTION_TAGS:  # "Phan Van On", "All Nigeria People's Party"
            inside = (before and behind) or (at > 1 and (before or behind))
            inside = inside and not title and not tags & _NEVER_IN_NAMES
            return frozenset({"cap"}) if inside else NO_TAGS
        explained = at == 0 or title or (tokens[at - 1].kind == "mark" and tokens[at - 1].text in _OPENERS)
        if token.lower in self._proper or not explained or (behind and not title):
            return frozenset({"cap"})
        known = title or is_known_word(token.lower, self._words.language)
        return frozenset({"initial" if known else "cap"})

    def _quoted(self, position: int) -> int:
        """Whether the body is quoted at `position`."""
        following = bisect_right(self._ends, position)
        if following == len(self._ends) or self._quotations[following].span.start > position:
            return 0
        return 2 if self._quotations[following].closed else 1


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether there is a capitalised word at `at`."""
    return 0 <= at < len(tokens) and tokens[at].kind == "word" and tokens[at].text[0].isupper()


def _is_cased(token: Token, wanted: Token) -> bool:
    """Whether a token has the capitals of a name's: its first letter, or all where the name is in
    capitals."""
    if len(wanted.text) > 1 and wanted.text.isupper():
        return token.text[: len(wanted.text)].isupper()
    return token.text[0].isupper() or not wanted.text[0].isupper()
