"""Three columns that answer the lede: contested, changed, waiting. Each claim says why it is there."""

from __future__ import annotations

from collections.abc import Callable

from claimdesk.evidence.sides import origin_names
from claimdesk.messages import render_date, render_list, render_number, translate, translate_plural
from claimdesk.model import ClaimReport, Report
from claimdesk.ui.address import Address
from claimdesk.ui.days import render_known_day
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.signs import render_tile
from claimdesk.ui.triage import Change, Triage, find_waiting
from claimdesk.ui.words import as_head, counted, origins_word

_SHOWN = 3


def render_urgent(report: Report, triage: Triage, address: Address) -> Node:
    """The three columns side by side."""
    language = address.language
    columns = [
        _render_column(
            as_head("contested", language), len(triage.contested), triage.contested,
            lambda entry: _contested_reason(entry, report, language), address,
            translate("No claim has support and a current statement against it.", language),
            {"status": "contested"},
        ),
        _render_column(
            _changed_title(triage, language), len(triage.changed), triage.changed,
            lambda entry: _change_reason(triage.changes[entry.claim.id], report, language), address,
            _nothing_changed(triage, language),
            {"sort": "changed"},
        ),
        _render_column(
            translate("Quotes waiting for you", language), triage.quotes, triage.waiting,
            lambda entry: _waiting_reason(entry, language), address,
            translate("Every quote for or against a claim has been decided on.", language),
            {"sort": "waiting"},
        ),
    ]  # fmt: skip
    return el("div", "three", *columns)


def _changed_title(triage: Triage, language: str) -> str:
    """Since when a change counts as late: the days of the evidence, not those of the calendar."""
    if any(change.verdict for change in triage.changes.values()):
        return translate("Changed since the verdict or in the last week of evidence", language)
    return translate("Changed in the last week of evidence", language)


def _nothing_changed(triage: Triage, language: str) -> str:
    """What did not change, and since when."""
    if not triage.judged:
        return translate("No status changed in the last week of evidence.", language)
    return translate(
        "No judged claim changed since its verdict, no other in the last week of evidence.", language
    )


def _render_column(
    title: str,
    number: int,
    entries: tuple[ClaimReport, ...],
    reason: Callable[[ClaimReport], str],
    address: Address,
    nothing: str,
    rest: dict[str, str],
) -> Node:
    """One of the three: head with number, up to three claims with a reason each, a link to the rest."""
    language = address.language
    rows = [
        el(
            "li",
            "urgent",
            render_tile(entry.assessment.status),
            el(
                "div",
                "",
                el(
                    "a",
                    "urgent-claim",
                    own(entry.claim.statement),
                    href=address.href("Claim", id=entry.claim.id),
                ),
                el("p", "soft small", reason(entry)),
            ),
            data_open="1",
        )
        for entry in entries[:_SHOWN]
    ]
    left = len(entries) - _SHOWN
    more = counted(left, translate_plural("{n} more claim", "{n} more claims", left, language), language)
    return el(
        "div",
        "column",
        el("div", "column-head", el("h2", "", title), el("b", "number", render_number(number, language))),
        el("ul", "", *rows) if rows else el("p", "soft small empty", nothing),
        el("p", "small", el("a", "quiet", more, href=address.href("./", **rest))) if left > 0 else None,
    )


def _contested_reason(entry: ClaimReport, report: Report, language: str) -> str:
    sides = entry.assessment
    counts = translate("{origins} for, {n} against.", language).format(
        origins=origins_word(len(sides.supports), language), n=render_number(len(sides.contradicts), language)
    )
    names = origin_names(entry, report.registry)
    if len(sides.supports) == 1:
        rests = translate("Rests on one supporter.", language)
        return f"{counts} {rests}"
    against = [names.get(origin, origin) for origin in sides.contradicts]
    denials = {q.origin.id for q in entry.by_stance("contradicts") if q.speech_act == "denies"}
    if denials >= set(sides.contradicts):
        denied = translate("Denied by {names}.", language).format(names=render_list(against, language))
        return f"{counts} {denied}"
    stands = translate("Against it: {names}.", language).format(names=render_list(against, language))
    return f"{counts} {stands}"


def _change_reason(change: Change, report: Report, language: str) -> str:
    on = render_known_day(change.on, change.cause, report, language)
    if change.verdict is not None and change.verdict.on is not None:
        return translate("New statement of {date}; the verdict is of {day}", language).format(
            date=on, day=render_date(change.verdict.on, language)
        )
    former = translate(change.former, language)
    if on == render_date(change.on, language):
        said = translate("Was “{status}” until {date}", language).format(status=former, date=on)
    else:
        said = translate("Was “{status}”; changed {date}", language).format(status=former, date=on)
    return f"{said}: {change.cause.origin.name}" if change.cause else said


def _waiting_reason(entry: ClaimReport, language: str) -> str:
    waiting = find_waiting(entry)
    for_it = sum(quote.stance == "supports" for quote in waiting)
    return translate("{n} for, {m} against", language).format(
        n=render_number(for_it, language), m=render_number(len(waiting) - for_it, language)
    )
