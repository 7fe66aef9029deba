"""The figure gate: does the figure of a passage agree with what the claim counts?

The figure whose counted noun is one of the claim's units and that stands nearest to the matched words speaks;
a total before an addition. A figure belongs to the place named nearest to it in its own clause. A part of the
whole bounds the whole from below. Stated interval inside the claim's: agrees; disjoint: conflicts; otherwise
compatible.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimdesk.evidence.bygone import find_bygone
from claimdesk.evidence.comparison import (
    FigureVerdict,
    as_whole,
    compare_figure,
    compare_intervals,
    tells_all,
)
from claimdesk.evidence.other_number import compares
from claimdesk.evidence.place_gate import names_elsewhere, nearest_place
from claimdesk.evidence.sums import compare_sum, find_addends
from claimdesk.model import Figure, Interval, Reason, Span
from claimdesk.text.background import find_wrapped
from claimdesk.text.claims import ClaimReading
from claimdesk.text.clauses import says
from claimdesk.text.lexicon import load_words
from claimdesk.text.meeting import find_predicate
from claimdesk.text.negative_states import find_negative_states
from claimdesk.text.order import tells_past, told_before
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts, figure_keys, part_words

_OF_THEM = 20  # code points between a figure and the verb: " of them were "
_MARKS = frozenset(",;:()")


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """What the gate found: `figure` with the interval it sets for the whole, and how that compares.

    ``none``: the claim counts nothing. ``missing``: the passage counts nothing the claim counts.
    ``elsewhere``: it counts that in another place.
    """

    verdict: FigureVerdict
    figure: Figure | None = None
    interval: Interval | None = None
    reasons: tuple[Reason, ...] = ()


def find_speaking_figure(claim: ClaimReading, reading: Reading, matched: Sequence[Span]) -> Figure | None:
    """The figure of the passage that counts what the claim counts and stands nearest to `matched`."""
    if claim.counted is None:
        return None
    able = [
        as_whole(figure, claim.counted, reading)
        for figure in reading.figures
        if counts(figure, claim.counted, reading)
    ]
    if not claim.counted.fates:
        able = _without_wholes(able, reading)
    for aside in ("former", "denied"):
        if any(aside not in figure.states for figure in able):
            able = [figure for figure in able if aside not in figure.states]
    if any(not figure.increment for figure in able):
        able = [figure for figure in able if not figure.increment]
    if not able:
        return None
    if all(figure.part and not tells_all(figure, reading) for figure in able):
        return max(able, key=lambda figure: figure.interval.low)  # the largest part tells most of the whole
    spoken = 0 if tells_past(reading) else sum(says(reading.language, token) for token in reading.tokens)
    if spoken > 1 and len(able) > 1 and not any(figure.part or figure.total for figure in able):
        # Counts of several speakers are versions of one: whoever gives the claim's own stands for it.
        own = claim.claim.quantity.interval if claim.claim.quantity else None
        agreeing = [one for one in able if own and compare_intervals(one.interval, own) == "agrees"]
        able = agreeing or able
    return min(able, key=lambda figure: (figure.part, not figure.total, _distance(figure, reading, matched)))


def find_spoken(figure: Figure | None, reading: Reading) -> list[Span]:
    """Stretches whose cues the figures have already told: a figure of none, *perhaps* before one, a state
    told by a negation, *bukan* before a rival."""
    if figure is None:
        return []
    spoken = [figure.span] if figure.interval.high == 0 or figure.approximate else []
    spoken += find_negative_states(reading)
    spoken += _before_apposition(figure, reading)
    for other in reading.figures:
        if other.span != figure.span and "denied" in other.states:
            start = max((token.start for token in reading.tokens if token.end <= other.span.start), default=0)
            spoken.append(Span(start, other.span.start))
    return spoken


def _before_apposition(figure: Figure, reading: Reading) -> list[Span]:
    """What stands before a figure that only names the subject: *is not disputed, namely 160 people*."""
    words = load_words(reading.language, "tallies")["namely"]
    before = [token for token in reading.tokens if token.end <= figure.span.start][-2:]
    if len(before) < 2 or before[0].kind != "mark" or before[1].lower not in words:
        return []
    return [Span(find_wrapped(reading.tokens, before[0].start, reading.language), before[0].start)]


def speaks_for_itself(claim: ClaimReading, phrase: Reading, finding: FigureFinding) -> bool:
    """Whether the passage states a figure of what the claim counts, and the phrase one that conflicts or that
    it is another: *far more officers*.
    """
    decided = finding.verdict in {"agrees", "conflicts", "compatible"}
    if decided and claim.counted is not None and compares(phrase, claim.counted):
        return True
    own = find_speaking_figure(claim, phrase, ()) if decided else None
    quantity = claim.claim.quantity
    return own is not None and quantity is not None and own.interval.disjoint(quantity.interval)


def deny_figure(claim: ClaimReading, finding: FigureFinding) -> FigureFinding | None:
    """The finding for what is left where a figure with one end is denied: who denies more than 8 says 8 or
    less. None where nothing definite is left."""
    quantity, interval = claim.claim.quantity, finding.interval
    if quantity is None or finding.figure is None or interval is None or finding.figure.part:
        return None
    if finding.verdict not in {"agrees", "conflicts", "compatible"} or "former" in finding.figure.states:
        return None
    if math.isinf(interval.high) and interval.low > 0:
        rest = Interval(0, interval.low, high_open=not interval.low_open)
    elif interval.low == 0 and 0 < interval.high < math.inf and not interval.low_open:
        rest = Interval(interval.high, math.inf, low_open=not interval.high_open)
    else:
        return None
    verdict = compare_intervals(rest, quantity.interval)
    reason = Reason.of(f"figure_denied_{verdict}", figure=finding.figure.text)
    return FigureFinding(verdict, finding.figure, rest, (reason,))


def _without_wholes(figures: Sequence[Figure], reading: Reading) -> list[Figure]:
    """The figures without those that only say of how many something befell: *shot down 12 of the 20 drones*.

    Where the claim counts the dead, *9 of the 20 dead* is about the 20: then this is not asked.
    """
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        between = reading.text[before.span.end : figure.span.start].casefold().split() if before else ["-"]
        if before is not None and between and set(between) <= part_words(reading.language):
            kept[-1] = replace(before, part=False, unit=before.unit or figure.unit)
        else:
            kept.append(figure)
    return kept


def _distance(figure: Figure, reading: Reading, matched: Sequence[Span]) -> tuple[int, int]:
    """First the matched words its clause lacks, then the code points to the nearest of them."""
    clause = reading.clause_of(figure.span)
    apart = [span for span in matched if not span.overlaps(figure.span)]
    outside = sum(not clause.contains(span) for span in apart)
    gaps = [max(span.start - figure.span.end, figure.span.start - span.end) for span in apart]
    return outside, min(gaps, default=0)


def _counts_otherwise(phrase: Reading, reading: Reading) -> bool:
    """Whether the passage counts the same, and nowhere as many: *two pilots*, *only one pilot*."""
    pairs = [
        (one.interval, other.interval)
        for one in phrase.figures
        for other in reading.figures
        if "denied" not in other.states
        and figure_keys(one, phrase.language) & figure_keys(other, reading.language)
    ]
    return bool(pairs) and all(one.disjoint(other) for one, other in pairs)


def weigh_figure(
    claim: ClaimReading,
    phrase: Reading | None,
    reading: Reading,
    matched: Sequence[Span],
    published: date | None = None,
    *,
    bare: bool = False,
) -> FigureFinding:
    """The finding for a passage that matched `phrase`; `matched` are spans from the passage's start.

    `published` is the day of the article, from which *last year* counts; `bare`: what the figures at
    `matched` count stands in an earlier passage.
    """
    quantity = claim.claim.quantity
    if quantity is None:
        # That none did is a negation, which the cues weigh.
        some = phrase is not None and all(
            one.interval.high > 0 for one in (*phrase.figures, *reading.figures)
        )
        if phrase is not None and some and _counts_otherwise(phrase, reading):
            return FigureFinding("missing", reasons=(Reason.of("figure_unlike_phrase"),))
        return FigureFinding("none")
    done = find_predicate(phrase, reading, matched) if phrase is not None else ()
    figure = _find_done(claim, reading, done) or _find_figure(
        claim, reading, matched, bare=bare and phrase is None
    )
    if figure is None:
        asked = phrase is not None and (
            find_speaking_figure(claim, phrase, ()) is not None or _counts_otherwise(phrase, reading)
        )
        return FigureFinding("missing" if asked else "unasked", reasons=(Reason.of("figure_missing"),))
    earlier = told_before(reading, figure.span) or find_bygone(claim.claim, reading, figure.span, published)
    if earlier:
        reason = Reason.of("figure_earlier", word=earlier)
        return FigureFinding("elsewhere", figure, figure.interval, (reason,))
    place, whole = nearest_place(claim, reading, figure.span)
    other = names_elsewhere(reading, figure.span)
    if other or (place and not whole):
        place = other or place
        reason = Reason.of("figure_other_place", place=place)
        return FigureFinding("elsewhere", figure, figure.interval, (reason,))
    verdict, interval = compare_figure(claim, reading, figure, quantity.interval, place)
    if addends := find_addends(claim, reading, figure):
        verdict, interval = compare_sum(addends, quantity.interval)
        told = Reason.of(f"figure_{verdict}", figure=" + ".join(one.text for one in addends))
        return FigureFinding(verdict, addends[0], interval, (told,))
    return FigureFinding(verdict, figure, interval, (Reason.of(f"figure_{verdict}", figure=figure.text),))


def _find_done(claim: ClaimReading, reading: Reading, done: Sequence[Span]) -> Figure | None:
    """The figure of those of many to whom it was done: *and four of them were brought down*."""
    if claim.counted is None or not done:
        return None
    verb = min(done)
    for figure in reading.figures:
        between = reading.text[figure.span.end : verb.start]
        near = 0 < len(between) <= _OF_THEM and _MARKS.isdisjoint(between)
        apart = any(figure.span.end <= one.span.start < verb.start for one in reading.figures)
        if near and not apart and figure.part and counts(figure, claim.counted, reading):
            return replace(as_whole(figure, claim.counted, reading), part=False)
    return None


def _find_figure(
    claim: ClaimReading, reading: Reading, matched: Sequence[Span], *, bare: bool
) -> Figure | None:
    figure = find_speaking_figure(claim, reading, matched)
    if figure is None and bare:
        return next((one for one in reading.figures if one.span in matched), None)
    return figure
