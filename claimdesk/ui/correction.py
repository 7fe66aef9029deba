"""The form that sets right what the engine read off a quote: side, speaker, date, hedge."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from claimdesk.evidence.corrections import write_stated_date
from claimdesk.messages import translate
from claimdesk.model import STANCES, ClaimReport, Quote, Registry
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.speakers import list_speakers, name_speaker, render_counted
from claimdesk.ui.typed_date import read_typed_date, render_understood
from claimdesk.ui.words import as_head

_CODE = "corrected_"
_FIELDS = ("stance", "origin", "date", "hedged")


def draw_correction(quote: Quote, desk: Desk, key: str) -> None:
    """The four fields as they stand, to be changed; what is typed stays under keys that end in `key`."""
    entry = desk.report.claim(quote.claim)
    begin_fields(key, fields_of(quote))
    draw_fields(desk, key, entry)


def begin_fields(key: str, first: Mapping[str, str]) -> None:
    """Let the form of `key` show `first`; a field that somebody changed stays as it was typed."""
    begun = st.session_state.get(f"first-{key}", {})
    for field, value in first.items():
        name = f"{field}-{key}"
        if name not in st.session_state or _typed(name) == begun.get(field, "").strip():
            st.session_state[name] = value
    st.session_state[f"first-{key}"] = dict(first)


def read_changes(key: str, registry: Registry) -> dict[str, str]:
    """The fields of the form of `key` that are not as it showed them first, as a correction writes them."""
    first: dict[str, str] = st.session_state.get(f"first-{key}", {})
    typed = {field: _typed(f"{field}-{key}") for field in first if f"{field}-{key}" in st.session_state}
    if "origin" in typed:
        typed["origin"] = name_speaker(typed["origin"], registry)
    if "date" in typed:
        understood = read_typed_date(typed["date"])
        typed["date"] = typed["date"] if understood is None else understood
    return {field: value for field, value in typed.items() if value != first[field].strip()}


def _typed(name: str) -> str:
    return str(st.session_state.get(name) or "").strip()


def draw_fields(desk: Desk, key: str, entry: ClaimReport | None) -> None:
    """Side, speaker, date and hedge of a quote of `entry`. Their values must stand in the session before."""
    language = desk.language
    st.segmented_control(
        translate("Side", language),
        STANCES,
        format_func=lambda stance: as_head(stance, language),
        key=f"stance-{key}",
        required=True,
        persist_state="session",
    )
    speaker, day = st.columns([3, 2])
    with speaker:
        _draw_speaker(desk, key, entry)
    with day:
        _draw_day(key, language)
    hedges = {"false": translate("not hedged", language), "true": translate("hedged", language)}
    st.segmented_control(
        translate("Hedge", language),
        list(hedges),
        format_func=hedges.__getitem__,
        key=f"hedged-{key}",
        required=True,
        persist_state="session",
    )


def _draw_speaker(desk: Desk, key: str, entry: ClaimReport | None) -> None:
    language, registry = desk.language, desk.report.registry
    name = f"origin-{key}"
    st.selectbox(
        translate("Speaker", language),
        list_speakers(registry, entry, st.session_state[name]),
        key=name,
        accept_new_options=True,
        persist_state="session",
        help=translate("Choose one by any of its names, or write another name.", language),
    )
    chosen, first = _typed(name), st.session_state[f"first-{key}"]["origin"]
    if chosen != first.strip():
        draw(render_counted(name_speaker(chosen, registry), desk.report, entry, language))


def _draw_day(key: str, language: str) -> None:
    typed = st.text_input(
        translate("Date", language),
        key=f"date-{key}",
        live=True,
        persist_state="session",
        placeholder=translate("5 Nov 2024", language),
        help=translate(
            "5 Nov 2024, 5/11/2024, Nov 2024 or 1-5 Nov 2024; since 1 Nov 2024 for not before. "
            "Empty: the date is unknown.",
            language,
        ),
    )
    draw(render_understood(typed or "", language))


def fields_of(quote: Quote) -> dict[str, str]:
    """The four fields as the form shows them."""
    return {
        "stance": quote.stance,
        "origin": ", ".join(origin.name for origin in quote.origins),
        "date": write_stated_date(quote.date),
        "hedged": str(quote.hedged).lower(),
    }


def find_corrections(quote: Quote, wanted: Mapping[str, str]) -> dict[str, str]:
    """All that differs from what the engine had said once the fields are as `wanted`; others stay."""
    engine = fields_of(quote)
    for reason in quote.reasons:
        if reason.code.startswith(_CODE):
            engine[reason.code.removeprefix(_CODE)] = ", ".join(str(reason.as_dict()["was"]).split("\n"))
    fields = fields_of(quote) | dict(wanted)
    return {field: fields[field] for field in _FIELDS if fields[field] != engine[field]}
