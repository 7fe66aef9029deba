"""The outline of a briefing on one claim: all that it says, as text and numbers in the reader's language.

Every format reads this and nothing else, so what must stay true of a card is decided here, once:
that people have not reviewed the quotes is part of the headline, beside the status; a digest is named as
one; a quote stands whole, or with an ellipsis where a whole clause is left out; hedges stay with it;
confidence stands in no sentence with a likelihood; what the status rests on, who kept silent and what would
change it are said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimdesk.briefing.facts import Fact, find_facts, say_basis, say_verdict
from claimdesk.briefing.gaps import find_gaps
from claimdesk.briefing.passages import QuoteOutline, outline_quote
from claimdesk.evidence.sides import Sides, origin_names, split_quotes
from claimdesk.figure_rows import FigureRow, find_figure_rows
from claimdesk.messages import render_date, render_reason, translate, translate_plural
from claimdesk.messages.ends import render_end
from claimdesk.messages.phrases import as_head, confidence_phrase, counted, origins_word
from claimdesk.messages.terms import STATUS_MEANINGS
from claimdesk.model import (
    SIDES,
    BasisName,
    ClaimReport,
    ConfidenceName,
    Interval,
    Quote,
    Report,
    Stance,
    StatusName,
)

# Reasons that limit what a side's quotes carry; they stand below them.
_LIMITS = {
    "supports": ("not_separate", "unnamed_support", "unnamed_together", "reversed"),
    "contradicts": ("aside_later", "aside_earlier", "aside_undated"),
}


@dataclass(frozen=True, slots=True)
class SideOutline:
    """One side of the claim, or what only mentions it.

    `quotes` begin with one of each origin; those after `origins` are further ones of the same. `limits` are
    sentences on what they carry; `end` says what the side does not hold.
    """

    stance: Stance
    title: str
    number: str
    origins: int
    quotes: tuple[QuoteOutline, ...]
    limits: tuple[str, ...]
    end: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A briefing on one claim. Words are in `language`; `status`, `confidence` and `basis` also as in
    reports.

    `facts` stand below the headline. `mentions` is there where neither side has a quote. `claimed` is the
    claim's interval, None where it counts nothing. `rationale` is the verdict's, on one line. `note` stands
    where there is no quote at all.
    """

    claim: str
    language: str
    statement: str
    topic: str
    status: StatusName
    status_word: str
    meaning: str
    confidence: ConfidenceName
    confidence_words: str
    basis: BasisName
    basis_words: str
    verdict: str
    rationale: str
    changed: str
    facts: tuple[Fact, ...]
    sides: tuple[SideOutline, ...]
    mentions: SideOutline | None
    figures: tuple[FigureRow, ...]
    claimed: Interval | None
    denials: str
    gaps_title: str
    gaps: tuple[str, ...]
    note: str
    small_print: tuple[str, str]


def outline_claim(
    entry: ClaimReport, report: Report, language: str, made: date, *, unreviewed: bool = True
) -> Outline:
    """All that a briefing on the claim says. `made` is the day of making.

    Without `unreviewed`, quotes that nobody has decided on are left out, which each side then says; status,
    figures and all else stay as they are.
    """
    claim, found = entry.claim, entry.assessment
    names = origin_names(entry, report.registry)
    sides = split_quotes(entry)
    outlined = tuple(_outline_side(stance, entry, sides, report, language, unreviewed) for stance in SIDES)
    mentioned = _outline_mentions(sides, report, language, unreviewed)
    quoted = any(side.quotes for side in outlined)
    written = {one.article.id: one.article.language for one in report.articles}
    return Outline(
        claim=claim.id,
        language=language,
        statement=claim.statement,
        topic=claim.topic,
        status=found.status,
        status_word=as_head(found.status, language),
        meaning=translate(STATUS_MEANINGS[found.status], language),
        confidence=found.confidence,
        confidence_words=confidence_phrase(found.confidence, language),
        basis=found.basis,
        basis_words=say_basis(entry, language),
        verdict=say_verdict(claim.verdict, language),
        rationale=" ".join(claim.verdict.rationale.split()) if claim.verdict else "",
        changed=translate("Changed since the verdict.", language) if found.changed_since_verdict else "",
        facts=find_facts(entry, report, names, language),
        sides=outlined,
        mentions=mentioned if mentioned.quotes and not quoted else None,
        figures=tuple(find_figure_rows(entry, language, written)) if claim.quantity else (),
        claimed=claim.quantity.interval if claim.quantity else None,
        denials=_say_denials(sides, language) if claim.quantity else "",
        gaps_title=translate("What would change this", language),
        gaps=find_gaps(entry, names, language),
        note="" if entry.quotes else _say_nothing(report, language),
        small_print=_say_small_print(claim.id, report, language, made),
    )


def _outline_side(
    stance: Stance, entry: ClaimReport, sides: Sides, report: Report, language: str, unreviewed: bool
) -> SideOutline:
    assert stance != "mentions"
    counting, found = _lead(sides.on(stance)), entry.assessment
    origins = len(found.supports if stance == "supports" else found.contradicts)
    shown = [quote for quote in counting if unreviewed or quote.decision]
    limits = [render_reason(reason, language) for reason in found.reasons if reason.code in _LIMITS[stance]]
    if len(shown) < len(counting):
        limits.append(say_left_out(len(counting) - len(shown), language))
    return SideOutline(
        stance=stance,
        title=as_head(stance, language),
        number=origins_word(origins, language),
        origins=origins,
        quotes=tuple(outline_quote(quote, report, language) for quote in shown),
        limits=tuple(dict.fromkeys(limits)),
        end=render_end(entry, stance, language),
    )


def _lead(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes with the best one of each origin first: reviewed, of the claim's time, without a hedge."""
    ranked = sorted(
        quotes,
        key=lambda quote: (not quote.decision, quote.timing != "current", quote.hedged, -quote.score),
    )
    first: dict[str, Quote] = {}
    for quote in ranked:
        first.setdefault(quote.origin.id, quote)
    leading = {id(quote) for quote in first.values()}
    return [*first.values(), *(quote for quote in ranked if id(quote) not in leading)]


def _outline_mentions(sides: Sides, report: Report, language: str, unreviewed: bool) -> SideOutline:
    """What bears on the claim and counts on no side: decisive quotes of other days first."""
    kept = [quote for quote in sides.aside if unreviewed or quote.decision]
    kept.sort(key=lambda quote: (not quote.decisive, -quote.score))
    limits = [say_left_out(len(sides.aside) - len(kept), language)] if len(kept) < len(sides.aside) else []
    number = translate_plural("{n} quote", "{n} quotes", len(sides.aside), language)
    return SideOutline(
        stance="mentions",
        title=translate("Only mentions it", language),
        number=counted(len(sides.aside), number, language),
        origins=len({quote.origin.id for quote in sides.aside}),
        quotes=tuple(outline_quote(quote, report, language) for quote in kept),
        limits=tuple(limits),
        end="",
    )


def say_left_out(number: int, language: str) -> str:
    """That so many quotes, which nobody has reviewed, are not in what was made."""
    text = translate_plural(
        "{n} quote that nobody has reviewed is left out here.",
        "{n} quotes that nobody has reviewed are left out here.",
        number,
        language,
    )
    return counted(number, text, language)


def _say_denials(sides: Sides, language: str) -> str:
    deniers = [quote for quote in sides.contradicts if _denies_without_figure(quote)]
    if not deniers:
        return ""
    names = dict.fromkeys(quote.origin.name for quote in deniers)
    return translate("Denials without a figure: {names}.", language).format(names=", ".join(names))


def _denies_without_figure(quote: Quote) -> bool:
    return quote.figure is None and quote.speech_act == "denies"


def _say_nothing(report: Report, language: str) -> str:
    read = len(report.articles)
    said = translate_plural(
        "No passage in {n} article bears on this claim.",
        "No passage in {n} articles bears on this claim.",
        read,
        language,
    )
    other = translate(
        "That is not a finding that the claim is false. Another wording may find more.", language
    )
    return f"{counted(read, said, language)} {other}"


def _say_small_print(claim: str, report: Report, language: str, made: date) -> tuple[str, str]:
    words = translate("Statement and quotes word for word from the registry and the sources.", language)
    version = translate("registry {version}", language).format(version=report.registry.sha256[:7])
    day = translate("made {date}", language).format(date=render_date(made, language))
    return words, f"Claimdesk · {claim} · {version} · {day}"
