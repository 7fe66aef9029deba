"""What would change an assessment: what the evidence lacks, in sentences, from the table of statuses.

Each sentence is true by the rows of `evidence.status`: it names something that, once read, would make another
row fit, or whose lack is known. None says how likely that is.
"""

from __future__ import annotations

from claimdesk.evidence.explanation import window_of
from claimdesk.messages import render_list, render_period, translate, translate_plural
from claimdesk.messages.phrases import counted, origin_name
from claimdesk.messages.reasons import name_line
from claimdesk.model import ClaimReport, Quote

_LISTED = 3  # names in a sentence


def find_gaps(entry: ClaimReport, names: dict[str, str], language: str) -> tuple[str, ...]:
    """What would change the assessment of the claim, most telling first; at least one sentence.

    `names` maps ids of origins to what they are called.
    """
    said = [
        _say_withdrawn(entry, names, language),
        _say_undated(entry, language),
        _say_more(entry, language),
        _say_against(entry, language),
        _say_silent(entry, language),
        _say_unreviewed(entry, language),
    ]
    return tuple(sentence for sentence in said if sentence)


def list_some(names: list[str], language: str, most: int = _LISTED) -> str:
    """The names as a list; where there are more than `most`, how many more."""
    if len(names) <= most:
        return render_list(names, language)
    rest = len(names) - most
    more = counted(rest, translate_plural("{n} more", "{n} more", rest, language), language)
    return render_list([*names[:most], more], language)


def _row(entry: ClaimReport) -> str:
    """The row of the status table that fits."""
    codes = (reason.code for reason in entry.assessment.reasons)
    return next((code for code in codes if code.startswith("status_")), "")


def _say_withdrawn(entry: ClaimReport, names: dict[str, str], language: str) -> str:
    """What follows where somebody whom the status needs takes their word back."""
    if entry.assessment.status != "contested":
        return ""
    needed = [names.get(one, one) for one in entry.assessment.fragility.without_origin]
    if not needed:
        return translate("On neither side would one origin settle it by taking its word back.", language)
    if len(needed) == 1:
        return translate("{names} taking its word back would settle it.", language).format(names=needed[0])
    return translate("Any one of these taking its word back would settle it: {names}.", language).format(
        names=render_list(needed, language)
    )


def _say_undated(entry: ClaimReport, language: str) -> str:
    """Statements against it that would contest it, if only their day were known."""
    aside = {reason.code: reason.as_dict() for reason in entry.assessment.reasons}.get("aside_undated")
    window = window_of(entry.claim)
    found = entry.assessment
    if aside is None or window is None or not found.supports or found.status == "contested":
        return ""
    listed = list_some(
        [name_line(line, language) for line in str(aside.get("names", "")).split("\n") if line], language
    )
    return translate("What {names} said against it would contest it, were it dated {days}.", language).format(
        days=render_period(*window, language), names=listed
    )


def _say_more(entry: ClaimReport, language: str) -> str:
    """What would make it firmer."""
    found, row = entry.assessment, _row(entry)
    if found.status == "no evidence" or row == "status_mentioned":
        return translate("The first statement for or against it would.", language)
    if row == "status_hedged":
        return translate("Support without a hedge would lift it.", language)
    if found.status == "single source":
        return translate("A second separate origin in support would make it corroborated.", language)
    if row == "status_reversed":
        return translate("A supporter who has not turned would open it again.", language)
    if found.status == "contradicted":
        return translate("An origin that supports it would open it again.", language)
    return ""


def _say_against(entry: ClaimReport, language: str) -> str:
    """What would contest it."""
    found, window = entry.assessment, window_of(entry.claim)
    undated = any(reason.code == "aside_undated" for reason in found.reasons)
    if not found.supports or found.status == "contested" or _row(entry) == "status_reversed" or undated:
        return ""
    if window is None:
        return translate("A statement against it would make it contested.", language)
    return translate("A statement against it, dated {days}, would make it contested.", language).format(
        days=render_period(*window, language)
    )


def _say_silent(entry: ClaimReport, language: str) -> str:
    silent: tuple[Quote, ...] = entry.assessment.silent
    if not silent:
        return ""
    names = list(dict.fromkeys(origin_name(quote.origin, language) for quote in silent))
    return translate("{names} declined to say; a plain word from them would count.", language).format(
        names=list_some(names, language)
    )


def _say_unreviewed(entry: ClaimReport, language: str) -> str:
    """What the status would be by reviewed quotes alone, where that is another."""
    found = entry.assessment
    if found.basis == "reviewed" or found.fragility.without_unreviewed == found.status:
        return ""
    return translate("By the quotes that people have reviewed it is “{status}” so far.", language).format(
        status=translate(found.fragility.without_unreviewed, language)
    )
