"""The page of briefings: what you see is what leaves the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from claimdesk.briefing.claimreview import find_desk_name
from claimdesk.briefing.export import FormName, Order, render_export, render_preview
from claimdesk.briefing.report import LOOKED_AT
from claimdesk.evidence.sides import count_reviewed
from claimdesk.messages import render_date, render_number, translate, translate_plural
from claimdesk.model import Report
from claimdesk.ui.briefing_choice import Choice, draw_choice
from claimdesk.ui.briefing_files import DATA, draw_files, draw_refused
from claimdesk.ui.circulation import draw_circulation
from claimdesk.ui.derived import derive
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.paging import choose_page, draw_pager
from claimdesk.ui.states import render_note, render_unknown
from claimdesk.ui.words import claims_word, counted

_CARDS = 6  # that are drawn at once
_CARD_FORMS: tuple[FormName, ...] = ("png", "pdf", "svg")


def draw_briefing(desk: Desk) -> None:
    """The whole page below its frame."""
    report, language = desk.report, desk.language
    day = render_date(report.until, language)
    read = translate("Evidence read to {date}", language).format(date=day)
    draw(
        el("p", "kicker", el("span", "", read)),
        el("h1", "lede", translate("What you see is what leaves the desk.", language)),
    )
    left, right = st.columns([1, 2], gap="large")
    with left:
        choice = draw_choice(report, desk.address)
        recipient = st.text_input(
            translate("For whom (kept in the log, not on the card)", language), key="brief-recipient"
        )
    with right:
        _draw_unknown(choice, language)
        if choice.claims:
            _draw_chosen(desk, choice, recipient)
        else:
            draw(_render_nothing(report, language))
    draw_circulation(desk, changed_only=False)
    draw_refused(language)


def _select(report: Report, claims: Sequence[str]) -> Report:
    """The report with these claims alone, in their order."""
    entries = (report.claim(claim) for claim in claims)
    return replace(report, claims=tuple(entry for entry in entries if entry is not None))


def _draw_unknown(choice: Choice, language: str) -> None:
    for claim in choice.unknown:
        said = translate("There is no claim “{name}”.", language).format(name=claim)
        draw(render_unknown(own(said), translate("The others are shown.", language)))


def _render_nothing(report: Report, language: str) -> Node:
    return render_note(
        translate("No claim is chosen yet.", language),
        translate("Choose from {claims}; the card stands here at once.", language).format(
            claims=claims_word(len(report.claims), language)
        ),
    )


def _draw_chosen(desk: Desk, choice: Choice, recipient: str) -> None:
    report, language, why_not = desk.report, desk.language, desk.why_not("reviewer")
    today, chosen = date.today(), _select(report, choice.claims)
    order = Order(
        "png",
        today,
        choice.language,
        choice.shape,
        choice.theme,
        choice.unreviewed,
        author=find_desk_name(),
    )
    if choice.shape == "report":
        _draw_pages(derive(report, f"pages {choice}", lambda: render_preview(chosen, order)), chosen, desk)
        draw_files(chosen, order, ("pdf", "md"), recipient, "report", why_not)
    else:
        for number, claim in enumerate(choice.claims[:_CARDS]):
            _draw_card(report, claim, order)
            one = _select(report, [claim])
            draw_files(one, order, _CARD_FORMS, recipient, f"card-{number}", why_not)
    notes = [
        _render_rest(len(choice.claims) - _CARDS, choice.shape, language),
        _render_unreviewed(chosen, language),
    ]
    if any(notes):
        draw(*notes)
    with st.expander(translate("The evidence as data", language)):
        draw_files(chosen, order, DATA, recipient, "data", why_not)


def _draw_pages(pages: Sequence[bytes], chosen: Report, desk: Desk) -> None:
    """A page of the report, the others behind buttons; of a long report the first pages only."""
    page, language = choose_page(pages, desk.address, 1), desk.language
    _draw_picture(page.rows[0])
    draw_pager(page, language, translate("Page {page} of {pages}", language))
    if len(chosen.claims) > LOOKED_AT:
        said = translate_plural(
            "The file also tells of {n} more claim.",
            "The file also tells of {n} more claims.",
            len(chosen.claims) - LOOKED_AT,
            language,
        )
        draw(el("p", "soft small", counted(len(chosen.claims) - LOOKED_AT, said, language)))


def _draw_card(report: Report, claim: str, order: Order) -> None:
    """The picture, made once for each report and order."""
    one = _select(report, [claim])
    _draw_picture(derive(report, f"card {claim} {order}", lambda: render_export(one, order).data))


def _render_rest(rest: int, shape: str, language: str) -> Node | None:
    if rest <= 0 or shape == "report":
        return None
    said = translate_plural(
        "{n} more card is not drawn: take the report, or choose fewer claims.",
        "{n} more cards are not drawn: take the report, or choose fewer claims.",
        rest,
        language,
    )
    return el("p", "soft small", counted(rest, said, language))


def _draw_picture(picture: bytes) -> None:
    with st.container(key=f"picture-{hash(picture)}"):
        st.image(picture, width="stretch")


def _render_unreviewed(report: Report, language: str) -> Node | None:
    """That a card says how much was reviewed, whatever is chosen."""
    counts = [count_reviewed(entry) for entry in report.claims]
    reviewed, decisive = sum(one for one, _ in counts), sum(all_ for _, all_ in counts)
    if reviewed == decisive:
        return None
    bold = translate("{n} of {all} decisive quotes are not reviewed.", language).format(
        n=render_number(decisive - reviewed, language), all=render_number(decisive, language)
    )
    return render_note(
        bold, translate("The card says so beside the status. That cannot be switched off.", language)
    )
