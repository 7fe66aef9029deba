"""What is half typed of a verdict, beside what stood in the registry when it was begun."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from claimdesk.model import ClaimReport, Verdict


@dataclass(frozen=True, slots=True)
class _Begun:
    """The registry's verdict when the draft was begun, and the values its form showed first."""

    verdict: Verdict | None
    fields: dict[str, str]


def begin_draft(entry: ClaimReport, key: str) -> None:
    """Let the form of `key` show the verdict of now, or what is computed; a draft that was touched stays."""
    begun: _Begun | None = st.session_state.get(f"begun-{key}")
    if begun is None or not _is_touched(begun, key):
        begin_anew(entry, key)
        return
    for field, value in begun.fields.items():
        st.session_state.setdefault(f"{field}-{key}", value)


def begin_anew(entry: ClaimReport, key: str) -> None:
    """Drop what was typed and begin with the verdict of now."""
    fields = _first_fields(entry)
    for field, value in fields.items():
        if st.session_state.get(f"{field}-{key}") != value:
            st.session_state[f"{field}-{key}"] = value
    st.session_state[f"begun-{key}"] = _Begun(_as_written(entry), fields)


def keep_draft(entry: ClaimReport, key: str) -> None:
    """Let what was typed stand against the verdict of now, which the person has seen."""
    st.session_state[f"begun-{key}"] = _Begun(_as_written(entry), _first_fields(entry))


def is_overtaken(entry: ClaimReport, key: str) -> bool:
    """Whether the registry's verdict is another than when the draft was begun."""
    begun: _Begun | None = st.session_state.get(f"begun-{key}")
    return begun is not None and begun.verdict != _as_written(entry)


def read_draft(key: str) -> dict[str, str]:
    """The fields as they stand in the form, empty ones too."""
    return {
        field: str(st.session_state.get(f"{field}-{key}") or "").strip()
        for field in ("status", "confidence", "rationale")
    }


def _is_touched(begun: _Begun, key: str) -> bool:
    return any(
        (st.session_state.get(f"{field}-{key}", value) or "").strip() != value.strip()
        for field, value in begun.fields.items()
    )


def _as_written(entry: ClaimReport) -> Verdict | None:
    """The verdict as the registry has it, without what the log says of it."""
    verdict = entry.claim.verdict
    return replace(verdict, seconded_by="", proposed=False) if verdict else None


def _first_fields(entry: ClaimReport) -> dict[str, str]:
    verdict, found = entry.claim.verdict, entry.assessment
    return {
        "status": verdict.status if verdict else found.status,
        "confidence": (verdict.confidence or "") if verdict else found.confidence,
        "rationale": verdict.rationale if verdict else "",
    }
