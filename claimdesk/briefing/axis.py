"""The figures of a claim on an axis: places as shares of its width, and its ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from claimdesk.figure_rows import FigureRow, find_top, rank_rows
from claimdesk.messages import render_interval, render_number, translate
from claimdesk.model import Interval

_TICKS = 5  # about so many
_LARGE = 1_000_000  # from here on ticks are written short


def render_axis(rows: Sequence[FigureRow], claimed: Interval | None, language: str) -> dict[str, Any]:
    """What the drawing needs, as plain values: `rows` with shape and place, `band` of the claim, `ticks`.

    `ranked` are the rows' numbers, from 0 on, those first that stay where not all have room.

    A row's shape is ``dot`` for an exact number, ``bar`` for one with bounds, ``open`` for one without an
    upper bound or with one beyond the axis; what lies beyond is said in numbers. Places are 0 to 1.
    """
    top = find_top(rows, claimed)
    return {
        "title": translate("Figures over time", language),
        "hint": translate(
            "Thick counts for the status. An arrow has no upper bound, or ends beyond the edge.", language
        ),
        "ranked": rank_rows(rows),
        "rows": [_render_row(row, top, language) for row in rows],
        "band": _render_band(claimed, top, language) if claimed else None,
        "ticks": [{"at": tick / top, "name": _name(tick, language)} for tick in _find_ticks(top)],
    }


def _render_row(row: FigureRow, top: float, language: str) -> dict[str, Any]:
    low, high = row.interval.low, row.interval.high
    beyond = (math.isfinite(high) and high > top) or low > top
    return {
        "day": row.day,
        "origin": row.origin,
        "said": f"{row.said} ({render_interval(row.interval, language)})" if beyond else row.said,
        "low": min(low, top) / top,
        "high": min(high, top) / top,
        "shape": "open" if high > top else "dot" if row.interval.exact else "bar",
        "counts": row.counts,
        "colour": row.colour,
    }


def _render_band(claimed: Interval, top: float, language: str) -> dict[str, Any]:
    """The claim's interval; an edge where it has a bound."""
    bounds = [claimed.low] if claimed.low > 0 or claimed.exact else []
    bounds += [claimed.high] if math.isfinite(claimed.high) else []
    return {
        "low": claimed.low / top,
        "high": min(claimed.high, top) / top,
        "edges": [bound / top for bound in bounds],
        "name": translate("the claim", language),
    }


def _find_ticks(top: float) -> list[float]:
    """Round numbers from 0 to `top`, in steps of 1, 2, 3 or 5 times a power of ten."""
    rough = top / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 3, 5, 10) if factor * power >= rough)
    return [number * step for number in range(int(top / step) + 1)]


def _name(tick: float, language: str) -> str:
    """The number, in words of the language where it is large: ``30 billion``, ``30 miliar``."""
    if tick < _LARGE:
        return render_number(tick, language)
    return render_number(tick, language, short=True)
