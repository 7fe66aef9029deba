"""The short chain of reasons that adds up to a status.

Who supports the claim and when, who stands against it, what was said at another time and decides nothing.
A value that holds several names is one text with a name a line; `messages` joins them in the reader's
language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from claimdesk.evidence.stands import Groups, Stand, count_separate
from claimdesk.model import Assessment, Claim, Quote, Reason, Side, Timing

TIMINGS: tuple[Timing, ...] = ("current", "later", "earlier", "undated")

# The timings of statements against that count for each row of the status table; in all other rows none do.
COUNTED_AGAINST: dict[str, tuple[Timing, ...]] = {
    "status_reversed": TIMINGS,
    "status_overtaken": ("later",),
    "status_contested": ("current",),
    "status_contradicted": TIMINGS,
    "status_only_against": TIMINGS,
}

# Reason codes of who stands where and when. A claim without a date has its own: it speaks of no time.
SIDE_CODES: dict[tuple[Side, Timing], str] = {
    ("supports", "current"): "supports_current",
    ("supports", "later"): "supports_later",
    ("supports", "earlier"): "supports_earlier",
    ("supports", "undated"): "supports_undated",
    ("contradicts", "current"): "contradicts_current",
    ("contradicts", "later"): "contradicts_later",
    ("contradicts", "earlier"): "contradicts_earlier",
    ("contradicts", "undated"): "contradicts_undated",
}
UNTIMED_CODES: dict[Side, str] = {"supports": "supports_any_time", "contradicts": "contradicts_any_time"}
ASIDE_CODES: dict[Timing, str] = {
    "later": "aside_later",
    "earlier": "aside_earlier",
    "undated": "aside_undated",
}

Naming = Callable[[Stand, Side, Timing], str]


def counted_timings(side: Side, row: str) -> tuple[Timing, ...]:
    """The timings of the statements that count on that side in that row of the status table."""
    return TIMINGS if side == "supports" else COUNTED_AGAINST.get(row, ())


def counted(stands: Iterable[Stand], side: Side, row: str) -> tuple[Stand, ...]:
    """The stands that count on that side in that row of the status table."""
    timings = counted_timings(side, row)
    return tuple(stand for stand in stands if not stand.on(side).isdisjoint(timings))


def is_counted(quote: Quote, assessment: Assessment) -> bool:
    """Whether the quote counts towards the status, rather than being shown beside it.

    It does if nobody rejected it, it takes the side that its origin still takes, and its timing counts there.
    """
    if quote.decision == "rejected" or quote.stance == "mentions":
        return False
    standing = assessment.supports if quote.stance == "supports" else assessment.contradicts
    row = next((one.code for one in assessment.reasons if one.code in COUNTED_AGAINST), "")
    timely = quote.timing in counted_timings(quote.stance, row)
    return timely and any(origin.id in standing for origin in quote.origins)


def explain_sides(
    claim: Claim, stands: Sequence[Stand], quotes: Sequence[Quote], row: str, groups: Groups
) -> tuple[Reason, ...]:
    """Who stands where and when, and what is set aside: everything the row of the table looks at."""
    naming = _naming(quotes)
    supporters, against = counted(stands, "supports", row), counted(stands, "contradicts", row)
    reasons = list(_explain_side(claim, supporters, "supports", TIMINGS, naming))
    reasons += _explain_separateness(supporters, groups)
    hedged = [stand for stand in supporters if stand.hedged]
    if hedged:
        reasons.append(Reason.of("hedged_support", count=len(hedged), names=_join(hedged)))
    timings = counted_timings("contradicts", row)
    reasons += _explain_side(claim, against, "contradicts", timings, naming)
    if against and all(stand.origin.kind == "party" for stand in against):
        reasons.append(Reason.of("parties_against", count=len(against), names=_join(against)))
    turned = [stand for stand in stands if stand.reversed]
    if turned:
        reasons.append(Reason.of("reversed", count=len(turned), names=_join(turned)))
    reasons += _explain_aside(stands, timings, naming)
    if not any(quote.decisive for quote in quotes) and quotes:
        reasons.append(Reason.of("mentions_only", count=len(quotes)))
    return tuple(reasons)


def explain_strength(
    assessment: Assessment, stands: Sequence[Stand], quotes: Iterable[Quote]
) -> list[Reason]:
    """What the status rests on, and who is silent."""
    names = {stand.origin.id: stand.origin.counted_name for stand in stands}
    needed = [names[origin] for origin in assessment.fragility.without_origin]
    carrying = {*assessment.supports, *assessment.contradicts}
    carriers = [
        quote for quote in quotes if quote.decisive and any(one.id in carrying for one in quote.origins)
    ]
    reasons = []
    if len(carriers) == 1:
        reasons.append(Reason.of("rests_on_quote", name=carriers[0].origin.counted_name))
    elif carrying and needed:
        reasons.append(Reason.of("rests_on_origins", count=len(needed), names="\n".join(needed)))
    elif carrying:
        reasons.append(Reason.of("holds_without_any"))
    if assessment.silent:
        silent = list(dict.fromkeys(quote.origin.name for quote in assessment.silent))
        reasons.append(Reason.of("silent", count=len(silent), names="\n".join(silent)))
    return reasons


def explain_verdict(claim: Claim, assessment: Assessment, newer: int) -> list[Reason]:
    """How the evidence stands to the fact-checker's own word: `newer` decisive quotes came after it."""
    verdict = claim.verdict
    if verdict is None:
        return []
    if verdict.proposed:
        return [Reason.of("verdict_proposed", verdict=verdict.status)]
    reasons = []
    if newer and verdict.on is not None:
        reasons.append(Reason.of("verdict_newer", count=newer, on=verdict.on.isoformat()))
    if verdict.status != assessment.status:
        reasons.append(Reason.of("verdict_differs", verdict=verdict.status, status=assessment.status))
    return reasons


def window_of(claim: Claim) -> tuple[date, date] | None:
    """First and last day of the time the claim speaks of; None where it speaks of none in particular."""
    if claim.as_of is None:
        return None
    as_of = claim.as_of.toordinal()
    first = max(as_of - claim.window_days, date.min.toordinal())
    last = min(as_of + claim.window_days, date.max.toordinal())
    return date.fromordinal(first), date.fromordinal(last)


def _explain_side(
    claim: Claim, stands: Sequence[Stand], side: Side, timings: Sequence[Timing], naming: Naming
) -> Iterable[Reason]:
    """One reason a timing; an origin is named once, at the first of its timings that counts."""
    named: set[str] = set()
    window = window_of(claim)
    for timing in timings:
        group = [stand for stand in stands if timing in stand.on(side) and stand.origin.id not in named]
        if not group:
            continue
        named.update(stand.origin.id for stand in group)
        names = "\n".join(naming(stand, side, timing) for stand in group)
        if window is None:
            yield Reason.of(UNTIMED_CODES[side], count=len(group), names=names)
            continue
        period = "/".join(day.isoformat() for day in window)
        yield Reason.of(SIDE_CODES[side, timing], count=len(group), names=names, window=period)


def _explain_separateness(supporters: Sequence[Stand], groups: Groups) -> Iterable[Reason]:
    ids = {stand.origin.id for stand in supporters}
    if any(len(group & ids) > 1 for group in groups):
        yield Reason.of("not_separate", origins=len(ids), count=count_separate(ids, groups))
    unnamed = [stand for stand in supporters if stand.origin.unnamed]
    if unnamed and len(unnamed) == len(ids):
        yield Reason.of("unnamed_support", count=len(unnamed), names=_join(unnamed))
    elif len(unnamed) > 1:
        yield Reason.of("unnamed_together", names=_join(unnamed))


def _explain_aside(stands: Sequence[Stand], timings: Sequence[Timing], naming: Naming) -> Iterable[Reason]:
    for timing, code in ASIDE_CODES.items():
        group = [stand for stand in stands if timing in stand.contradicts and timing not in timings]
        if group:
            names = "\n".join(naming(stand, "contradicts", timing) for stand in group)
            yield Reason.of(code, count=len(group), names=names)


def _naming(quotes: Iterable[Quote]) -> Naming:
    """Names with the figure last stated: "Seoul (3.000)"."""
    figures: dict[tuple[str, str, str], tuple[date, str]] = {}
    for quote in quotes:
        if quote.figure is None:
            continue
        stated = (quote.date.first if quote.date else date.min, quote.figure.text)
        for origin in quote.origins:
            key = (origin.id, quote.stance, quote.timing)
            figures[key] = max(stated, figures.get(key, stated))

    def name(stand: Stand, side: Side, timing: Timing) -> str:
        _, figure = figures.get((stand.origin.id, side, timing), (None, ""))
        return f"{stand.origin.counted_name} ({figure})" if figure else stand.origin.counted_name

    return name


def _join(stands: Iterable[Stand]) -> str:
    return "\n".join(stand.origin.counted_name for stand in stands)
