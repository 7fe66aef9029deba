"""What stands beside every draft of the registry: since when it waits, what saves it, what drops it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from claimdesk.messages import translate
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.states import render_note


def draw_since(since: datetime | None, language: str) -> None:
    """That an earlier session kept the draft, and when."""
    if since is not None:
        bold = translate("This is your draft of {time}.", language).format(time=f"{since:%d.%m.%Y %H:%M}")
        draw(render_note(bold, translate("It was not saved yet.", language)))


def draw_save(
    desk: Desk,
    label: str,
    key: str,
    save: Callable[[], object],
    drop: Callable[[], object],
    *,
    touched: bool,
    fine: bool,
    clash: bool = False,
) -> None:
    """The buttons that save a draft and drop it; the page is drawn anew then.

    `touched`: there is something to save; `fine`: nothing is wrong with it; `clash`: somebody must choose
    first. Neither of the first two disables: what is typed this very moment is heard only once one leaves
    the field.
    """
    why = desk.why_not("editor")
    with st.container(horizontal=True, vertical_alignment="center", key=f"act-save-{key}"):
        idle = clash or why is not None
        pressed = st.button(label, key=f"do-save-{key}", type="primary", disabled=idle, help=why)
        if pressed and touched and fine:
            save()
            st.rerun()
        if touched:
            discard = translate("Discard the draft", desk.language)
            if st.button(discard, key=f"do-discard-{key}", type="tertiary"):
                drop()
                st.rerun()
