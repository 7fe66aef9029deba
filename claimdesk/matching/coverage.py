"""Fuzzy weighted coverage: how much of each phrase a passage holds.

The score of a phrase is the weighted share of its items that the passage holds, from 0 to 100, rounded down.
Order plays no part. A word found only in the nearest earlier passage counts in part. Postings from items to
phrases make the work proportional to what is shared, not to the number of phrases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimdesk.matching.alignment import Places, share_out
from claimdesk.matching.deeds import has_verb
from claimdesk.matching.vocabulary import Item, Vocabulary, WeighedPhrase, weigh_words
from claimdesk.model import Span
from claimdesk.text.reading import Reading

Credits = Mapping[int, int]


class Coverage:
    """The vocabulary with its postings; `credits` and `scores` are what nomination asks for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._mark = object()  # by which readings know it, without keeping it
        self._postings: dict[int, list[int]] = defaultdict(list)
        self._of_claim: dict[int, list[int]] = defaultdict(list)
        for number, phrase in enumerate(vocabulary.phrases):
            self._of_claim[phrase.claim].append(number)
            for item, _ in phrase.items:
                self._postings[item].append(number)
        self._weights = [phrase.weight for phrase in vocabulary.phrases]
        self._entities = [self._entity_items(phrase) for phrase in vocabulary.phrases]

    def _entity_items(self, phrase: WeighedPhrase) -> frozenset[int]:
        """The names of a phrase and the words beside them: what an earlier passage may supply."""
        named = {item for item, _ in phrase.items if self.vocabulary.items[item].is_name}
        return frozenset(named | {word for word, _ in phrase.owners} - phrase.predicate)

    def credits(self, reading: Reading) -> dict[int, int]:
        """Credit, 1 to 100, of every item that the passage holds."""
        places = self.find_places(reading)
        return {item: max(credit for credit, _ in row) for item, row in places.items()}

    def scores(
        self, numbers: Iterable[int], own: Credits, earlier: Credits, context_credit: int
    ) -> dict[int, int]:
        """Score, 0 to 100, of those phrases of `numbers` that share an item with the passage itself."""
        phrases = self.vocabulary.phrases
        return {
            number: self.score(number, own, earlier, context_credit)
            for number in numbers
            if any(item in own for item, _ in phrases[number].items)
        }

    def phrases_of(self, items: Iterable[int]) -> frozenset[int]:
        """The numbers of all phrases that hold one of `items`."""
        return frozenset(number for item in items for number in self._postings[item])

    def supplied(self, numbers: Iterable[int]) -> frozenset[int]:
        """The items that the passage before may supply to some of these phrases."""
        return frozenset[int]().union(*(self._entities[number] for number in numbers))

    def of_claim(self, claim: int) -> Sequence[int]:
        """The numbers of the phrases of a claim."""
        return self._of_claim.get(claim, ())

    def align(self, phrase: WeighedPhrase, reading: Reading) -> dict[int, int]:
        """Credit of every item of `phrase` where each word of the passage stands for one of them."""
        return share_out(self._places(phrase, reading), dict(phrase.items), self.vocabulary.items, reading)

    def score(self, number: int, own: Credits, earlier: Credits, context_credit: int) -> int:
        """Score, 0 to 100, of one phrase; `own` and `earlier` as for `scores`."""
        total = 0
        for item, weight in self.vocabulary.phrases[number].items:
            credit = own.get(item, 0)
            if item in self._entities[number]:
                credit = max(credit, earlier.get(item, 0) * context_credit // 100)
            total += weight * credit
        return total // self._weights[number]

    def find_matched(self, phrase: WeighedPhrase, reading: Reading) -> tuple[Span, ...]:
        """Where the passage holds the phrase's items, spans from its start.

        The clause that holds most of the phrase gives the places, and the nearest one what it lacks: *sent
        troops to A, but did not send them to B* is read where B stands.
        """
        weights, places = dict(phrase.items), self._places(phrase, reading)
        clauses = [clause.span for clause in reading.clauses] or [Span(0, len(reading.text))]
        home = max(clauses, key=lambda clause: _held(clause, places, weights))
        best = (min(row, key=lambda place: _remoteness(place, home)) for row in places.values())
        return tuple(sorted({span for _, span in best}))

    def says_it(self, phrase: WeighedPhrase, reading: Reading) -> bool:
        """Whether the passage says what the phrase says is done.

        A verb says it, or a noun beside one (*terlibat pertempuran*) or beside something else of the phrase:
        *Zandia and Lorvania are closer to a truce than at any time since the raid* is about no raid. What
        it is done to stands there too: *bombed the town* is not said by *a month of bombing*.
        """
        places = self._places(phrase, reading)
        if phrase.predicate.isdisjoint(places):
            return not phrase.predicate
        if phrase.objects and reading.pointing is None and phrase.objects.isdisjoint(places):
            return False
        return not phrase.verbal or any(
            has_verb(reading, clause.span) or self._joined(item, span, clause.span, places)
            for item in phrase.predicate
            for _, span in places.get(item, ())
            for clause in reading.clauses
            if clause.span.contains(span)
        )

    @staticmethod
    def _joined(item: int, span: Span, clause: Span, places: Places) -> bool:
        """Whether another item of the phrase than `item` stands in its clause, in another word."""
        return any(
            clause.contains(place) and not place.overlaps(span)
            for other, row in places.items()
            if other != item
            for _, place in row
        )

    def _places(self, phrase: WeighedPhrase, reading: Reading) -> Places:
        """The places of the phrase's items in the passage, with credits."""
        places = self.find_places(reading)
        return {item: places[item] for item, _ in phrase.items if item in places}

    def find_places(self, reading: Reading) -> Places:
        """Where the words stand that stand for items of phrases, with credits; the reading keeps it."""
        known = reading.placed  # once: another thread may ask with another vocabulary
        if known is None or known[0] is not self._mark:
            known = reading.placed = self._mark, self._find_places(reading)
        places: Places = known[1]
        return places

    def _find_places(self, reading: Reading) -> Places:
        places: dict[int, list[tuple[int, Span]]] = {}
        for word, _, first, last in self.weigh(reading):
            if row := self.stands_for(word, reading.language):
                span = Span(reading.tokens[first].start, reading.tokens[last - 1].end)
                for item, credit in row:
                    places.setdefault(item, []).append((credit, span))
        return places

    def weigh(self, reading: Reading) -> tuple[tuple[Item, int, int, int], ...]:
        """The items of the passage itself, as `weigh_words` gives them."""
        return weigh_words(reading, self.vocabulary.names)

    def stands_for(self, word: Item, language: str) -> list[tuple[int, int]]:
        """The phrases' items that a word of an article stands for, with credits.

        Whether an item is met depends on the word and the item only, so that a claim finds the same in any
        registry.
        """
        vocabulary = self.vocabulary
        row = [(item, 100) for item in vocabulary.by_key.get(word.key, ())]
        for concept in word.concepts:
            credit = vocabulary.settings.concept_credit
            row += [(item, credit) for item in vocabulary.by_concept.get(concept, ())]
        if word.form:  # whatever other claims hold, so that no claim's matches depend on the others
            met = {item for item, _ in row}
            row += [
                (item, credit) for item, credit in vocabulary.similar(word.form, language) if item not in met
            ]
        return row


def _held(clause: Span, places: Places, weights: Mapping[int, int]) -> int:
    """The weighted credit of the items that stand in `clause`."""
    return sum(
        weights[item] * max((credit for credit, span in row if clause.contains(span)), default=0)
        for item, row in places.items()
    )


def _remoteness(place: tuple[int, Span], home: Span) -> tuple[bool, int, int, int]:
    """In the clause first, then by credit, then near it, then early."""
    credit, span = place
    gap = max(span.start - home.end, home.start - span.end, 0)
    return not home.contains(span), -credit, gap, span.start
