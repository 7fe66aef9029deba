"""Wording phrases and claims: a phrase made of a passage, and claims that say nearly the same."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from claimdesk.model import Claim, Passage, Registry, Span
from claimdesk.text.claims import name_groups
from claimdesk.text.lemmas import word_weight
from claimdesk.text.names import NameFinder, build_name_finder
from claimdesk.text.reading import Reading, read_wording
from claimdesk.text.speakers import find_attributions

MOST_WORDS = 9  # with weight, in a suggestion: more than passages on the matter share
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LOOSE_CUES = frozenset(["hedge", "question"])
_MOST_BETWEEN = 2  # small words between two others that stay for the sake of the sense
_ALIKE = 0.7  # of the joint weight of two statements that both share


def suggest_phrase(text: str, language: str, counts: bool = False, names: Collection[str] = ()) -> str:
    """A phrase that finds what a passage says wherever it is said in other words.

    What somebody is credited with stands without whoever says it; dates, brackets, hedges and function words
    go, and so do figures unless it `counts`. Negations and plans stay.
    At most `MOST_WORDS` words weigh anything.

    Args:
        language: ``id`` or ``en``.
        names: names and aliases of the registry's sources, which help to recognise speakers.
    """
    said = _find_said(text, language, names)
    reading = Reading(said, language)
    kept = _weigh(reading, counts)
    if sum(kept.values()) == 0:
        return " ".join(text.split())
    chosen = _shorten(reading, kept)
    words = [token.text for at, token in enumerate(reading.tokens) if at in chosen]
    return " ".join(words)


def _find_said(text: str, language: str, names: Collection[str]) -> str:
    """What a passage says, without who says it."""
    credited = find_attributions(text, [Passage(0, 0, len(text), 0)], language, names).get(0, ())
    inside = [one.scope for one in credited if not any(one.scope.overlaps(other.span) for other in credited)]
    longest = max(inside, key=lambda scope: scope.end - scope.start, default=Span(0, len(text)))
    found = longest.of(text)
    return found if len(found.split()) >= 3 else text


def _weigh(reading: Reading, counts: bool) -> dict[int, int]:
    """What each token that stays weighs; function words that stay for the sake of the sense weigh nothing."""
    text, language = reading.text, reading.language
    gone = [Span(*found.span()) for found in _BRACKETS.finditer(text)]
    gone += [date.span for date in reading.dates]
    gone += [cue.span for cue in reading.cues if cue.kind in _LOOSE_CUES]
    figures = [figure.span for figure in reading.figures]
    sense = [cue.span for cue in reading.cues if cue.kind not in _LOOSE_CUES] + (figures if counts else [])
    kept: dict[int, int] = {}
    for at, token in enumerate(reading.tokens):
        if token.kind == "mark" and not any(span.contains(token.span) for span in sense):
            continue
        if any(span.contains(token.span) for span in sense):
            kept[at] = 0
        elif token.kind == "number" or any(span.overlaps(token.span) for span in (*gone, *figures)):
            continue
        elif weight := word_weight(reading.lemmas[at], language):
            kept[at] = weight
    return kept


def _shorten(reading: Reading, kept: dict[int, int]) -> set[int]:
    """The tokens of the phrase: those kept, of one clause where there are too many, and what links two."""
    chosen = set(kept)
    if _count(chosen, kept) > MOST_WORDS:
        inside = [
            {at for at in kept if clause.span.contains(reading.tokens[at].span)} for clause in reading.clauses
        ]
        chosen = max(inside, key=lambda one: sum(kept[at] for at in one), default=chosen) or chosen
    while _count(chosen, kept) > MOST_WORDS:
        lightest = min(sorted((at for at in chosen if kept[at]), reverse=True), key=kept.__getitem__)
        chosen.discard(lightest)
    return chosen | {at for one, other in pairwise(sorted(chosen)) for at in _link(reading, one, other)}


def _link(reading: Reading, one: int, other: int) -> range:
    """The small words between two words of a phrase, where there are no more than two and nothing else."""
    between = range(one + 1, other)
    small = len(between) <= _MOST_BETWEEN and all(reading.tokens[at].kind == "word" for at in between)
    weightless = all(not word_weight(reading.lemmas[at], reading.language) for at in between)
    return between if small and weightless else range(0)


def _count(chosen: Collection[int], kept: dict[int, int]) -> int:
    return sum(kept[at] > 0 for at in chosen)


@dataclass(frozen=True, slots=True)
class Similar:
    """A claim that says nearly the same as another, or with `opposite` that it is not so."""

    claim: Claim
    opposite: bool


def find_similar(claim: Claim, registry: Registry) -> tuple[Similar, ...]:
    """The other claims of `registry` that share most words of the claim's statement, in either language.

    Claims with different numbers are others, and so are those on days further apart than their windows.
    """
    names = build_name_finder(name_groups(registry))
    mine, denied = _read_statement(claim.statement, names)
    found = []
    for other in registry.claims:
        if other.id == claim.id or _is_apart(claim, other):
            continue
        theirs, also = _read_statement(other.statement, names)
        shared = sum(mine[one] for one in mine if not all(map(one.isdisjoint, theirs)))
        joint = sum(mine.values()) + sum(theirs[one] for one in theirs if all(map(one.isdisjoint, mine)))
        if joint and shared / joint >= _ALIKE:
            found.append(Similar(other, denied != also))
    return tuple(found)


def _is_apart(claim: Claim, other: Claim) -> bool:
    one, two = (each.quantity.interval if each.quantity else None for each in (claim, other))
    if one != two:
        return True
    if claim.as_of is None or other.as_of is None:
        return False
    return abs((claim.as_of - other.as_of).days) > claim.window_days + other.window_days


def _read_statement(statement: str, names: NameFinder) -> tuple[dict[frozenset[str], int], bool]:
    """The weighty words of a statement, each by its concepts or alias group if any; whether it denies.

    A word of several concepts shares what any of them shares.
    """
    reading = read_wording(statement)
    words = {at for at, token in enumerate(reading.tokens) if token.kind == "word"}
    meant: dict[int, frozenset[str]] = {}
    for first, last, concept in reading.concepts:
        for at in words.intersection(range(first, last)):
            meant[at] = meant.get(at, frozenset()) | {f"concept {concept}"}
    spoken = [token for token in reading.tokens if token.kind != "mark"]
    places = [at for at, token in enumerate(reading.tokens) if token.kind != "mark"]
    for name in names.find(spoken):
        named = words.intersection(places[name.first : name.last])
        meant |= dict.fromkeys(named, frozenset([f"alias {name.group}"]))
    weights = {
        meant.get(at, frozenset([reading.lemmas[at]])): (
            100 if at in meant else word_weight(reading.lemmas[at], reading.language)
        )
        for at in words
    }
    denies = sum(cue.kind in ("negation", "denial") for cue in reading.cues) % 2 == 1
    return {keys: weight for keys, weight in weights.items() if weight}, denies
