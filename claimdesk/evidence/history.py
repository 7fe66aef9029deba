"""The status of a claim over time: what was known on each day, by publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from claimdesk.evidence.stands import Groups, Ledger
from claimdesk.evidence.status import status_of
from claimdesk.model import Article, Quote, Stance, StatusChange, StatusName


def known_dates(articles: Iterable[Article], quotes: Iterable[Quote]) -> dict[str, date]:
    """The day from which each article is known: published, else retrieved, else its earliest possible day.

    The last is the latest "not before" among its quotes. An article without any of them is not in the result.
    """
    earliest: dict[str, date] = {}
    for quote in quotes:
        if quote.date is not None and quote.date.not_before:
            earliest[quote.article] = max(quote.date.first, earliest.get(quote.article, date.min))
    days = {one.id: one.published or one.retrieved or earliest.get(one.id) for one in articles}
    return {article: day for article, day in days.items() if day is not None}


def status_history(
    quotes: Sequence[Quote], known: Mapping[str, date], first: date, until: date, groups: Groups | None = None
) -> tuple[StatusChange, ...]:
    """The status on `first`, then every day on which it changed, up to `until`.

    `quotes` are all quotes of one claim with decisions applied; rejected ones play no part. `known` maps
    article ids to the day from which they are known; a quote of an article that is not in it is known
    from `first` on. The cause of a change is the strongest decisive quote of the day on the side that brings
    the new status about, if there is one.
    """
    kept = [quote for quote in quotes if quote.decision != "rejected"]
    dated = sorted(((max(first, known.get(quote.article, first)), quote) for quote in kept), key=_order)
    ledger = Ledger()
    changes: list[StatusChange] = []
    for day, group in groupby(((first, None), *dated), key=lambda entry: entry[0]):
        if day > until:
            break
        news = [quote for _, quote in group if quote is not None]
        ledger.add(news)
        status, _ = status_of(ledger.stands(), groups or ())
        if not changes or changes[-1].status != status:
            sides = _sides_that_bring(status, changes[-1].status if changes else "no evidence")
            cause = next((quote for quote in news if quote.stance in sides), None)
            changes.append(StatusChange(day, status, cause))
    return tuple(changes)


def _sides_that_bring(status: StatusName, before: StatusName) -> tuple[Stance, ...]:
    """The sides of which a quote can have turned the status `before` into `status`."""
    if status == "contested" and before in ("corroborated", "single source", "unverified"):
        return ("contradicts",)
    if status in ("contradicted", "superseded"):
        return ("contradicts",)
    if status in ("corroborated", "single source") or before == "contradicted":
        return ("supports",)
    return ("supports", "contradicts")


def _order(entry: tuple[date, Quote]) -> tuple[date, int, str, int]:
    day, quote = entry
    return day, -quote.score, quote.article, quote.start
