"""What a phrase does in the articles, in a line below it: how much it meets, and what is odd about that."""

from __future__ import annotations

from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.preview import PhraseUse
from claimdesk.ui.markup import Node, el

_MUCH = 0.5  # of all passages: what meets more tells nothing apart
_FEW = 40  # passages of a library in which nothing is much


def render_use(use: PhraseUse | None, passages: int, language: str) -> Node:
    """The line below a phrase; `passages` is how many there are in all, `use` is None while it is counted."""
    if use is None:
        return el("p", "use soft small", translate("counting …", language))
    if not use.hits:
        said = translate("Matches nothing in these articles.", language)
        return el("p", "use small", el("b", "", said))
    meets = translate_plural("Matches {n} passage", "Matches {n} passages", use.hits, language)
    parts = [meets.format(n=render_number(use.hits, language))]
    odd = _find_odd(use, passages, language)
    if odd:
        return el("p", "use small", el("span", "soft", f"{parts[0]}. "), el("b", "", odd))
    if not use.alone:
        parts.append(translate("other phrases of this side find them all", language))
    return el("p", "use soft small", f"{'; '.join(parts)}.")


def _find_odd(use: PhraseUse, passages: int, language: str) -> str:
    """What a curator would rather know of it; nothing for a phrase that does its work."""
    if passages >= _FEW and use.hits > _MUCH * passages:
        return translate("That is most of all there are: it tells nothing apart.", language)
    if use.opposite:
        said = translate_plural(
            "{n} of them is met by a phrase of the other side too.",
            "{n} of them are met by phrases of the other side too.",
            use.opposite,
            language,
        )
        return said.format(n=render_number(use.opposite, language))
    return ""
