"""Sources of the registry found in a speaker's name: the longest alias on word boundaries wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain

from claimdesk.evidence.name_words import Word, read_words
from claimdesk.model import Registry, Source
from claimdesk.text.speaker_words import fold

_DEMONYMS = ("n", "an", "ian", "ese", "i", "ish")
_SHORTEST_FUZZY = 6  # letters; shorter names have neighbours that are other names
_FUZZY = 0.9
_SHORTEST_DEMONYM = 5
_SHORTENED = 3  # words that are enough of a longer name
_NAMING = frozenset({"modifier", "person", "body", "generic", "place", "portfolio", "calendar"})
_ROLES = frozenset({"person", "body", "generic"})


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
    """The registry's sources, to be found by name. Build it with `build_source_finder`.

    `aliases` are looked up by first word, `own_words` holds every word of a source's names, and `parts` the
    first and last names of `persons` with those who bear them. `by_start` has the aliases by first and second
    word, the second empty where there is none; `named` is the first source of each folded name.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    aliases: Mapping[str, tuple[_Alias, ...]] = field(default_factory=dict)
    own_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    singles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_start: Mapping[tuple[str, str], tuple[_Alias, ...]] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)

    def find(self, words: Sequence[Word]) -> tuple[Found, ...]:
        """Every source that `words` name, longest alias first; a larger name that holds an alias is no
        match."""
        found = [one for at in range(len(words)) for one in self._at(words, at)]
        found = [one for one in found if self._stands_alone(words, one, found)]
        return tuple(sorted(found, key=lambda one: (-one.length, -one.start, one.source)))

    def _at(self, words: Sequence[Word], at: int) -> Iterator[Found]:
        seconds = ("", *(word.folded for word in words[at + 1 : at + 2]))
        starting = (self.by_start.get((words[at].folded, second), ()) for second in seconds)
        for alias in chain.from_iterable(starting):
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
        """Whether the alias is the speaker's own, and no part of another name or only where he comes from.

        *Kyiv Independent* is not Kyiv, *ekonom AS* does not speak for the state, nor an ambassador for whom
        he is sent to. A title that many bear (*BPBD*, *Health Minister*) does not go before a strange name.
        """
        inner = words[found.start : found.end]
        person = found.source in self.persons
        place = all(word.tags & {"place"} for word in inner) or (len(inner) == 1 and not inner[0].tags)
        if place and not person and any(word.tags & {"private"} for word in words):
            return False
        if _faces_outward(words, found.start):
            return False
        last = inner[-1]
        title = bool(last.tags & {"regional"} or (last.tags & _ROLES and not last.text.isupper()))
        official = person or any(word.tags & {"person", "generic"} for word in words)
        strange = {
            near
            for near in (found.start - 1, found.end)
            if 0 <= near < len(words) and self._is_strange(words[near], found.source, title)
            if (title and words[near].tags & {"place"})
            or not any(one.start <= near < one.end for one in others)
        }
        return not (strange and (title or not official)) or (official and strange == {found.start - 1})

    def _is_strange(self, word: Word, source: str, title: bool) -> bool:
        """Whether a capitalised word beside an alias is not the source's own and makes another name."""
        if word.text.isupper() or not word.capital or word.folded in self.own_words[source]:
            return False
        return word.proper or word.tags & _NAMING == {"modifier"} or (title and "place" in word.tags)

    def find_shortened(self, words: Sequence[Word]) -> str:
        """The one source with an alias of which `words`, three or more, lack only the last: *Balai Besar
        Sungai* for *Balai Besar Sungai Alfa*. Empty where there is none or there are several."""
        folded = tuple(word.folded for word in words)
        if len(folded) < _SHORTENED:
            return ""
        holders = {alias.source for alias in self.aliases.get(folded[0], ()) if alias.words[:-1] == folded}
        return holders.pop() if len(holders) == 1 else ""

    def find_bare(self, words: Sequence[Word]) -> str:
        """The one source with an alias that is an article and these words: *observers* for *the
        observers*."""
        whole = ("the", *(word.folded for word in words))
        holders = {alias.source for alias in self.aliases.get("the", ()) if alias.words == whole}
        return holders.pop() if len(holders) == 1 else ""

    def find_partial(self, name: Sequence[str]) -> str:
        """The one person whose first and last name are among the folded words `name`, or nearly so.

        Empty where there is none or there are several. A single word will do where one person bears it.
        """
        bearers = [self._bearers(part) for part in name]
        shared = frozenset.intersection(*bearers) if bearers else frozenset()
        return next(iter(shared)) if len(shared) == 1 else ""

    def _bearers(self, part: str) -> frozenset[str]:
        """The persons with that name; else the sources whose name has nearly the same letters."""
        exact = self.parts.get(part)
        if exact is not None or len(part) < _SHORTEST_FUZZY:
            return exact or frozenset()
        return frozenset(
            source
            for names in (self.parts, self.singles)
            for other, owners in names.items()
            if other != part and other[0] == part[0] and abs(len(other) - len(part)) <= 2
            if len(other) >= _SHORTEST_FUZZY and SequenceMatcher(None, part, other).ratio() >= _FUZZY
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


def build_source_finder(registry: Registry) -> SourceFinder:
    """The finder for all sources of `registry`; its alias groups lend their wordings to the source they
    name."""
    sources = {source.id: source for source in registry.sources}
    wordings = {source.id: [source.name, *source.aliases] for source in registry.sources}
    named = {fold(name): identity for identity, names in reversed(wordings.items()) for name in names}
    for group in registry.aliases:
        owners = {named[fold(name)] for name in group if fold(name) in named}
        if len(owners) == 1:
            wordings[owners.pop()] += [name for name in group if fold(name) not in named]
    aliases: dict[str, list[_Alias]] = {}
    own: dict[str, frozenset[str]] = {}
    parts: dict[str, set[str]] = {}
    singles: dict[str, set[str]] = {}
    persons = {identity for identity, source in sources.items() if _is_person(source)}
    for identity, names in wordings.items():
        read = [read_words(name) for name in names]
        own[identity] = frozenset(word.folded for words in read for word in words)
        for words in read:
            for alias in _alias_forms(words, identity):
                aliases.setdefault(alias.words[0], []).append(alias)
            if len(words) == 1 and words[0].proper and not words[0].text.isupper():
                singles.setdefault(words[0].folded, set()).add(identity)
            if identity in persons:
                for part in _name_parts(words):
                    parts.setdefault(part, set()).add(identity)
    by_first = {first: tuple(dict.fromkeys(found)) for first, found in aliases.items()}
    by_start: dict[tuple[str, str], list[_Alias]] = {}
    for alias in chain.from_iterable(by_first.values()):
        second = alias.words[1] if len(alias.words) > 1 else ""
        by_start.setdefault((alias.words[0], second), []).append(alias)
    return SourceFinder(
        sources,
        by_first,
        own,
        frozenset(persons),
        {part: frozenset(found) for part, found in parts.items()},
        {single: frozenset(found) for single, found in singles.items()},
        {start: tuple(found) for start, found in by_start.items()},
        named,
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


def _name_parts(words: Sequence[Word]) -> tuple[str, ...]:
    """First and last name of a person's name without titles."""
    proper = [word for word in words if word.proper and not word.text.isupper()]
    plain = all(word.proper or word.tags & {"particle"} for word in words)
    return (proper[0].folded, proper[-1].folded) if plain and 1 <= len(proper) <= 4 else ()


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
