"""Cells of the heat map: how many passages of an outlet speak for a claim, against it, or only mention it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claimdesk.messages import translate
from claimdesk.model import ClaimReport, Report, Stance
from claimdesk.ui.derived import outlets_of
from claimdesk.ui.markup import Node, el
from claimdesk.ui.signs import DOT, MINUS, PLUS

OUTLETS = 10

Counts = Counter[Stance]


def choose_outlets(report: Report) -> tuple[list[str], bool]:
    """At most ten outlets, those with most passages first, and whether there are others, or unnamed ones."""
    outlet_of = outlets_of(report)
    passages = Counter(
        outlet_of[quote.article]
        for entry in report.claims
        for quote in entry.quotes
        if quote.article in outlet_of and quote.decision != "rejected"
    )
    ranked = [outlet for outlet, _ in passages.most_common() if outlet]
    return ranked[:OUTLETS], len(ranked) > OUTLETS or "" in passages


def count_passages(
    entry: ClaimReport, outlet_of: Mapping[str, str], shown: Sequence[str]
) -> dict[str | None, Counts]:
    """Passages of a claim by outlet and stance; all outlets that are not `shown` count under None."""
    counts: dict[str | None, Counts] = {}
    for quote in entry.quotes:
        if quote.decision != "rejected":
            outlet = outlet_of.get(quote.article)
            counts.setdefault(outlet if outlet in shown else None, Counter())[quote.stance] += 1
    return counts


def render_cell(outlet: str, counts: Counts, language: str) -> Node:
    """The table cell of one claim and outlet: +n, \u2212n, both as halves, mentions only, or nothing."""
    for_it, against, mentions = counts["supports"], counts["contradicts"], counts["mentions"]
    parts = []
    if for_it:
        parts.append(el("span", f"heat sup-{min(for_it, 3)}", f"{PLUS}{for_it}"))
    if against:
        parts.append(el("span", f"heat con-{min(against, 3)}", f"{MINUS}{against}"))
    if mentions and not parts:
        parts.append(el("span", "heat mention", f"{DOT} {mentions}"))
    if not parts:
        return el("td", "cell empty", role="cell")
    said = translate("{outlet}: {n} for, {m} against, {k} only mentioning", language).format(
        outlet=outlet, n=for_it, m=against, k=mentions
    )
    return el(
        "td", "cell", el("div", "halves", *parts), el("bdi", "cell-outlet", outlet), role="cell", title=said
    )
