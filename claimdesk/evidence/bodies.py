"""Bodies by what they are called: one body in two languages, and the short form that stands for a full name.

A name of a body is taken as the set of what its words mean, in either language and order (*Latvian defence
ministry*, *Kementerian Pertahanan Latvia*): equal sets are one body. A common noun with no name of its own
(*the ministry*, *Bank*, *the agency chief*) is short for the source whose name has that noun as its head: the
one that the article named last, else the only one there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.evidence.name_words import Word, read_words
from claimdesk.evidence.sources import SourceFinder
from claimdesk.text.lexicon import load_words
from claimdesk.text.tokens import find_tokens

_LEFT_OUT = frozenset((
    "determiner", "possessive", "demonstrative", "preposition", "particle", "coordinator", "honorific",
    "former",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """What a name of a source means: `means` all its words, `heads` the kinds of body that it is one of."""

    source: str
    means: frozenset[str]
    heads: frozenset[str]


@cache
def _table() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Wordings by first word, the longest first, with what they mean; a head starts with a star."""
    listed = load_words("", "bodies")
    rows = [(wording, "*" + group[0]) for group in listed["heads"] for wording in group]
    rows += [(wording, group[0]) for group in listed["same"] for wording in group]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for wording, meaning in rows:
        words = tuple(token.lower for token in find_tokens(wording))
        found.setdefault(words[0], []).append((words, meaning))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def _whole() -> Mapping[str, tuple[Word, ...]]:
    return {short: read_words(full) for short, full in load_words("", "bodies")["whole"].items()}


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load_words("", "bodies")["fillers"])


@cache
def _belonging() -> tuple[str, ...]:
    return tuple(load_words("", "bodies")["belonging"])


def read_body(name: Sequence[Word], source: str = "") -> Body:
    """What the words of a name mean; titles of persons are left out, and so are words that only join."""
    words = [one for word in name for one in _whole().get(word.folded, (word,))]
    means: list[str] = []
    at = 0
    while at < len(words):
        length, meaning = _meaning(words, at)
        if meaning:
            means.append(meaning)
        at += length
    ends = (means[:1], means[-1:], [one for one in means if one.removeprefix("*") not in _fillers()][-1:])
    heads = frozenset(one for end in ends for one in end if one.startswith("*"))
    return Body(source, frozenset(means), heads)


def _meaning(words: Sequence[Word], at: int) -> tuple[int, str]:
    """How many words from `at` mean one thing, and what; empty where it does not tell bodies apart."""
    for wording, meaning in _table().get(words[at].folded, ()):
        if tuple(word.folded for word in words[at : at + len(wording)]) == wording:
            return len(wording), meaning
    word = words[at]
    if word.tags & _LEFT_OUT and not word.proper:
        return 1, ""
    if word.tags & {"person"} and not word.text.isupper():
        return 1, ""
    return 1, word.folded[:-1] if word.capital and word.folded.endswith(_belonging()) else word.folded


def _core(body: Body) -> frozenset[str]:
    return body.means - _fillers()


def read_bodies(finder: SourceFinder) -> tuple[Body, ...]:
    """What the names and aliases of the sources mean, without those of outlets."""
    listed = [source for source in finder.sources.values() if source.kind not in ("outlet", "agency")]
    named = [(read_words(name), source.id) for source in listed for name in (source.name, *source.aliases)]
    return tuple(body for body in (read_body(words, source) for words, source in named) if body.means)


def find_equal(name: Sequence[Word], bodies: Sequence[Body]) -> str:
    """The one source with a name that means the same as `name`; empty where there is none or there are
    several.

    A name of one word counts only if it is a place, one with fillers only if it says what kind of body it is.
    """
    body = read_body(name)
    if len(body.means) < 2 and not any(word.tags & {"place"} for word in name):
        return ""
    equal = {one.source for one in bodies if one.means == body.means}
    if not equal and body.heads:
        core = _core(body)
        equal = {one.source for one in bodies if core and _core(one) == core}
    return equal.pop() if len(equal) == 1 else ""


def find_short(
    name: Sequence[Word],
    bodies: Sequence[Body],
    before: Iterable[Sequence[Word]],
    finder: SourceFinder,
    author: str = "",
) -> str:
    """The source that a name without a proper word is short for.

    Args:
        before: the names that the article has written before it, the nearest first. The nearest with the same
            head decides: if no source has that name, the short form means none.
        author: the source that publishes the article itself, if one does.
    """
    body = read_body(name)
    core = _core(body)
    official = any(word.tags & {"person"} for word in name)
    fitting = [one for one in bodies if core and core <= one.means and _is_headed(body, one, official)]
    sources = frozenset(one.source for one in fitting)
    for words in before if sources else ():
        named = {one.source for one in finder.find(words)} | ({find_equal(words, bodies)} - {""})
        if named & sources:
            return next(iter(named & sources)) if len(named & sources) == 1 else ""
        written = read_body(words)
        if not named and core < written.means and body.heads & written.heads:
            return ""
    if author in sources:
        return author
    return next(iter(sources)) if len(sources) == 1 else ""


def _is_headed(body: Body, full: Body, official: bool) -> bool:
    """Whether `full` is the kind of body that the short form names, or the office of an official."""
    return bool(body.heads & full.heads) or (official and not body.heads)
