"""A briefing on several claims: its outlines, what changed, how it was made, what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimdesk.briefing.outline import Outline, outline_claim
from claimdesk.briefing.since import Change, Standing, find_changes
from claimdesk.messages import render_date, translate, translate_plural
from claimdesk.messages.phrases import as_head, claims_word, corpus_phrase, counted, outlet_name
from claimdesk.messages.terms import CONFIDENCE_MEANINGS, STATUS_MEANINGS
from claimdesk.model import STATUSES, Article, Report, StatusName


@dataclass(frozen=True, slots=True)
class SourceLine:
    """An article that was read. `told` says what it is and how many quotes of it count on a side."""

    outlet: str
    title: str
    told: str
    url: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that a report says. `since` is empty where nothing earlier was named; `changes` then are too."""

    title: str
    language: str
    kicker: str
    lede: str
    outlines: tuple[Outline, ...]
    since: str
    changes: tuple[Change, ...]
    method: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    small_print: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier briefing said: `name` is its day in words or the name of its file."""

    name: str
    standings: Mapping[str, Standing]


def bundle_report(
    report: Report, language: str, made: date, earlier: Earlier | None = None, *, unreviewed: bool = True
) -> Bundle:
    """The report on all claims of `report`, in its order. `made` is the day of making."""
    outlines = tuple(
        outline_claim(entry, report, language, made, unreviewed=unreviewed) for entry in report.claims
    )
    day, claims = render_date(report.until, language), claims_word(len(report.claims), language)
    read = translate("Evidence read to {date}", language).format(date=day)
    version = translate("registry {version}", language).format(version=report.registry.sha256[:7])
    made_on = translate("made {date}", language).format(date=render_date(made, language))
    since = translate("Changed since {day}", language).format(day=earlier.name) if earlier else ""
    return Bundle(
        title=report.registry.title or translate("Briefing", language),
        language=language,
        kicker=f"{read} · {corpus_phrase(report, language)} · {claims}",
        lede=_say_lede(report, language),
        outlines=outlines,
        since=since,
        changes=find_changes(earlier.standings, report, language) if earlier else (),
        method=_explain_statuses(report, language),
        notes=_explain_method(language),
        sources=_list_sources(report, language),
        small_print=f"Claimdesk · {version} · {made_on}",
    )


def _say_lede(report: Report, language: str) -> str:
    """How many claims stand how: "3 contested, 2 corroborated"; and how many nobody has reviewed."""
    found = Counter(entry.assessment.status for entry in report.claims)
    present: list[StatusName] = [status for status in STATUSES if found[status]]
    told = ", ".join(f"{found[status]} {translate(status, language)}" for status in present)
    unreviewed = sum(entry.assessment.basis == "suggested" for entry in report.claims)
    if not unreviewed:
        return f"{told}."
    text = translate_plural(
        "{n} status is suggested and reviewed by nobody.",
        "{n} statuses are suggested and reviewed by nobody.",
        unreviewed,
        language,
    )
    return f"{told}. {counted(unreviewed, text, language)}"


def _explain_statuses(report: Report, language: str) -> tuple[tuple[str, str], ...]:
    """The statuses and levels of confidence that occur, each with what it means."""
    present = {entry.assessment.status for entry in report.claims}
    levels = {entry.assessment.confidence for entry in report.claims}
    meanings = [
        (as_head(status, language), translate(STATUS_MEANINGS[status], language))
        for status in STATUSES
        if status in present
    ]
    words = {
        "low": translate("Low confidence", language),
        "moderate": translate("Moderate confidence", language),
        "high": translate("High confidence", language),
    }
    meanings += [
        (word, translate(CONFIDENCE_MEANINGS[level], language))
        for level, word in words.items()
        if level in levels
    ]
    return tuple(meanings)


def _explain_method(language: str) -> tuple[str, ...]:
    return (
        translate("Counted are separate origins, never outlets: five that repeat one are one.", language),
        translate(
            "Statements of another time than the claim speaks of are shown as such and do not contest it.",
            language,
        ),
        translate(
            "A status is computed from the quotes by fixed rules; a quote is found by its words, "
            "and can be followed to its place in the article.",
            language,
        ),
    )


def _list_sources(report: Report, language: str) -> tuple[SourceLine, ...]:
    counting = Counter(
        quote.article
        for entry in report.claims
        for quote in entry.quotes
        if quote.decisive and quote.decision != "rejected"
    )
    return tuple(
        SourceLine(
            outlet_name(entry.article, language),
            entry.article.title,
            _tell(entry.article, counting[entry.article.id], language),
            entry.article.url,
        )
        for entry in report.articles
    )


def _tell(article: Article, quotes: int, language: str) -> str:
    day = article.published
    number = translate_plural("{n} decisive quote", "{n} decisive quotes", quotes, language)
    return " · ".join(
        (
            translate(article.kind, language),
            render_date(day, language) if day else translate("date unknown", language),
            counted(quotes, number, language),
        )
    )
