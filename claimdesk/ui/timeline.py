"""Status over time: a strip in proportion to days, and one row a change with its cause."""

from __future__ import annotations

from datetime import date

from claimdesk.messages import translate
from claimdesk.messages.figures import render_written_figure
from claimdesk.model import ClaimReport, Report, StatusChange
from claimdesk.ui.days import is_plain_day, render_known_day
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.signs import SEATS, render_tile
from claimdesk.ui.triage import newest_day
from claimdesk.ui.words import as_head, origin_name


def render_timeline(entry: ClaimReport, report: Report, language: str) -> Node:
    """The strip, hidden from screen readers, and the list, which says the same and more."""
    history, end = entry.history, timeline_end(entry, report)
    days = [change.on for change in history[1:]] + [end]
    parts = [
        _render_part(change, max((until - change.on).days, 1), report, language)
        for change, until in zip(history, days, strict=True)
    ]
    rows = [_render_row(change, number, report, language) for number, change in enumerate(history)]
    return el("div", "", el("div", "strip", *parts, aria_hidden="true"), el("ol", "changes", *rows))


def timeline_end(entry: ClaimReport, report: Report) -> date:
    """The strip's last day: that of the newest article or change, so that quiet years do not fill it."""
    days = [change.on for change in entry.history]
    newest = newest_day(report)
    return min(max([*days, *([newest] if newest else [])]), report.until) if days else report.until


def _render_part(change: StatusChange, days: int, report: Report, language: str) -> Node:
    seats = [el("span", f"seat {css}", sign) for css, sign in SEATS[change.status]]
    stacked = "part stacked" if len(seats) > 1 else "part"
    since = "" if is_plain_day(change.cause, report) else " since"
    title = (
        f"{as_head(change.status, language)}, {render_known_day(change.on, change.cause, report, language)}"
    )
    return el("span", stacked + since, *seats, style=f"flex-grow:{days}", title=title)


def _render_row(change: StatusChange, number: int, report: Report, language: str) -> Node:
    cause = _find_cause(change, number, language)
    return el(
        "li",
        "change",
        el("span", "soft day", render_known_day(change.on, change.cause, report, language)),
        el("span", "status-word", render_tile(change.status), el("b", "", as_head(change.status, language))),
        el("span", "", *cause),
    )


def _find_cause(change: StatusChange, number: int, language: str) -> list[Node | str]:
    quote = change.cause
    if quote is None:
        return [
            translate("first article read", language)
            if number == 0
            else translate("no single statement", language)
        ]
    if quote.figure is not None:
        said = render_written_figure(quote.figure.text, language)
        return [own(origin_name(quote.origin, language)), ": ", own(said)]
    did = {
        "supports": translate("{name} supports it", language),
        "contradicts": translate("{name} stands against it", language),
        "mentions": translate("{name} mentions it", language),
    }[quote.stance]
    if quote.speech_act == "denies":
        did = translate("{name} denies it", language)
    return [own(did.format(name=origin_name(quote.origin, language)))]
