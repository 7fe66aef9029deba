"""What a page says when something is empty, broken, unknown or of a past day.

One sentence of what is so, one of what it does not mean, and a way on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from claimdesk.messages import render_date, translate, translate_plural
from claimdesk.messages.problems import render_problem
from claimdesk.ui.address import Address
from claimdesk.ui.cache import State
from claimdesk.ui.drawing import draw
from claimdesk.ui.inputs import Absent
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.words import counted

ARTICLES, REGISTRY = "pages/2_Articles.py", "pages/3_Registry.py"


def render_note(bold: Node | str, *rest: Node | str | None) -> Node:
    """A bar of ink, what is so in bold, what it does not mean in grey."""
    return el("div", "note", el("p", "", el("b", "", bold), " ", el("span", "soft", *rest)))


def render_unknown(bold: Node | str, *rest: Node | str | None) -> Node:
    """A double bar, what the address asks for in vain, and what is shown instead in grey."""
    return el("div", "note failure", el("p", "", el("b", "", bold), " ", el("span", "soft", *rest)))


def render_failure(bold: Node | str, lines: Sequence[str], soft: str = "") -> Node:
    """A double bar, what went wrong in bold, a remark in grey, and every problem with its place in mono."""
    return el(
        "div",
        "note failure",
        el("p", "", el("b", "", bold), " ", el("span", "soft", soft) if soft else None),
        *(el("p", "mono", own(line)) for line in lines),
    )


def draw_way(label: str, page: str, address: Address, key: str, **parameters: str) -> None:
    """A link that leads on, under a note or beside other controls."""
    with st.container(key=f"way-{key}", width="content"):
        st.page_link(page, label=label, query_params=address.link(**parameters))


def draw_broken(state: State, address: Address, page: str) -> None:
    """That the newest input cannot be read, above what can be shown all the same, and where to mend it."""
    language = address.language
    if "registry" in state.missing:
        bold = translate("The desk cannot be opened yet.", language)
    elif "articles" in state.missing:
        bold = translate("There is no article to read yet.", language)
    else:
        bold = translate("The newest files cannot be read; you see the desk as of {time}.", language).format(
            time=f"{state.good_since:%H:%M}"
        )
    lines = [
        _explain_absent(one, language) if isinstance(one, Absent) else render_problem(one, language)
        for one in state.failure
    ]
    draw(render_failure(bold, lines, translate("It is read again as soon as it is changed.", language)))
    if state.refused and page != REGISTRY:
        label = translate("Mend the registry", language)
        if Absent("registry", state.report.registry.path) in state.failure:
            label = translate("Begin a registry", language)
        draw_way(label, REGISTRY, address, "mend", part="text")
    if "articles" in state.missing and page != ARTICLES:
        draw_way(translate("Add articles", language), ARTICLES, address, "add")


def _explain_absent(absent: Absent, language: str) -> str:
    if absent.what == "registry":
        said = translate(
            "There is no registry at {path}. Put it there, or name its path in CLAIMDESK_CLAIMS.", language
        )
    else:
        said = translate(
            "There is no folder of articles at {path}. Make it, or name another in CLAIMDESK_ARTICLES.",
            language,
        )
    return said.format(path=absent.path)


def draw_remarks(remarks: Sequence[str], language: str) -> None:
    """What is wrong with the articles' files, each with its place."""
    said = translate_plural(
        "{n} remark on the articles' files.", "{n} remarks on the articles' files.", len(remarks), language
    )
    lines = [render_problem(remark, language) for remark in remarks]
    draw(render_failure(counted(len(remarks), said, language), lines))


def draw_past(
    until: date, hidden: str, timeless: int, address: Address, page: str, here: dict[str, str]
) -> None:
    """That the page shows a past day, what it hides, what it cannot date, and the way back to today."""
    language = address.language
    bold = translate("You see the desk as it was known on {date}.", language).format(
        date=render_date(until, language)
    )
    rest = hidden or translate("No later article is known.", language)
    if timeless:
        included = translate_plural(
            "{n} article is included because nothing dates it.",
            "{n} articles are included because nothing dates them.",
            timeless,
            language,
        )
        rest = f"{rest} {counted(timeless, included, language)}"
    way = translate("It is to be read: decisions and articles are added on today's desk.", language)
    draw(render_note(bold, f"{rest} {way}"))
    draw_way(translate("Back to today", language), page, address.today(), "today", **here)


def draw_unknown_page(name: str, address: Address) -> None:
    """That no page has the name in the address, where none has, and that the overview stands here."""
    language = address.language
    if name:
        bold = translate("There is no page “{name}”.", language).format(name=name)
        draw(render_unknown(own(bold), translate("You see the overview.", language)))
        draw_way(translate("To the overview’s own address", language), "dashboard.py", address, "address")


def draw_unknown_address(address: Address, page: str, here: dict[str, str]) -> None:
    """That a language or a date in the address means nothing here, and what is shown instead."""
    language = address.language
    if "lang" in address.unknown:
        bold = translate("There is no language “{name}” here.", language).format(name=address.unknown["lang"])
        draw(render_unknown(own(bold), translate("Shown in English. Write lang=en or lang=id.", language)))
    if "until" in address.unknown:
        bold = translate("“{day}” is not a day that evidence can be read until.", language).format(
            day=address.unknown["until"]
        )
        hint = translate("Shown as of today. Write a past day as until=2024-11-13.", language)
        draw(render_unknown(own(bold), hint))
    if address.unknown:
        draw_way(translate("Correct the address", language), page, address, "address", **here)
