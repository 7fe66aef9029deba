"""A quote that a decision took elsewhere: said where it stood, with the way there and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from claimdesk.messages import translate
from claimdesk.model import DecisionKind, Quote
from claimdesk.ui.deciding import decide, may_decide, quote_key
from claimdesk.ui.drawing import draw_linked
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el, own
from claimdesk.ui.words import as_head

_DECIDED = "decided-quote"
_MOVED = "moved-quote"
_WORDS = 6  # words that name the quote

# Where a quote stands on the page of its claim: the section, and its number there.
Places = dict[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Moved:
    """A quote that stood in section `before` at `number` until somebody decided, and where it is now."""

    quote: Quote
    before: str
    number: int
    now: str


def decide_here(
    desk: Desk, quote: Quote, kind: DecisionKind, reason: str = "", corrections: dict[str, str] | None = None
) -> None:
    """Keep a decision, and remember on which quote it was made, so that the page can say where it went."""
    st.session_state[_DECIDED] = quote_key(quote)
    decide(desk, quote, kind, reason, corrections)


def follow_decided(claim: str, sections: dict[str, tuple[Quote, ...]]) -> Moved | None:
    """The quote decided on last, where that put it into another of the claim's `sections`; None otherwise."""
    places: Places = {
        quote_key(quote): (section, number)
        for section, quotes in sections.items()
        for number, quote in enumerate(quotes)
    }
    seen: dict[str, Places] = st.session_state.setdefault("quote-places", {})
    key, before = st.session_state.pop(_DECIDED, ""), seen.get(claim, {})
    seen.clear()
    seen[claim] = places
    if key:
        st.session_state[_MOVED] = (key, before[key]) if key in before else None
    moved = st.session_state.get(_MOVED)
    if not moved or moved[0] not in places or places[moved[0]][0] == moved[1][0]:
        return None
    now, number = places[moved[0]]
    section, former = moved[1]
    return Moved(sections[now][number], section, former, now)


def draw_moved(moved: Moved, desk: Desk) -> None:
    """Where the quote stands now, a link that leads there, and the button that takes the decision back."""
    language, key = desk.language, quote_key(moved.quote)
    words = moved.quote.text.split()
    said = translate("Kept. It now stands under “{section}”:", language).format(
        section=section_title(moved.now, language)
    )
    first = f"“{' '.join(words[:_WORDS])}{' …' if len(words) > _WORDS else ''}”"
    way = el("a", "", own(first), href=f"#{key}")
    draw_linked([el("div", "note", el("p", "", el("b", "", said), " ", way))], key=f"moved-{key}")
    if may_decide(desk):
        with st.container(horizontal=True, key=f"act-moved-{key}"):
            undo = partial(decide, desk, moved.quote, "withdrawn")
            st.button(translate("Undo", language), key=f"do-undo-moved-{key}", on_click=undo, type="tertiary")


def section_title(section: str, language: str) -> str:
    """The heading of a section of the claim's page."""
    if section == "timed":
        return translate("Earlier, later and undated statements", language)
    if section == "rejected":
        return translate("Rejected quotes", language)
    return as_head(section, language)
