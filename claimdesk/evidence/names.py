"""Names as an article writes them: titles and capitalised words side by side, and one key for each bearer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimdesk.evidence.name_words import Word, read_words
from claimdesk.model import Token
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.speaker_words import load_speaker_words
from claimdesk.text.tokens import find_tokens

_LONGEST_RUN = 10  # words of a name with its titles
_MOST_RUNS = 8  # occurrences of a word that are looked at
_HEADS = frozenset({"person", "generic"})
_TITLES = frozenset({"person", "body", "generic", "portfolio", "modifier"})
_BREAKING = frozenset((
    "calendar", "adverb", "intro", "preposition", "coordinator", "opposed", "subordinator", "pronoun",
    "plural", "say", "that", "first", "negation",
))  # fmt: skip
_UNTOLD = frozenset({"determiner", "possessive", "demonstrative", "honorific", "preposition", "relative"})
_FILLING = frozenset({"person", "modifier", "data", "data_adjective"})


@dataclass(frozen=True, slots=True)
class Run:
    """Titles and capitalised words side by side. `owned`: *its* or *their* stands before it."""

    words: tuple[Word, ...]
    start: int
    owned: bool = False


@dataclass(frozen=True, slots=True)
class NameRuns:
    """The runs of a text in order, and those of several words by each folded proper word in them."""

    runs: tuple[Run, ...] = ()
    by_word: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)

    def fullest(self, name: Sequence[Word]) -> tuple[Word, ...]:
        """The longest run, the first of several, that holds the proper words of `name` and more; else
        `name`."""
        proper = [word.folded for word in name if word.proper]
        runs = [run.words for run in self.by_word.get(proper[0], ())] if proper else []
        holding = [run for run in runs if set(proper) <= {word.folded for word in run}]
        longest = max(holding, key=len, default=())
        return longest if len(longest) > len(name) else tuple(name)


@lru_cache(maxsize=256)
def read_runs(body: str) -> NameRuns:
    """The runs of `body`; only a blank may part their words. Linear in the text."""
    runs: list[Run] = []
    by_word: dict[str, list[Run]] = {}
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
            words = read_words(body[tokens[at].start : tokens[end - 1].end])
            run = Run(
                words,
                tokens[at].start,
                {words[0].folded, tokens[max(at - 1, 0)].lower} & {"its", "their"} != set(),
            )
            runs.append(run)
            for word in {word.folded for word in words if word.proper} if len(words) > 1 else ():
                by_word.setdefault(word, []).append(run)
        at = max(end, at + 1)
    return NameRuns(tuple(runs), {word: tuple(found[:_MOST_RUNS]) for word, found in by_word.items()})


def _width(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from `at` belong to a run: a capitalised word, or a title of one word or more."""
    token = tokens[at]
    if token.kind != "word":
        return 0
    found = [load_speaker_words(language).longest(tokens, at) for language in LANGUAGES]
    tags = frozenset().union(*(tags for _, tags in found))
    titles = [length for length, tags in found if tags & _TITLES]
    if tags & _BREAKING:
        return 0
    return max(titles, default=1 if token.text[0].isupper() else 0)


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
