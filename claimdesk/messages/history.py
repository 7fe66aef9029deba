"""Entries of a registry's history in words."""

from __future__ import annotations

from dataclasses import dataclass

from claimdesk.messages.catalogue import _, translate, translate_plural
from claimdesk.messages.formats import render_number
from claimdesk.model import EntryKind, HistoryEntry, RecordChange, RecordKind

_EVENTS: dict[EntryKind, str] = {
    "begun": _("The history begins."),
    "saved": _("Somebody saved."),
    "refused": _("The save before this failed and changed nothing."),
    "reverted": _("The registry stood as before the last save: that was cut short, or taken back."),
    "outside": _("Found edited with another program."),
}
_SIGNED: dict[EntryKind, str] = {"begun": _("{by} began the registry."), "saved": _("{by} saved.")}
_RECORDS: dict[RecordKind, str] = {
    "claims": _("claim {id}"),
    "sources": _("source {id}"),
    "registry": _("registry"),
}

_DEEDS = {
    "added": _("{owner} was added"),
    "removed": _("{owner} was removed"),
    "order": _("{owner} was moved"),
    "id": _("{owner} was renamed"),
    "edited": _("{owner} was edited"),
}
_NAMED = 2  # records that a short description of a save names


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One change in words: whose it is, the `field` or what was `done` to the whole, and the texts."""

    owner: str
    field: str
    done: str
    before: str
    after: str


def render_event(entry: HistoryEntry, language: str) -> str:
    """What happened, in a sentence: who saved, or what was found."""
    said = _SIGNED.get(entry.kind) if entry.by else None
    return translate(said or _EVENTS[entry.kind], language).format(by=entry.by)


def render_deeds(entry: HistoryEntry, language: str) -> str:
    """What a save did to which records, in a few words such as ``claim dead-300 was edited``."""
    if entry.changes is None:
        return translate(_("last save"), language)
    deeds: dict[tuple[RecordKind, str], str] = {}
    for change in entry.changes:
        deeds.setdefault((change.kind, change.id), _name_deed(change))
    said = [
        translate(deed, language).format(owner=translate(_RECORDS[kind], language).format(id=name))
        for (kind, name), deed in deeds.items()
    ]
    more = [render_more(len(said) - _NAMED, language)] if len(said) > _NAMED else []
    return ", ".join([*said[:_NAMED], *more]) or translate(_("only comments or form changed"), language)


def _name_deed(change: RecordChange) -> str:
    if change.field == "":
        return _DEEDS["added" if change.after else "removed"]
    return _DEEDS.get(change.field, _DEEDS["edited"])


def render_remark(entry: HistoryEntry, language: str) -> str:
    """Why an entry of a save lists no change; empty where it does, or is none."""
    if entry.kind not in ("saved", "outside"):
        return ""
    if entry.void:
        return translate(_("It did not take place."), language)
    if entry.changes is None:
        return translate(_("What changed is not known."), language)
    return "" if entry.changes else translate(_("Only comments or form changed."), language)


def render_more(number: int, language: str) -> str:
    """That there are so many more changes."""
    more = translate_plural("and {n} more change", "and {n} more changes", number, language)
    return more.format(n=render_number(number, language))


def render_details(entry: HistoryEntry, language: str) -> tuple[str, ...]:
    """What changed, a line each; a remark where nothing did that means anything, or where it is not known."""
    remark = render_remark(entry, language)
    if remark:
        return (remark,)
    lines = [render_change(change, language) for change in entry.changes or ()]
    return (*lines, render_more(entry.more, language)) if entry.more else tuple(lines)


def render_change(change: RecordChange, language: str) -> str:
    """One change, such as ``claim dead-300, verdict.status: “contested” → “unverified”``."""
    words = describe_change(change, language)
    if words.done:
        return f"{words.owner}: " + ", ".join(filter(None, (words.done, words.before or words.after)))
    if words.before and words.after:
        return f"{words.owner}, {words.field}: {words.before} → {words.after}"
    return f"{words.owner}, {words.field}: " + (f"+ {words.after}" if words.after else f"− {words.before}")


def describe_change(change: RecordChange, language: str) -> ChangeWords:
    """One change in words, for a page to lay out."""
    owner = translate(_RECORDS[change.kind], language).format(id=change.id)
    before, after = (" · ".join(f"“{text}”" for text in texts) for texts in (change.before, change.after))
    if change.field not in ("", "order", "id"):
        return ChangeWords(owner, change.field, "", before, after)
    if change.field == "order":
        return ChangeWords(owner, "", translate(_("moved"), language), "", "")
    if change.field == "id":
        return ChangeWords(owner, "", translate(_("was {before}"), language).format(before=before), "", "")
    done = translate(_("added"), language) if after else translate(_("removed"), language)
    return ChangeWords(owner, "", done, before, after)
