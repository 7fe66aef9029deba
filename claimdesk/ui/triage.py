"""Which claims need a person now: contested, changed since they were judged, waiting for review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimdesk.model import ClaimReport, Quote, Report, StatusName, Verdict
from claimdesk.ui.derived import derive

# A claim that nobody judged changed lately if it did in so many days up to the newest article.
RECENT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Change:
    """A claim changed `on` that day from `former`, by the words of `cause`, after `verdict`, if any."""

    on: date
    former: StatusName
    status: StatusName
    cause: Quote | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Triage:
    """The claims of a report by what they need, most urgent first.

    `waits` counts the quotes of each claim that nobody has decided on; on `judged` claims a verdict counts.
    """

    contested: tuple[ClaimReport, ...]
    changed: tuple[ClaimReport, ...]
    waiting: tuple[ClaimReport, ...]
    changes: Mapping[str, Change]
    waits: Mapping[str, int]
    judged: int

    @property
    def quotes(self) -> int:
        """How many quotes nobody has decided on."""
        return sum(self.waits.values())


def sort_out(report: Report) -> Triage:
    """The report's claims by what they need now."""
    return derive(report, "triage", lambda: _sort_out(report))


def _sort_out(report: Report) -> Triage:
    newest = newest_day(report)
    changes = {}
    for entry in report.claims:
        change = _change_since_verdict(entry) if entry.claim.judged else _recent_change(entry, newest)
        if change is not None:
            changes[entry.claim.id] = change
    waits = {entry.claim.id: len(find_waiting(entry)) for entry in report.claims}

    def most_waiting(entry: ClaimReport) -> int:
        return -waits[entry.claim.id]

    contested = [entry for entry in report.claims if entry.assessment.status == "contested"]
    changed = [entry for entry in report.claims if entry.claim.id in changes]
    waiting = [entry for entry in report.claims if waits[entry.claim.id]]
    return Triage(
        tuple(sorted(contested, key=most_waiting)),
        tuple(sorted(changed, key=lambda entry: changes[entry.claim.id].on, reverse=True)),
        tuple(sorted(waiting, key=most_waiting)),
        changes,
        waits,
        sum(entry.claim.judged is not None for entry in report.claims),
    )


def sort_by_urgency(entries: Sequence[ClaimReport], triage: Triage) -> list[ClaimReport]:
    """Contested first, then changed, those with a verdict before others, then most to review."""
    return sorted(
        entries,
        key=lambda entry: (
            entry.assessment.status != "contested",
            _change_rank(triage.changes.get(entry.claim.id)),
            -triage.waits[entry.claim.id],
        ),
    )


def find_waiting(entry: ClaimReport) -> tuple[Quote, ...]:
    """The quotes for or against a claim that nobody has decided on."""
    return tuple(quote for quote in entry.quotes if quote.decisive and not quote.decision)


def newest_day(report: Report) -> date | None:
    """The day of the newest article that states one."""
    return max(
        (entry.article.published for entry in report.articles if entry.article.published), default=None
    )


def _change_rank(change: Change | None) -> int:
    return 2 if change is None else 1 if change.verdict is None else 0


def _change_since_verdict(entry: ClaimReport) -> Change | None:
    verdict, history = entry.claim.verdict_in_force, entry.history
    if verdict is None or not entry.assessment.changed_since_verdict or not history:
        return None
    newer = [
        (quote.date.first, quote)
        for quote in entry.quotes
        if quote.decisive and quote.date and verdict.on and quote.date.first > verdict.on
    ]
    on, cause = max(newer, key=lambda one: one[0], default=(history[-1].on, history[-1].cause))
    return Change(on, verdict.status, history[-1].status, cause, verdict)


def _recent_change(entry: ClaimReport, newest: date | None) -> Change | None:
    if newest is None or len(entry.history) < 2:
        return None
    former, last = entry.history[-2], entry.history[-1]
    if former.status == "no evidence" or last.status == former.status or newest - last.on > RECENT:
        return None
    return Change(last.on, former.status, last.status, last.cause)
