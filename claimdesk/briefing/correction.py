"""The correction of a card or report that was issued: what it said, what it says now, and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from claimdesk.briefing.card import SHAPES, THEMES, ShapeName, ThemeName
from claimdesk.briefing.circulation import Circulating, find_cause
from claimdesk.briefing.passages import QuoteOutline, outline_quote
from claimdesk.briefing.typesetting import Format, typeset
from claimdesk.messages import render_date, translate, translate_plural
from claimdesk.messages.phrases import as_head, basis_phrase, confidence_phrase, counted
from claimdesk.model import Report


@dataclass(frozen=True, slots=True)
class Stood:
    """How the claim stood, or stands, in words; `status` also as in reports."""

    status: str
    status_word: str
    confidence_words: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Correction:
    """All that a correction says.

    `of` names the file that it is for, `quote` is what changed the status, where one quote did.
    """

    language: str
    title: str
    of: str
    statement: str
    before_title: str
    before: Stood
    now_title: str
    now: Stood
    why_title: str
    why: tuple[str, ...]
    quote: QuoteOutline | None
    small_print: tuple[str, str]


def outline_correction(one: Circulating, report: Report, language: str, made: date) -> Correction:
    """The correction of what is in circulation; `one.why` must not be empty. `made` is the day of making."""
    issue, told, entry = one.issue, one.told, one.entry
    cause = find_cause(one)
    of = translate("of the card made {date}", language).format(date=render_date(issue.made, language))
    until = render_date(report.until, language)
    version = translate("registry {version}", language).format(version=report.registry.sha256[:7])
    day = translate("made {date}", language).format(date=render_date(made, language))
    before = Stood(
        told.status,
        as_head(told.status, language),
        _capital(confidence_phrase(told.confidence, language)),
        _say_verdict(told.verdict, language),
    )
    return Correction(
        language=language,
        title=translate("Correction", language),
        of=of,
        statement=told.statement if entry is None else entry.claim.statement,
        before_title=translate("It said, with evidence read to {date}", language).format(
            date=render_date(issue.until, language)
        ),
        before=before,
        now_title=translate("It now says, with evidence read to {date}", language).format(date=until),
        now=_stand(one, language),
        why_title=translate("Why", language),
        why=one.why,
        quote=outline_quote(cause, report, language) if cause else None,
        small_print=(
            translate("Please use this one instead, and say so to whom you passed it on.", language),
            f"Claimdesk · {told.claim} · {version} · {day}",
        ),
    )


def render_correction(
    correction: Correction, form: Format, shape: ShapeName, theme: ThemeName, made: date
) -> bytes:
    """The correction card. The same correction gives the same bytes."""
    return typeset("correction.typ", render_data(correction, shape, theme), form, made)


def render_data(correction: Correction, shape: ShapeName, theme: ThemeName) -> dict[str, Any]:
    """What the template reads, as plain values."""
    language, number = correction.language, len(correction.why)
    more = [
        counted(left, translate_plural("{n} more reason.", "{n} more reasons.", left, language), language)
        for left in range(number + 1)
    ]
    return {
        "colours": dict(THEMES[theme]),
        "shape": asdict(SHAPES[shape]),
        "correction": asdict(correction),
        "words": {"more_reasons": more},
    }


def _stand(one: Circulating, language: str) -> Stood:
    """How the claim stands now; one that is gone has no evidence here."""
    if one.entry is None:
        return Stood("no evidence", translate("Withdrawn", language), "", "")
    found = one.entry.assessment
    words = confidence_phrase(found.confidence, language)
    return Stood(
        found.status,
        as_head(found.status, language),
        f"{_capital(words)}. {_capital(basis_phrase(found.basis, language))}.",
        _say_verdict(one.entry.claim.judged or "", language),
    )


def _say_verdict(verdict: str, language: str) -> str:
    return f"{translate('Verdict:', language)} {translate(verdict, language)}" if verdict else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
