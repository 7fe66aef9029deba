"""The head of a claim. It stands alone: cut out of its page, it still says all one must know."""

from __future__ import annotations

from claimdesk.briefing.facts import Fact, find_facts
from claimdesk.evidence.sides import count_reviewed, origin_names
from claimdesk.messages import render_date, render_list, render_number, translate, translate_plural
from claimdesk.messages.phrases import corpus_phrase
from claimdesk.model import ClaimReport, Report
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.signs import MINUS, PLUS, render_bars, render_box, render_tile
from claimdesk.ui.words import as_head, basis_phrase, confidence_phrase, origins_word

Term = tuple["Node | str", list["Node | str | None"]]


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


def _render_fact(fact: Term) -> Node:
    term, said = fact
    return el("div", "fact", el("dt", "soft tiny", term), el("dd", "small", *said))


def _find_facts(entry: ClaimReport, report: Report, language: str) -> list[Term]:
    """The facts of a briefing, and between them how the quotes stand; the corpus is in the small print."""
    names, found = origin_names(entry, report.registry), entry.assessment
    speaks_of, read, claimed, rests_on, silent = find_facts(entry, report, names, language)
    return [
        _show(speaks_of),
        (read.term, [el("b", "", render_date(report.until, language))]),
        _show(claimed),
        (translate("Reviewed by a person", language), _reviewed(entry, language)),
        (_signed(PLUS, "sup", as_head("supports", language)), _origins(found.supports, names, language)),
        (
            _signed(MINUS, "con", as_head("contradicts", language)),
            _origins(found.contradicts, names, language),
        ),
        _show(rests_on),
        _show(silent),
    ]


def _show(fact: Fact) -> Term:
    said = [el("b", "", own(fact.said))] if fact.said else []
    more = [el("span", "soft", fact.more)] if fact.more else []
    return fact.term, [*join([*said, *more], " ")]


def _signed(sign: str, css: str, word: str) -> Node:
    return el("span", "", el("b", f"sign {css}", sign, aria_hidden="true"), " ", word)


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


def _render_small_print(report: Report, language: str) -> Node:
    words = translate("Statement and quotes word for word from the registry and the sources.", language)
    registry = translate("registry {version}", language).format(version=report.registry.sha256[:7])
    return el(
        "div",
        "small-print",
        el("span", "", f"{corpus_phrase(report, language)}. {words}"),
        el("span", "mono", f"Claimdesk · {registry}"),
    )
