"""The report on many claims as PDF, set in the same pieces as the cards."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from claimdesk.briefing.bundle import Bundle
from claimdesk.briefing.card import THEMES, ThemeName, count_most, render_outline, render_words
from claimdesk.briefing.typesetting import typeset
from claimdesk.messages import translate


def render_pdf(bundle: Bundle, theme: ThemeName, made: date) -> bytes:
    """The report on A4. The same bundle gives the same bytes."""
    return typeset("report.typ", _render_data(bundle, theme), "pdf", made)


def render_first_page(bundle: Bundle, theme: ThemeName, made: date) -> bytes:
    """The first page as a PNG, for a look at it; made without those behind the summary."""
    data = {**_render_data(bundle, theme), "summary_only": True}
    return typeset("report.typ", data, "png", made, dots=144)


def _render_data(bundle: Bundle, theme: ThemeName) -> dict[str, Any]:
    """What the template reads, as plain values."""
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
    return {"colours": dict(THEMES[theme]), "bundle": values, "words": words, "summary_only": False}
