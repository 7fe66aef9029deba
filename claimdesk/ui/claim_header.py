"""The head of a claim. It stands alone: cut out of its page, it still says all one must know."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.evidence.sides import count_reviewed, origin_names
from claimdesk.messages import render_date, render_list, render_number, translate, translate_plural
from claimdesk.messages.phrases import corpus_phrase
from claimdesk.model import ClaimReport, Quote, Report
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.signs import MINUS, PLUS, render_bars, render_box, render_tile
from claimdesk.ui.words import as_head, basis_phrase, confidence_phrase, counted, origin_name, origins_word

Fact = tuple["Node | str", list["Node | str | None"]]


def render_header(entry: ClaimReport, report: Report, language: str) -> Node:
    """Statement, status, confidence, basis, eight facts and the small print."""
    claim = entry.claim
    return el(
        "div",
        "claim-head",
        el(
            "p",
            "kicker",
            el("span", "", translate("Claim", language)),
            el("span", "mono", own(claim.id)),
            el("span", "", own(claim.topic)) if claim.topic else None,
        ),
        el("h1", f"claim-words {_size(claim.statement)}", claim.statement, dir="auto"),
        _render_status(entry, language),
        el("dl", "facts", *(_render_fact(fact) for fact in _find_facts(entry, report, language))),
        _render_small_print(report, language),
    )


def _size(statement: str) -> str:
    """Long statements step down, so that the head stays a head."""
    return "long" if len(statement) > 180 else "middle" if len(statement) > 90 else ""


def _render_status(entry: ClaimReport, language: str) -> Node:
    found = entry.assessment
    return el(
        "div",
        "standing",
        el(
            "span",
            "status-word",
            render_tile(found.status, large=True),
            el("b", "", as_head(found.status, language)),
        ),
        el("span", "sign-word", render_bars(found.confidence), confidence_phrase(found.confidence, language)),
        el("span", "sign-word", render_box(found.basis), basis_phrase(found.basis, language)),
        _render_verdict(entry, language),
    )


def _render_verdict(entry: ClaimReport, language: str) -> Node | None:
    verdict = entry.claim.verdict
    if verdict is None:
        return None
    judged = [translate(verdict.status, language)]
    if verdict.confidence:
        judged.append(confidence_phrase(verdict.confidence, language))
    said = [own(verdict.by)] if verdict.by else []
    if verdict.on:
        said.append(el("span", "", render_date(verdict.on, language)))
    if verdict.seconded_by:
        confirmed = translate("confirmed by {name}", language).format(name=verdict.seconded_by)
        said.append(own(confirmed))
    return el(
        "span",
        "verdict",
        translate("Proposed verdict:", language) if verdict.proposed else translate("Verdict:", language),
        " ",
        el("b", "", ", ".join(judged)),
        *(el("span", "soft", ", ", part) for part in said),
    )


def _render_fact(fact: Fact) -> Node:
    term, said = fact
    return el("div", "fact", el("dt", "soft tiny", term), el("dd", "small", *said))


def _find_facts(entry: ClaimReport, report: Report, language: str) -> list[Fact]:
    names = origin_names(entry, report.registry)
    sides = entry.assessment
    return [
        (translate("Speaks of", language), _speaks_of(entry, language)),
        (translate("Evidence read to", language), [el("b", "", render_date(report.until, language))]),
        (translate("Claimed by", language), _claimed_by(entry, report, language)),
        (translate("Reviewed by a person", language), _reviewed(entry, language)),
        (_signed(PLUS, "sup", as_head("supports", language)), _origins(sides.supports, names, language)),
        (
            _signed(MINUS, "con", as_head("contradicts", language)),
            _origins(sides.contradicts, names, language),
        ),
        (_rests_term(entry, language), _rests_on(entry, names, language)),
        (translate("Silent", language), _silent(entry, language)),
    ]


def _signed(sign: str, css: str, word: str) -> Node:
    return el("span", "", el("b", f"sign {css}", sign, aria_hidden="true"), " ", word)


def _speaks_of(entry: ClaimReport, language: str) -> list[Node | str | None]:
    claim = entry.claim
    if claim.as_of is None:
        return [el("span", "soft", translate("no date in particular", language))]
    width = translate_plural("± {n} day", "± {n} days", claim.window_days, language)
    return [
        el("b", "", render_date(claim.as_of, language)),
        " ",
        el("span", "soft", counted(claim.window_days, width, language)),
    ]


def _claimed_by(entry: ClaimReport, report: Report, language: str) -> list[Node | str | None]:
    claimed = entry.claim.claimed_by
    if claimed is None:
        return [el("span", "soft", translate("not recorded", language))]
    name = next(
        (source.name for source in report.registry.sources if source.id == claimed.source), claimed.source
    )
    on = el("span", "soft", ", ", render_date(claimed.on, language)) if claimed.on else None
    return [el("b", "", own(name)), on]


def _reviewed(entry: ClaimReport, language: str) -> list[Node | str | None]:
    reviewed, decisive = count_reviewed(entry)
    if not decisive:
        return [el("span", "soft", translate("no decisive quote", language))]
    share = translate("{n} of {all}", language).format(
        n=render_number(reviewed, language), all=render_number(decisive, language)
    )
    noun = translate_plural("decisive quote", "decisive quotes", decisive, language)
    return [el("b", "", share), " ", el("span", "soft", noun)]


def _origins(ids: tuple[str, ...], names: dict[str, str], language: str) -> list[Node | str | None]:
    if not ids:
        return [el("span", "soft", translate("no origin", language))]
    listed = render_list([names.get(one, one) for one in ids], language)
    return [el("b", "", origins_word(len(ids), language)), " ", el("span", "soft", own(listed))]


def _rests_term(entry: ClaimReport, language: str) -> str:
    """What the fact is called: a status that needs no single origin rests on none."""
    found = entry.assessment
    decided = found.supports or found.contradicts
    holds = decided and not found.fragility.without_origin
    return translate("Holds", language) if holds else translate("Rests on", language)


def _rests_on(entry: ClaimReport, names: dict[str, str], language: str) -> list[Node | str | None]:
    """The origins without which the status would be another, and what it would be."""
    found = entry.assessment
    if not found.supports and not found.contradicts:
        return [el("span", "soft", translate("nothing decisive", language))]
    needed = found.fragility.without_origin
    if not needed:
        return [el("b", "", translate("without any one origin", language))]
    others = sorted({translate(status, language) for status in needed.values()})
    without = (
        translate("Without it: {status}", language)
        if len(needed) == 1
        else translate("Without any one of them: {status}", language)
    )
    listed = render_list([names.get(one, one) for one in needed], language)
    return [
        el("b", "", own(listed), "."),
        " ",
        el("span", "soft", without.format(status=" / ".join(others))),
    ]


def _silent(entry: ClaimReport, language: str) -> list[Node | str | None]:
    """Who declined to confirm; of one whose declining a person put on a side, that it counts there."""
    quotes = entry.assessment.silent
    if quotes:
        return _declined(quotes, translate("declined to confirm", language), language)
    taken = [
        quote
        for quote in entry.quotes
        if quote.speech_act == "declines" and quote.decisive and quote.decision != "rejected"
    ]
    if taken:
        return _declined(taken, translate("declined to confirm, which counts on a side", language), language)
    return [el("span", "soft", translate("nobody declined", language))]


def _declined(quotes: Sequence[Quote], did: str, language: str) -> list[Node | str | None]:
    names = list(dict.fromkeys(origin_name(quote.origin, language) for quote in quotes))
    return [own(render_list(names, language)), " ", el("span", "soft", did)]


def _render_small_print(report: Report, language: str) -> Node:
    words = translate("Statement and quotes word for word from the registry and the sources.", language)
    registry = translate("registry {version}", language).format(version=report.registry.sha256[:7])
    return el(
        "div",
        "small-print",
        el("span", "", f"{corpus_phrase(report, language)}. {words}"),
        el("span", "mono", f"Claimdesk · {registry}"),
    )
