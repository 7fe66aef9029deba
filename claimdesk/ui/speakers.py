"""Who can be meant as speaker: the registry's sources by every name they have, and whoever is quoted."""

from __future__ import annotations

from claimdesk.evidence.origin import OriginBook, build_origins
from claimdesk.messages import translate
from claimdesk.model import ClaimReport, Registry, Report
from claimdesk.ui.derived import derive
from claimdesk.ui.markup import Node, el, own

_MEANS = " \u2192 "  # between another name of a source and its own


def list_speakers(registry: Registry, entry: ClaimReport | None, shown: str) -> list[str]:
    """What one can choose from: the name shown, the sources, those quoted, then every other name of a source
    with the source it stands for, so that a search finds it too."""
    quoted = [origin.name for quote in (entry.quotes if entry else ()) for origin in quote.origins]
    names = [shown, *(source.name for source in registry.sources), *quoted, *_other_names(registry)]
    return [name for name in dict.fromkeys(names) if name]


def name_speaker(chosen: str, registry: Registry) -> str:
    """The name that a choice of `list_speakers` stands for."""
    return _other_names(registry).get(chosen, chosen)


def _other_names(registry: Registry) -> dict[str, str]:
    return {
        f"{alias}{_MEANS}{source.name}": source.name
        for source in registry.sources
        for alias in source.aliases
        if alias != source.name
    }


def render_counted(name: str, report: Report, entry: ClaimReport | None, language: str) -> Node | None:
    """As whom a chosen speaker counts, where the name alone does not say it."""
    if not name:
        return None
    book: OriginBook = derive(report, "origins", lambda: build_origins(report.registry))
    origin = book.find(name)
    if origin.kind != "unlisted":
        same = origin.counted_name == name
        said = translate("Counts as {name}.", language).format(name=origin.counted_name)
        return None if same else el("p", "soft small", own(said))
    quoted = {one.id for quote in (entry.quotes if entry else ()) for one in quote.origins}
    if origin.id in quoted:
        return None
    bold = translate("Not in the registry: “{name}” will count as a new origin of its own.", language)
    hint = translate("If it is one of the list, choose that name.", language)
    return el("p", "small", el("b", "", own(bold.format(name=name))), " ", el("span", "soft", hint))
