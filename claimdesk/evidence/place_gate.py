"""The place gate: is it the claim's own place that the words around a figure or a match speak of?"""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.model import Figure, Span
from claimdesk.text.claims import ClaimReading
from claimdesk.text.lexicon import load_words
from claimdesk.text.other_events import is_parted
from claimdesk.text.places import find_elsewhere, is_beside, is_on_water, joined_names
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import find_tokens

_TOGETHER = 2  # places that a claim counts together
_BESIDE = 30  # code points between a place and the larger one it lies in: "Kursk in western Russia"

_MARKS = frozenset(",;:()")


def nearest_place(claim: ClaimReading, reading: Reading, at: Span) -> tuple[str, bool]:
    """The other place that the clause around `at` speaks of, and whether it is known to lie in the claim's.

    ``("", True)`` where neither the clause nor, without a place in it, the passage names one, or where the
    claim's own stands nearest. Another place lies in the claim's where the claim's own is named right behind
    it ("Kursk in Russia"), or where the registry lets
    either satisfy one group of `must_mention`. A place that stands with another count, closer than with this
    one, says nothing of this one.
    """
    if not claim.has_own_places:
        return "", True
    counts = [figure for figure in reading.figures if not figure.span.overlaps(at)]
    shores = _shores(claim, reading)
    for ground in (reading.clause_of(at), Span(0, len(reading.text))):
        own, others = _places_in(claim, reading, ground)
        others = [
            place
            for place in others
            if place not in shores and not _is_of_another(place, at, counts, reading)
        ]
        if own or others:
            break
    else:
        return "", True
    nearest = min([*own, *others], key=lambda span: (span.start < at.start, _gap(span, at), span.start))
    if nearest in own:
        return "", True
    if any(_tells_of(place, nearest, reading) for place in own):
        return "", True
    name = nearest.of(reading.text)
    holds = any(span.start >= nearest.end and _gap(span, nearest) <= _BESIDE for span in own)
    return name, holds or claim.lies_within(name)


def _tells_of(own: Span, place: Span, reading: Reading) -> bool:
    """Whether `place` stands in what a clause right behind `own` tells of it: *Mount Zand, which buried farms
    on the island of Corvo*."""
    tokens = [token for token in reading.tokens if own.end <= token.start < place.start]
    tokens = tokens[1:] if tokens and tokens[0].text == "," else tokens
    opened = bool(tokens) and tokens[0].lower in load_words(reading.language, "counted")["relatives"]
    return opened and all(token.kind == "word" for token in tokens)


def _shores(claim: ClaimReading, reading: Reading) -> list[Span]:
    """The places beside the claim's own body of water: *off Port Arlen*, where that is Osprey Bay."""
    asked = claim.statement
    if not any(is_on_water(asked.tokens, asked.language, place) for place in asked.places):
        return []
    return [place for place in reading.places if is_beside(reading.tokens, reading.language, place)]


def names_elsewhere(reading: Reading, at: Span) -> str:
    """The words that turn from the claim's place or event to another one where the figure at `at` stands.

    They stand in its clause, or earlier in its sentence where that has no other figure.
    """
    clause = reading.clause_of(at)
    for span in find_elsewhere(reading.tokens, reading.language):
        between = Span(min(span.end, at.end), max(span.start, at.start))
        parted = any(between.contains(one.span) for one in reading.figures if not one.span.overlaps(at))
        parted = parted or is_parted(reading, between)
        if not parted and (clause.overlaps(span) or (span.end <= at.start and _are_tied(span, at, reading))):
            return span.of(reading.text)
    return ""


def _places_in(claim: ClaimReading, reading: Reading, ground: Span) -> tuple[list[Span], list[Span]]:
    """The claim's own places in a stretch, and the others."""
    tokens = [token for token in reading.tokens if ground.contains(token.span)]
    own = [name.span for name in claim.own_places.find(tokens)]
    places = [span for span in reading.places if ground.contains(span)]
    return own, [span for span in places if not any(span.overlaps(one) for one in own)]


def _is_of_another(place: Span, at: Span, counts: Sequence[Figure], reading: Reading) -> bool:
    """Whether `place` stands with another count than the one at `at`."""
    apart = not _are_tied(place, at, reading)
    first, last = sorted((place, at))
    return any(
        _are_tied(place, figure.span, reading)
        and (apart or (first.end <= figure.span.start and figure.span.end <= last.start))
        for figure in counts
    )


def _are_tied(one: Span, other: Span, reading: Reading) -> bool:
    """Whether no mark parts the two."""
    first, last = sorted((one, other))
    return _MARKS.isdisjoint(reading.text[first.end : last.start])


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def names_some(claim: ClaimReading, reading: Reading, at: Span) -> bool:
    """Whether the clause around `at` speaks of some only of the places that the claim counts together."""
    asked, clause = claim.joined_places, reading.clause_of(at)
    if len(asked) < _TOGETHER:
        return False
    tokens = [token for token in reading.tokens if clause.contains(token.span)]
    named = sum(bool(finder.find(tokens)) for finder in asked)
    return 0 < named < len(asked)


def names_more(claim: ClaimReading, reading: Reading, at: Span) -> bool:
    """Whether a count goes beyond the claim's own place: *in Zandia and Lorvania* where that is Zandia."""
    if not claim.has_own_places or len(claim.joined_places) >= _TOGETHER:
        return False
    own, _ = _places_in(claim, reading, reading.clause_of(at))
    joined = [name for place in own for name in joined_names(reading.tokens, reading.language, place)]
    return any(not claim.own_places.find(find_tokens(name.of(reading.text))) for name in joined)
