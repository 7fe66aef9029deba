"""Statements that count for neither side: earlier and later ones, mentions, and rejected quotes."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.messages import render_stated_date, translate, translate_plural
from claimdesk.model import Quote, Report
from claimdesk.ui.address import Address
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.quote_text import render_quote_text
from claimdesk.ui.quotes import render_way
from claimdesk.ui.sides import Sides
from claimdesk.ui.signs import render_stance
from claimdesk.ui.words import as_head, counted, outlet_name


def render_aside(sides: Sides, report: Report, address: Address) -> list[Node]:
    """A section each for other times, for mentions and for what was rejected, where there are any.

    Mentions are folded away where something else says more.
    """
    language = address.language
    timed = [quote for quote in sides.aside if quote.decisive]
    mentions = [quote for quote in sides.aside if not quote.decisive]
    sections = []
    if timed:
        title = translate("Earlier, later and undated statements", language)
        sections.append(
            _render_section(title, translate("Beside the days that the claim speaks of", language))
        )
        sections.append(_render_table(timed, report, address))
    if mentions:
        title = as_head("mentions", language)
        sections.append(_render_section(title, translate("They decide nothing", language)))
        alone = not sides.supports and not sides.contradicts and not timed
        sections.append(_render_folded(mentions, alone, report, address))
    if sides.rejected:
        title = translate("Rejected quotes", language)
        said = translate("A person said that they do not bear on the claim", language)
        sections.append(_render_section(title, said))
        sections.append(_render_table(sides.rejected, report, address))
    return sections


def _render_folded(quotes: Sequence[Quote], shown: bool, report: Report, address: Address) -> Node:
    language = address.language
    said = translate_plural(
        "{n} passage bears on the claim and takes no side",
        "{n} passages bear on the claim and take no side",
        len(quotes),
        language,
    )
    head = el("summary", "fold", counted(len(quotes), said, language))
    return el("details", "", head, _render_table(quotes, report, address), open="" if shown else None)


def _render_section(title: str, hint: str) -> Node:
    return el("div", "section", el("h2", "", title), el("p", "hint", hint))


def _render_table(quotes: Sequence[Quote], report: Report, address: Address) -> Node:
    language = address.language
    heads = [
        translate("Date", language),
        translate("Origin", language),
        translate("In these words", language),
        translate("Why it stands here", language),
    ]
    return el(
        "table",
        "aside",
        el("thead", "", el("tr", "", *(el("th", "", head, scope="col") for head in heads))),
        el("tbody", "", *(_render_row(quote, report, address) for quote in quotes)),
    )


def _render_row(quote: Quote, report: Report, address: Address) -> Node:
    language = address.language
    article = report.article(quote.article)
    return el(
        "tr",
        "row",
        el("td", "small day", render_stated_date(quote.date, language)),
        el(
            "td",
            "small",
            el("b", "", own(quote.origin.name)),
            el("p", "soft", own(outlet_name(article.article, language))) if article else None,
        ),
        el(
            "td", "", render_quote_text(quote, article) if article else quote.text, render_way(quote, address)
        ),
        el(
            "td",
            "small",
            el("div", "why", render_stance(quote.stance), el("span", "", why_aside(quote, language))),
        ),
        data_open="1",
    )


def why_aside(quote: Quote, language: str) -> str:
    """Why a quote decides nothing, in a few words."""
    if quote.decision == "rejected":
        return translate("rejected", language)
    if quote.timing in ("earlier", "later") and quote.decisive:
        return {
            "earlier": translate("said before the time the claim speaks of", language),
            "later": translate("said after the time the claim speaks of", language),
        }[quote.timing]
    if quote.timing == "undated" and quote.decisive:
        return translate("nothing says when it was said", language)
    acts = {
        "declines": translate("declines to confirm", language),
        "predicts": translate("speaks of what may come", language),
        "conditional": translate("states a condition", language),
        "urges": translate("urges, does not assert", language),
        "asks": translate("asks, does not assert", language),
    }
    if quote.speech_act in acts:
        return acts[quote.speech_act]
    figures = {
        "compatible": translate("its figure neither agrees nor conflicts", language),
        "missing": translate("gives no figure for what the claim counts", language),
        "elsewhere": translate("its figure is of another place", language),
    }
    return figures.get(quote.figure_verdict) or translate(
        "bears on the claim without taking a side", language
    )
