"""Verdicts into the registry's file, and second words on them into the log of decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from claimdesk.errors import ClaimdeskError, InputError
from claimdesk.messages import translate
from claimdesk.model import Claim, ClaimReport, Verdict
from claimdesk.registry.edit import change_claim
from claimdesk.registry.save import save_registry
from claimdesk.store.seconds import Rule, append_rule, append_second, is_same_person
from claimdesk.ui.deciding import clear, fail, reviews_path
from claimdesk.ui.frame import Desk
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.verdict_draft import read_draft


def save_verdict(desk: Desk, entry: ClaimReport, key: str) -> None:
    """Write what stands in the form into the registry, by the reviewer and of today."""
    by = reviewer_name()
    verdict: dict[str, object] = {name: value for name, value in read_draft(key).items() if value}
    verdict |= {"by": by, "on": date.today()} if by else {"on": date.today()}
    if not verdict.get("rationale"):
        fail(
            key,
            translate(
                "A verdict is saved only with a rationale: without one nobody can see why.", desk.language
            ),
        )
    elif desk.report.registry.second_person and not by:
        said = translate(
            "Give your name first: where a second person must confirm, a verdict says who gave it.",
            desk.language,
        )
        fail(key, said)
    elif _try(key, lambda: _write(desk, entry.claim, verdict)):
        clear(key)


def remove_verdict(desk: Desk, entry: ClaimReport, key: str) -> None:
    """Take the claim's verdict out of the registry."""
    if _try(key, lambda: _write(desk, entry.claim, None)):
        clear(key)


def confirm_verdict(desk: Desk, claim: Claim, key: str) -> None:
    """Keep the reviewer's word on the verdict as it stands."""
    _try(key, lambda: append_second(reviews_path(desk.report), claim, reviewer_name(), date.today()))


def switch_second(desk: Desk, key: str, wanted: bool) -> None:
    """From now on ask for a second person's word, or no longer."""
    rule = Rule(wanted, date.today(), reviewer_name())
    _try(key, lambda: append_rule(reviews_path(desk.report), rule))


def is_own_verdict(verdict: Verdict) -> bool:
    """Whether the reviewer gave it, or may have: one of the two names is not known."""
    return not reviewer_name() or not verdict.by or is_same_person(reviewer_name(), verdict.by)


def _write(desk: Desk, claim: Claim, verdict: dict[str, object] | None) -> None:
    path = Path(desk.report.registry.path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Put the file back.") from error
    if hashlib.sha256(data).hexdigest() != desk.report.registry.sha256:
        raise InputError(f"{path} was changed meanwhile. Look at the claim as it is now, then save again.")
    save_registry(path, change_claim(data, claim.id, "verdict", verdict), base=data, by=reviewer_name())


def _try(key: str, action: Callable[[], None]) -> bool:
    """Whether it could be done; where not, why is said beside the form, and what was typed stays."""
    try:
        action()
    except ClaimdeskError as error:
        fail(key, str(error))
        return False
    return True
