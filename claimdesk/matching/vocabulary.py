"""Phrases as weighted items, and the words of articles compared with them once.

An item is a word of a phrase that carries meaning: a lemma, a name (all wordings of an alias group are one),
or a fixed expression that stands for a concept. Equal lemmas and names earn 100, members of one concept set
`concept_credit`, otherwise the rapidfuzz ratio of the forms where both are long enough, hold no digit, and
the article's form is no word of its language: a typing error looks like its word, a real word means itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process

from claimdesk.matching.bare_words import leave_bare
from claimdesk.matching.deeds import find_nouns, find_objects
from claimdesk.matching.light_words import find_told_lightly
from claimdesk.matching.predicates import find_predicate
from claimdesk.model import Registry
from claimdesk.settings import Settings
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.known import is_known_word, number_words
from claimdesk.text.lemmas import CONTENT_WEIGHT, LIGHT_WEIGHT, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.names import NameFinder, NameGroups, build_name_finder
from claimdesk.text.reading import Reading, read_wording

NEGATION = "negation"  # the concept set of the words that negate
RELATING = "involve"  # the concept set of being behind something, having a part in it
NAME_WEIGHT = 80  # names of the event stand in most of its sentences and tell claims apart less


class Item(NamedTuple):
    """One meaningful word of a phrase. `key`: its lemma, or its alias group, ``@n`` a name, ``~n`` a noun."""

    key: str
    concepts: tuple[str, ...] = ()
    form: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is a name of an alias group."""
        return self.key.startswith("@")


@dataclass(frozen=True, slots=True)
class WeighedPhrase:
    """A phrase of a claim as weighted items, by number of the item in the vocabulary.

    `predicate` are the items that say what is done, or what the topic is said to be; `verbal`: full verbs say
    it. `owners` are pairs of a word and the name beside it, whose word it is (*tentara Korea Utara*).
    `objects` are what the last of these verbs is done to, `nouns` the nouns beside all these that go
    without saying once they are known. `relates`: the predicate only ties somebody to a
    matter (*had a part*). `told` are light words, all that the phrase reports (*they did all they could*).
    """

    claim: int
    phrase: int
    items: tuple[tuple[int, int], ...]
    predicate: frozenset[int] = frozenset()
    verbal: bool = False
    owners: tuple[tuple[int, int], ...] = ()
    objects: frozenset[int] = frozenset()
    nouns: frozenset[int] = frozenset()
    relates: bool = False
    told: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """The sum of the weights."""
        return sum(weight for _, weight in self.items)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All items of a registry, with the ways to find them from an article's words."""

    items: tuple[Item, ...]
    phrases: tuple[WeighedPhrase, ...]
    names: NameFinder
    by_key: Mapping[str, tuple[int, ...]]
    by_concept: Mapping[str, tuple[int, ...]]
    forms: tuple[str, ...]
    by_form: Mapping[str, tuple[int, ...]]
    settings: Settings
    _similar: dict[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def similar(self, form: str, language: str) -> tuple[tuple[int, int], ...]:
        """Items whose form resembles `form`, with credits; computed once for each distinct form."""
        known = self._similar.get((form, language))
        if known is None:
            known = self._similar[form, language] = self._compare(form, language)
        return known

    def _compare(self, form: str, language: str) -> tuple[tuple[int, int], ...]:
        settings = self.settings
        if len(form) < settings.word_length or not form.isalpha() or is_known_word(form, language):
            return ()
        hits = process.extract(
            form, self.forms, scorer=fuzz.ratio, score_cutoff=settings.word_similarity, limit=None
        )
        return tuple((item, int(score)) for near, score, _ in hits for item in self.by_form[near])


Weighed = tuple[tuple[Item, int, int, int], ...]


def weigh_words(reading: Reading, names: NameFinder) -> Weighed:
    """Items of a text with their weight, first token and end token: names, then expressions, then words.

    They depend on no claim, so the reading keeps them for the next one.
    """
    known = reading.weighed  # once: another thread may weigh it with other names
    if known is None or known[0] is not names:
        known = reading.weighed = names, _weigh_words(reading, names)
    weighed: Weighed = known[1]
    return weighed


def _weigh_words(reading: Reading, names: NameFinder) -> Weighed:
    taken: set[int] = set()
    found: list[tuple[Item, int, int, int]] = []
    numbers = number_words(reading.language)
    groups: dict[tuple[int, int], list[str]] = {}
    for first, last, concept in reading.concepts:
        groups.setdefault((first, last), []).append(concept)
    for name in names.find(reading.tokens):
        taken.update(range(name.first, name.last))
        common = name.group in names.common
        # A noun of an alias group still means what it means: "kapal" is a ship, whatever else it stands for.
        noun = common or name.span.of(reading.text).islower()
        concepts = tuple(groups.get((name.first, name.last), ())) if noun else ()
        item = Item(f"{'~' if common else '@'}{name.group}", concepts)
        found.append((item, CONTENT_WEIGHT if common else NAME_WEIGHT, name.first, name.last))
    for (first, last), members in groups.items():
        if last - first > 1 and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append((Item(f"={'+'.join(members)}", tuple(members)), CONTENT_WEIGHT, first, last))
    for at, token in enumerate(reading.tokens):
        if token.kind != "word" or at in taken or token.lower in numbers:
            continue
        weight = word_weight(reading.lemmas[at], reading.language)
        if weight:
            item = Item(reading.lemmas[at], tuple(groups.get((at, at + 1), ())), token.lower)
            found.append((item, weight, at, at + 1))
    return tuple(sorted(found, key=lambda row: row[2]))


def find_owners(words: Sequence[tuple[Item, int, int, int]]) -> tuple[tuple[Item, Item], ...]:
    """Pairs of a full word and the name that stands right beside it, on either side."""
    pairs = []
    for (left, before, _, end), (right, after, start, _) in pairwise(words):
        if end == start and left.is_name != right.is_name and LIGHT_WEIGHT not in (before, after):
            pairs.append((right, left) if left.is_name else (left, right))
    return tuple(pairs)


def find_comment(reading: Reading, words: Sequence[tuple[Item, int, int, int]]) -> tuple[Item, ...]:
    """What a phrase without a full verb says of its topic, at most one item: its last full word.

    *Ruang isolasi penuh*, *the captain is in custody*; after *there is* or *ada* the first one behind it.
    Nothing where some verb was seen, or where an English phrase has no form of *be*.
    """
    helpers = load_words(reading.language, "helpers")
    there = [at for at, token in enumerate(reading.tokens) if token.lower in helpers["existential"]]
    links = [at for at, word in enumerate(reading.lemmas) if word in helpers["links"]]
    verbs = [at for at, token in enumerate(reading.tokens) if looks_like_verb(reading.language, token)]
    if not set(verbs) <= {*there, *links} or (reading.language == "en" and not links):
        return ()
    full = [row for row in words if row[1] == CONTENT_WEIGHT and NEGATION not in row[0].concepts]
    if there:
        return tuple(row[0] for row in full if row[2] > there[0])[:1]
    return tuple(row[0] for row in full)[-1:]


def build_vocabulary(registry: Registry, groups: Sequence[Sequence[str]], settings: Settings) -> Vocabulary:
    """The vocabulary of all phrases, in order; the wordings of each of `groups` are one word."""
    names = _find_names(NameGroups(map(tuple, groups)))
    numbers: dict[Item, int] = {}
    phrases = []
    for claim_number, claim in enumerate(registry.claims):
        for phrase_number, phrase in enumerate(claim.phrases):
            reading = read_wording(phrase.text)
            items: dict[int, int] = {}
            words = leave_bare(reading, weigh_words(reading, names))
            for item, weight, _, _ in words:
                number = numbers.setdefault(item, len(numbers))
                items[number] = max(weight, items.get(number, 0))
            deeds = find_predicate(reading, words)
            verbal = bool(deeds)
            predicate = {numbers[item] for item in deeds or find_comment(reading, words)}
            if items:
                row = tuple(items.items())
                owners = tuple((numbers[word], numbers[name]) for word, name in find_owners(words))
                aims = frozenset(numbers[item] for item in find_objects(reading, words))
                told = frozenset(predicate) - aims
                nouns = frozenset(numbers[item] for item in find_nouns(reading, words)) - told - aims
                relates = any(RELATING in item.concepts for item in deeds)
                light = find_told_lightly(reading, words)
                phrases.append(
                    WeighedPhrase(
                        claim_number, phrase_number, row, told, verbal, owners, aims, nouns, relates, light
                    )
                )
    items_in_order = tuple(numbers)
    return Vocabulary(
        items=items_in_order,
        phrases=tuple(phrases),
        names=names,
        by_key=_postings([(item.key,) for item in items_in_order]),
        by_concept=_postings([item.concepts for item in items_in_order]),
        forms=_comparable(items_in_order, settings),
        by_form=_postings([(item.form,) for item in items_in_order]),
        settings=settings,
    )


@lru_cache(maxsize=8)  # of a registry the claims change more often than the names
def _find_names(groups: NameGroups) -> NameFinder:
    return build_name_finder(groups)


def _comparable(items: Sequence[Item], settings: Settings) -> tuple[str, ...]:
    forms = {item.form for item in items if len(item.form) >= settings.word_length and item.form.isalpha()}
    return tuple(sorted(forms))


def _postings(rows: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    postings: dict[str, list[int]] = {}
    for number, keys in enumerate(rows):
        for key in keys:
            postings.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in postings.items()}
