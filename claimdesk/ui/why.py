"""Why a claim has its status: the reasons as numbered steps, and the rules and thresholds behind them."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.evidence.status import TABLE
from claimdesk.messages import render_list, render_reason, translate
from claimdesk.model import ClaimReport, Quote, Reason, Report
from claimdesk.ui.deciding import quote_key
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.signs import render_stance, render_tile
from claimdesk.ui.words import as_head, outlet_name

# The side that a step tells of, by the first word of its code; the others tell of either.
_SIDES = {
    "supports": "supports",
    "hedged": "supports",
    "contradicts": "contradicts",
    "aside": "contradicts",
    "parties": "contradicts",
    "reversed": "contradicts",
    "silent": "mentions",
}


def render_steps(entry: ClaimReport, language: str) -> Node:
    """The chain of reasons, one line a step."""
    steps = [
        el(
            "li",
            "step",
            el("span", "soft number", str(number)),
            el("span", "", *link_names(said, reason, entry.quotes, language)),
        )
        for number, (said, reason) in enumerate(_find_steps(entry, language).items(), start=1)
    ]
    return el("ol", "steps", *steps)


def _find_steps(entry: ClaimReport, language: str) -> dict[str, Reason]:
    """The steps as sentences, one said twice once, with the reason of each."""
    steps: dict[str, Reason] = {}
    for reason in entry.assessment.reasons:
        steps.setdefault(render_reason(reason, language), reason)
    return steps


def link_names(said: str, reason: Reason, quotes: Sequence[Quote], language: str) -> list[Node | str]:
    """The sentence with each origin it names linked to a quote of it, on the side it tells of."""
    values = reason.as_dict()
    parts: list[Node | str] = []
    for line in str(values.get("names") or values.get("name") or "").split("\n"):
        name = render_list([line.partition(" (")[0]], language)
        quote = _find_quote(line, reason.code, quotes)
        before, found, after = said.partition(name) if name and quote else (said, "", "")
        if quote is None or not found:
            continue
        parts += [before, el("a", "", own(name), href=f"#{quote_key(quote)}")]
        said = after
    return [*parts, said] if parts else [own(said)]


def _find_quote(line: str, code: str, quotes: Sequence[Quote]) -> Quote | None:
    """The quote that a name stands for, of the side told of and with the figure named where there is one."""
    name, _, figure = line.partition(" (")
    wanted = _SIDES.get(code.partition("_")[0])
    fitting = [
        quote
        for quote in quotes
        if quote.decision != "rejected" and any(name in (one.name, one.counted_name) for one in quote.origins)
    ]
    fitting.sort(
        key=lambda quote: (
            quote.stance != wanted if wanted else not quote.decisive,
            bool(figure) and (quote.figure is None or quote.figure.text != figure.removesuffix(")")),
        )
    )
    return next(iter(fitting), None)


def render_rules(entry: ClaimReport, report: Report, language: str) -> Node:
    """The status table with the row that fits, the thresholds, and what was read off every quote."""
    codes = {reason.code for reason in entry.assessment.reasons}
    return el(
        "div",
        "rules",
        el("h3", "", translate("The first row that fits", language)),
        render_status_table(codes, language),
        el("h3", "", translate("What was read off each quote", language)),
        el("ol", "", *(_render_quote_reasons(quote, report, language) for quote in entry.quotes)),
        el("h3", "", translate("Thresholds", language)),
        el("p", "mono", ", ".join(f"{name} {value}" for name, value in report.settings.items())),
    )


def render_status_table(fitting: set[str], language: str) -> Node:
    """The table that the engine computes a status with, row by row; the rows that fit stand out."""
    rows = [
        el(
            "tr",
            "fits" if code in fitting else "",
            el("td", "status", el("div", "", render_tile(status), el("b", "", as_head(status, language)))),
            el("td", "", render_reason(Reason.of(code), language)),
        )
        for status, code, _ in TABLE
    ]
    return el("table", "listing", el("tbody", "", *rows))


def _render_quote_reasons(quote: Quote, report: Report, language: str) -> Node:
    article = report.article(quote.article)
    outlet = outlet_name(article.article, language) if article else quote.article
    reasons = " ".join(render_reason(reason, language) for reason in quote.reasons)
    return el(
        "li",
        "step",
        render_stance(quote.stance),
        el(
            "span",
            "",
            el("b", "", own(quote.origin.name)),
            ", ",
            own(outlet),
            ". ",
            el("span", "soft", own(reasons)),
        ),
    )
