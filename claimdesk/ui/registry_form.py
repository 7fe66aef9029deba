"""The form of a claim: what is claimed, when, how many, and in which words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from claimdesk.messages import translate
from claimdesk.model import Side
from claimdesk.registry.fields import WORDINGS
from claimdesk.ui.markup import Node
from claimdesk.ui.registry_inputs import (
    Sheet,
    draw_area,
    draw_choice,
    draw_groups,
    draw_heading,
    draw_lines,
    draw_names,
    draw_text,
)

# What is said below a phrase: its side and its number among those that are not empty.
Below = Callable[[Side, int], Node | None]


def draw_claim_fields(sheet: Sheet, below: Below) -> None:
    """All fields of a claim but its id and its verdict."""
    _draw_what(sheet)
    _draw_phrases(sheet, below)
    _draw_number(sheet)
    _draw_mentions(sheet)
    _draw_source(sheet)
    _draw_rest(sheet)


def _draw_what(sheet: Sheet) -> None:
    language = sheet.language
    with st.container(key="voice-statement"):
        draw_area(
            sheet,
            "statement",
            translate("Statement", language),
            translate("One checkable statement, worded affirmatively", language),
        )
    topic, day, window = st.columns([2, 1, 1])
    with topic:
        draw_text(sheet, "topic", translate("Topic", language))
    with day:
        hint = translate("The day the claim speaks of.", language)
        draw_text(sheet, "as_of", translate("As of", language), hint, placeholder="2024-11-04")
    with window:
        hint = translate("How far from that day a statement still speaks of the same time.", language)
        draw_text(sheet, "window_days", translate("Days around it", language), hint, placeholder="3")


def _draw_phrases(sheet: Sheet, below: Below) -> None:
    language = sheet.language
    sides: list[tuple[Side, str, str, str]] = [
        (
            "supports",
            translate("Phrases that support it", language),
            translate("Wordings an article might use to say that it is so.", language),
            "sup",
        ),
        (
            "contradicts",
            translate("Phrases that contradict it", language),
            translate("Wordings that say it is not so. Negations of the others are understood.", language),
            "con",
        ),
    ]
    for side, title, hint, css in sides:
        draw_heading(title, hint, css)
        with st.container(key=f"voice-{side}"):
            _draw_side(sheet, side, title, below)


def _draw_side(sheet: Sheet, side: Side, title: str, below: Below) -> None:
    draw_lines(sheet, side, lambda number: f"{title}, {number + 1}", lambda number: below(side, number))


def _draw_number(sheet: Sheet) -> None:
    language = sheet.language
    draw_heading(
        translate("Number", language),
        translate(
            "Only where the claim counts something. Figures in articles are compared with it.", language
        ),
    )
    wording = sheet.draft.form["quantity.wording"]
    kind, low, high = st.columns([2, 1, 1])
    with kind:
        names = name_wordings(language)
        draw_choice(
            sheet, "quantity.wording", translate("Wording", language), ("", *WORDINGS), names.__getitem__
        )
    with low:
        label = translate("From", language) if wording == "between" else translate("Number", language)
        draw_text(sheet, "quantity.low", label, placeholder="10000")
    with high:
        if wording == "between":
            draw_text(sheet, "quantity.high", translate("To", language), placeholder="12000")
    draw_names(
        sheet,
        "quantity.unit",
        translate("What it counts", language),
        translate("The nouns a figure must count, in every language of the articles.", language),
    )


def name_wordings(language: str) -> dict[str, str]:
    """The kinds of number in words, none for the empty one."""
    return {
        "": translate("no number", language),
        "exactly": translate("exactly", language),
        "about": translate("about (ten per cent each way)", language),
        "at_least": translate("at least", language),
        "at_most": translate("at most", language),
        "more_than": translate("more than", language),
        "less_than": translate("less than", language),
        "between": translate("between", language),
    }


def _draw_mentions(sheet: Sheet) -> None:
    language = sheet.language
    draw_heading(
        translate("Must mention", language),
        translate(
            "A passage bears on the claim only where each line is met, by any of its words, in or near it.",
            language,
        ),
    )
    label = translate("Must mention, line {n}", language)
    draw_groups(sheet, "must_mention", lambda number: label.format(n=number + 1))


def _draw_source(sheet: Sheet) -> None:
    language = sheet.language
    draw_heading(translate("Where it circulates", language))
    who, when = st.columns([3, 1])
    with who:
        hint = translate("Id of a source of this registry, or any name.", language)
        draw_text(sheet, "claimed_by.source", translate("Claimed by", language), hint)
    with when:
        draw_text(sheet, "claimed_by.on", translate("On", language), placeholder="2024-11-04")
    draw_text(sheet, "claimed_by.url", translate("Address", language), placeholder="https://")


def _draw_rest(sheet: Sheet) -> None:
    language = sheet.language
    draw_heading(translate("Notes and threshold", language))
    draw_area(sheet, "notes", translate("Notes", language))
    hint = translate(
        "The share of a phrase, in per cent of its weight, that a passage must hold. Default: the settings.",
        language,
    )
    narrow, _ = st.columns([1, 3])
    with narrow:
        draw_text(sheet, "threshold", translate("Threshold", language), hint, placeholder="66")
