"""Decisions on a claim that cannot be applied any more: what was decided, on which words, why it is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from claimdesk.messages import render_date, translate
from claimdesk.model import Decision, LostDecision
from claimdesk.ui.deciding import draw_failure, keep, key_of, may_decide
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.words import as_head, outlet_name


def draw_lost(desk: Desk, claim: str) -> None:
    """The section, where the claim has such decisions."""
    lost = [one for one in desk.report.lost if one.decision.claim == claim]
    if not lost:
        return
    title = translate("Decisions that lost their place", desk.language)
    hint = translate("They count for nothing until somebody decides again", desk.language)
    draw(el("div", "section", el("h2", "", title), el("p", "hint", hint)))
    for one in lost:
        decision = one.decision
        key = key_of(decision.claim, decision.article, decision.start, decision.text)
        with st.container(key=f"row-{key}"):
            draw(_render_lost(one, desk))
            if may_decide(desk):
                _draw_ways(decision, desk, key)


def _draw_ways(decision: Decision, desk: Desk, key: str) -> None:
    with (
        st.container(key=f"under-{key}"),
        st.container(horizontal=True, vertical_alignment="center", key=f"act-{key}"),
    ):
        st.button(
            translate("Withdraw the decision", desk.language),
            key=f"do-withdraw-{key}",
            on_click=lambda: _withdraw(decision, desk, key),
        )
        if desk.report.article(decision.article):
            st.page_link(
                "pages/2_Articles.py",
                label=translate("Open the article", desk.language),
                query_params=desk.address.link(id=decision.article, claim=decision.claim),
            )
    draw_failure(key, desk.language)


def _withdraw(decision: Decision, desk: Desk, key: str) -> None:
    taken = replace(decision, kind="withdrawn", reason="", note="", corrections=())
    keep(desk, replace(taken, on=date.today(), by=reviewer_name()), key)


def _render_lost(lost: LostDecision, desk: Desk) -> Node:
    decision, language = lost.decision, desk.language
    article = desk.report.article(decision.article)
    why = {
        "no article": translate("The article is not here.", language),
        "orphaned": translate("The article was changed: these words no longer stand in it.", language),
        "not found": translate("No phrase of the claim finds this passage any more.", language),
    }.get(lost.why, lost.why)
    said = [own(one) for one in (decision.by, decision.reason, decision.note) if one]
    return el(
        "div",
        "aside",
        el("p", "small day", render_date(decision.on, language)),
        el(
            "div",
            "small",
            el("b", "", as_head(decision.kind, language)),
            el("p", "soft", *join(said, " · ")),
        ),
        el("p", "words", decision.text, dir="auto", lang=article.article.language if article else None),
        el(
            "div",
            "small",
            el("p", "", why),
            el("p", "soft", own(outlet_name(article.article, language) if article else decision.article)),
        ),
    )
