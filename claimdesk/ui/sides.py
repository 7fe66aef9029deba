"""The two sides of a claim: which quotes count on which, and both columns beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.evidence.explanation import window_of
from claimdesk.messages import render_period, translate, translate_plural
from claimdesk.model import ClaimReport, Quote, Report, Side
from claimdesk.ui.address import Address
from claimdesk.ui.markup import Node, el
from claimdesk.ui.quotes import render_quote
from claimdesk.ui.signs import STANCE_HUES, render_stance
from claimdesk.ui.words import as_head, counted, origins_word, outlets_word

_SHOWN = 6  # quotes of a side that stand open, or one of each origin where there are more


@dataclass(frozen=True, slots=True)
class Sides:
    """A claim's quotes by what they do: those that count for it, those that count against it, all others."""

    supports: tuple[Quote, ...]
    contradicts: tuple[Quote, ...]
    aside: tuple[Quote, ...]
    rejected: tuple[Quote, ...]

    def on(self, side: Side) -> tuple[Quote, ...]:
        """The quotes that count on that side."""
        return self.supports if side == "supports" else self.contradicts


def split_quotes(entry: ClaimReport) -> Sides:
    """The claim's quotes by side, those of one origin together.

    A decisive quote counts where its origin counts on that side and the quote is of the claim's time or of an
    open one; where an origin has none such, its latest quote stands for it.
    """
    kept = [quote for quote in entry.quotes if quote.decision != "rejected"]
    supports = _counting(kept, "supports", entry.assessment.supports)
    contradicts = _counting(kept, "contradicts", entry.assessment.contradicts)
    counting = {*map(id, supports), *map(id, contradicts)}
    aside = sorted((quote for quote in kept if id(quote) not in counting), key=_when)
    rejected = tuple(quote for quote in entry.quotes if quote.decision == "rejected")
    return Sides(supports, contradicts, tuple(aside), rejected)


def _counting(quotes: Sequence[Quote], side: Side, origins: Sequence[str]) -> tuple[Quote, ...]:
    """What each origin says first, then what each says further."""
    counting: list[tuple[int, Quote]] = []
    for origin in origins:
        said = [quote for quote in quotes if quote.stance == side and origin in (o.id for o in quote.origins)]
        timely = [quote for quote in said if quote.timing in ("current", "undated")]
        counting += enumerate(timely or sorted(said, key=_when)[-1:])
    counting.sort(key=lambda one: one[0])
    return tuple({id(quote): quote for _, quote in counting}.values())


def _when(quote: Quote) -> tuple[str, str, int]:
    return (quote.date.first.isoformat() if quote.date else "", quote.article, quote.start)


def render_sides(entry: ClaimReport, sides: Sides, report: Report, address: Address) -> Node:
    """Support and contradiction side by side; an empty side stays visibly empty and says so."""
    columns = [
        _render_side(entry, side, sides.on(side), report, address) for side in ("supports", "contradicts")
    ]
    return el("div", "sides", *columns)


def _render_side(
    entry: ClaimReport, side: Side, quotes: Sequence[Quote], report: Report, address: Address
) -> Node:
    language = address.language
    found = entry.assessment
    origins = found.supports if side == "supports" else found.contradicts
    outlets = {article.article.outlet for quote in quotes if (article := report.article(quote.article))}
    numbers = ", ".join([origins_word(len(origins), language), outlets_word(len(outlets), language)])
    head = el(
        "div",
        "side-head",
        render_stance(side),
        el("h2", "", as_head(side, language)),
        el("span", "soft small", numbers) if quotes else None,
    )
    shown = max(_SHOWN, len(origins))
    body = [render_quote(quote, report, address) for quote in quotes[:shown]]
    if len(quotes) > shown:
        body.append(_fold(quotes[shown:], report, address))
    return el(
        "div", f"side {STANCE_HUES[side]}", head, *body, _render_end(entry, side, bool(quotes), language)
    )


def _fold(quotes: Sequence[Quote], report: Report, address: Address) -> Node:
    """What the origins above say further, behind a line that opens."""
    language = address.language
    said = translate_plural(
        "{n} more quote of these origins", "{n} more quotes of these origins", len(quotes), language
    )
    head = el("summary", "fold", counted(len(quotes), said, language))
    return el("details", "", head, *(render_quote(quote, report, address) for quote in quotes))


def _render_end(entry: ClaimReport, side: Side, some: bool, language: str) -> Node:
    """What the side does not hold, within which days."""
    window = window_of(entry.claim)
    if not some:
        said = {
            "supports": translate("No origin supports this.", language),
            "contradicts": translate("No origin stands against this.", language),
        }[side]
    elif window is None:
        said = {
            "supports": translate("No other origin supports this.", language),
            "contradicts": translate("No other origin stands against this.", language),
        }[side]
    else:
        said = {
            "supports": translate("No other origin supports this within {days}.", language),
            "contradicts": translate("No other origin stands against this within {days}.", language),
        }[side].format(days=render_period(*window, language))
    return el("p", "soft small side-end", said)
