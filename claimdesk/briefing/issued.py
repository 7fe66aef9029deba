"""What was issued: every export in a log beside the registry, chained by hashes, so that it can be corrected.

An entry is one file that left the desk: which claims it told of, how they stood, which quotes it showed. No
words of an article are kept, only their hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimdesk import access
from claimdesk.errors import InputError
from claimdesk.logs.chain import append_entry, load_chain
from claimdesk.model import ClaimReport, ConfidenceName, Quote, Report, StatusName

FILE = "issued.jsonl"
Place = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True, slots=True)
class IssuedQuote:
    """A quote that was shown: where it stands, the SHA-256 of its words, its side and who says it."""

    article: str
    start: int
    end: int
    sha256: str
    stance: str
    who: str


@dataclass(frozen=True, slots=True)
class IssuedClaim:
    """A claim as it was told. `verdict` is empty where no verdict counted."""

    claim: str
    statement: str
    status: StatusName
    confidence: ConfidenceName
    verdict: str
    quotes: tuple[IssuedQuote, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One file that left the desk.

    `made` is the day on it, `until` the day up to which evidence was read; `report` and `file` are the
    SHA-256 of the registry with these claims' standing and of the file. `recipient` may be empty. `corrects`
    is the line of the entry that a correction is for, 0 for all others.
    """

    made: date
    until: date
    form: str
    shape: str
    language: str
    registry: str
    report: str
    file: str
    claims: tuple[IssuedClaim, ...]
    recipient: str = ""
    corrects: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Issued:
    """The log as it stands. `problems` are sentences for a person."""

    issues: tuple[Issue, ...] = ()
    problems: tuple[str, ...] = ()


def issued_beside(claims: str | Path) -> Path:
    """Where the log of the registry at `claims` is."""
    return Path(claims).with_name(FILE)


def find_issued_claims(
    report: Report, shown: Mapping[str, Collection[Place]] | None = None
) -> tuple[IssuedClaim, ...]:
    """The report's claims as they are told, in its order. `shown` maps ids to the places of shown quotes;
    without it, all quotes that nobody rejected were shown.
    """
    return tuple(_tell(entry, shown.get(entry.claim.id, ()) if shown else None) for entry in report.claims)


def hash_report(report: Report, claims: Sequence[IssuedClaim]) -> str:
    """The SHA-256 that stands for what the report says of the claims."""
    said = f"{report.registry.sha256}\n{report.until.isoformat()}\n{claims!r}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def log_issue(path: Path, issue: Issue) -> None:
    """Put the issue into the log at `path`, on the disk on return. Raises InputError and AccessError."""
    access.require("reviewer", path)
    values = asdict(issue)
    del values["line"]
    values |= {"made": issue.made.isoformat(), "until": issue.until.isoformat()}
    append_entry(path, {name: value for name, value in values.items() if value not in ("", 0)})


def load_issued(path: Path) -> Issued:
    """All that was issued, in order; nothing where there is no log.

    What is not as it was written is left out, and said in `problems`. Raises InputError where the file
    cannot be read.
    """
    chain = load_chain(path)
    issues, problems = [], list(chain.problems)
    for entry in chain.entries:
        try:
            issues.append(_parse(entry.value, entry.line))
        except (KeyError, TypeError, ValueError, InputError):
            problems.append(f"{path}:{entry.line}: this tells of no export, so it is left out.")
    return Issued(tuple(issues), tuple(problems))


def hash_words(quote: Quote) -> str:
    """The SHA-256 of the quote's words in UTF-8."""
    return hashlib.sha256(quote.text.encode("utf-8", "surrogatepass")).hexdigest()


def _tell(entry: ClaimReport, shown: Collection[Place] | None) -> IssuedClaim:
    quotes = [quote for quote in entry.quotes if _is_shown(quote, shown)]
    return IssuedClaim(
        entry.claim.id,
        entry.claim.statement,
        entry.assessment.status,
        entry.assessment.confidence,
        entry.claim.judged or "",
        tuple(
            IssuedQuote(
                quote.article, quote.start, quote.end, hash_words(quote), quote.stance, quote.origin.name
            )
            for quote in quotes
        ),
    )


def _is_shown(quote: Quote, shown: Collection[Place] | None) -> bool:
    if shown is None:
        return quote.decision != "rejected"
    return (quote.article, quote.start, quote.end) in shown


def _parse(value: Mapping[str, Any], line: int) -> Issue:
    claims = tuple(
        IssuedClaim(**{**claim, "quotes": tuple(IssuedQuote(**quote) for quote in claim["quotes"])})
        for claim in value["claims"]
    )
    return Issue(
        made=date.fromisoformat(value["made"]),
        until=date.fromisoformat(value["until"]),
        form=str(value["form"]),
        shape=str(value.get("shape", "")),
        language=str(value["language"]),
        registry=str(value["registry"]),
        report=str(value["report"]),
        file=str(value.get("file", "")),
        claims=claims,
        recipient=str(value.get("recipient", "")),
        corrects=int(value.get("corrects", 0)),
        line=line,
    )
