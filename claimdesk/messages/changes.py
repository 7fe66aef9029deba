"""What differs between two reports, in words."""

from __future__ import annotations

from claimdesk.messages.catalogue import _, translate
from claimdesk.model import ClaimFate, FieldChange, QuoteFate, Value

CLAIM_FATES: dict[ClaimFate, str] = {
    "added": _("new claim"),
    "removed": _("claim removed"),
    "renamed": _("claim renamed"),
    "kept": _("claim changed"),
}
QUOTE_FATES: dict[QuoteFate, str] = {"gained": _("gained"), "lost": _("lost"), "changed": _("changed")}
_FIELDS = {
    "status": _("status"),
    "confidence": _("confidence"),
    "basis": _("basis"),
    "changed_since": _("changed since the verdict"),
    "verdict.status": _("verdict"),
    "verdict.confidence": _("confidence of the verdict"),
    "verdict.rationale": _("rationale of the verdict"),
    "verdict.by": _("verdict by"),
    "verdict.on": _("day of the verdict"),
    "verdict.seconded_by": _("verdict confirmed by"),
    "verdict.proposed": _("verdict awaits a second person"),
    "stance": _("stance"),
    "speech_act": _("speech act"),
    "hedged": _("hedged"),
    "figure": _("figure"),
    "figure_verdict": _("figure against the claim"),
    "date": _("date"),
    "timing": _("timing"),
    "decision": _("decision"),
    "origin": _("origin"),
}


def render_field_change(change: FieldChange, language: str) -> str:
    """Such as ``status: contested → single source``; a dash where there was or is nothing."""
    name = translate(_FIELDS.get(change.name, change.name), language)
    return f"{name}: {_word(change.before, language)} → {_word(change.after, language)}"


def _word(value: Value, language: str) -> str:
    if isinstance(value, bool):
        return translate(_("yes") if value else _("no"), language)
    return "–" if value is None else translate(str(value), language)
