"""Why a claim has its status: the reasons as numbered steps, and the rules and thresholds behind them."""

from __future__ import annotations

from claimdesk.evidence.status import TABLE
from claimdesk.messages import render_reason, render_reasons, translate
from claimdesk.model import ClaimReport, Quote, Reason, Report
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.signs import render_stance, render_tile
from claimdesk.ui.words import as_head, outlet_name


def render_steps(entry: ClaimReport, language: str) -> Node:
    """The chain of reasons, one line a step."""
    steps = [
        el(
            "li",
            "step",
            el("span", "soft number", str(number)),
            el("span", "", own(reason)),
        )
        for number, reason in enumerate(render_reasons(entry.assessment.reasons, language), start=1)
    ]
    return el("ol", "steps", *steps)


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
