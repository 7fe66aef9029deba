"""Charts of a report, returned and never drawn. Colours come in: one chart serves page, card and print."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from claimdesk.figure_rows import FigureRow, find_top
from claimdesk.messages import render_interval, render_number, translate
from claimdesk.model import Interval

ROW = 50  # height of a row in px
MOST_ROWS = 24
# Shares of the axis from which on words stand left of their mark: of a dot, of a bar or arrow.
_LEFT_OF_DOT, _LEFT_OF_BAR = 0.55, 0.2


def render_figures(
    rows: Sequence[FigureRow], claimed: Interval | None, colours: Mapping[str, str], language: str
) -> alt.LayerChart:
    """Figures over time: one row a statement, oldest on top, the claim's interval as a band behind them.

    A dot is an exact number, a capped bar one with bounds, a cap with an arrow one without an upper bound.
    Thick counts for the status. The axis starts at 0 and ends near the claim and the figures that count; what
    lies beyond stands at the edge as an arrow with its value. `colours` maps the tokens of `palette`
    to colours. At most `MOST_ROWS` rows are drawn; `rows` must not be empty.
    """
    shown = rows[:MOST_ROWS]
    top = find_top(shown, claimed)
    height = ROW * len(shown) + (20 if claimed else 4)
    data = alt.Data(values=[_values(place, row, top, colours, language) for place, row in enumerate(shown)])
    band = _band(claimed, top, height, colours, language) if claimed else []
    chart = alt.layer(
        *band,
        _hairlines(data, top, colours, language),
        *_labels(data, colours),
        *_marks(data, top),
        *_words(data, top, colours),
    )
    return (
        chart.properties(height=height, width="container", background="transparent")
        .properties(
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            view=alt.ViewBackground(stroke="transparent"),
        )
        .resolve_axis(x="independent")
        .configure(
            aria=False,
            mark={"aria": False},
            font="Source Sans, sans-serif",
            padding={"left": 1, "right": 12, "top": 4, "bottom": 4},
        )
    )


def _values(
    place: int, row: FigureRow, top: float, colours: Mapping[str, str], language: str
) -> dict[str, Any]:
    """One row as plain values; `y` is the hairline's place in px, `words` where the words begin or end."""
    low, high = min(row.interval.low, top), min(row.interval.high, top)
    shape = "open" if row.interval.high > top else "dot" if row.interval.exact else "bar"
    beyond = (math.isfinite(row.interval.high) and row.interval.high > top) or row.interval.low > top
    left = low > top * (_LEFT_OF_DOT if shape == "dot" else _LEFT_OF_BAR)
    return {
        "y": ROW * place + ROW - 20,
        "zero": 0,
        "top": top,
        "low": low,
        "high": high,
        "shape": shape,
        "counts": row.counts,
        "colour": colours[row.colour],
        "day": row.day,
        "origin": row.origin,
        "said": f"{row.said} ({render_interval(row.interval, language)})" if beyond else row.said,
        "words": low,
        "left": left,
    }


def _x(field: str, top: float, axis: alt.Axis | None = None) -> alt.X:
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, top], nice=False, zero=True), axis=axis)


def _y(field: str = "y") -> alt.Y:
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def _hairlines(data: alt.Data, top: float, colours: Mapping[str, str], language: str) -> alt.Chart:
    """Each row's hairline, and the axis on top, grouped as the language does."""
    group, point = render_number(1000, language)[1], render_number(0.5, language)[1]
    swapped = f"replace(replace(format(datum.value, ',~f'), /,/g, '_'), /[.]/g, '{point}')"
    axis = alt.Axis(
        orient="top", title=None, domain=False, ticks=False, tickCount=5, grid=True,
        gridColor=colours["rule"], labelColor=colours["ink2"], labelFontSize=13, labelPadding=6,
        labelFlush=True, labelExpr=f"replace({swapped}, /_/g, '{group}')",
    )  # fmt: skip
    rule = alt.Chart(data).mark_rule(color=colours["rule"])
    return rule.encode(x=_x("zero", top, axis), x2="top:Q", y=_y())


def _band(
    claimed: Interval, top: float, height: int, colours: Mapping[str, str], language: str
) -> list[alt.Chart]:
    """The claim's interval: a band, dashed where it ends, named at its foot."""
    low, high = claimed.low, min(claimed.high, top)
    ends = [end for end in (claimed.low, claimed.high) if math.isfinite(end) and (end > 0 or claimed.exact)]
    name = translate("the claim", language)
    foot = {"low": low, "high": high, "zero": 0, "height": height, "name": name, "middle": (low + high) / 2}
    band = alt.Chart(alt.Data(values=[foot]))
    edges = alt.Chart(alt.Data(values=[{"low": end, "zero": 0, "height": height} for end in ends]))
    dashed = edges.mark_rule(color=colours["line"], strokeDash=[4, 3])
    named = band.mark_text(color=colours["ink"], fontSize=13, fontWeight=600, baseline="bottom", dy=-4)
    return [
        band.mark_rect(color=colours["band"]).encode(
            x=_x("low", top), x2="high:Q", y=_y("zero"), y2="height:Q"
        ),
        dashed.encode(x=_x("low", top), y=_y("zero"), y2="height:Q"),
        named.encode(x=_x("middle", top), y=_y("height"), text="name:N"),
    ]


def _labels(data: alt.Data, colours: Mapping[str, str]) -> list[alt.Chart]:
    """Day and origin above each row's hairline, with a halo, so that no line runs through them."""
    place = {"align": "left", "baseline": "bottom", "dy": -9, "fontSize": 13}
    day = alt.Chart(data).encode(x=alt.value(0), y=_y(), text="day:N")
    origin = alt.Chart(data).encode(x=alt.value(86), y=_y(), text="origin:N")
    return [
        _haloed(day, colours, **place),
        day.mark_text(**place, color=colours["ink2"]),
        _haloed(origin, colours, **place, fontWeight=600),
        origin.mark_text(**place, fontWeight=600).encode(color=_own_colour()),
    ]


def _marks(data: alt.Data, top: float) -> list[alt.Chart]:
    """Dots, bars with caps, and arrows where there is no upper bound or one beyond the axis."""
    base = alt.Chart(data).encode(x=_x("low", top), y=_y(), color=_own_colour())
    at_high = base.encode(x=_x("high", top))
    dot = base.transform_filter("datum.shape == 'dot'").mark_point(shape="circle", filled=True, opacity=1)
    bar = base.transform_filter("datum.shape != 'dot'")
    arrow = at_high.transform_filter("datum.shape == 'open'")
    return [
        bar.transform_filter("datum.counts").mark_rule(strokeWidth=6).encode(x2="high:Q"),
        bar.transform_filter("!datum.counts").mark_rule(strokeWidth=1.75).encode(x2="high:Q"),
        bar.mark_tick(thickness=2, size=15),
        at_high.transform_filter("datum.shape == 'bar'").mark_tick(thickness=2, size=15),
        arrow.mark_point(shape="triangle-right", filled=True, opacity=1, xOffset=3).encode(
            size=alt.condition("datum.counts", alt.value(240), alt.value(90))
        ),
        dot.encode(size=alt.condition("datum.counts", alt.value(90), alt.value(36))),
    ]


def _words(data: alt.Data, top: float, colours: Mapping[str, str]) -> list[alt.Chart]:
    """The figure in the source's words: left of its mark, right of a dot, or under the bar it would cover."""
    places = (
        ("datum.left", {"align": "right", "dx": -9}),
        ("!datum.left && datum.shape == 'dot'", {"align": "left", "dx": 10}),
        ("!datum.left && datum.shape != 'dot'", {"align": "left", "dx": 0, "dy": 13}),
    )
    layers = []
    for side, aligned in places:
        words = alt.Chart(data).transform_filter(side).encode(x=_x("words", top), y=_y(), text="said:N")
        place: dict[str, Any] = {**aligned, "fontSize": 14}
        layers += [_haloed(words, colours, **place), words.mark_text(**place, color=colours["ink"])]
    return layers


def _haloed(text: alt.Chart, colours: Mapping[str, str], **mark: Any) -> alt.Chart:
    halo = {"stroke": colours["paper"], "strokeWidth": 5, "strokeJoin": "round", "color": colours["paper"]}
    return text.mark_text(**mark, **halo)


def _own_colour() -> alt.Color:
    return alt.Color("colour:N", scale=None)
