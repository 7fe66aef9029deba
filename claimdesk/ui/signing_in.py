"""Signing in with OpenID Connect, where ``[auth]`` stands in Streamlit's ``secrets.toml``; else nobody need.

Who has signed in is told to the library (`claimdesk.access`), which checks every write itself; here only
reading is: without the right to it a page stops before anything is read.
"""

from __future__ import annotations

import os
from threading import Event

import streamlit as st

from claimdesk import access
from claimdesk.errors import InputError
from claimdesk.messages import translate
from claimdesk.messages.failures import render_why
from claimdesk.ui.drawing import draw
from claimdesk.ui.inputs import find_places
from claimdesk.ui.states import render_failure, render_note

SIGN_IN = "CLAIMDESK_SIGN_IN"  # in the environment: set where the desk is open to a network
_closed = Event()


def is_configured() -> bool:
    """Whether visitors sign in. Once they had to, no later state of a file opens the desk to all."""
    if _must_sign_in():
        _closed.set()
    return _closed.is_set()


def _must_sign_in() -> bool:
    if os.environ.get(SIGN_IN):
        return True
    if st.secrets.load_if_toml_exists():
        return "auth" in st.secrets
    # There is such a file but it cannot be read: that is no leave to do without it.
    return any(os.path.isfile(path) for path in st.config.get_option("secrets.files"))


def find_visitor() -> access.Person | None:
    """Who looks at the page; None for who has not signed in and should."""
    if not is_configured():
        return access.LOCAL
    claims = st.user.to_dict()
    address = claims.get("email")
    if not claims.get("is_logged_in") or not isinstance(address, str) or not address:
        return None
    return access.Person(address, claims.get("email_verified") is True)


access.ask_for_person(find_visitor)  # as soon as there is a dashboard: before any page, before any click


def own_name() -> str:
    """The name a visitor signs with; empty where they may choose one, having not signed in."""
    return access.signature(find_places().claims) if is_configured() else ""


def sign_in(language: str) -> access.Role | None:
    """Go on only for who may read, in the role that they have; else say what to do, and stop.

    Who they are stands in the sidebar, and what they may not do.
    """
    visitor = find_visitor()
    if visitor is None:
        _draw_door(language)
    try:
        role = access.find_role(find_places().claims)
        name = own_name()
    except InputError as error:
        bold = translate("Nobody has access to this desk now.", language)
        draw(render_failure(bold, render_why(error, language)))
        st.stop()
    if visitor is not None and visitor.address:
        with st.sidebar:
            draw_visitor(name, language)
    if role is None:
        _draw_refusal(visitor, language)
    elif limits := describe_limits(role, language):
        with st.sidebar:
            st.caption(limits)
    return role


def describe_limits(role: access.Role, language: str) -> str:
    """What somebody in that role may do, where that is not everything."""
    if role == "reader":
        return translate("You may look at everything here, and change nothing.", language)
    if role == "reviewer":
        return translate(
            "You may decide on quotes and give verdicts; registry and articles are for editors.", language
        )
    return ""


def draw_visitor(name: str, language: str) -> None:
    """Who has signed in, and the way out."""
    st.caption(translate("Signed in", language))
    st.text(name)
    st.button(translate("Sign out", language), on_click=st.logout, key="sign-out")


def _draw_door(language: str) -> None:
    said = translate("This desk is open to its team only.", language)
    draw(render_note(said, translate("Sign in with your team's account.", language)))
    st.button(translate("Sign in", language), on_click=st.login, key="sign-in", type="primary")
    st.stop()


def _draw_refusal(visitor: access.Person | None, language: str) -> None:
    if visitor == access.LOCAL:
        bold = translate("This desk has an access file, but nobody can sign in.", language)
        rest = translate("Set up signing in, or say in that file what `local` may do.", language)
    else:
        bold = translate("You have no access to this desk.", language)
        rest = translate("Ask who keeps its access file to add you.", language)
    draw(render_note(bold, rest))
    st.stop()
