"""Typst, with our templates and fonts and nothing else: no system fonts, no files, no network.

Data reach the templates as JSON, texts in it as strings, so that no text is ever read as markup. The same
data give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from claimdesk.briefing.glyphs import FONTS, make_showable

if TYPE_CHECKING:
    import typst

Format = Literal["png", "pdf", "svg"]
DOTS = 288.0  # per inch in a PNG: four to a point, a card of 480 points is 1920 pixels wide
_PIECES = ("parts.typ", "figures.typ")  # what the templates import


def typeset(template: str, data: Mapping[str, Any], form: Format, made: date, dots: float = DOTS) -> bytes:
    """The document in its form; of several pages the first in PNG and SVG.

    `made` dates the PDF, `dots` per inch are a PNG's.
    """
    return typeset_pages(template, data, form, made, dots)[0]


def typeset_pages(
    template: str, data: Mapping[str, Any], form: Format, made: date, dots: float = DOTS
) -> tuple[bytes, ...]:
    """The pages of the document in PNG and SVG, each a file; a PDF is one file with all of them."""
    import typst

    stamp = datetime(made.year, made.month, made.day, tzinfo=UTC)
    sources, fonts = _gather(template, data, made), _load_fonts()
    found = typst.compile(sources, font_paths=fonts, format=form, ppi=dots, timestamp=stamp)
    return tuple(found) if isinstance(found, list) else (found,)


def measure(template: str, data: Mapping[str, Any], made: date) -> dict[str, Any]:
    """What the template tells of its layout.

    For a card `over`, by how many points it overflows (negative where room is left), and `shown`, the quotes
    that stand in it.
    """
    import typst

    sources, fonts = _gather(template, data, made), _load_fonts()
    told = typst.query(sources, "<fit>", field="value", one=True, font_paths=fonts)
    values: dict[str, Any] = json.loads(told)
    return values


def _gather(template: str, data: Mapping[str, Any], made: date) -> Any:
    """The template as `main`, what it imports, and its data, every text in a form that can be shown.

    Typst takes files by name as they are here, which its annotations do not say.
    """
    dated = {**data, "made": {"year": made.year, "month": made.month, "day": made.day}}
    shown = json.dumps(_show(dated), ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    return {"main.typ": _read(template), "data.json": shown} | {name: _read(name) for name in _PIECES}


def _show(value: Any) -> Any:
    if isinstance(value, str):
        return make_showable(value)
    if isinstance(value, Mapping):
        return {key: _show(one) for key, one in value.items()}
    return [_show(one) for one in value] if isinstance(value, list | tuple) else value


@cache
def _read(name: str) -> bytes:
    return (files("claimdesk.briefing") / "typst" / name).read_bytes()


@cache
def _load_fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
