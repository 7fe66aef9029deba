"""The filters over the claims table. The address holds them, so that a link shows the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import streamlit as st

from claimdesk.evidence.sides import origin_names
from claimdesk.messages import translate
from claimdesk.model import STATUSES, Claim, ClaimReport, ConfidenceName, Report
from claimdesk.ui.address import Address
from claimdesk.ui.derived import derive, outlets_of
from claimdesk.ui.drawing import draw
from claimdesk.ui.listing import draw_search, holds
from claimdesk.ui.markup import own
from claimdesk.ui.sidebar import remember, show, write_parameter
from claimdesk.ui.states import draw_way, render_unknown
from claimdesk.ui.triage import Triage, sort_by_urgency
from claimdesk.ui.words import as_head, confidence_phrase

# The choices of each filter, by its name in the address: value to the words shown.
Choices = Mapping[str, Mapping[str, str]]
# Whether a claim passes a filter: its report, the value in force, the outlet of each article.
_PASSES: dict[str, Callable[[ClaimReport, str, Mapping[str, str]], bool]] = {
    "q": lambda entry, text, _: holds(_searched(entry.claim), text),
    "status": lambda entry, status, _: entry.assessment.status == status,
    "topic": lambda entry, topic, _: entry.claim.topic == topic,
    "confidence": lambda entry, level, _: entry.assessment.confidence == level,
    "outlet": lambda entry, outlet, outlet_of: any(
        outlet_of.get(quote.article) == outlet for quote in entry.quotes if quote.decision != "rejected"
    ),
    "origin": lambda entry, origin, _: any(
        one.id == origin for quote in entry.quotes if quote.decision != "rejected" for one in quote.origins
    ),
}


_ASIDE = ("confidence", "outlet", "origin")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters in force by their names in the address, and the claims they leave, in order.

    Where they leave none, `without` says how many there are without each of them.
    """

    filters: Mapping[str, str]
    entries: tuple[ClaimReport, ...]
    without: Mapping[str, int]


def find_choices(report: Report, language: str) -> Choices:
    """What each filter but the text offers: only what the report holds, in the order of the alphabet."""
    levels: tuple[ConfidenceName, ...] = get_args(ConfidenceName)
    held = {entry.assessment.status for entry in report.claims}
    names: dict[str, str] = {}
    for entry in report.claims:
        names.update(origin_names(entry, report.registry))
    outlets = {entry.article.outlet for entry in report.articles} - {""}
    topics = {entry.claim.topic for entry in report.claims} - {""}
    return {
        "status": {str(one): as_head(one, language) for one in STATUSES if one in held},
        "confidence": {str(one): _capital(confidence_phrase(one, language)) for one in levels},
        "topic": {one: one for one in sorted(topics)},
        "outlet": {one: one for one in sorted(outlets, key=str.casefold)},
        "origin": dict(sorted(names.items(), key=lambda named: named[1].casefold())),
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def draw_filters(report: Report, triage: Triage, address: Address) -> Chosen:
    """The controls, and what they leave. Filters asked for less often stand aside until they hold."""
    language, given = address.language, address.rest
    choices = derive(report, f"choices {language}", lambda: find_choices(report, language))
    sorts = {
        "changed": translate("Last changed first", language),
        "waiting": translate("Most to review first", language),
        "registry": translate("As in the registry", language),
    }
    heads = {
        "status": (translate("Status", language), translate("Any status", language)),
        "topic": (translate("Topic", language), translate("Any topic", language)),
        "confidence": (translate("Confidence", language), translate("Any confidence", language)),
        "outlet": (translate("Outlet", language), translate("Any outlet", language)),
        "origin": (translate("Origin", language), translate("Any origin", language)),
    }
    aside = [name for name in _ASIDE if given.get(name, "") not in choices[name]]
    with st.container(horizontal=True, key="tools-filters"):
        values = {"q": draw_search(given.get("q", ""), translate("Search statements", language))}
        for name in [name for name in heads if name not in aside]:
            values[name] = _draw_choice(name, *heads[name], choices[name], given)
        order = (translate("Order", language), translate("Most urgent first", language))
        sort = _draw_choice("sort", *order, sorts, given)
        if aside:
            with st.popover(translate("More filters", language), key="more-filters", width="stretch"):
                for name in aside:
                    values[name] = _draw_choice(name, *heads[name], choices[name], given)
    _draw_unmet(choices, address)
    filters = {name: value for name, value in values.items() if value}
    remember("dashboard.py", {**filters, **({"sort": sort} if sort else {})})
    return choose_entries(report, triage, filters, sort)


def _draw_unmet(choices: Choices, address: Address) -> None:
    """That a filter in the address fits no claim, so that it does not hold, and the way back."""
    language = address.language
    unmet = {
        name: address.rest[name] for name in choices if address.rest.get(name, "") not in ("", *choices[name])
    }
    for name, value in unmet.items():
        if name == "status" and value in STATUSES:
            bold = translate("No claim is {status}.", language).format(status=translate(value, language))
        else:
            bold = translate("No claim fits “{value}”.", language).format(value=value)
        draw(render_unknown(own(bold), translate("This filter of the address is left out.", language)))
    if unmet:
        held = [name for name in ("q", "sort", *choices) if name not in unmet]
        kept = {name: address.rest[name] for name in held if name in address.rest}
        draw_way(translate("Correct the address", language), "dashboard.py", address, "filters", **kept)


def choose_entries(report: Report, triage: Triage, filters: Mapping[str, str], sort: str = "") -> Chosen:
    """The claims that all of `filters` leave, in the wanted order; urgent ones first where none is named."""
    entries = find_entries(report, filters)
    without = {}
    if not entries:
        for name in filters:
            rest = {other: value for other, value in filters.items() if other != name}
            without[name] = len(find_entries(report, rest))
    return Chosen(filters, tuple(_sort(entries, sort, triage)), without)


def find_entries(report: Report, filters: Mapping[str, str]) -> list[ClaimReport]:
    """The claims that all filters leave, as in the registry."""
    outlet_of = outlets_of(report)
    return [
        entry
        for entry in report.claims
        if all(_PASSES[name](entry, value, outlet_of) for name, value in filters.items())
    ]


def _searched(claim: Claim) -> str:
    return f"{claim.id} {claim.statement} {claim.topic}"


def _sort(entries: Sequence[ClaimReport], sort: str, triage: Triage) -> Sequence[ClaimReport]:
    if sort == "registry":
        return entries
    orders: dict[str, Callable[[ClaimReport], int]] = {
        "changed": lambda entry: -_changed_on(entry, triage),
        "waiting": lambda entry: -triage.waits[entry.claim.id],
    }
    urgent = sort_by_urgency(entries, triage)
    return sorted(urgent, key=orders[sort]) if sort in orders else urgent


def _changed_on(entry: ClaimReport, triage: Triage) -> int:
    change = triage.changes.get(entry.claim.id)
    return change.on.toordinal() if change else 0


def _draw_choice(
    name: str, label: str, nothing: str, choices: Mapping[str, str], given: Mapping[str, str]
) -> str:
    """A select box over `choices`, with `nothing` for no choice; any other value counts as none."""
    value = given.get(name, "")
    value = value if value in choices else ""
    show(name, value)
    words = {"": nothing, **choices}
    st.selectbox(
        label,
        list(words),
        format_func=words.__getitem__,
        key=name,
        label_visibility="collapsed",
        on_change=_write,
        args=(name,),
    )
    return value


def _write(name: str) -> None:
    if st.session_state[name] is None:
        return  # the way back into another language: nobody chose anything
    write_parameter(name, st.session_state[name])
    write_parameter("page", "")
