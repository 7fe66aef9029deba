"""Quotes of one claim: which count on which side, and how each is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.messages import (
    render_interval,
    render_list,
    render_number,
    render_period,
    render_stated_date,
    translate,
)
from claimdesk.model import ArticleReport, ClaimReport, Quote, Report, Side
from claimdesk.ui.address import Address
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.quote_text import render_quote_text
from claimdesk.ui.signs import STANCE_HUES, render_box, render_stance
from claimdesk.ui.words import as_head, kind_phrase, origins_word, outlets_word


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
    counting: list[Quote] = []
    for origin in origins:
        said = [
            quote for quote in quotes if quote.stance == side and any(o.id == origin for o in quote.origins)
        ]
        timely = [quote for quote in said if quote.timing in ("current", "undated")]
        counting += timely or sorted(said, key=_when)[-1:]
    return tuple({id(quote): quote for quote in counting}.values())


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
    body = [render_quote(quote, report, address) for quote in quotes]
    return el(
        "div", f"side {STANCE_HUES[side]}", head, *body, _render_end(entry, side, bool(quotes), language)
    )


def _render_end(entry: ClaimReport, side: Side, some: bool, language: str) -> Node:
    """What the side does not hold, within which days."""
    if side == "supports":
        said = (
            translate("No other origin supports this", language)
            if some
            else translate("No origin supports this", language)
        )
    else:
        said = (
            translate("No other origin stands against this", language)
            if some
            else translate("No origin stands against this", language)
        )
    window = claim_window(entry, language)
    if window and some:
        said = translate("{sentence} within {days}", language).format(sentence=said, days=window)
    return el("p", "soft small side-end", f"{said}.")


def claim_window(entry: ClaimReport, language: str) -> str:
    """First to last day of the time the claim speaks of, or nothing."""
    claim = entry.claim
    if claim.as_of is None:
        return ""
    day, width = claim.as_of.toordinal(), claim.window_days
    return render_period(claim.as_of.fromordinal(day - width), claim.as_of.fromordinal(day + width), language)


def render_quote(quote: Quote, report: Report, address: Address) -> Node:
    """One quote: who says it, the words, where and when, what was read off it, the way into the article."""
    language = address.language
    article = report.article(quote.article)
    if article is None:
        return el("div", "quote", el("p", "words", quote.text))
    names = join([own(origin.name) for origin in quote.origins], ", ")
    return el(
        "div",
        "quote",
        el(
            "p",
            "who",
            el("b", "", *names),
            " ",
            el("span", "soft small", kind_phrase(quote.origin, language)),
        ),
        render_quote_text(quote, article),
        el("p", "soft small", *_render_source(quote, article, language)),
        el("p", "chips", *_render_chips(quote, language), _render_score(quote, language)),
        el("div", "acts", _render_decision(quote, language), render_way(quote, address)),
    )


def render_way(quote: Quote, address: Address) -> Node:
    """The link to the quote's place in its article."""
    href = address.href("Articles", id=quote.article, claim=quote.claim, at=str(quote.start))
    return el("a", "small", translate("Read in article", address.language), href=href)


def _render_source(quote: Quote, article: ArticleReport, language: str) -> list[Node | str]:
    """Outlet, whether it is a digest, the date, relays."""
    said: list[Node | str] = [own(article.article.outlet)]
    if article.article.kind == "digest":
        said.append(translate("digest", language))
    said.append(render_stated_date(quote.date, language))
    if quote.via:
        said.append(translate("via {names}", language).format(names=render_list(quote.via, language)))
    if quote.heading:
        said.append(translate("headline", language))
    return join(said, " \u00b7 ")


def _render_chips(quote: Quote, language: str) -> list[Node]:
    """The figure as said and what it means, the speech act, the hedge, the timing where it is not current."""
    chips = []
    if quote.figure is not None:
        interval = render_interval(quote.figure.interval, language)
        bare = quote.figure.interval.exact and _digits(interval) == _digits(quote.figure.text)
        compared = translate(quote.figure_verdict, language)
        chips.append(
            el(
                "span",
                "chip",
                el("b", "", own(quote.figure.text)),
                "" if bare else f" \u2192 {interval}",
                f" {compared}" if compared else "",
            )
        )
    chips.append(el("span", "chip", translate(quote.speech_act, language)))
    if quote.hedged:
        words = [
            quote.text[span.start - quote.start : span.end - quote.start]
            for kind, span in quote.cues
            if kind == "hedge"
        ]
        hedged = translate("hedged", language)
        chips.append(
            el("span", "chip", hedged, ": " if words else "", *join([el("i", "", w) for w in words], ", "))
        )
    if quote.timing != "current":
        chips.append(el("span", "chip", translate(quote.timing, language)))
    return chips


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _render_score(quote: Quote, language: str) -> Node:
    said = translate("match {n}", language).format(n=render_number(quote.score, language))
    return el("span", "score soft small", said)


def _render_decision(quote: Quote, language: str) -> Node | None:
    if not quote.decision:
        return None
    said = {
        "confirmed": translate("Confirmed by a person", language),
        "corrected": translate("Corrected by a person", language),
        "added": translate("Added by a person", language),
        "rejected": translate("Rejected by a person", language),
    }.get(quote.decision, quote.decision)
    return el("span", "small decided", render_box("reviewed"), said)


def count_reviewed(entry: ClaimReport) -> tuple[int, int]:
    """How many decisive quotes a person has decided on, of how many."""
    decisive = [quote for quote in entry.quotes if quote.decisive]
    return sum(bool(quote.decision) for quote in decisive), len(decisive)
