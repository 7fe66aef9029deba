"""Who decides: a name in the sidebar that stands beside every decision of the session. It may be empty."""

from __future__ import annotations

from functools import cache
from getpass import getuser

import streamlit as st

from claimdesk.messages import translate

_KEY = "reviewer"


def draw_reviewer(language: str) -> None:
    """The field for the name; at first the one the system knows."""
    st.session_state.setdefault(_KEY, _system_user())
    st.text_input(
        translate("Your name", language),
        key=_KEY,
        max_chars=80,
        help=translate("Stands beside each of your decisions. It may be empty.", language),
        persist_state="session",
    )


def reviewer_name() -> str:
    """The name as it stands in the sidebar now."""
    return " ".join(str(st.session_state.get(_KEY, _system_user()) or "").split())


@cache
def _system_user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
