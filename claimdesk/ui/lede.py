"""The overview's first sentence: how many claims are contested, how many changed, how many quotes wait."""

from __future__ import annotations

from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.model import Report
from claimdesk.ui.markup import Node, el
from claimdesk.ui.triage import Triage


def render_lede(report: Report, triage: Triage, language: str) -> Node:
    """The sentence, with what matters most underlined; its three parts are the three columns below it."""
    contested = _count(
        len(triage.contested),
        translate("None of {all} claims is contested.", language),
        translate_plural(
            "{n} of {all} claims is contested.",
            "{n} of {all} claims are contested.",
            len(triage.contested),
            language,
        ),
        language,
    ).replace("{all}", render_number(len(report.claims), language))
    changed = _count(
        len(triage.changed), _nothing_changed(triage, language), _some_changed(triage, language), language
    )
    waiting = _count(
        triage.quotes,
        translate("and no quote waits for you.", language),
        translate_plural(
            "and {n} quote waits for you.", "and {n} quotes wait for you.", triage.quotes, language
        ),
        language,
    )
    return el("h1", "lede", el("span", "lede-first", contested), f" {changed} {waiting}")


def _some_changed(triage: Triage, language: str) -> str:
    """How many changed, and since when: a judged claim since its verdict, any other in the last week."""
    number = len(triage.changed)
    since_verdict = [change.verdict is not None for change in triage.changes.values()]
    if all(since_verdict):
        return translate_plural(
            "{n} changed since its verdict,", "{n} changed since their verdicts,", number, language
        )
    if any(since_verdict):
        return translate("{n} changed since the verdict or in the last week of evidence,", language)
    return translate("{n} changed in the last week of evidence,", language)


def _nothing_changed(triage: Triage, language: str) -> str:
    if triage.judged:
        return translate("None changed since its verdict or in the last week of evidence,", language)
    return translate("None changed in the last week of evidence,", language)


def _count(number: int, none: str, some: str, language: str) -> str:
    return some.replace("{n}", render_number(number, language)) if number else none
