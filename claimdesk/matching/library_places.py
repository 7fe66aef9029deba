"""Which passages of a library changed phrases can have a say in, from the index of its words.

`matching.index` leaves articles, for a claim that is new; this leaves passages: where what stands there may
reach a phrase, with what the passage before, the headline and the lead can supply, and where all that must be
mentioned may be mentioned near enough. Too many rather than too few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from claimdesk.matching.index import LibraryIndex
from claimdesk.matching.indexing import TEXTS
from claimdesk.matching.nominate import Nominator
from claimdesk.matching.postings import MOST_CREDIT
from claimdesk.matching.spots import NOTHING, Numbers, stand_in, union
from claimdesk.matching.topic import find_least
from claimdesk.matching.vocabulary import WeighedPhrase

_BEHIND = 2  # passages right behind a mention that look at it, and before one at the opening

Spots = Mapping[int, Numbers]
Truths = NDArray[np.bool_]


def find_places(index: LibraryIndex, nominator: Nominator) -> dict[int, dict[int, bool]]:
    """The passages in which a phrase of `nominator` may have a say: by article, places among its texts, each
    with whether it may be reached there; else it is at most near.

    A phrase has a say where it is reached, and where a figure is nominated since the phrase is near. Places
    behind the last text are link lines, where it may be reached too. What a figure nominates by itself,
    whatever the phrases, is not looked for.
    """
    stands, mentioned = index.look_up(index.find_meant(nominator))
    firsts = index.arrays["firsts"]
    found: dict[int, dict[int, bool]] = {}
    for claim, groups in enumerate(nominator.mentions.of_claim):
        near = [_look_around(index, mentioned.get(group, NOTHING)) for group in groups]
        around = reduce(np.intersect1d, near) if near else None
        rows = list(_reach(nominator, claim, stands, around))
        reached = union([spots for spots, _ in rows])
        spots = union([reached, *(near for _, near in rows)])
        articles = _articles(index, spots)
        places = spots - firsts[articles] - TEXTS
        reaches = stand_in(spots, reached)
        for article, place, full in zip(articles.tolist(), places.tolist(), reaches.tolist(), strict=True):
            if place >= 0:
                row = found.setdefault(article, {})
                row[place] = full or row.get(place, False)
    return found


def _articles(index: LibraryIndex, spots: Numbers) -> Numbers:
    """The article of each spot."""
    articles: Numbers = np.searchsorted(index.arrays["firsts"], spots, "right") - 1
    return articles


def _look_around(index: LibraryIndex, mentions: Numbers) -> Numbers:
    """The spots, sorted, that look at one of `mentions`: it and those behind it; all of an article where it
    stands in the title or the lead; what opens the article wherever in it or right behind it stands."""
    firsts, leads = index.arrays["firsts"], index.arrays["leads"]
    articles = _articles(index, mentions)
    heads = articles[(mentions == firsts[articles]) | (mentions == leads[articles])]
    whole = [np.arange(firsts[one], firsts[one + 1]) for one in heads.tolist()]
    opened = articles[mentions <= leads[articles] + _BEHIND]
    opening = [np.arange(firsts[one], leads[one] + 1) for one in opened.tolist()]
    behind = [mentions + step for step in range(_BEHIND + 1)]
    return union([*behind, *whole, *opening])


def _reach(
    nominator: Nominator, claim: int, stands: Spots, around: Numbers | None
) -> Iterator[tuple[Numbers, Numbers]]:
    """For each phrase of a claim those spots of `around`, or of all, where it may be reached, and those where
    it may be near; sorted."""
    for number in nominator.coverage.of_claim(claim):
        phrase = nominator.coverage.vocabulary.phrases[number]
        lent = nominator.coverage.supplied([number])
        where = {item: stands.get(item, NOTHING) for item, _ in phrase.items}
        spots = union(list(where.values())) if around is None else around
        here = {item: stand_in(spots, where[item]) for item in where}
        before = {item: stand_in(spots - 1, where[item]) for item in where if item in lent}
        reached, near = _may_say(nominator, phrase, here, before)
        yield spots[reached], spots[near]


def _may_say(
    nominator: Nominator, phrase: WeighedPhrase, here: Mapping[int, Truths], before: Mapping[int, Truths]
) -> tuple[Truths, Truths]:
    """Where a phrase may be reached whose items stand `here`, and those that may be lent `before`; and where
    it may be near, and its claim counts something."""
    claim, settings = nominator.claims[phrase.claim].claim, nominator.settings
    credit = max(settings.pointing_credit, settings.context_credit)
    own = np.zeros(len(next(iter(here.values()))), np.int64)
    given, topic, done = own.copy(), own.copy(), np.full(len(own), bool(phrase.predicate))
    for item, weight in phrase.items:
        own += weight * MOST_CREDIT * here[item]
        lent = weight * credit * (before[item] & ~here[item]) if item in before else 0
        noun = weight * settings.pointing_credit * ~here[item] if item in phrase.nouns else 0
        given += lent
        topic += np.maximum(lent, noun)
        if item in phrase.predicate:
            done &= here[item]
    least = (settings.nominate if claim.threshold is None else claim.threshold) * phrase.weight
    by_topic = done & (own >= find_least(phrase, settings) * phrase.weight) & (own + topic >= least)
    may = (own + given >= least) | by_topic
    reached: Truths = may & (own > 0)
    near: Truths = (own > 0) & (claim.quantity is not None) & (own >= settings.near * phrase.weight)
    return reached, near
