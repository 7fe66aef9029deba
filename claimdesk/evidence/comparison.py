"""How a stated figure compares with what the claim counts: as the whole of it, or as a part.

A part bounds the whole from below, so that it excludes only what is less. Parts are told by the words beside
the figure, by the kind of people counted, by a place within the claim's own, and by words for counts that go
on.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from claimdesk.evidence.place_gate import names_more, names_some
from claimdesk.model import Figure, Interval
from claimdesk.text.bystanders import is_some_kind, kinds_of, name_subsets, read_keys
from claimdesk.text.claim_units import Counted
from claimdesk.text.claims import ClaimReading
from claimdesk.text.lexicon import load_words
from claimdesk.text.reading import Reading
from claimdesk.text.stages import is_stage
from claimdesk.text.tallies import is_partial, is_witnessed, speaks_of_part
from claimdesk.text.units import figure_keys, fits_unit, part_words

_FURTHER = 4  # tokens behind a number in which *others* may stand

FigureVerdict = Literal["agrees", "conflicts", "compatible", "missing", "unasked", "elsewhere", "none"]


def compare_intervals(stated: Interval, claimed: Interval) -> FigureVerdict:
    """How a stated interval bears on the claimed one; *at least n* agrees with exactly n."""
    if stated.inside(claimed) or (claimed.exact and stated.low == claimed.low and not stated.low_open):
        return "agrees"
    return "conflicts" if stated.disjoint(claimed) else "compatible"


def compare_figure(
    claim: ClaimReading, reading: Reading, figure: Figure, claimed: Interval, place: str
) -> tuple[FigureVerdict, Interval]:
    """How `figure`, which counts what the claim does, bears on the interval `claimed`, and what it sets for
    the whole.

    `place`: another one it is counted in, within the claim's own.
    """
    interval = figure.interval
    if names_more(claim, reading, figure.span):
        interval = Interval(0, interval.high, high_open=interval.high_open)
    part = bool(place) or _is_part(claim, reading, figure)
    if part:
        interval = Interval(interval.low, math.inf, interval.low_open)
    elif speaks_of_part(claim.statement) and speaks_of_part(reading) and math.isinf(interval.high):
        # What is counted for certain is no open number: "at least 40 confirmed deaths".
        interval = interval if interval.low_open else Interval(interval.low, interval.low)
    verdict = compare_intervals(interval, claimed)
    if figure.approximate and math.isinf(figure.interval.high) and not interval.low_open:
        # *Ratusan* may be used of somewhat more than a hundred.
        loose = compare_intervals(Interval(interval.low / 2, math.inf), claimed)
        verdict = verdict if loose == verdict else "compatible"
    elif figure.approximate and not part and math.isinf(claimed.high):
        verdict = _about(interval, claimed, verdict)
        if verdict == "compatible" and (_reaches(figure, reading, claimed) or _is_told_so(claim, figure)):
            verdict = "agrees"
    elif verdict == "compatible" and not part and _is_about(claim) and _is_about_as_much(interval, claimed):
        verdict = "agrees"
    if part and claimed.exact and verdict == "agrees" and not _is_named_so(claim, reading, figure, place):
        verdict = "compatible"  # a part of that size leaves the whole open
    return verdict, interval


def _about(stated: Interval, claimed: Interval, verdict: FigureVerdict) -> FigureVerdict:
    """The verdict on *about 160* against *at least 150*: half the width tells, since nobody who knew of fewer
    than 150 would say so."""
    if verdict != "compatible" or math.isinf(stated.high):
        return verdict
    middle, width = (stated.low + stated.high) / 2, (stated.high - stated.low) / 4
    closer = compare_intervals(Interval(middle - width, middle + width), claimed)
    return closer if closer == "agrees" else verdict


def _is_about(claim: ClaimReading) -> bool:
    return claim.claim.quantity is not None and claim.claim.quantity.wording == "about"


def _is_about_as_much(stated: Interval, claimed: Interval) -> bool:
    """Whether what is stated means a number that *about n* does: *roughly 800* or *more than 780*, for about
    778. A lower bound has to stand in the inner half of the claim's."""
    if math.isinf(stated.high):
        margin = (claimed.high - claimed.low) / 4
        return claimed.low + margin <= stated.low <= claimed.high - margin
    return claimed.low <= (stated.low + stated.high) / 2 <= claimed.high


def _reaches(figure: Figure, reading: Reading, claimed: Interval) -> bool:
    """Whether an estimate is said to be reached, and inside the claim's: *an estimated crowd reached 900*."""
    middle = (figure.interval.low + figure.interval.high) / 2
    words = frozenset(load_words(reading.language, "figures")["reaching"])
    before = [token for token in reading.tokens if token.start < figure.number.start]
    told = [token for token in before if token.start >= figure.span.start] or before[-1:]
    reached = any(token.lower in words for token in told)
    return reached and compare_intervals(Interval(middle, middle), claimed) == "agrees"


def _is_told_so(claim: ClaimReading, figure: Figure) -> bool:
    """Whether one of the claim's own supporting phrases is as vague: *some 900 came*, for at least 900."""
    return any(
        one.approximate and one.interval == figure.interval
        for phrase, reading in zip(claim.claim.phrases, claim.phrases, strict=True)
        if phrase.side == "supports"
        for one in reading.figures
    )


def _is_part(claim: ClaimReading, reading: Reading, figure: Figure) -> bool:
    """Whether `figure` counts a part only of what the claim counts."""
    return (
        names_some(claim, reading, figure.span)
        or (figure.part and not tells_all(figure, reading))
        or _are_further(figure, reading)
        or (claim.counted is not None and _is_of_some(figure, claim.counted, reading.language))
        or (is_partial(figure, reading) and not speaks_of_part(claim.statement))
    )


def _is_named_so(claim: ClaimReading, reading: Reading, figure: Figure, place: str) -> bool:
    """Whether the figure is a part for nothing but what its people are called: two elderly residents hurt are
    the two civilians of whom the claim speaks."""
    apart = place or figure.part or names_some(claim, reading, figure.span) or is_partial(figure, reading)
    counted = claim.counted
    return not apart and counted is not None and fits_unit(figure, counted, reading.language)


def _are_further(figure: Figure, reading: Reading) -> bool:
    """Whether the counted come on top of some whom nothing here counts: *Three more people died*.

    Of some fates more are told beside the dead, and those are all: *Another 114 were rescued*.
    """
    if not set(load_words("", "units")["told_beside"]).isdisjoint(figure.states):
        return False
    end = figure.unit_span.end if figure.unit_span else figure.span.end
    behind = [token for token in reading.tokens if token.start >= figure.span.end][:_FURTHER]
    rest = [token for token in behind if token.lower in load_words(reading.language, "counted")["rest"]]
    others = any(token.start <= end + 1 for token in rest)
    first = not any(one.kind == "count" and one.span.end <= figure.span.start for one in reading.figures)
    return figure.increment or (others and first and figure.kind == "count")


def _is_of_some(figure: Figure, counted: Counted, language: str) -> bool:
    """Whether `figure` counts one kind of the people that the claim counts, or those in one stage."""
    staged = is_stage(figure_keys(figure, language), counted.fates)
    return staged or is_some_kind(figure, counted.words, language)


def as_whole(figure: Figure, counted: Counted, reading: Reading) -> Figure:
    """A part that holds all of the claim's own kind of people: *83 dead, 19 children among them*; *19 of the
    children* are not all."""
    keys = figure_keys(figure, reading.language) if figure.part else frozenset[str]()
    own = name_subsets(frozenset(key for unit in counted.units for word in unit.words for key in word))
    if not (kinds_of(keys) & counted.kinds or keys & own):
        return figure
    if figure.unit_span is None:
        return replace(figure, part=False)
    of = reading.text[figure.span.end : figure.unit_span.start].casefold().split()
    told = read_keys(figure.unit_span.of(reading.text), reading.language)
    named = kinds_of(told) & counted.kinds or told & own
    return (
        figure if named and not part_words(reading.language).isdisjoint(of) else replace(figure, part=False)
    )


def tells_all(figure: Figure, reading: Reading) -> bool:
    """Whether a part is all that its own state befell: *712 victims: 132 dead, 580 injured*.

    Its own state tells it from a whole before it, of which nothing or something else is told.
    """
    wholes = [one for one in reading.figures if one.span.end <= figure.span.start and not one.part]
    own = bool(figure.states and wholes) and not set(figure.states) & set(wholes[-1].states)
    return own and not is_witnessed(wholes[-1], reading)
