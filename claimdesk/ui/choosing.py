"""One of a few, side by side."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def choose(label: str, words: Mapping[str, str], key: str) -> str:
    """What is chosen of `words`, values with the words shown: the first until somebody chooses.

    `label` is for those who hear the page.
    """
    chosen = st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        default=next(iter(words)),
        label_visibility="collapsed",
        required=True,
    )
    return chosen if chosen in words else next(iter(words))
