"""Actors named in a passage: names, names with what they name ("North Korean troops"), and kinds of people.

Names that stand for one actor are one: the countries of `lang/concepts_countries.yaml`, the groups of
`lang/actors.yaml` and the registry's alias groups. Any other capitalised words are a name of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from claimdesk.model import Token
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.known import is_known_word
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.names import NameFinder, NameGroups, build_name_finder
from claimdesk.text.patterns import is_headline, starts_sentence
from claimdesk.text.role_verbs import RoleWords, role_words

Aliases = NameGroups

_NO_ALIASES = NameGroups()
PRONOUN = "pronoun"
_SHORTEST_STEM = 4  # letters; below, an ending may make another name
_BRIDGE = 3  # words between a kind of actor and its name
_BEFORE = 4  # words between a preposition and the actor that it governs


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor at the tokens ``[first, last)``.

    `names` holds the keys of what is named, `kinds` the groups of nouns ("military"); a pronoun is of the
    kind "pronoun". `before` is the preposition that governs it. `joined`: it goes on the list before it.
    """

    first: int
    last: int
    names: frozenset[str]
    kinds: frozenset[str]
    before: str = ""
    joined: bool = False

    @property
    def known(self) -> bool:
        """Whether it is one of the groups of names that stand for one actor."""
        return any(name.startswith("#") for name in self.names)

    def same(self, other: Actor) -> bool:
        """Whether both can be one: by name, and by kind where the name is not enough or not there."""
        kinds = not self.kinds or not other.kinds or bool(self.kinds & other.kinds)
        if self.names and other.names:
            return kinds and bool(self.names & other.names)
        return not self.names and not other.names and bool(self.kinds & other.kinds)

    def join(self, other: Actor) -> Actor:
        """Both as one: *Russia and North Korea*."""
        return replace(
            self,
            first=min(self.first, other.first),
            last=max(self.last, other.last),
            names=self.names | other.names,
            kinds=self.kinds | other.kinds,
        )


def find_actors(tokens: Sequence[Token], language: str, aliases: Aliases = _NO_ALIASES) -> tuple[Actor, ...]:
    """All actors in order, none overlapping."""
    return _find_actors(tuple(tokens), language, aliases)


# Phrases are asked about with every passage, a passage with every phrase.
@lru_cache(maxsize=1 << 13)
def _find_actors(tokens: tuple[Token, ...], language: str, aliases: Aliases) -> tuple[Actor, ...]:
    words = role_words(language)
    names = _find_names(tokens, language, words, aliases)
    kinds = [words.kind(token.lower) for token in tokens]
    found: list[Actor] = []
    at = 0
    while at < len(tokens):
        if not names[at] and not kinds[at]:
            at += 1
            continue
        end = _actor_end(tokens, at, names, kinds, words)
        held = frozenset().union(*names[at:end])
        kept = frozenset(kind for kind in kinds[at:end] if kind)
        actor = Actor(at, end, held, kept, _preposition(tokens, at, found, words))
        found.append(_join_list(tokens, found, actor, words))
        at = end
    return tuple(found)


def _find_names(
    tokens: Sequence[Token], language: str, words: RoleWords, aliases: Aliases
) -> list[frozenset[str]]:
    """The keys each token names: of its group, else its own lower form; nothing for other words."""
    names: list[frozenset[str]] = [frozenset()] * len(tokens)
    for found in _finder(aliases).find(tokens):
        written = tokens[found.first].text
        if written[0].isupper() and (len(written) > len("PBB") or written.isupper()):
            for at in range(found.first, found.last):
                names[at] = frozenset({f"#{found.group}"})
    headline = is_headline(tokens)
    never = _never(language)
    for at, token in enumerate(tokens):
        if names[at] or token.kind != "word" or not token.text[0].isupper() or token.lower in never:
            continue
        if _is_function(token.lower, words):
            continue
        first = starts_sentence(tokens, at) and not _acts_next(tokens, at, language, words)
        if (headline or first) and _is_common(token.lower, language, words):
            continue
        names[at] = _stems(token.lower)
    return names


def _is_function(lower: str, words: RoleWords) -> bool:
    """Whether a capitalised word is a title, a verb or a word that joins, and no name."""
    joins = any(lower in words.sets[name] for name in ("titles", "prepositions", "breaks"))
    return joins or bool(words.kind(lower)) or bool(words.deeds(lower))


def _acts_next(tokens: Sequence[Token], at: int, language: str, words: RoleWords) -> bool:
    """Whether a verb follows at once: the first word of a sentence is then its subject."""
    if at + 1 >= len(tokens):
        return False
    return looks_like_verb(language, tokens[at + 1]) or bool(words.deeds(tokens[at + 1].lower))


def _is_common(lower: str, language: str, words: RoleWords) -> bool:
    """Whether a word whose capital tells nothing is an ordinary word, with or without an ending."""
    stems = [lower, *(lower.removesuffix(ending) for ending in words.endings if lower.endswith(ending))]
    return any(is_known_word(stem, language) for stem in stems)


@cache
def _stems(lower: str) -> frozenset[str]:
    """A name without and with the endings that make no other name of it: *Torvania*, *Torvanian*."""
    stems = (lower.removesuffix(ending) for ending in load_words("", "names")["endings"])
    return frozenset({lower, *(stem for stem in stems if len(stem) >= _SHORTEST_STEM)})


@cache
def _never(language: str) -> frozenset[str]:
    """Months, weekdays, media and function words: capitalised, but no actors."""
    return frozenset(load_words(language, "places").get("never", ()))


@lru_cache(maxsize=64)
def _finder(aliases: Aliases) -> NameFinder:
    """A finder for all groups; those that share a name are one."""
    home: dict[str, set[str]] = {}
    for group in (*_known_groups(), *aliases):
        others = [home[name.casefold()] for name in group if name.casefold() in home]
        merged = set(group).union(*others)
        home.update(dict.fromkeys(map(str.casefold, merged), merged))
    groups = {id(group): group for group in home.values()}
    return build_name_finder(sorted(group) for group in groups.values())


def _known_groups() -> Iterator[tuple[str, ...]]:
    for members in load_words("", "concepts_countries").values():
        yield tuple(name.strip() for language in LANGUAGES for name in members[language].split(","))
    yield from (tuple(group) for group in load_words("", "actors")["groups"])


def _actor_end(
    tokens: Sequence[Token],
    first: int,
    names: Sequence[frozenset[str]],
    kinds: Sequence[str],
    words: RoleWords,
) -> int:
    """The end of the run of names and kinds from `first`, across a few linking words between them."""
    end = first + 1
    while end < len(tokens):
        if names[end] or kinds[end]:
            end += 1
            continue
        bridge = end
        while bridge < min(end + _BRIDGE, len(tokens)) and tokens[bridge].lower in words.sets["links"]:
            bridge += 1
        named = any(names[first:end])
        if bridge == end or bridge >= len(tokens) or not (names[bridge] or kinds[bridge]):
            return end
        if named and names[bridge]:  # "Ukraine's Russia policy", "Rusia dari Ukraina": two actors
            return end
        end = bridge + 1
    return end


def _preposition(tokens: Sequence[Token], first: int, found: Sequence[Actor], words: RoleWords) -> str:
    """The preposition that governs the actor at `first`: before it, over articles, adjectives and numbers."""
    floor = found[-1].last if found else 0
    sets = words.sets
    for at in range(first - 1, max(first - 1 - _BEFORE, floor - 1), -1):
        lower = tokens[at].lower
        if lower in sets["prepositions"]:
            part = at > floor and tokens[at - 1].lower in sets["partitives"]
            counted = tokens[at + 1].kind == "number" or tokens[at + 1].lower in sets["degrees"]
            bound = lower in sets["bounds"] and counted
            return "" if part or bound else lower
        if tokens[at].kind == "mark" or lower in sets["breaks"] or words.deeds(lower):
            return "(" if lower == "(" else ""
    return ""


def _join_list(tokens: Sequence[Token], found: Sequence[Actor], actor: Actor, words: RoleWords) -> Actor:
    """The actor, marked as joined where only a joining word parts it from the one before."""
    if not found or actor.before:
        return actor
    between = tokens[found[-1].last : actor.first]
    if between and all(token.lower in words.sets["joiners"] or token.kind == "number" for token in between):
        return replace(actor, before=found[-1].before, joined=True)
    return actor


def as_aliases(groups: Iterable[Iterable[str]]) -> Aliases:
    """The alias groups of a registry, ready to be looked up; words written small name nobody."""
    return _as_aliases(groups if isinstance(groups, NameGroups) else NameGroups(map(tuple, groups)))


@lru_cache(maxsize=64)
def _as_aliases(groups: NameGroups) -> Aliases:
    return NameGroups(tuple(name for name in group if name != name.lower()) for group in groups)
