"""The form that sets right what the engine read off a quote: side, speaker, date, hedge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import streamlit as st

from claimdesk.evidence.corrections import write_stated_date
from claimdesk.messages import translate
from claimdesk.model import ClaimReport, Quote, Registry, Stance
from claimdesk.ui.frame import Desk
from claimdesk.ui.words import as_head

_CODE = "corrected_"
_FIELDS = ("stance", "origin", "date", "hedged")
_STANCES: tuple[Stance, ...] = get_args(Stance)


def draw_correction(quote: Quote, desk: Desk, key: str) -> None:
    """The four fields as they stand, to be changed; what is typed stays under keys that end in `key`."""
    entry = desk.report.claim(quote.claim)
    begin_fields(key, fields_of(quote))
    draw_fields(desk, key, name_speakers(desk.report.registry, entry, st.session_state[f"origin-{key}"]))


def begin_fields(key: str, first: Mapping[str, str]) -> None:
    """Let the form of `key` show `first`; a field that somebody changed stays as it was typed."""
    begun = st.session_state.get(f"first-{key}", {})
    for field, value in first.items():
        name = f"{field}-{key}"
        if name not in st.session_state or _typed(name) == begun.get(field, "").strip():
            st.session_state[name] = value
    st.session_state[f"first-{key}"] = dict(first)


def read_changes(key: str) -> dict[str, str]:
    """The fields of the form of `key` that are not as it showed them first."""
    first: dict[str, str] = st.session_state.get(f"first-{key}", {})
    typed = {field: _typed(f"{field}-{key}") for field in first if f"{field}-{key}" in st.session_state}
    return {field: value for field, value in typed.items() if value != first[field].strip()}


def _typed(name: str) -> str:
    return str(st.session_state.get(name) or "").strip()


def draw_fields(desk: Desk, key: str, speakers: list[str]) -> None:
    """Side, speaker, date and hedge. Their values must stand in the session before."""
    language = desk.language
    st.segmented_control(
        translate("Side", language),
        _STANCES,
        format_func=lambda stance: as_head(stance, language),
        key=f"stance-{key}",
        required=True,
        persist_state="session",
    )
    speaker, day = st.columns(2)
    with speaker:
        st.selectbox(
            translate("Speaker", language),
            speakers,
            key=f"origin-{key}",
            accept_new_options=True,
            persist_state="session",
            help=translate("Choose one of the registry, or write another name.", language),
        )
    with day:
        st.text_input(
            translate("Date", language),
            key=f"date-{key}",
            live=True,
            persist_state="session",
            placeholder="2024-11-04",
            help=translate(
                "2024-11-04, 2024-11, 2024-11-01/2024-11-05, or 2024-11-01/.. for not before. "
                "Empty: the date is unknown.",
                language,
            ),
        )
    hedges = {"false": translate("not hedged", language), "true": translate("hedged", language)}
    st.segmented_control(
        translate("Hedge", language),
        list(hedges),
        format_func=hedges.__getitem__,
        key=f"hedged-{key}",
        required=True,
        persist_state="session",
    )


def name_speakers(registry: Registry, entry: ClaimReport | None, shown: str) -> list[str]:
    """The names to choose from: the one shown, then the registry's, then those of the claim's quotes."""
    quoted = [origin.name for quote in (entry.quotes if entry else ()) for origin in quote.origins]
    names = [shown, *(source.name for source in registry.sources), *quoted]
    return [name for name in dict.fromkeys(names) if name]


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
