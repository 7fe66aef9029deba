"""One quote as it is shown: who says it, the words, where and when, what was read off it."""

from __future__ import annotations

from collections.abc import Iterator

from claimdesk.evidence.sides import relay_names
from claimdesk.messages import (
    render_interval,
    render_list,
    render_number,
    render_reason,
    render_stated_date,
    translate,
)
from claimdesk.model import ArticleReport, Quote, Report
from claimdesk.ui.address import Address
from claimdesk.ui.hidden_note import render_hidden
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.quote_text import render_quote_text
from claimdesk.ui.signs import render_box
from claimdesk.ui.words import kind_phrase, origin_name, outlet_name


def render_quote(
    quote: Quote, report: Report, address: Address, wanted: bool = False, editable: bool = True
) -> Node:
    """One quote: who says it, the words, where and when, what was read off it, what a person said of it.

    The page moves to it where it is `wanted`. Its words are offered as a phrase where the registry is
    `editable` for who looks at it.
    """
    language = address.language
    article = report.article(quote.article)
    if article is None:
        return el("div", "quote", el("p", "words", quote.text))
    ways = [render_way(quote, address), *([render_use(quote, address)] if editable else [])]
    names = join([own(origin_name(origin, language)) for origin in quote.origins], ", ")
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
        render_hidden(quote.text, language),
        el(
            "p",
            "source soft small",
            el("span", "", *_render_source(quote, article, report, language)),
            el("span", "ways-in", *ways),
        ),
        el("p", "chips", *_render_chips(quote, language), _render_score(quote, language)),
        *render_decision(quote, language),
        data_focus="1" if wanted else None,
    )


def render_way(quote: Quote, address: Address) -> Node:
    """The link to the quote's place in its article."""
    place = address.href("Articles", id=quote.article, claim=quote.claim, at=str(quote.start))
    return el("a", "way-in", translate("Read in article", address.language), href=place)


def render_use(quote: Quote, address: Address) -> Node:
    """The link to where the quote's words become a phrase of the claim."""
    place = address.href("Registry", article=quote.article, claim=quote.claim, at=str(quote.start))
    return el("a", "way-in", translate("Use as phrase", address.language), href=place)


def _render_source(quote: Quote, article: ArticleReport, report: Report, language: str) -> list[Node | str]:
    """Outlet, whether it is a digest, the date, relays."""
    said: list[Node | str] = [own(outlet_name(article.article, language))]
    if article.article.kind == "digest":
        said.append(translate("digest", language))
    said.append(render_stated_date(quote.date, language))
    if quote.via:
        unnamed = translate("a source without a name", language)
        names = [name or unnamed for name in relay_names(quote, article.article, report.registry)]
        listed = render_list(list(dict.fromkeys(names)), language)
        said.append(own(translate("via {names}", language).format(names=listed)))
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


def render_decision(quote: Quote, language: str) -> Iterator[Node]:
    """What a person said of the quote, then what the engine had said where they corrected it, and that its
    words stand elsewhere now where the article changed."""
    for reason in quote.reasons:
        said = own(render_reason(reason, language))
        if reason.code == "decision_moved":
            yield el(
                "p",
                "decided small moved",
                el("b", "", translate("Moved.", language)),
                " ",
                el("span", "", said),
            )
        elif reason.code.startswith("decision_"):
            css = "decided small rejected" if quote.decision == "rejected" else "decided small"
            sign = None if quote.decision == "rejected" else render_box("reviewed")
            yield el("p", css, sign, said)
        elif reason.code.startswith("corrected_"):
            yield el("p", "corrected small soft", said)
