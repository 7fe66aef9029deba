"""What is computed from a whole report, once for each report: pages ask for it on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from claimdesk.model import Quote, Report

Value = TypeVar("Value")
_REPORTS = 8
# The reports themselves are kept too: what stands under an id can only be of that report.
_kept: dict[int, tuple[Report, dict[str, Any]]] = {}


def derive(report: Report, name: str, build: Callable[[], Value]) -> Value:
    """What `build` returns for `report`, under a name of its own; kept for the newest reports, read-only."""
    found = _kept.get(id(report))
    if found is None:
        while len(_kept) >= _REPORTS:
            _kept.pop(next(iter(_kept)), None)
        found = _kept[id(report)] = (report, {})
    values = found[1]
    if name not in values:
        values[name] = build()
    value: Value = values[name]
    return value


def quotes_in(report: Report, article: str) -> tuple[Quote, ...]:
    """All quotes from one article, claim by claim."""
    return derive(report, "quotes by article", lambda: _group(report)).get(article, ())


def outlets_of(report: Report) -> Mapping[str, str]:
    """The outlet of each article, by the article's id."""
    return derive(
        report, "outlets", lambda: {entry.article.id: entry.article.outlet for entry in report.articles}
    )


def _group(report: Report) -> dict[str, tuple[Quote, ...]]:
    found: dict[str, list[Quote]] = {}
    for entry in report.claims:
        for quote in entry.quotes:
            found.setdefault(quote.article, []).append(quote)
    return {article: tuple(quotes) for article, quotes in found.items()}
