"""Verdicts into the registry's file, and second words on them into the log of decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import streamlit as st

from claimdesk.errors import ClaimdeskError, InputError
from claimdesk.model import Claim, ClaimReport, Verdict
from claimdesk.registry.edit import change_claim
from claimdesk.registry.save import save_registry
from claimdesk.store.seconds import Rule, append_rule, append_second, is_same_person
from claimdesk.ui.deciding import clear, fail, reviews_path
from claimdesk.ui.frame import Desk
from claimdesk.ui.reviewer import reviewer_name


def save_verdict(desk: Desk, entry: ClaimReport, key: str) -> None:
    """Write what stands in the form into the registry, by the reviewer and of today."""
    typed = {
        field: str(st.session_state.get(f"{field}-{key}") or "").strip()
        for field in ("status", "confidence", "rationale")
    }
    verdict: dict[str, object] = {name: value for name, value in typed.items() if value}
    verdict |= {"by": reviewer_name()} if reviewer_name() else {}
    _try(key, lambda: _write(desk, entry.claim, verdict | {"on": date.today()}))


def remove_verdict(desk: Desk, entry: ClaimReport, key: str) -> None:
    """Take the claim's verdict out of the registry."""
    _try(key, lambda: _write(desk, entry.claim, None))


def confirm_verdict(desk: Desk, claim: Claim, key: str) -> None:
    """Keep the reviewer's word on the verdict as it stands."""
    _try(key, lambda: append_second(reviews_path(desk.report), claim, reviewer_name(), date.today()))


def switch_second(desk: Desk, key: str, wanted: bool) -> None:
    """From now on ask for a second person's word, or no longer."""
    rule = Rule(wanted, date.today(), reviewer_name())
    _try(key, lambda: append_rule(reviews_path(desk.report), rule))


def is_own_verdict(verdict: Verdict) -> bool:
    """Whether the reviewer gave it, or does not say who he is."""
    return not reviewer_name() or is_same_person(reviewer_name(), verdict.by)


def _write(desk: Desk, claim: Claim, verdict: dict[str, object] | None) -> None:
    path = Path(desk.report.registry.path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Put the file back.") from error
    if hashlib.sha256(data).hexdigest() != desk.report.registry.sha256:
        raise InputError(f"{path} was changed meanwhile. Look at the claim as it is now, then save again.")
    save_registry(path, change_claim(data, claim.id, "verdict", verdict), base=data)


def _try(key: str, action: Callable[[], None]) -> None:
    try:
        action()
    except ClaimdeskError as error:
        fail(key, str(error))
    else:
        clear(key)
