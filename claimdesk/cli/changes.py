"""What differs between two reports, as lines for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimdesk.cli.table import SIGNS
from claimdesk.cli.terminal import wrap
from claimdesk.messages import render_date, translate
from claimdesk.messages.changes import CLAIM_FATES, QUOTE_FATES, render_field_change
from claimdesk.model import ClaimChange, FieldChange, Quote, QuoteChange, Report, ReportChanges
from claimdesk.reporting import render_quote

VERSION = 1
_DOT = " · "


def render_changes_table(changes: ReportChanges, new: Report, language: str, width: int) -> str:
    """What changed in lines of at most `width` columns. Texts of articles are made visible."""
    blocks = [list(_render_head(changes, new, language, width))]
    blocks += [list(_render_claim(change, language, width)) for change in changes.claims]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _render_head(changes: ReportChanges, new: Report, language: str, width: int) -> Iterator[str]:
    facts = (
        translate("Evidence read to {date}", language).format(date=render_date(new.until, language)),
        translate("{changed} of {compared} claims differ", language).format(
            changed=len(changes.claims), compared=changes.compared
        ),
    )
    if new.registry.title:
        yield from wrap(new.registry.title, width)
    yield from wrap(_DOT.join(facts), width)
    rows = (
        (translate("New articles: {ids}", language), changes.added),
        (translate("Articles that are gone: {ids}", language), changes.removed),
        (translate("Revised articles: {ids}", language), changes.revised),
        (
            translate("Articles under another id: {ids}", language),
            tuple(f"{old} → {now}" for old, now in changes.moved),
        ),
    )
    for text, ids in rows:
        if ids:
            yield from wrap(text.format(ids=", ".join(ids)), width)


def _render_claim(change: ClaimChange, language: str, width: int) -> Iterator[str]:
    entry = change.after or change.before
    assert entry is not None
    named = translate(CLAIM_FATES[change.fate], language)
    if change.fate == "renamed" and change.before:
        named += f" ({change.before.claim.id})"
    yield from wrap(_DOT.join((change.id, named)), width)
    yield from wrap(entry.claim.statement, width, "      ")
    for field in change.fields:
        yield from wrap(render_field_change(field, language), width, "      ")
    if change.edited:
        edited = translate("edited: {fields}", language).format(fields=", ".join(change.edited))
        yield from wrap(edited, width, "      ")
    for one in change.quotes:
        yield from _render_quote_change(one, language, width)


def _render_quote_change(change: QuoteChange, language: str, width: int) -> Iterator[str]:
    quote = change.quote
    about = [translate(QUOTE_FATES[change.fate], language)]
    about += [render_field_change(field, language) for field in change.fields]
    about += [quote.origin.name or quote.article, quote.article]
    yield ""
    yield from wrap(quote.text, width, f"    {SIGNS[quote.stance]} ")
    yield from wrap(_DOT.join(dict.fromkeys(about)), width, "      ")


def render_changes_json(changes: ReportChanges, old: Report, new: Report, language: str) -> bytes:
    """The same for programs; quotes are in the form of the report, and so are names and words."""
    rendered = {
        "version": VERSION,
        "until": new.until.isoformat(),
        "problems": list(dict.fromkeys((*old.problems, *new.problems))),
        "old": {"title": old.registry.title, "sha256": old.registry.sha256},
        "new": {"title": new.registry.title, "sha256": new.registry.sha256},
        "articles": {
            "added": list(changes.added),
            "removed": list(changes.removed),
            "revised": list(changes.revised),
            "moved": [list(pair) for pair in changes.moved],
        },
        "compared": changes.compared,
        "claims": [_claim_values(change, language) for change in changes.claims],
    }
    return (json.dumps(rendered, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _claim_values(change: ClaimChange, language: str) -> dict[str, Any]:
    entry = change.after or change.before
    assert entry is not None
    return {
        "id": change.id,
        "was": change.before.claim.id if change.before else None,
        "statement": entry.claim.statement,
        "fate": change.fate,
        "fields": _field_values(change.fields),
        "edited": list(change.edited),
        "quotes": [
            {
                "fate": one.fate,
                "fields": _field_values(one.fields),
                "before": _quote_values(one.before, language),
                "after": _quote_values(one.after, language),
            }
            for one in change.quotes
        ],
    }


def _quote_values(quote: Quote | None, language: str) -> dict[str, Any] | None:
    return None if quote is None else render_quote(quote, language)


def _field_values(fields: tuple[FieldChange, ...]) -> list[dict[str, Any]]:
    return [{"name": one.name, "before": one.before, "after": one.after} for one in fields]
