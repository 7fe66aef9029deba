"""The fact-checker's own word on a claim: shown with its reason, set, and confirmed by a second person."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import streamlit as st

from claimdesk.messages import render_date, render_list, render_reason, translate
from claimdesk.model import STATUSES, ClaimReport, ConfidenceName, Verdict
from claimdesk.ui.deciding import draw_failure, key_of, may_decide, open_beside, opened
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.signs import render_bars, render_box, render_tile
from claimdesk.ui.states import render_note
from claimdesk.ui.verdict_draft import begin_anew, begin_draft, is_overtaken, keep_draft, read_draft
from claimdesk.ui.verdict_saving import (
    confirm_verdict,
    is_own_verdict,
    remove_verdict,
    save_verdict,
    switch_second,
)
from claimdesk.ui.words import as_head, confidence_phrase

VERDICT_CODES = ("verdict_newer", "verdict_differs")
_CONFIDENCES: tuple[ConfidenceName, ...] = get_args(ConfidenceName)


def draw_verdict(desk: Desk, entry: ClaimReport) -> None:
    """The section: the verdict, or that there is none, and what one can do with it."""
    key, language = key_of("verdict", entry.claim.id), desk.language
    hint = translate("A person's word. It stands above the computed status", language)
    draw(el("div", "section", el("h2", "", translate("Verdict", language)), el("p", "hint", hint)))
    verdict = entry.claim.verdict
    if verdict is None:
        draw(el("p", "soft", translate("Nobody has judged this claim yet.", language)))
    else:
        draw(_render_verdict(entry, verdict, language))
    draw_failure(key, language)
    if may_decide(desk):
        _draw_ways(desk, entry, key)
        if opened(key):
            with st.container(key=f"tools-verdict-{key}"):
                _draw_form(desk, entry, key)


def _render_verdict(entry: ClaimReport, verdict: Verdict, language: str) -> Node:
    sure = verdict.confidence
    return el(
        "div",
        "judged",
        el(
            "div",
            "standing",
            el(
                "span",
                "status-word",
                render_tile(verdict.status, large=True),
                el("b", "", as_head(verdict.status, language)),
            ),
            el("span", "sign-word", render_bars(sure), confidence_phrase(sure, language)) if sure else None,
        ),
        el("p", "words", verdict.rationale, dir="auto")
        if verdict.rationale
        else el("p", "small", translate("No rationale is given: nobody can see why.", language)),
        el("p", "soft small", own(_who(verdict, language))),
        *(
            el(
                "p",
                "small sign-word",
                render_box("reviewed" if verdict.seconded_by else "suggested"),
                own(said),
            )
            for said in _second(verdict, language)
        ),
        *(
            el("p", "small", el("b", "", translate("Changed since:", language)), " ", own(said))
            for said in find_changes(entry, language)
        ),
    )


def _who(verdict: Verdict, language: str) -> str:
    by = verdict.by or translate("a person", language)
    return f"{by}, {render_date(verdict.on, language)}" if verdict.on else by


def _second(verdict: Verdict, language: str) -> list[str]:
    if verdict.seconded_by:
        return [translate("Confirmed by {name}.", language).format(name=verdict.seconded_by)]
    if verdict.proposed:
        return [translate("Waits for a second person's word and does not count yet.", language)]
    return []


def find_changes(entry: ClaimReport, language: str) -> list[str]:
    """How the evidence moved after the verdict, sentence by sentence."""
    if not entry.assessment.changed_since_verdict:
        return []
    reasons = entry.assessment.reasons
    return [render_reason(one, language) for one in reasons if one.code in VERDICT_CODES]


def _draw_ways(desk: Desk, entry: ClaimReport, key: str) -> None:
    """Judge or change; for another's proposal, confirm; and whether a second person must."""
    language, verdict = desk.language, entry.claim.verdict
    judge = translate("Change the verdict", language) if verdict else translate("Give a verdict", language)
    with st.container(horizontal=True, vertical_alignment="center", key=f"act-{key}"):
        if verdict and verdict.proposed:
            st.button(
                translate("Confirm the verdict", language),
                key=f"do-second-{key}",
                disabled=is_own_verdict(verdict),
                help=_why_not_confirmed(verdict, language),
                on_click=lambda: confirm_verdict(desk, entry.claim, key),
            )
        st.button(judge, key=f"do-judge-{key}", on_click=lambda: open_beside(key, "verdict"))
        asked = desk.report.registry.second_person
        st.session_state[f"two-{key}"] = asked
        st.toggle(
            translate("All claims need a second person's word", language),
            key=f"two-{key}",
            disabled=desk.why_not("editor") is not None,
            help=desk.why_not("editor")
            or translate(
                "For all claims of this registry: a verdict counts once another person confirmed it. "
                "Who switches this is kept with the decisions.",
                language,
            ),
            on_change=lambda: switch_second(desk, key, not asked),
        )


def _why_not_confirmed(verdict: Verdict, language: str) -> str | None:
    if not verdict.by:
        return translate("It does not say who gave it: it must be given again with a name.", language)
    if is_own_verdict(verdict):
        return translate("Another person than the one who gave it must confirm it.", language)
    return None


def _draw_form(desk: Desk, entry: ClaimReport, key: str) -> None:
    begin_draft(entry, key)
    _draw_fields(key, desk.language)
    if is_overtaken(entry, key):
        _draw_overtaken(entry, key, desk.language)
    else:
        _draw_saving(desk, entry, key)


def _draw_overtaken(entry: ClaimReport, key: str, language: str) -> None:
    """That the verdict above is another than when the one in the form was begun, and the ways on."""
    if entry.claim.verdict:
        bold = translate("Somebody gave another verdict since you began.", language)
        rest = translate("It stands above, yours is in the form.", language)
    else:
        bold = translate("Somebody took the verdict back since you began.", language)
        rest = translate("Yours is in the form.", language)
    draw(render_note(bold, rest))
    with st.container(horizontal=True, vertical_alignment="center", key=f"act-form-{key}"):
        label = translate("Go on with mine", language)
        _button(label, f"do-keep-{key}", lambda: keep_draft(entry, key))
        label = translate("Drop mine", language)
        _button(label, f"do-drop-{key}", lambda: begin_anew(entry, key))


def _draw_fields(key: str, language: str) -> None:
    left, right = st.columns(2)
    with left:
        st.selectbox(
            translate("Status", language),
            STATUSES,
            format_func=lambda status: as_head(status, language),
            key=f"status-{key}",
            persist_state="session",
        )
    with right:
        st.segmented_control(
            translate("Confidence", language),
            ("", *_CONFIDENCES),
            format_func=lambda one: as_head(one, language) if one else translate("Not given", language),
            key=f"confidence-{key}",
            required=True,
            persist_state="session",
        )
    st.text_area(
        translate("Rationale", language),
        key=f"rationale-{key}",
        persist_state="session",
        placeholder=translate("Why, in sentences that can be shown", language),
    )


def _draw_missing(key: str, language: str) -> None:
    """What a verdict as it stands in the form lacks. It can be saved all the same, but for the rationale."""
    draft = read_draft(key)
    if not draft["rationale"]:
        said = translate(
            "A verdict is saved only with a rationale: without one nobody can see why.", language
        )
        draw(el("p", "small", el("b", "", said)))
    missing = [] if draft["confidence"] else [translate("a confidence", language)]
    if not reviewer_name():
        missing.append(translate("your name", language))
    if missing:
        bold = translate("Still missing:", language)
        draw(el("p", "small", el("b", "", bold), " ", render_list(missing, language)))


def _draw_saving(desk: Desk, entry: ClaimReport, key: str) -> None:
    language = desk.language
    _draw_missing(key, language)
    with st.container(horizontal=True, vertical_alignment="center", key=f"act-form-{key}"):
        _button(
            translate("Save the verdict", language), f"do-save-{key}", lambda: save_verdict(desk, entry, key)
        )
        if entry.claim.verdict:
            label = translate("Take the verdict back", language)
            _button(label, f"do-remove-{key}", lambda: remove_verdict(desk, entry, key))
        _button(translate("Close", language), f"do-close-{key}", lambda: open_beside(key, ""))


def _button(label: str, key: str, pressed: Callable[[], None]) -> None:
    st.button(label, key=key, on_click=pressed)
