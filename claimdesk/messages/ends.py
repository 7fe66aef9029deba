"""What a side of a claim does not hold, in one sentence, the same on the page and in briefings."""

from __future__ import annotations

from claimdesk.evidence.explanation import window_of
from claimdesk.evidence.sides import split_quotes
from claimdesk.messages.catalogue import translate, translate_plural
from claimdesk.messages.formats import render_period
from claimdesk.messages.phrases import counted
from claimdesk.model import ClaimReport, Side


def render_end(entry: ClaimReport, side: Side, language: str) -> str:
    """That nothing more counts on `side`, within which days, and how much there is of other days."""
    sides, window = split_quotes(entry), window_of(entry.claim)
    some = bool(sides.on(side))
    if window is None:
        said = {
            ("supports", False): translate("No origin supports this.", language),
            ("supports", True): translate("No other origin supports this.", language),
            ("contradicts", False): translate("No origin stands against this.", language),
            ("contradicts", True): translate("No other origin stands against this.", language),
        }[side, some]
    else:
        said = {
            ("supports", False): translate("No origin supports this within {days}.", language),
            ("supports", True): translate("No other origin supports this within {days}.", language),
            ("contradicts", False): translate("No origin stands against this within {days}.", language),
            ("contradicts", True): translate("No other origin stands against this within {days}.", language),
        }[side, some].format(days=render_period(*window, language))
    aside = sum(quote.stance == side for quote in sides.sections()["timed"])
    if not aside or some:
        return said
    other = translate_plural(
        "{n} statement of another or unknown day does not count.",
        "{n} statements of another or unknown day do not count.",
        aside,
        language,
    )
    return f"{said} {counted(aside, other, language)}"
