"""Two reports compared: which claims, standings and quotes are not what they were.

A quote is the same one where it stands at the same offsets of the same text. Where an article was revised
between the two, it is the same where its words are: the offsets say nothing there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import fields

from claimdesk.changes.quotes import compare_quotes
from claimdesk.changes.texts import Texts, compare_texts
from claimdesk.model import (
    SIDES,
    Claim,
    ClaimChange,
    ClaimReport,
    FieldChange,
    Report,
    ReportChanges,
    Side,
    Value,
    Verdict,
)

_NO_KEYS = {"id", "line", "verdict", "phrases"}  # of a claim: said elsewhere, or nothing a curator edits


def compare_reports(old: Report, new: Report, claims: Collection[str] | None = None) -> ReportChanges:
    """What `new` says otherwise than `old`; texts of the articles are not needed, only their hashes.

    A claim whose id is gone counts as renamed where exactly one new claim has its statement, or else its
    phrases, quantity and date. Scores, and which phrase found a quote, are no changes of a quote.

    Args:
        claims: ids, of either side, of the claims to look at; default is all. A claim that only one of the
            reports was made with would else count as added or removed.
    """
    wanted = claims if claims is None else frozenset(claims)
    before = {one.claim.id: one for one in old.claims if wanted is None or one.claim.id in wanted}
    after = {one.claim.id: one for one in new.claims if wanted is None or one.claim.id in wanted}
    texts = compare_texts(old.articles, new.articles)
    former = _find_renamed(before, after)
    pairs: list[tuple[ClaimReport | None, ClaimReport | None]] = [
        (before.get(former.get(name, name)), entry) for name, entry in after.items()
    ]
    taken = {*after, *former.values()}
    pairs += [(entry, None) for name, entry in before.items() if name not in taken]
    found = [_compare_claims(was, now, texts) for was, now in pairs]
    return ReportChanges(
        claims=tuple(one for one in found if _differs(one)),
        compared=len(pairs),
        added=texts.added,
        removed=texts.removed,
        revised=tuple(one.article.id for one in new.articles if one.article.id in texts.revised),
        moved=tuple(texts.former.items()),
    )


def _differs(change: ClaimChange) -> bool:
    return change.fate != "kept" or bool(change.fields or change.edited or change.quotes)


def _find_renamed(before: Mapping[str, ClaimReport], after: Mapping[str, ClaimReport]) -> dict[str, str]:
    """New id -> old id of the claims that were renamed beyond doubt."""
    gone = [entry.claim for name, entry in before.items() if name not in after]
    come = [entry.claim for name, entry in after.items() if name not in before]
    renamed: dict[str, str] = {}
    for trait in (_statement, _wordings):
        was = _only([one for one in gone if one.id not in renamed.values()], trait)
        now = _only([one for one in come if one.id not in renamed], trait)
        renamed |= {name: was[key] for key, name in now.items() if name and was.get(key)}
    return renamed


def _statement(claim: Claim) -> Hashable:
    return " ".join(claim.statement.casefold().split())


def _wordings(claim: Claim) -> Hashable:
    return claim.phrases, claim.quantity, claim.as_of, claim.must_mention


def _only(claims: Collection[Claim], trait: Callable[[Claim], Hashable]) -> dict[Hashable, str]:
    """Each trait with the id of the claim that has it; an empty id where several have."""
    found: dict[Hashable, str] = {}
    for claim in claims:
        key = trait(claim)
        found[key] = "" if key in found else claim.id
    return found


def _compare_claims(before: ClaimReport | None, after: ClaimReport | None, texts: Texts) -> ClaimChange:
    was, now = _standing(before), _standing(after)
    changed = tuple(
        FieldChange(name, was.get(name), now.get(name))
        for name in dict.fromkeys((*now, *was))
        if was.get(name) != now.get(name)
    )
    edited = _edited(before.claim, after.claim) if before and after else ()
    quotes = compare_quotes(before.quotes if before else (), after.quotes if after else (), texts)
    return ClaimChange(before, after, changed, edited, quotes)


def _standing(entry: ClaimReport | None) -> dict[str, Value]:
    """What a claim stands at, by the names of `ClaimChange.fields`."""
    if entry is None:
        return {}
    found, verdict = entry.assessment, entry.claim.verdict
    standing: dict[str, Value] = {
        "status": found.status,
        "confidence": found.confidence,
        "basis": found.basis,
        "changed_since": found.changed_since_verdict or None,
    }
    for field in fields(Verdict):
        value = getattr(verdict, field.name, None) or None
        standing[f"verdict.{field.name}"] = value if value is True else value and str(value)
    return standing


def _edited(before: Claim, after: Claim) -> tuple[str, ...]:
    """The registry's keys of a claim that differ, in its own order."""
    names = [field.name for field in fields(Claim) if field.name not in _NO_KEYS]
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    return (*changed, *(side for side in SIDES if _phrases(before, side) != _phrases(after, side)))


def _phrases(claim: Claim, side: Side) -> list[str]:
    return [phrase.text for phrase in claim.phrases if phrase.side == side]
