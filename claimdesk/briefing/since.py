"""What changed since an earlier briefing: how each claim stood then, by a report or its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from claimdesk.errors import InputError
from claimdesk.messages import translate, translate_plural
from claimdesk.messages.phrases import as_head, confidence_phrase, counted
from claimdesk.model import STATUSES, ClaimReport, ConfidenceName, Report, StatusName

# Article and words: where an article was corrected, the same words stand elsewhere in it.
Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stood: `quotes` are its decisive ones that nobody rejected."""

    statement: str
    status: StatusName
    confidence: ConfidenceName
    verdict: str
    quotes: frozenset[Words]


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that stands otherwise than before; `before` is None where it is new."""

    claim: str
    statement: str
    before: StatusName | None
    now: StatusName
    said: str


def find_standings(report: Report) -> dict[str, Standing]:
    """How the claims of a report stand, by id."""
    return {entry.claim.id: _stand(entry) for entry in report.claims}


def load_standings(path: str) -> dict[str, Standing]:
    """How the claims stood by a report's file, as ``claimdesk check --format json`` writes it.

    Raises InputError where it cannot be read or is something else.
    """
    try:
        report = json.loads(Path(path).read_bytes())
        return {entry["id"]: _parse(entry) for entry in report["claims"]}
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check its name.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{path}: this is no report. Give a day, or a file that "
            "`claimdesk check --format json --out FILE` wrote."
        ) from error


def find_changes(before: Mapping[str, Standing], report: Report, language: str) -> tuple[Change, ...]:
    """The claims of `report` that stand otherwise than before, in its order."""
    changes = (_compare(before.get(entry.claim.id), entry, language) for entry in report.claims)
    return tuple(change for change in changes if change is not None)


def _stand(entry: ClaimReport) -> Standing:
    return Standing(
        entry.claim.statement,
        entry.assessment.status,
        entry.assessment.confidence,
        entry.claim.judged or "",
        frozenset(
            (quote.article, quote.text)
            for quote in entry.quotes
            if quote.decisive and quote.decision != "rejected"
        ),
    )


def _parse(entry: Mapping[str, Any]) -> Standing:
    verdict = entry.get("verdict") or {}
    if entry["status"] not in STATUSES or entry["confidence"] not in get_args(ConfidenceName):
        raise ValueError(entry["status"])
    quotes = (
        (str(quote["article"]), str(quote["text"]))
        for quote in entry["quotes"]
        if quote["stance"] != "mentions" and quote["decision"] != "rejected"
    )
    return Standing(
        str(entry["statement"]),
        entry["status"],
        entry["confidence"],
        "" if verdict.get("proposed") else str(verdict.get("status", "")),
        frozenset(quotes),
    )


def _compare(before: Standing | None, entry: ClaimReport, language: str) -> Change | None:
    now = _stand(entry)
    if before is None:
        return Change(entry.claim.id, now.statement, None, now.status, translate("New claim.", language))
    said = [
        *_say_standing(before, now, language),
        *_say_quotes(len(now.quotes - before.quotes), len(before.quotes - now.quotes), language),
    ]
    if not said:
        return None
    return Change(entry.claim.id, now.statement, before.status, now.status, " ".join(said))


def _say_standing(before: Standing, now: Standing, language: str) -> list[str]:
    said = []
    if before.statement != now.statement:
        said.append(translate("The claim is worded otherwise now.", language))
    if before.status != now.status:
        change = translate("{before}, now {now}.", language)
        said.append(
            change.format(before=as_head(before.status, language), now=translate(now.status, language))
        )
    if before.confidence != now.confidence:
        change = translate("{before}, now {now}.", language)
        words = confidence_phrase(before.confidence, language)
        first = words[:1].upper() + words[1:]
        said.append(change.format(before=first, now=confidence_phrase(now.confidence, language)))
    if before.verdict != now.verdict:
        judged = translate(now.verdict or "none", language)
        said.append(translate("The verdict is now: {verdict}.", language).format(verdict=judged))
    return said


def _say_quotes(new: int, gone: int, language: str) -> list[str]:
    said = []
    if new:
        text = translate_plural("{n} new decisive quote.", "{n} new decisive quotes.", new, language)
        said.append(counted(new, text, language))
    if gone:
        text = translate_plural(
            "{n} decisive quote no longer counts.", "{n} decisive quotes no longer count.", gone, language
        )
        said.append(counted(gone, text, language))
    return said
