"""A note beside text that holds characters one cannot see or takes for others. The text stays as it is."""

from __future__ import annotations

from claimdesk.messages import render_list, translate
from claimdesk.text.hidden import KINDS, HiddenKind, find_hidden, name_characters
from claimdesk.ui.markup import Node, el, join, own

_MOST = 4  # characters that are named


def render_hidden(text: str, language: str) -> Node | None:
    """Which such characters are in `text`; None where there are none."""
    found = find_hidden(text)
    said = {
        kind: _name("".join(one.span.of(text) for one in found if one.kind == kind), language)
        for kind in KINDS
        if any(one.kind == kind for one in found)
    }
    if not said:
        return None
    parts = [own(f"{_describe(kind, language)}: {names}.") for kind, names in said.items()]
    return el(
        "p", "small hidden-note", el("b", "", translate("Look closely.", language)), " ", *join(parts, " ")
    )


def _describe(kind: HiddenKind, language: str) -> str:
    match kind:
        case "invisible":
            return translate("Characters that cannot be seen", language)
        case "direction":
            return translate("Characters that turn the direction of writing", language)
        case "lookalike":
            return translate("Letters that look like others", language)


def _name(characters: str, language: str) -> str:
    names = name_characters(characters)
    more = ["…"] if len(names) > _MOST else []
    return render_list([*names[:_MOST], *more], language)
