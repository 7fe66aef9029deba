"""A claim, read once: its phrases, what it counts, the places it is about and what must be mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimdesk.model import Claim, Registry, Span
from claimdesk.text.claim_units import Counted, read_counted
from claimdesk.text.concepts import concepts_of, find_concepts
from claimdesk.text.contenders import SHARE, Contenders, build_contenders, find_contender
from claimdesk.text.language import detect_language
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.names import NameFinder, NameGroups, build_name_finder
from claimdesk.text.places import joined_names, translate_place, wider_names
from claimdesk.text.reading import Reading, read_wording
from claimdesk.text.stages import find_fate_words
from claimdesk.text.tokens import find_tokens


class ClaimReading:
    """What the gates ask of a claim. Everything is computed once, when first asked for."""

    def __init__(
        self, claim: Claim, aliases: Sequence[Sequence[str]], peers: Sequence[ClaimReading] = ()
    ) -> None:
        """`peers` are all claims of the registry, this one among them."""
        self.claim = claim
        self.aliases = aliases
        self.peers = peers

    @cached_property
    def statement(self) -> Reading:
        """The statement, read."""
        return read_wording(self.claim.statement)

    @cached_property
    def phrases(self) -> tuple[Reading, ...]:
        """The phrases, read, in the order of the claim."""
        return tuple(read_wording(phrase.text) for phrase in self.claim.phrases)

    @cached_property
    def counted(self) -> Counted | None:
        """What the claim counts, if it has a quantity."""
        if self.claim.quantity is None:
            return None
        wordings = [self.claim.statement, *(p.text for p in self.claim.phrases if p.side == "supports")]
        mentions = [word for group in self.claim.must_mention for word in group]
        found = read_counted(self.claim.quantity, wordings, mentions)
        if not self.contender:
            return found
        return replace(found, contenders=self._contenders, matters=frozenset({SHARE}))  # not how far they are

    @cached_property
    def contender(self) -> tuple[str, ...]:
        """The contender whose share of votes the claim tells, in all wordings; empty where it tells none."""
        name = find_contender(self.statement) if self.claim.quantity is not None else ""
        return tuple(widen_names([name, *name.split("-")], self.aliases)) if name else ()

    @property
    def _contenders(self) -> Contenders | None:
        others = [peer.contender for peer in self.peers if peer.contender]
        return build_contenders(self.contender, others)

    @cached_property
    def groups(self) -> tuple[MentionGroup, ...]:
        """The groups of `must_mention`, with all wordings of their words.

        One with a word for the fate that the claim counts people in is met by every word for that fate.
        """
        fates = self.counted.fates if self.counted is not None else frozenset[str]()
        asked = self.claim.must_mention
        return tuple(read_group(words, self.aliases, find_fate_words(words, fates)) for words in asked)

    @cached_property
    def own_places(self) -> NameFinder:
        """The places that the statement itself names, in all their wordings."""
        return build_name_finder([self._own_wordings])

    @cached_property
    def _own_wordings(self) -> list[str]:
        reading = self.statement
        named = [span.of(reading.text) for span in reading.places]
        return widen_names(
            [*named, *(other for one in named for other in translate_place(one))], self.aliases
        )

    @cached_property
    def joined_places(self) -> tuple[NameFinder, ...]:
        """A finder for each place that the statement joins to others: *in Zandia and Lorvania*; else none."""
        reading = self.statement
        named = [span for span in reading.places if _joined(reading, span)]
        found = [*named, *(other for span in named for other in _joined(reading, span))]
        names = dict.fromkeys(span.of(reading.text) for span in sorted(set(found)))
        return tuple(build_name_finder([widen_names([name], self.aliases)]) for name in names)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of the names that the claim itself uses, casefolded, in all their wordings."""
        asked = [word for group in self.claim.must_mention for word in group]
        written = " | ".join([self.claim.statement, *(phrase.text for phrase in self.claim.phrases), *asked])
        used = [name.span.of(written) for name in build_name_finder(self.aliases).find(find_tokens(written))]
        wordings = " | ".join([written, *widen_names(used, self.aliases)])
        return frozenset(token.lower for token in find_tokens(wordings) if token.text[0].isupper())

    @property
    def has_own_places(self) -> bool:
        """Whether the claim is bound to a place at all."""
        return bool(self._own_wordings)

    def lies_within(self, place: str) -> bool:
        """Whether the registry lets `place` stand for the claim's own place in a group of `must_mention`."""
        own = {wording.casefold() for wording in self._own_wordings}
        names = wider_names(place.casefold())
        named = [{wording.casefold() for wording in group.wordings} for group in self.groups]
        return any(own & group and names & group for group in named)


def _joined(reading: Reading, place: Span) -> tuple[Span, ...]:
    return joined_names(reading.tokens, reading.language, place)


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """One group of `must_mention`: any of its wordings will do, or a word of one of its keys.

    A word written small is a common noun: it is also met by its lemma, and in the other language by a word of
    one concept set, as ``concept@language``.
    """

    wordings: tuple[str, ...]
    keys: frozenset[str] = frozenset()


def read_group(
    words: Sequence[str], aliases: Sequence[Sequence[str]], further: Sequence[str] = ()
) -> MentionGroup:
    """The group with all wordings of its words in the alias groups, and the `further` ones."""
    keys: set[str] = set()
    for word in words:
        if word.islower() and len(find_tokens(word)) == 1:
            language = detect_language(word)
            others = [other for other in LANGUAGES if other != language]
            concepts = concepts_of(lemma(word, language), language)
            keys |= {lemma(word, language), *(f"{one}@{other}" for one in concepts for other in others)}
        elif word.islower():
            language = detect_language(word)
            roots = [lemma(token.lower, language) for token in find_tokens(word)]
            found = {
                name for first, last, name in find_concepts(roots, language) if last - first == len(roots)
            }
            keys |= {f"{one}@{other}" for one in found for other in LANGUAGES}
    wordings = (*widen_names(words, aliases), *further)
    return MentionGroup(tuple(dict.fromkeys(wordings)), frozenset(keys))


def widen_names(names: Iterable[str], aliases: Sequence[Sequence[str]]) -> list[str]:
    """`names` and every other wording of the alias groups that hold one of them."""
    wanted = list(names)
    folded = {name.casefold() for name in wanted}
    for group in aliases:
        if any(wording.casefold() in folded for wording in group):
            wanted += group
    return wanted


def name_groups(registry: Registry) -> NameGroups:
    """Wordings that are one word: the alias groups and the proper names of each source.

    Groups that share a wording are one, so that a source's name and its alias group do not compete.
    """
    sources = ((source.name, *source.aliases) for source in registry.sources)
    merged: list[list[str]] = []
    group_of: dict[str, list[str]] = {}
    for group in (*registry.aliases, *sources):
        known = [group_of[name.casefold()] for name in group if name.casefold() in group_of]
        home = known[0] if known else []
        if not known:
            merged.append(home)
        for name in group:
            if name.casefold() not in group_of:
                home.append(name)
                group_of[name.casefold()] = home
    return NameGroups(tuple(group) for group in merged if group)


def read_claims(registry: Registry) -> tuple[ClaimReading, ...]:
    """All claims of `registry`, in its order."""
    groups = name_groups(registry)
    found: list[ClaimReading] = []
    found += [ClaimReading(claim, groups, found) for claim in registry.claims]
    return tuple(found)
