"""The rows of a claim's figures chart: who stated which figure when, with the bounds that the words state."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from claimdesk.charts import FigureRow
from claimdesk.messages import render_date, translate
from claimdesk.model import Assessment, ClaimReport, Interval, Quote
from claimdesk.text.figures import find_figures

NOT_BEFORE = "≥"  # before a day that is the earliest a statement can be of
_COLOURED = 3  # origins with a colour of their own


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
        undated = translate("undated", language)
        day = render_date(quote.date.first, language, year=years) if quote.date else undated
        day = f"{NOT_BEFORE} {day}" if quote.date and quote.date.not_before else day
        colour, counts = colours.get(quote.origin.id, "ink"), _counts(quote, entry.assessment)
        interval = _stated_interval(quote, written or {})
        origin = quote.origin.name or translate("not attributed", language)
        rows.append(FigureRow(day, origin, quote.figure.text, interval, counts, colour))
    return rows


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


def _counts(quote: Quote, found: Assessment) -> bool:
    """Whether it is one of the statements that the status comes from."""
    origins = {"supports": found.supports, "contradicts": found.contradicts, "mentions": ()}[quote.stance]
    return quote.origin.id in origins and quote.timing in ("current", "undated")
