"""What every verb that reports reads: registry, articles and people's decisions, matched once."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk.errors import UsageError

if TYPE_CHECKING:
    from claimdesk.model import Evidence, Registry, Report
    from claimdesk.store.reviews import Reviews

_NEAR = 0.5  # likeness from which on one id may have been meant for another


@dataclass(frozen=True, slots=True)
class Reading:
    """The evidence as matched; no date or decision has played a part yet."""

    registry: Registry
    evidence: Evidence
    reviews: Reviews
    problems: tuple[str, ...]
    wanted: tuple[str, ...] | None


def read_desk(arguments: argparse.Namespace, *, texts: bool) -> Reading:
    """Match the wanted claims against the articles. What is wrong with single files goes to standard error.

    With `texts` articles come with theirs. Raises InputError and UsageError.
    """
    from claimdesk.registry.read import load_registry

    reviews = read_reviews(arguments.reviews, arguments.claims)
    registry = select_claims(load_registry(arguments.claims), arguments.claim)
    return match_registry(arguments, registry, reviews, texts=texts)


def read_reviews(given: str | None, claims: str) -> Reviews:
    """People's decisions: the file that was given, else the one beside the registry."""
    from claimdesk.cli.streams import say
    from claimdesk.store.reviews import load_reviews, reviews_beside

    reviews = load_reviews(Path(given or reviews_beside(claims)))
    for problem in reviews.problems:
        say(problem)
    return reviews


def match_registry(
    arguments: argparse.Namespace, registry: Registry, reviews: Reviews, *, texts: bool
) -> Reading:
    """The same for a registry that was read, with all its claims or those of `--claim`."""
    from claimdesk.cli.matching import match_articles

    evidence, problems = match_articles(arguments, registry, texts or bool(reviews.decisions))
    chosen: list[str] | None = getattr(arguments, "claim", None)
    wanted = tuple(chosen) if chosen is not None else None
    return Reading(registry, evidence, reviews, (*problems, *reviews.problems), wanted)


def assess_until(reading: Reading, until: date | None) -> Report:
    """The report on what was known on that day; today for None."""
    from claimdesk import desk  # last, as it is slow to import: what is wrong with files is said at once
    from claimdesk.cli.streams import say
    from claimdesk.incremental import many_objects
    from claimdesk.store.seconds import hold_verdicts

    reviews, registry = reading.reviews, reading.registry
    registry = hold_verdicts(registry, reviews.rules, reviews.seconds, until or date.today())
    ids = {claim.id for claim in registry.claims}
    decisions = [one for one in reviews.decisions if one.claim in ids or reading.wanted is None]
    with many_objects():
        report = desk.assess(reading.evidence, registry, decisions, until, problems=reading.problems)
    for problem in report.problems[len(reading.problems) :]:
        say(problem)
    return report


def parse_day(option: str, written: str | None) -> date | None:
    """The day that an option gives; None where it is not given. Raises UsageError."""
    if written is None:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise UsageError(f"{option} {written}: this is not a day. Write it as in 2024-11-13.")
    return day


def select_claims(registry: Registry, wanted: Sequence[str] | None) -> Registry:
    """The registry with the wanted claims only, in its own order; with all of them for None.

    Raises UsageError for one that is not there.
    """
    if wanted is None:
        return registry
    ids = [claim.id for claim in registry.claims]
    unknown = [name for name in wanted if name not in ids]
    if unknown:
        raise UsageError("\n".join(_describe_unknown(name, ids, registry.path) for name in unknown))
    return replace(registry, claims=tuple(claim for claim in registry.claims if claim.id in wanted))


def _describe_unknown(name: str, ids: list[str], path: str) -> str:
    return f"--claim {name}: there is no such claim in {path}.{say_nearest(name, ids)}"


def say_nearest(name: str, ids: Sequence[str]) -> str:
    """A sentence, after a space, with the ids that `name` may stand for; empty where there is none."""
    near = difflib.get_close_matches(name.lower(), ids, n=3, cutoff=_NEAR)
    return f" Nearest: {', '.join(near)}." if near else ""
