"""Names as an article writes them: titles and capitalised words side by side, and one key for each bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from claimdesk.evidence.name_words import Word, read_words
from claimdesk.model import Token
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.speaker_words import load_speaker_words
from claimdesk.text.tokens import find_tokens

_LONGEST_RUN = 10  # words of a name with its titles
_MOST_RUNS = 8  # occurrences of a word that are looked at
_LONGEST_NAME = 4  # words of a person's own name
_OF = re.compile(r" (?:of|from|dari) ")
_HEADS = frozenset({"person", "generic"})
_TITLES = frozenset({"person", "body", "generic", "portfolio", "modifier"})
_BREAKING = frozenset((
    "calendar", "adverb", "intro", "preposition", "coordinator", "opposed", "subordinator", "pronoun",
    "plural", "say", "that", "first", "negation",
))  # fmt: skip
_UNTOLD = frozenset({"determiner", "possessive", "demonstrative", "honorific", "preposition", "relative"})
_FILLING = frozenset({"person", "modifier", "data", "data_adjective"})


@dataclass(frozen=True)
class Run:
    """Titles and capitalised words side by side. `owned`: *its* or *their* stands before it."""

    text: str
    start: int
    before: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, read when somebody asks for the run."""
        return read_words(self.text)

    @property
    def owned(self) -> bool:
        """Whether *its* or *their* stands before it, or is its first word."""
        return not {self.words[0].folded, self.before}.isdisjoint(("its", "their"))


@dataclass(frozen=True, slots=True)
class NameRuns:
    """The runs of a text in order."""

    runs: tuple[Run, ...] = ()

    def fullest(self, name: Sequence[Word]) -> tuple[Word, ...]:
        """The longest run, the first of several, that holds the proper words of `name` and more; else
        `name`."""
        proper = [word.folded for word in name if word.proper]
        runs = islice(self._holding(proper[0]), _MOST_RUNS) if proper else ()
        holding = [words for words in runs if set(proper) <= {word.folded for word in words}]
        longest = max(holding, key=len, default=())
        return longest if len(longest) > len(name) else tuple(name)

    def before(self, position: int) -> Iterator[tuple[Word, ...]]:
        """The words of the runs that start before a position, the nearest first."""
        return (run.words for run in reversed(self.runs) if run.start < position)

    def _holding(self, proper: str) -> Iterator[tuple[Word, ...]]:
        """The runs of several words with a proper word that is `proper` when folded."""
        for run in self.runs:
            # A stop or an accent may hide the word from plain comparison.
            if proper in run.text.casefold() or "." in run.text or not run.text.isascii():
                words = run.words
                if len(words) > 1 and any(word.proper and word.folded == proper for word in words):
                    yield words


@lru_cache(maxsize=256)
def read_runs(body: str) -> NameRuns:
    """The runs of `body`; only a blank may part their words. Linear in the text."""
    runs: list[Run] = []
    tokens = find_tokens(body)
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end - at < _LONGEST_RUN:
            width = _width(tokens, end)
            if not width or (end > at and tokens[end].start - tokens[end - 1].end != 1):
                break
            end += width
        if end > at:
            text = body[tokens[at].start : tokens[end - 1].end]
            runs.append(Run(text, tokens[at].start, tokens[max(at - 1, 0)].lower))
        at = max(end, at + 1)
    return NameRuns(tuple(runs))


def _width(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from `at` belong to a run: a capitalised word, or a title of one word or more."""
    token = tokens[at]
    if token.kind != "word":
        return 0
    alone = _width_alone(token.text, token.lower)
    return _width_of(tokens, at) if alone is None else alone


@lru_cache(maxsize=1 << 16)
def _width_alone(text: str, lower: str) -> int | None:
    """The width of a word that opens no title of several; None for one that may."""
    lists = [load_speaker_words(language).entries.get(lower, ()) for language in LANGUAGES]
    if any(len(words) > 1 for entries in lists for words, _ in entries):
        return None
    return _width_of([Token(0, len(text), text, lower, "word")], 0)


def _width_of(tokens: Sequence[Token], at: int) -> int:
    found = [load_speaker_words(language).longest(tokens, at) for language in LANGUAGES]
    tags = frozenset().union(*(tags for _, tags in found))
    titles = [length for length, tags in found if tags & _TITLES]
    if tags & _BREAKING:
        return 0
    return max(titles, default=1 if tokens[at].text[0].isupper() else 0)


def name_key(words: Sequence[Word]) -> str:
    """The key of an unlisted speaker: his body if he speaks for one, else his name, without titles.

    *Kepala BNPB Suharyanto* is ``bnpb``, *Gubernur Jawa Barat Ridwan Kamil* is ``ridwan-kamil``.
    """
    if any(word.tags & {"person"} for word in words) and not any(word.tags & {"former"} for word in words):
        short = [
            word for word in words if word.text.isupper() and len(word.text) > 1 and not word.tags & _HEADS
        ]
        if short:
            return short[-1].folded
    name = _personal(words)
    if not name:
        name = [
            word
            for word in words
            if not word.tags & _UNTOLD and (word.capital or not word.tags & _FILLING or "body" in word.tags)
        ]
    if not name:
        name = [word for word in words if not word.tags & {"determiner", "demonstrative"}]
    return slug(" ".join(word.folded for word in name or words))


def own_name(speaker: str) -> tuple[Word, ...]:
    """The words of a name without title and body that a comma, *of* or *dari* sets beside a person's name.

    *Oscar Tango of the Kilo Forum* and *Ahli geologi Universitas Kilo, Oscar Tango* are Oscar Tango.
    """
    words = read_words(speaker)
    if any(word.text.isupper() and len(word.text) > 1 for word in words):
        return words  # who speaks for a body with an abbreviation goes by that
    for side in speaker.split(", "):
        first, _, body = _OF.sub("\n", side, count=1).partition("\n")
        name = read_words(first)
        placed = not body or len(name) > 1 or any(word.tags & {"body"} for word in read_words(body))
        if placed and len(name) < len(words) and 1 <= len(name) <= _LONGEST_NAME and all(map(_is_own, name)):
            return name
    return words


def _is_own(word: Word) -> bool:
    return (word.proper or bool(word.capital and word.tags & {"honorific"})) and not word.tags & _TITLES


def _personal(words: Sequence[Word]) -> list[Word]:
    """The person's name: the capitalised words behind the last title, body, country or field of office."""
    heads = [at for at, word in enumerate(words) if word.tags & (_HEADS | {"honorific"})]
    if not heads:
        return []
    tail: list[Word] = []
    for word in reversed(words):
        if word.text.isupper() or not (word.proper or (tail and word.tags & {"particle"})):
            break
        tail.insert(0, word)
    if not tail:  # "Stephane Dujarric, juru bicara Sekjen PBB"
        lead = list(words[: heads[0]])
        return lead if all(word.proper for word in lead) else []
    regional = any(word.tags & {"regional"} for word in words)
    return tail[-2:] if regional else tail


def slug(text: str) -> str:
    """Letters and digits of `text`, joined by hyphens."""
    return re.sub(r"[\W_]+", "-", text).strip("-")
