r"""Patterns over tokens, in the one notation in which the word lists of `lang/` write them.

A pattern is a row of elements, parted by spaces:

======== ==========================================================================================
word     a token's lower form; ``a|b`` either; ``pre*`` and ``*suf`` its beginning or its end
=word    the same, but not where it is written with a capital (*May* is a month), save in headlines
\d       a number in digits
@name    any word of the list of that name, given in the same file
x?       the element x, or nothing
..n      as few as possible of at most n words or numbers, never a mark
&x ~x    the next token is, or is not, x; takes no token
^        a sentence, a quote or what follows a colon starts here; takes no token
/        what follows must stand there too, but is no part of what is found
======== ==========================================================================================

Every repeat is bounded and every pattern is looked up by its first word: the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

from claimdesk.model import Token

T = TypeVar("T")
Lists = Mapping[str, Sequence[str]]

SENTENCE_STARTERS = frozenset('.?!:;"“„«…(')
_MOST_KNOWN = 1 << 13  # words of which it is remembered, for each table, which patterns they may start
_HEADLINE = 0.7  # share of capitalised words from which a text is written in title case


@dataclass(frozen=True, slots=True)
class Words:
    """A set of lower forms, with beginnings and endings that will do as well."""

    whole: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def __contains__(self, lower: object) -> bool:
        if not isinstance(lower, str):
            return False
        return lower in self.whole or lower.startswith(self.beginnings) or lower.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern. `gap` > 0: that many tokens may stand here; `look`: takes no token."""

    words: Words = field(default_factory=Words)
    number: bool = False
    written: bool = False
    optional: bool = False
    gap: int = 0
    look: Literal["", "&", "~", "^"] = ""

    def fits(self, token: Token, headline: bool) -> bool:
        """Whether `token` may stand here."""
        lower, words = token.lower, self.words
        if not (lower in words.whole or lower.startswith(words.beginnings) or lower.endswith(words.endings)):
            return self.number and token.kind == "number"
        return token.kind == "number" or headline or not self.written or not token.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Pattern(Generic[T]):
    """The elements of a pattern, those after its slash, and what it stands for."""

    elements: tuple[Element, ...]
    context: tuple[Element, ...]
    value: T


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A pattern found: the tokens ``[first, last)``, where its context ends, and what it stands for."""

    first: int
    last: int
    end: int
    value: T


@dataclass(frozen=True, slots=True)
class Patterns(Generic[T]):
    """Patterns by the word, beginning or ending they start with, and as `known` by words seen before. Build
    it with `compile_patterns`."""

    whole: Mapping[str, Sequence[Pattern[T]]]
    beginnings: Mapping[str, Sequence[Pattern[T]]]
    endings: Mapping[str, Sequence[Pattern[T]]]
    numbers: Sequence[Pattern[T]]
    lengths: Sequence[int]
    known: dict[str, Sequence[Pattern[T]]] = field(default_factory=dict, compare=False, repr=False)

    def starting(self, token: Token) -> Sequence[Pattern[T]]:
        """The patterns that may start with `token`."""
        if token.kind == "number":
            return tuple(self._starting(token))
        if len(self.known) >= _MOST_KNOWN:
            self.known.clear()
        found = self.known[token.lower] = tuple(self._starting(token))
        return found

    def _starting(self, token: Token) -> Iterator[Pattern[T]]:
        yield from self.whole.get(token.lower, ())
        if token.kind == "number":
            yield from self.numbers
        for length in self.lengths:
            yield from self.beginnings.get(token.lower[:length], ())
            yield from self.endings.get(token.lower[-length:], ())


def read_words(forms: Iterable[str]) -> Words:
    """The set that `forms` describe, each a whole word, ``pre*`` or ``*suf``."""
    forms = tuple(forms)
    return Words(
        frozenset(form for form in forms if "*" not in form or form == "*"),
        tuple(form[:-1] for form in forms if len(form) > 1 and form.endswith("*")),
        tuple(form[1:] for form in forms if len(form) > 1 and form.startswith("*")),
    )


def parse_pattern(pattern: str, lists: Lists) -> tuple[Element, ...]:
    """The elements of `pattern`. Raises ValueError where no first word can be told to look it up by."""
    elements = tuple(_parse_element(part, lists) for part in pattern.split())
    head = next((element for element in elements if element.look != "^"), None)
    if head is None or head.gap or head.look or head.optional:
        raise ValueError(f"pattern {pattern!r} has no first word to look it up by: start it with a word")
    return elements


def _parse_element(part: str, lists: Lists) -> Element:
    if part == "^":
        return Element(look="^")
    if part.startswith("..") and part[2:].isdigit():
        return Element(gap=int(part[2:]))
    if len(part) > 1 and part[0] in "&~":
        return replace(_parse_element(part[1:], lists), look=part[0])  # type: ignore[arg-type]
    if len(part) > 1 and part.endswith("?"):
        return replace(_parse_element(part[:-1], lists), optional=True)
    written = len(part) > 1 and part.startswith("=")
    forms: list[str] = []
    for form in part.removeprefix("=").split("|") if part != "|" else [part]:
        forms += [str(word) for word in lists[form[1:]]] if form.startswith("@") else [form]
    return Element(read_words(form for form in forms if form != r"\d"), r"\d" in forms, written)


def compile_patterns(rows: Iterable[tuple[str, T]], lists: Lists) -> Patterns[T]:
    """The table of `rows`, each a pattern and what it stands for; raises as `parse_pattern` does."""
    whole: dict[str, list[Pattern[T]]] = {}
    beginnings: dict[str, list[Pattern[T]]] = {}
    endings: dict[str, list[Pattern[T]]] = {}
    numbers: list[Pattern[T]] = []
    for pattern, value in rows:
        own, _, context = pattern.partition(" / ")
        elements = parse_pattern(own, lists)
        head = next(element for element in elements if not element.look)
        row = Pattern(elements, tuple(_parse_element(part, lists) for part in context.split()), value)
        for index, forms in (
            (whole, head.words.whole),
            (beginnings, head.words.beginnings),
            (endings, head.words.endings),
        ):
            for form in forms:
                index.setdefault(form, []).append(row)
        if head.number:
            numbers.append(row)
    lengths = sorted({len(form) for form in (*beginnings, *endings)})
    return Patterns(whole, beginnings, endings, numbers, lengths)


def find_patterns(patterns: Patterns[T], tokens: Sequence[Token]) -> list[Found[T]]:
    """Everything found, in order; of overlapping ones the longest, then the earliest, stays."""
    known = patterns.known
    starts: list[tuple[int, Pattern[T]]] = []
    for first, token in enumerate(tokens):
        rows = known.get(token.lower)
        if rows is None:
            rows = patterns.starting(token)
        if rows:
            starts.extend((first, pattern) for pattern in rows)
    if not starts:
        return []
    headline = is_headline(tokens)
    found = []
    for first, pattern in starts:
        last = match_at(pattern.elements, tokens, first, headline)
        end = match_at(pattern.context, tokens, last, headline) if last > first else -1
        if end > first:
            found.append(Found(first, last, end, pattern.value))
    found.sort(key=lambda one: (one.first - one.end, one.first))
    taken = bytearray(len(tokens))
    kept = []
    for one in found:
        if not any(taken[one.first : one.last]):
            taken[one.first : one.last] = b"\1" * (one.last - one.first)
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)


def match_at(
    elements: Sequence[Element], tokens: Sequence[Token], at: int, headline: bool = False, done: int = 0
) -> int:
    """Where the match of `elements` from the one numbered `done` on, at token `at`, ends; -1 for none."""
    while done < len(elements):
        element = elements[done]
        done += 1
        if element.gap:
            return _match_gap(elements, tokens, at, headline, done)
        fits = at < len(tokens) and element.fits(tokens[at], headline)
        if element.look:
            if not (starts_sentence(tokens, at) if element.look == "^" else fits == (element.look == "&")):
                return -1
        elif element.optional:
            longer = match_at(elements, tokens, at + 1, headline, done) if fits else -1
            if longer >= 0:
                return longer
        elif not fits:
            return -1
        else:
            at += 1
    return at


def _match_gap(
    elements: Sequence[Element], tokens: Sequence[Token], at: int, headline: bool, done: int
) -> int:
    for skipped in range(elements[done - 1].gap + 1):
        end = match_at(elements, tokens, at + skipped, headline, done)
        if end >= 0:
            return end
        if at + skipped >= len(tokens) or tokens[at + skipped].kind == "mark":
            break
    return -1


def starts_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence, a quote or what follows a colon starts at token `at`."""
    return at == 0 or tokens[at - 1].text in SENTENCE_STARTERS


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether the words are written in title case, so that capitals tell nothing."""
    words = [token for token in tokens if token.kind == "word"]
    return sum(token.text[0].isupper() for token in words) > _HEADLINE * len(words)
