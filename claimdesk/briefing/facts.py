"""The facts below a briefing's headline: dates, who claims it, what the status rests on, who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.briefing.gaps import list_some
from claimdesk.evidence.sides import count_reviewed
from claimdesk.messages import render_date, render_number, translate, translate_plural
from claimdesk.messages.phrases import basis_phrase, confidence_phrase, corpus_phrase, counted, origin_name
from claimdesk.model import ClaimReport, Quote, Report, Verdict


@dataclass(frozen=True, slots=True)
class Fact:
    """A term with what is to be known of it: `said` first, `more` quieter behind it; either may be empty."""

    term: str
    said: str
    more: str = ""


def find_facts(entry: ClaimReport, report: Report, names: dict[str, str], language: str) -> tuple[Fact, ...]:
    """Five facts: the claim's day, the evidence's last day, who claims it, what it rests on, who is silent.

    `names` maps ids of origins to what they are called.
    """
    read = f"{render_date(report.until, language)},"
    return (
        _speaks_of(entry, language),
        Fact(translate("Evidence read to", language), read, corpus_phrase(report, language)),
        _claimed_by(entry, report, language),
        _rests_on(entry, names, language),
        _silent(entry, language),
    )


def say_basis(entry: ClaimReport, language: str) -> str:
    """How far people reviewed what the status rests on: the words that stand beside the status."""
    reviewed, decisive = count_reviewed(entry)
    basis = basis_phrase(entry.assessment.basis, language)
    if not decisive:
        return basis
    share = translate("{n} of {all}", language).format(
        n=render_number(reviewed, language), all=render_number(decisive, language)
    )
    noun = translate_plural("decisive quote", "decisive quotes", decisive, language)
    return f"{basis}: {share} {noun}"


def say_verdict(verdict: Verdict | None, language: str) -> str:
    """The fact-checker's own word, by whom and when; empty where there is none."""
    if verdict is None:
        return ""
    term = translate("Proposed verdict:", language) if verdict.proposed else translate("Verdict:", language)
    said = [f"{term} {translate(verdict.status, language)}"]
    if verdict.confidence:
        said.append(confidence_phrase(verdict.confidence, language))
    if verdict.by:
        said.append(verdict.by)
    if verdict.on:
        said.append(render_date(verdict.on, language))
    if verdict.seconded_by:
        said.append(translate("confirmed by {name}", language).format(name=verdict.seconded_by))
    return ", ".join(said)


def _speaks_of(entry: ClaimReport, language: str) -> Fact:
    claim, term = entry.claim, translate("Speaks of", language)
    if claim.as_of is None:
        return Fact(term, "", translate("no date in particular", language))
    width = translate_plural("± {n} day", "± {n} days", claim.window_days, language)
    return Fact(term, render_date(claim.as_of, language), counted(claim.window_days, width, language))


def _claimed_by(entry: ClaimReport, report: Report, language: str) -> Fact:
    claimed, term = entry.claim.claimed_by, translate("Claimed by", language)
    if claimed is None:
        return Fact(term, "", translate("not recorded", language))
    name = report.registry.source_names.get(claimed.source, claimed.source)
    return Fact(term, f"{name},", render_date(claimed.on, language)) if claimed.on else Fact(term, name)


def _rests_on(entry: ClaimReport, names: dict[str, str], language: str) -> Fact:
    """The origins without which the status would be another, and what it would be."""
    found = entry.assessment
    needed = found.fragility.without_origin
    decided = bool(found.supports or found.contradicts)
    if decided and not needed:
        return Fact(translate("Holds", language), translate("without any one origin", language))
    term = translate("Rests on", language)
    if not decided:
        return Fact(term, "", translate("nothing decisive", language))
    others = sorted({translate(status, language) for status in needed.values()})
    without = (
        translate("Without it: {status}", language)
        if len(needed) == 1
        else translate("Without any one of them: {status}", language)
    )
    listed = list_some([names.get(one, one) for one in needed], language)
    return Fact(term, f"{listed}.", without.format(status=" / ".join(others)))


def _silent(entry: ClaimReport, language: str) -> Fact:
    """Who declined to confirm; of one whose declining a person put on a side, that it counts there; else
    that an article tells of somebody, whom it does not name."""
    term = translate("Silent", language)
    if entry.assessment.silent:
        said = translate("declined to confirm", language)
        return Fact(term, _name_all(entry.assessment.silent, language), said)
    declining = [
        quote for quote in entry.quotes if quote.speech_act == "declines" and quote.decision != "rejected"
    ]
    taken = [quote for quote in declining if quote.decisive]
    if taken:
        said = translate("declined to confirm, which counts on a side", language)
        return Fact(term, _name_all(taken, language), said)
    if any(quote.origin.kind == "outlet" for quote in declining):
        return Fact(term, "", translate("somebody declined whom the article does not name", language))
    return Fact(term, "", translate("nobody declined", language))


def _name_all(quotes: Sequence[Quote], language: str) -> str:
    return list_some(list(dict.fromkeys(origin_name(quote.origin, language) for quote in quotes)), language)
