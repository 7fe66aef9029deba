"""The card of one claim: one page of a fixed shape, as PNG, PDF or SVG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from claimdesk.briefing.axis import render_axis
from claimdesk.briefing.outline import Outline, SideOutline
from claimdesk.briefing.typesetting import Format, measure, typeset
from claimdesk.messages import translate, translate_plural
from claimdesk.messages.phrases import counted
from claimdesk.palette import DARK, LIGHT

ShapeName = Literal["landscape", "portrait", "square"]
ThemeName = Literal["light", "dark"]
THEMES: Mapping[ThemeName, Mapping[str, str]] = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Shape:
    """Measures in points.

    `sizes` are the statement's, each with the number of lines it may take. `quote` is the size of quotes,
    `facts` the number of columns of facts. `chart` is the chart's share of the width, 0 where it stands
    below the quotes, with at most `rows` rows, more where room is left. What would change the assessment
    takes at most `gap_lines` lines, the verdict's rationale about as many of `rationale` code points.
    """

    width: int
    height: int
    margin: int
    sizes: tuple[tuple[float, int], ...]
    quote: float
    facts: int
    chart: float
    rows: int
    gap_lines: int
    rationale: int


_WIDE = ((19, 1), (17.5, 1), (16, 1), (15.5, 2), (14, 2), (12.5, 2), (11.4, 3), (10.4, 4), (9.8, 9))
_TALL = ((24, 1), (22, 2), (20, 2), (18, 2), (16, 3), (14, 3), (12.5, 4), (11.4, 9))
SHAPES: Mapping[ShapeName, Shape] = {
    "landscape": Shape(480, 270, 20, _WIDE, 7.9, 5, 0.3, 9, 1, 130),
    "portrait": Shape(384, 512, 20, _TALL, 8.4, 3, 0, 7, 3, 260),
    "square": Shape(420, 420, 20, _TALL, 8.2, 3, 0, 5, 2, 200),
}


def render_card(outline: Outline, form: Format, shape: ShapeName, theme: ThemeName, made: date) -> bytes:
    """The card; a PNG has four pixels to a point. The same outline gives the same bytes."""
    return typeset("card.typ", render_data(outline, shape, theme), form, made)


def measure_card(outline: Outline, shape: ShapeName, made: date) -> dict[str, Any]:
    """How the card fills its page: `over`, in points, and `shown`, the quotes that stand in it; `figures` is
    the number of figures drawn below them."""
    return measure("card.typ", render_data(outline, shape, "light"), made)


def render_data(outline: Outline, shape: ShapeName, theme: ThemeName) -> dict[str, Any]:
    """What the template reads, as plain values."""
    shown = replace(outline, rationale=cut_short(outline.rationale, SHAPES[shape].rationale))
    return {
        "colours": dict(THEMES[theme]),
        "shape": asdict(SHAPES[shape]),
        "outline": render_outline(shown),
        "words": render_words(outline.language, count_most(outline), len(outline.figures)),
    }


def cut_short(text: str, most: int) -> str:
    """`text`, or of a longer one as many whole words as stand in `most` code points, and an ellipsis."""
    if len(text) <= most:
        return text
    room = text[: most - 1]
    words = room if text[most - 1].isspace() else room.rpartition(" ")[0]
    return f"{(words or room).rstrip(' ,;:.')} …"


def render_outline(outline: Outline) -> dict[str, Any]:
    """An outline as plain values, its figures on their axis."""
    values = asdict(outline)
    values["sides"] = [_render_side(side) for side in outline.sides]
    values["mentions"] = _render_side(outline.mentions) if outline.mentions else None
    del values["claimed"]
    axis = render_axis(outline.figures, outline.claimed, outline.language) if outline.figures else None
    values["figures"] = {**axis, "denials": outline.denials} if axis else None
    return values


def render_words(language: str, quotes: int, figures: int) -> dict[str, Any]:
    """Words that depend on what fits: lists by the number of things, from 0 on."""
    return {
        "also": translate("Also:", language),
        "more_names": [
            counted(left, translate_plural("{n} more", "{n} more", left, language), language)
            for left in range(quotes + 1)
        ],
        "more_quotes": [_say_more_quotes(left, language) for left in range(quotes + 1)],
        "more_figures": [_say_more_figures(left, language) for left in range(figures + 1)],
    }


def count_most(outline: Outline) -> int:
    """The number of quotes on the side that has most."""
    sides = [*outline.sides, *([outline.mentions] if outline.mentions else [])]
    return max(len(side.quotes) for side in sides)


def _render_side(side: SideOutline) -> dict[str, Any]:
    return {**asdict(side), "first": len({quote.origin for quote in side.quotes})}


def _say_more_quotes(number: int, language: str) -> str:
    said = translate_plural(
        "{n} more quote of these origins.", "{n} more quotes of these origins.", number, language
    )
    return counted(number, said, language)


def _say_more_figures(number: int, language: str) -> str:
    said = translate_plural(
        "{n} more figure is not drawn.", "{n} more figures are not drawn.", number, language
    )
    return counted(number, said, language)
