"""Quotes behind a line that opens: drawn once it is open, which a link to one of them does too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from claimdesk.model import Quote
from claimdesk.ui.deciding import quote_key
from claimdesk.ui.drawing import draw_folded, is_wanted


def open_fold(label: str, quotes: Sequence[Quote], key: str, language: str, expanded: bool = False) -> Any:
    """The fold over `quotes`; draw them into it where it is `open`. In print it says how many it holds."""
    name = f"fold-{key}"
    if any(is_wanted(quote_key(quote)) for quote in quotes):
        st.session_state[name] = True
    fold = st.expander(label, expanded=expanded, key=name, on_change="rerun")
    if not fold.open:
        draw_folded(len(quotes), language)
    return fold
