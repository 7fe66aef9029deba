"""The report on many claims as PDF, set in the same pieces as the cards."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from claimdesk.briefing.bundle import Bundle
from claimdesk.briefing.card import THEMES, ThemeName, count_most, render_outline, render_words
from claimdesk.briefing.typesetting import typeset, typeset_pages
from claimdesk.messages import translate

LOOKED_AT = 20  # claims of a report, some 15 pages, which take about a second


def render_pdf(bundle: Bundle, theme: ThemeName, made: date) -> bytes:
    """The report on A4. The same bundle gives the same bytes."""
    return typeset("report.typ", _render_data(bundle, theme), "pdf", made)


def render_pages(bundle: Bundle, theme: ThemeName, made: date) -> tuple[bytes, ...]:
    """The pages as PNGs, for a look at them; of a long report those of the first `LOOKED_AT` claims."""
    return typeset_pages("report.typ", _render_data(bundle, theme, LOOKED_AT), "png", made, dots=120)


def _render_data(bundle: Bundle, theme: ThemeName, most: int | None = None) -> dict[str, Any]:
    """What the template reads, as plain values; no more than `most` claims are told of behind the summary."""
    language = bundle.language
    values: dict[str, Any] = asdict(bundle)
    values["outlines"] = [
        {**render_outline(outline), "number": number} for number, outline in enumerate(bundle.outlines)
    ]
    words = render_words(
        language,
        max((count_most(one) for one in bundle.outlines), default=0),
        max((len(one.figures) for one in bundle.outlines), default=0),
    )
    words |= {
        "summary": translate("Summary", language),
        "nothing_changed": translate("Nothing changed on these claims.", language),
        "method": translate("How it was made", language),
        "sources": translate("Sources", language),
    }
    told = len(bundle.outlines) if most is None else min(most, len(bundle.outlines))
    return {"colours": dict(THEMES[theme]), "bundle": values, "words": words, "told": told}
