"""What a briefing is to hold: chosen on the page, kept in the address, so that a link opens the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import streamlit as st

from claimdesk.briefing.card import ShapeName, ThemeName
from claimdesk.messages import translate
from claimdesk.model import Report
from claimdesk.ui.address import LANGUAGES, Address
from claimdesk.ui.sidebar import remember, show, write_parameter

PAGE = "pages/4_Briefing.py"
Shape = ShapeName | Literal["report"]
SHAPES: tuple[Shape, ...] = (*get_args(ShapeName), "report")
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
_LANGUAGE_NAMES = {"en": "English", "id": "Indonesia"}
_KEY = "brief-"  # before the names of the controls


@dataclass(frozen=True, slots=True)
class Choice:
    """The claims in their order, and how they are to be shown. `unknown` are ids that no claim has."""

    claims: tuple[str, ...]
    shape: Shape
    theme: ThemeName
    language: str
    unreviewed: bool
    unknown: tuple[str, ...] = ()

    def parameters(self, page_language: str) -> dict[str, str]:
        """What stands in the address for it; what is as it is by itself is left out."""
        return {
            "claims": ",".join(self.claims),
            "shape": "" if self.shape == SHAPES[0] else self.shape,
            "theme": "" if self.theme == THEMES[0] else self.theme,
            "words": "" if self.language == page_language else self.language,
            "unreviewed": "" if self.unreviewed else "no",
        }


def parse_choice(address: Address, report: Report) -> Choice:
    """What the address asks for; a value that means nothing here is as if it were not given."""
    given = address.rest
    known = {entry.claim.id for entry in report.claims}
    asked = dict.fromkeys(one for one in given.get("claims", given.get("id", "")).split(",") if one)
    return Choice(
        claims=tuple(one for one in asked if one in known),
        shape=next((one for one in SHAPES if one == given.get("shape")), SHAPES[0]),
        theme=next((one for one in THEMES if one == given.get("theme")), THEMES[0]),
        language=next((one for one in LANGUAGES if one == given.get("words")), address.language),
        unreviewed=given.get("unreviewed") != "no",
        unknown=tuple(one for one in asked if one not in known),
    )


def draw_choice(report: Report, address: Address) -> Choice:
    """The controls, as the address says; what is changed in them is written there."""
    language, choice = address.language, parse_choice(address, report)
    remember(PAGE, {name: value for name, value in choice.parameters(language).items() if value})
    statements = {entry.claim.id: entry.claim.statement for entry in report.claims}
    _draw_claims(choice, statements, language)
    shapes = {
        "landscape": "16:9",
        "portrait": translate("Portrait", language),
        "square": translate("Square", language),
        "report": translate("Report", language),
    }
    _draw_options("shape", translate("Shape", language), SHAPES, shapes, choice.shape, SHAPES[0])
    themes = {"light": translate("Light", language), "dark": translate("Dark", language)}
    _draw_options("theme", translate("Theme", language), THEMES, themes, choice.theme, THEMES[0])
    label = translate("Language of the briefing", language)
    _draw_options("words", label, LANGUAGES, _LANGUAGE_NAMES, choice.language, language)
    show(f"{_KEY}unreviewed", choice.unreviewed)
    st.toggle(
        translate("Show unreviewed quotes", language),
        key=f"{_KEY}unreviewed",
        on_change=_write_unreviewed,
    )
    return choice


def _draw_claims(choice: Choice, statements: Mapping[str, str], language: str) -> None:
    show(f"{_KEY}claims", list(choice.claims))
    st.multiselect(
        translate("Claims, in this order", language),
        list(statements),
        format_func=statements.__getitem__,
        key=f"{_KEY}claims",
        placeholder=translate("Choose claims", language),
        on_change=lambda: write_parameter("claims", ",".join(st.session_state[f"{_KEY}claims"])),
    )


def _draw_options(
    name: str, label: str, values: Sequence[str], words: Mapping[str, str], shown: str, usual: str
) -> None:
    """A control of a few options; the usual one is not written into the address."""
    key = f"{_KEY}{name}"

    def write() -> None:
        value = st.session_state[key]
        write_parameter(name, "" if value == usual else value)

    show(key, shown)
    st.segmented_control(
        label, values, format_func=words.__getitem__, key=key, required=True, on_change=write
    )


def _write_unreviewed() -> None:
    write_parameter("unreviewed", "" if st.session_state[f"{_KEY}unreviewed"] else "no")
