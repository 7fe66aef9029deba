"""Sources of the registry found in a speaker's name: the longest alias wins, and belonging is read off the aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from claimdesk.model import Registry, Source
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.speaker_words import fold, load_speaker_words
from claimdesk.text.tokens import find_tokens

_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # U.S.
_ENDINGS = ("'s", "-nya", "nya")
_DEMONYMS = ("n", "an", "ian", "ese", "i", "ish")
_SHORTEST_FUZZY = 6  # letters; shorter names have neighbours that are other names
_FUZZY = 0.9
_SHORTEST_DEMONYM = 5
_ROLES = frozenset({"person", "body", "generic"})
_COMMON = frozenset(
    {"modifier", "portfolio", "honorific", "determiner", "possessive", "particle", "demonstrative"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name. `tags` are those of `lang/*/speakers.yaml` in either language."""

    text: str
    folded: str
    tags: frozenset[str]

    @property
    def proper(self) -> bool:
        """Whether it is capitalised and no title, country or field of office."""
        return self.text[0].isupper() and not self.tags & (
            _ROLES | _COMMON | {"place", "preposition", "coordinator"}
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A source found in words `[start, end)`; `length` is that of the alias, in characters."""

    source: str
    start: int
    end: int
    length: int


@dataclass(frozen=True, slots=True)
class _Alias:
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    source: str


@dataclass(frozen=True, slots=True)
class SourceFinder:
    """The names of the registry's sources by their first word, and what each source is. See `build_source_finder`."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    aliases: Mapping[str, tuple[_Alias, ...]] = field(default_factory=dict)
    own_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def find(self, words: Sequence[Word]) -> tuple[Found, ...]:
        """Every source that `words` name, longest alias first; a larger name that holds an alias is no match."""
        found = [one for at in range(len(words)) for one in self._at(words, at)]
        found = [one for one in found if self._stands_alone(words, one, found)]
        return tuple(sorted(found, key=lambda one: (-one.length, -one.start, one.source)))

    def _at(self, words: Sequence[Word], at: int) -> Iterator[Found]:
        for alias in self.aliases.get(words[at].folded, ()):
            window = words[at : at + len(alias.words)]
            if tuple(word.folded for word in window) != alias.words:
                continue
            if any(
                capital and not word.text[:2].isupper()
                for word, capital in zip(window, alias.capitals, strict=True)
            ):
                continue
            yield Found(
                alias.source, at, at + len(alias.words), sum(map(len, alias.words)) + len(alias.words) - 1
            )

    def _stands_alone(self, words: Sequence[Word], found: Found, others: Sequence[Found]) -> bool:
        """Whether the alias is the speaker's and not a part of another name (*Kyiv Independent*, *ekonom AS*)."""
        inner = words[found.start : found.end]
        own = self.own_words[found.source]
        place = all(word.tags & {"place"} for word in inner) or (len(inner) == 1 and not inner[0].tags)
        if any(word.tags & {"private"} for word in words) and place and found.source not in self.persons:
            return False
        if found.start > 1 and _faces_outward(words, found.start):
            return False
        role = any(word.tags & {"person", "generic"} for word in words)
        last = inner[-1]
        title = bool(last.tags & {"regional"} or (last.tags & _ROLES and not last.text.isupper()))
        for near, at in ((found.end, found.end), (found.start - 1, found.start - 1)):
            if not 0 <= near < len(words) or any(one.start <= at < one.end for one in others if one != found):
                continue
            word = words[near]
            stranger = word.proper and word.folded not in own and not word.text.isupper()
            if stranger and (
                (title and near == found.end) or (not role and found.source not in self.persons)
            ):
                return False
        return True

    def find_partial(self, name: Sequence[str]) -> str:
        """The one person whose first and last name are among the folded words `name`, or nearly so.

        Empty where there is none or there are several. A single word will do where one person bears it.
        """
        bearers = [self._bearers(part) for part in name]
        shared = frozenset.intersection(*bearers) if bearers else frozenset()
        return next(iter(shared)) if len(shared) == 1 else ""

    def _bearers(self, part: str) -> frozenset[str]:
        """The sources with a name like `part`: the same one, else of nearly the same letters."""
        exact = self.parts.get(part)
        if exact is not None or len(part) < _SHORTEST_FUZZY:
            return exact or frozenset()
        return frozenset(
            source
            for other, owners in self.parts.items()
            if other[0] == part[0] and abs(len(other) - len(part)) <= 2 and len(other) >= _SHORTEST_FUZZY
            if SequenceMatcher(None, part, other).ratio() >= _FUZZY
            for source in owners
        )

    def find_titled(self, roles: frozenset[str]) -> str:
        """The one source with an alias that holds all of these folded titles; empty where none or several."""
        holders = {
            alias.source
            for aliases in self.aliases.values()
            for alias in aliases
            if roles <= set(alias.words)
        }
        return holders.pop() if len(holders) == 1 else ""


def _faces_outward(words: Sequence[Word], at: int) -> bool:
    """Whether what follows is whom an envoy is sent to: *ambassador to the UN*, *duta besar untuk PBB*."""
    before = [word.folded for word in words[max(at - 2, 0) : at]]
    envoy = any(word.tags & {"envoy"} for word in words[:at])
    return envoy and ("to" in before or "untuk" in before or "bagi" in before)


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a name, without possessive endings; the titles of several words carry their tags on each."""
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


def build_source_finder(registry: Registry) -> SourceFinder:
    """The finder for all sources of `registry`; its alias groups lend their wordings to the source they name."""
    sources = {source.id: source for source in registry.sources}
    wordings = {source.id: [source.name, *source.aliases] for source in registry.sources}
    taken = {fold(name): identity for identity, names in reversed(wordings.items()) for name in names}
    for group in registry.aliases:
        owners = {taken[fold(name)] for name in group if fold(name) in taken}
        if len(owners) == 1:
            wordings[owners.pop()] += [name for name in group if fold(name) not in taken]
    aliases: dict[str, list[_Alias]] = {}
    own: dict[str, frozenset[str]] = {}
    parts: dict[str, set[str]] = {}
    persons = {identity for identity, source in sources.items() if _is_person(source)}
    for identity, names in wordings.items():
        read = [read_words(name) for name in names]
        own[identity] = frozenset(word.folded for words in read for word in words)
        for words in read:
            for alias in _alias_forms(words, identity):
                aliases.setdefault(alias.words[0], []).append(alias)
            for part in _name_parts(words, identity in persons):
                parts.setdefault(part, set()).add(identity)
    return SourceFinder(
        sources,
        {first: tuple(dict.fromkeys(found)) for first, found in aliases.items()},
        own,
        frozenset(persons),
        {part: frozenset(found) for part, found in parts.items()},
    )


def _alias_forms(words: Sequence[Word], source: str) -> Iterator[_Alias]:
    """The alias itself and, for a country, the word for what belongs to it: *Libya*, *Libyan*."""
    if not words:
        return
    capitals = tuple(len(word.text) > 1 and word.text.isupper() for word in words)
    yield _Alias(tuple(word.folded for word in words), capitals, source)
    name = words[0].folded
    if len(words) == 1 and words[0].tags & {"place"} and len(name) >= _SHORTEST_DEMONYM:
        for stem in (name, name[:-1]):
            for ending in _DEMONYMS:
                yield _Alias((stem + ending,), (False,), source)


def _name_parts(words: Sequence[Word], person: bool) -> Iterable[str]:
    """First and last name of a person's alias; a single-word alias of anybody for nearly equal spellings."""
    proper = [word for word in words if word.proper and not word.text.isupper()]
    if len(proper) == len(words) == 1:
        return (words[0].folded,)
    if person and 2 <= len(proper) <= 4 and all(word.proper or word.tags & {"particle"} for word in words):
        return (proper[0].folded, proper[-1].folded)
    return ()


def _is_person(source: Source) -> bool:
    """Whether a source is a person: its name holds no body, country or abbreviation, or it is an office."""
    if source.kind in ("outlet", "agency"):
        return False
    words = read_words(source.name)
    if any(word.tags & {"person"} for word in words):
        return True
    if not words or any(word.tags & {"body", "place"} or word.text.isupper() for word in words):
        return False
    titled = any(
        any(word.tags & {"person"} for word in alias) and alias[-1].folded == words[0].folded
        for alias in map(read_words, source.aliases)
    )
    return 2 <= len(words) <= 5 or titled
