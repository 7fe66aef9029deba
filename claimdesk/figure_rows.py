"""The rows of a claim's figures chart: who stated which figure when, with the bounds that the words state."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimdesk.evidence.explanation import is_counted
from claimdesk.messages import render_date, translate
from claimdesk.messages.figures import render_written_figure
from claimdesk.model import ClaimReport, Interval, Quote, Stance, StatedDate
from claimdesk.text.figures import find_figures

NOT_BEFORE = "≥"  # before a day that is the earliest a statement can be of
_COLOURED = 3  # origins with a colour of their own
_FAR = 5  # figures that count stand on the axis up to so many times what the claim says
_NEAR = 2  # figures up to so many times what the claim and the counted ones say stand on the axis


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One statement of a figure. `counts`: the status comes from it; `stance` is then its side."""

    day: str
    origin: str
    said: str
    interval: Interval
    counts: bool
    colour: str
    stance: Stance


def find_figure_rows(
    entry: ClaimReport, language: str, written: Mapping[str, str] | None = None
) -> list[FigureRow]:
    """The claim's statements that give a figure, oldest first, undated last, one said twice on a day once.

    An origin that states two or more figures has a colour of its own, the three most talkative at most.
    `written` maps an article's id to its language; with it, figures have the bounds that their words state.
    """
    quotes = [quote for quote in entry.quotes if _is_comparable(quote)]
    quotes.sort(key=lambda quote: (quote.date.first if quote.date else date.max, -quote.score))
    said: dict[tuple[Any, ...], Quote] = {}
    for quote in quotes:
        said.setdefault(_sameness(quote, written or {}), quote)
    talkative = Counter(quote.origin.id for quote in said.values())
    coloured = [origin for origin, times in talkative.most_common(_COLOURED) if times > 1]
    colours = {origin: f"origin-{number}" for number, origin in enumerate(coloured, start=1)}
    years = len({quote.date.first.year for quote in said.values() if quote.date}) > 1
    rows = []
    for quote in said.values():
        assert quote.figure is not None
        day = _render_day(quote.date, language, years)
        colour, counts = colours.get(quote.origin.id, "ink"), is_counted(quote, entry.assessment)
        interval = _stated_interval(quote, written or {})
        origin = quote.origin.name or translate("not attributed", language)
        said_figure = render_written_figure(quote.figure.text, language)
        rows.append(FigureRow(day, origin, said_figure, interval, counts, colour, quote.stance))
    return rows


def _render_day(stated: StatedDate | None, language: str, year: bool) -> str:
    """The day in short; of a month that is all that is stated, from its first day to its last."""
    if stated is None:
        return translate("undated", language)
    if stated.not_before:
        return f"{NOT_BEFORE} {render_date(stated.first, language, year=year)}"
    if stated.first < stated.last and stated.first.replace(day=1) == stated.last.replace(day=1):
        return f"{stated.first.day}–{render_date(stated.last, language, year=year)}"
    return render_date(stated.first, language, year=year)


def rank_rows(rows: Sequence[FigureRow]) -> list[int]:
    """The places of the rows, those first that must stay where not all have room.

    That is one of each side and one of each origin, before an origin is told of again; each time those that
    count come first, then the latest.
    """
    ranked = sorted(range(len(rows)), key=lambda at: (not rows[at].counts, -at))
    sides: dict[Stance, int] = {}
    origins: dict[str, int] = {}
    for at in ranked:
        if rows[at].counts:
            sides.setdefault(rows[at].stance, at)
        origins.setdefault(rows[at].origin, at)
    return list(dict.fromkeys([*sides.values(), *origins.values(), *ranked]))


def find_top(rows: Sequence[FigureRow], claimed: Interval | None) -> float:
    """The end of the axis: a far-off figure that decides nothing does not stretch it."""
    decisive = _ends([row.interval for row in rows if row.counts] + ([claimed] if claimed else []))
    ends = _ends([row.interval for row in rows])
    if claimed and max(_ends([claimed]), default=0) > 0:
        decisive = [end for end in decisive if end <= _FAR * max(_ends([claimed]))]
    near = _NEAR * max(decisive, default=0) or math.inf
    return max([*decisive, *(end for end in ends if end <= near)], default=1) * 1.15 or 1


def _ends(intervals: Sequence[Interval]) -> list[float]:
    return [end for one in intervals for end in (one.low, one.high) if math.isfinite(end)]


def _is_comparable(quote: Quote) -> bool:
    """Whether it states a figure for what the claim counts, where the claim counts it."""
    return quote.figure is not None and quote.figure_verdict != "elsewhere" and quote.decision != "rejected"


def _sameness(quote: Quote, written: Mapping[str, str]) -> tuple[Any, ...]:
    return quote.origin.id, quote.date.first if quote.date else None, _stated_interval(quote, written)


def _stated_interval(quote: Quote, written: Mapping[str, str]) -> Interval:
    """The figure's own bounds: a quote's are those of the whole where its figure counts a part of one."""
    assert quote.figure is not None
    widened, language = quote.figure.interval, written.get(quote.article, "")
    if not language or math.isfinite(widened.high):
        return widened
    read = [figure.interval for figure in find_figures(quote.figure.text, language)]
    return next((one for one in read if (one.low, one.low_open) == (widened.low, widened.low_open)), widened)
