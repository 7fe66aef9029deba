"""Codes, dates and numbers as words of the reader's language."""

from claimdesk.messages.catalogue import LANGUAGES, translate, translate_plural
from claimdesk.messages.formats import (
    render_date,
    render_interval,
    render_list,
    render_number,
    render_period,
    render_stated_date,
)
from claimdesk.messages.reasons import render_reason, render_reasons

__all__ = [
    "LANGUAGES",
    "render_date",
    "render_interval",
    "render_list",
    "render_number",
    "render_period",
    "render_reason",
    "render_reasons",
    "render_stated_date",
    "translate",
    "translate_plural",
]
