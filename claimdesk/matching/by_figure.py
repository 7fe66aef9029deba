"""Nomination by figure: a passage that states a figure for what a claim counts needs no phrase of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from claimdesk.model import Figure, Match, Passage
from claimdesk.text.bare import find_bare, find_bare_of, find_untold, names_count
from claimdesk.text.claim_units import Counted
from claimdesk.text.claims import ClaimReading
from claimdesk.text.countable import may_count, may_name
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts, is_near, is_telling, points_back


def find_by_figure(
    claims: Sequence[ClaimReading],
    wanted: Sequence[int],
    passage: Passage,
    reading: Reading,
    near: Callable[[], Collection[int]],
    score: int,
    earlier: Reading | None = None,
) -> Iterator[Match]:
    """The matches of a passage with those of `wanted`, numbers of `claims` with a quantity, by its figures.

    A figure whose unit tells no claim from another (*people*, percent, money) counts only for a claim that
    the passage comes `near` by a phrase. The `earlier` passage may name what a bare figure counts.
    """
    close: Collection[int] | None = None
    for number in wanted:
        claim = claims[number]
        counted = claim.counted
        assert counted is not None
        spans = []
        for figure in reading.figures if may_count(reading, counted) else ():
            if not counts(figure, counted, reading) or points_back(figure, reading):
                continue
            telling = claim.groups and is_telling(figure, counted, reading)
            if not telling and close is None:
                close = near()
            if telling or (close and number in close and is_near(figure, counted, reading)):
                spans += [figure.span, *([figure.unit_span] if figure.unit_span else [])]
        own = () if spans or not claim.groups else _find_own(counted, reading, earlier)
        spans += [figure.span for figure in own]
        if spans:
            matched = tuple(span.shift(passage.start) for span in sorted(set(spans)))
            context = (passage.span,) if own else ()
            yield Match(number, passage.index, -1, "supports", score, matched, context=context)


def _find_own(counted: Counted, reading: Reading, earlier: Reading | None) -> tuple[Figure, ...]:
    """The bare figures of which the passage itself, or only the one before, names what they count."""
    if not reading.may_state:
        return ()
    own = find_bare_of(counted, reading) if may_name(reading, counted) else ()
    if own or earlier is None or not (may_name(earlier, counted) and names_count(counted, earlier)):
        return own
    return (*find_bare(reading), *find_untold(counted, reading))
