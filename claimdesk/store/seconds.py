"""The second person's word on a verdict, in the log of decisions.

Where the desk asks for it, a verdict by one person is a proposal until another confirms it. Two entries serve
that: ``{"kind": "rule", "second_person": true, "by": ..., "on": ...}`` asks for it from that day on (false:
no longer), and ``{"kind": "seconded", "claim": ..., "verdict": {...}, "by": ..., "on": ...}`` confirms a
verdict as it then stands in the registry, word for word: one that was changed since needs a new word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from claimdesk import access
from claimdesk.errors import InputError
from claimdesk.logs.chain import append_entry
from claimdesk.model import Claim, Registry, Verdict

Written = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """From this day on a verdict needs a second person's word, or no longer does."""

    second_person: bool
    on: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class Second:
    """Somebody's word on a claim's verdict as it then was, field by field."""

    claim: str
    verdict: Written
    on: date
    by: str


def append_rule(path: Path, rule: Rule) -> None:
    """Keep the rule in the log at `path`. Raises InputError where it cannot be written, and AccessError."""
    access.require("editor", path, rule.by)
    entry: dict[str, Any] = {"kind": "rule", "second_person": rule.second_person, "on": rule.on.isoformat()}
    append_entry(path, entry | ({"by": rule.by} if rule.by else {}))


def append_second(path: Path, claim: Claim, by: str, on: date) -> None:
    """Keep `by`'s word on the verdict of `claim`.

    Raises:
        AccessError: who acts is no reviewer, or signs as somebody else.
        InputError: there is no verdict, it is their own or nobody's, `by` is empty, or it cannot be written.
    """
    access.require("reviewer", path, by)
    if claim.verdict is None:
        raise InputError(f"Claim {claim.id} has no verdict that could be confirmed.")
    if not by.strip():
        raise InputError("Give your name first: a second person's word counts only with a name.")
    if not claim.verdict.by.strip():
        raise InputError(
            f"The verdict on claim {claim.id} does not say who gave it, so nobody can be the second person: "
            "give it again with a name."
        )
    if is_same_person(by, claim.verdict.by):
        raise InputError(f"{by} gave this verdict: another person must confirm it.")
    entry = {"claim": claim.id, "verdict": dict(_written(claim.verdict)), "by": by, "on": on.isoformat()}
    append_entry(path, {"kind": "seconded", **entry})


def parse_rule(entry: Mapping[str, Any]) -> Rule:
    """The rule that `append_rule` wrote. Raises InputError."""
    asked, by = entry.get("second_person"), entry.get("by", "")
    if not isinstance(asked, bool) or not isinstance(by, str):
        raise InputError(f"second_person is {asked!r}, but should be true or false.")
    return Rule(asked, parse_day(entry.get("on")), by)


def parse_second(entry: Mapping[str, Any]) -> Second:
    """The word that `append_second` wrote. Raises InputError."""
    claim, verdict, by = (entry.get(name) for name in ("claim", "verdict", "by"))
    if not isinstance(claim, str) or not isinstance(verdict, dict) or not isinstance(by, str) or not by:
        raise InputError("claim, verdict and by should say which verdict who confirmed.")
    written = tuple((str(name), str(value)) for name, value in verdict.items())
    return Second(claim, written, parse_day(entry.get("on")), by)


def parse_day(written: object) -> date:
    """The day an entry was made. Raises InputError."""
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        raise InputError(f"on is {written!r}, but should be a day such as 2024-11-13.") from None


def asks_for_second(rules: Sequence[Rule], until: date) -> bool:
    """Whether a verdict needs a second person's word by the rules known on `until`, in order."""
    known = [rule for rule in rules if rule.on <= until]
    return bool(known) and known[-1].second_person


def hold_verdicts(
    registry: Registry, rules: Sequence[Rule], seconds: Sequence[Second], until: date
) -> Registry:
    """`registry` with each verdict as it counts on `until`: with the name of who confirmed it, and as a
    proposal where it needs a second person's word and has none."""
    asked = asks_for_second(rules, until)
    given = {(one.claim, one.verdict): one.by for one in seconds if one.on <= until}
    claims = tuple(_hold(claim, given, asked) for claim in registry.claims)
    return replace(registry, claims=claims, second_person=asked)


def _hold(claim: Claim, given: Mapping[tuple[str, Written], str], asked: bool) -> Claim:
    verdict = claim.verdict
    if verdict is None:
        return claim
    by = given.get((claim.id, _written(verdict)), "")
    by = "" if not verdict.by.strip() or is_same_person(by, verdict.by) else by
    return replace(claim, verdict=replace(verdict, seconded_by=by, proposed=asked and not by))


def _written(verdict: Verdict) -> Written:
    on = verdict.on.isoformat() if verdict.on else ""
    fields = {
        "status": verdict.status,
        "confidence": verdict.confidence or "",
        "rationale": verdict.rationale,
        "by": verdict.by,
        "on": on,
    }
    return tuple((name, str(value)) for name, value in fields.items() if value)


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are one but for case and spaces; an empty name is nobody's."""
    return bool(one) and " ".join(one.casefold().split()) == " ".join(other.casefold().split())
