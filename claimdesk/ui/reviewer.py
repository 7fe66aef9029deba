"""Who decides: a name in the sidebar that stands beside every decision of the session. It may be empty."""

from __future__ import annotations

import os
from functools import cache
from getpass import getuser
from urllib.parse import unquote

import streamlit as st

from claimdesk.messages import translate
from claimdesk.ui.drawing import draw_reviewer_cookie
from claimdesk.ui.signing_in import is_configured, own_name

_KEY = "reviewer"
_TYPED = "reviewer-typed"
_COOKIE = "claimdesk_reviewer"
_LONGEST = 80  # characters of a name


def draw_reviewer(language: str) -> None:
    """The field for the name; at first the browser's own of an earlier visit, the setting's, the system's.

    There is none where visitors sign in: then the name is theirs.
    """
    if is_configured():
        return
    st.session_state.setdefault(_KEY, _first_name())
    st.text_input(
        translate("Your name", language),
        key=_KEY,
        max_chars=_LONGEST,
        help=translate(
            "Stands beside each of your decisions. It may be empty. This browser keeps it for a year.",
            language,
        ),
        persist_state="session",
    )
    # Only what somebody typed is kept, so that a new setting holds where nobody did.
    if st.session_state.setdefault(_TYPED, False) or reviewer_name() != _first_name():
        st.session_state[_TYPED] = True
        draw_reviewer_cookie(_COOKIE, reviewer_name())


def reviewer_name() -> str:
    """The name of who has signed in, else as it stands in the sidebar now."""
    if is_configured():
        return own_name()
    return " ".join(str(st.session_state.get(_KEY, _first_name()) or "").split())


def _first_name() -> str:
    """The name kept by this browser, else that of `CLAIMDESK_REVIEWER`, else the system's; 80 characters."""
    kept = st.context.cookies.get(_COOKIE)
    if isinstance(kept, str):  # outside a browser there is no cookie to read
        return unquote(kept, errors="replace")[:_LONGEST]
    return os.environ.get("CLAIMDESK_REVIEWER", _system_user())[:_LONGEST]


@cache
def _system_user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
