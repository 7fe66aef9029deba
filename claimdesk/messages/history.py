"""Entries of a registry's history as sentences."""

from __future__ import annotations

from claimdesk.messages.catalogue import _, translate, translate_plural
from claimdesk.model import EntryKind, HistoryEntry, RecordChange, RecordKind

_EVENTS: dict[EntryKind, str] = {
    "begun": _("The history begins."),
    "saved": _("{by} saved."),
    "refused": _("The save before this failed and changed nothing."),
    "reverted": _("The registry stood as before the last save: that was cut short, or taken back."),
    "outside": _("Found edited with another program."),
}
_RECORDS: dict[RecordKind, str] = {
    "claims": _("claim {id}"),
    "sources": _("source {id}"),
    "registry": _("registry"),
}


def render_event(entry: HistoryEntry, language: str) -> str:
    """What happened, in a sentence: who saved, or what was found."""
    if entry.kind == "saved" and not entry.by:
        return translate(_("Somebody saved."), language)
    return translate(_EVENTS[entry.kind], language).format(by=entry.by)


def render_details(entry: HistoryEntry, language: str) -> tuple[str, ...]:
    """What changed, a line each; a remark where nothing did that means anything, or where it is not known."""
    if entry.kind not in ("saved", "outside"):
        return ()
    if entry.void:
        return (translate(_("It did not take place."), language),)
    if entry.changes is None:
        return (translate(_("What changed is not known."), language),)
    if not entry.changes:
        return (translate(_("Only comments or form changed."), language),)
    lines = [render_change(change, language) for change in entry.changes]
    if entry.more:
        more = translate_plural("and {n} more change", "and {n} more changes", entry.more, language)
        lines.append(more.format(n=entry.more))
    return tuple(lines)


def render_change(change: RecordChange, language: str) -> str:
    """One change, such as ``claim dead-300, verdict.status: contested → unverified``."""
    owner = translate(_RECORDS[change.kind], language).format(id=change.id)
    before, after = (" · ".join(f"“{text}”" for text in texts) for texts in (change.before, change.after))
    if change.field == "order":
        return translate(_("{owner}: moved"), language).format(owner=owner)
    if change.field == "id":
        return translate(_("{owner}: was {before}"), language).format(owner=owner, before=before)
    if not change.field:
        text = _("{owner}: added, {text}") if after else _("{owner}: removed, {text}")
        return translate(text, language).format(owner=owner, text=after or before)
    if before and after:
        text = _("{owner}, {field}: {before} → {after}")
    else:
        text = _("{owner}, {field}: + {after}") if after else _("{owner}, {field}: − {before}")
    return translate(text, language).format(owner=owner, field=change.field, before=before, after=after)
