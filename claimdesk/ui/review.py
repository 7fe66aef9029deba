"""What one can do with a quote: confirm, reject, correct, move it to the other side, add a note, undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from claimdesk.messages import translate
from claimdesk.messages.terms import REJECTION_TERMS
from claimdesk.model import Quote, Stance
from claimdesk.ui.correction import draw_correction, find_corrections, read_changes
from claimdesk.ui.deciding import draw_failure, draw_note, may_decide, open_beside, opened, quote_key
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import el
from claimdesk.ui.moved import decide_here
from claimdesk.ui.words import as_head

# One key each for the quote that is next; C and R are Streamlit's own.
_SHORTCUTS = {"confirm": "Y", "reject": "N", "correct": "E", "move": "M", "note": "T"}


def draw_review(quote: Quote, desk: Desk, *, ready: bool = False, brief: bool = False) -> None:
    """The row of buttons under a quote, and the form that one of them opened.

    `ready`: this quote is next, so single keys press its buttons. `brief`: one button opens the others.
    """
    key, language = quote_key(quote), desk.language
    form = opened(key)
    with st.container(horizontal=True, vertical_alignment="center", key=f"act-{key}"):
        if may_decide(desk):
            if quote.decision:
                undo = partial(decide_here, desk, quote, "withdrawn")
                _button(translate("Undo", language), f"do-undo-{key}", undo, quiet=True)
            if form or not (quote.decision or brief):
                _draw_choices(quote, desk, key, ready)
            else:
                again = translate("Decide again", language)
                label = again if quote.decision else translate("Review", language)
                open_choices = partial(open_beside, key, "choices")
                _button(label, f"do-review-{key}", open_choices, quiet=bool(quote.decision))
    draw_failure(key, language)
    if form in ("note", "reject", "correct") and may_decide(desk):
        with st.container(key=f"tools-review-{key}"):
            _draw_form(quote, desk, key, form)


def _button(
    label: str, key: str, pressed: Callable[[], None], shortcut: str | None = None, *, quiet: bool = False
) -> None:
    """A button, or where it is `quiet` a word to press."""
    kind: Literal["secondary", "tertiary"] = "tertiary" if quiet else "secondary"
    st.button(label, key=key, on_click=pressed, shortcut=shortcut, type=kind)


def _draw_choices(quote: Quote, desk: Desk, key: str, ready: bool) -> None:
    language = desk.language

    def choose(name: str, label: str, pressed: Callable[[], None], *, quiet: bool = False) -> None:
        _button(label, f"do-{name}-{key}", pressed, _SHORTCUTS.get(name) if ready else None, quiet=quiet)

    if not quote.decision or quote.decision == "rejected":
        choose("confirm", translate("Confirm", language), partial(decide_here, desk, quote, "confirmed"))
    if quote.decision != "rejected":
        choose("reject", translate("Reject", language), partial(open_beside, key, "reject"))
    choose("correct", translate("Correct", language), partial(open_beside, key, "correct"))
    if quote.decisive:
        other: Stance = "contradicts" if quote.stance == "supports" else "supports"
        choose("move", translate("Other side", language), partial(_move, desk, quote, other), quiet=True)
    else:
        for_it, against = partial(_move, desk, quote, "supports"), partial(_move, desk, quote, "contradicts")
        choose("plus", translate("It supports", language), for_it, quiet=True)
        choose("minus", translate("It contradicts", language), against, quiet=True)
    choose("note", translate("Note", language), partial(open_beside, key, "note"), quiet=True)


def _move(desk: Desk, quote: Quote, stance: Stance) -> None:
    """The quote on another side, all its other corrections kept."""
    corrections = find_corrections(quote, {"stance": stance})
    decide_here(desk, quote, "corrected" if corrections else "confirmed", corrections=corrections)


def _draw_form(quote: Quote, desk: Desk, key: str, form: str) -> None:
    language = desk.language
    if form == "correct":
        draw_correction(quote, desk, key)
    elif form == "reject":
        draw(el("p", "", el("b", "", translate("What is wrong with it?", language))))
    draw_note(key, language)
    with st.container(horizontal=True, vertical_alignment="center", key=f"act-form-{key}"):
        if form == "reject":
            _draw_reasons(quote, desk, key)
        elif form == "correct":
            save = partial(_correct, quote, desk, key)
            _button(translate("Save the correction", language), f"do-save-{key}", save)
        _button(translate("Close", language), f"do-close-{key}", partial(open_beside, key, ""), quiet=True)


def _draw_reasons(quote: Quote, desk: Desk, key: str) -> None:
    """One button a reason: the click that says why is the one that rejects."""
    for number, reason in enumerate(REJECTION_TERMS, 1):
        reject = partial(decide_here, desk, quote, "rejected", reason)
        _button(as_head(reason, desk.language), f"do-reason{number}-{key}", reject, str(number))


def _correct(quote: Quote, desk: Desk, key: str) -> None:
    corrections = find_corrections(quote, read_changes(key, desk.report.registry))
    decide_here(desk, quote, "corrected" if corrections else "confirmed", corrections=corrections)
