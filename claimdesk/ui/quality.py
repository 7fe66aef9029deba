"""How good the evidence was found to be: the figures of ``make quality`` that the repository holds."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import claimdesk
from claimdesk.messages import render_number, translate
from claimdesk.ui.markup import Node, el

FIGURES = Path(claimdesk.__file__).resolve().parent.parent / "benchmarks" / "quality.json"
_BASELINE = ", token_set_ratio >= 80"


@cache
def load_quality() -> dict[str, dict[str, float]]:
    """The figures by what they were measured on; empty where they are not there or broken."""
    try:
        found: dict[str, dict[str, float]] = json.loads(FIGURES.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def render_quality(language: str) -> Node:
    """One row an event with labels by people: both sides, wrong sides, statuses, speakers, the baseline."""
    figures = load_quality()
    events = [name for name, row in figures.items() if "status acceptable" in row]
    if not events:
        return el("p", "soft", translate("No measured figures came with this installation.", language))
    heads = [
        translate("Event", language),
        translate("Supports, F1", language),
        translate("Contradicts, F1", language),
        translate("Wrong side", language),
        translate("Status acceptable", language),
        translate("Right speaker", language),
        translate("By likeness alone, F1", language),
    ]
    top = [el("th", "number" if at else "", head, scope="col") for at, head in enumerate(heads)]
    rows = [_render_row(name, figures, language) for name in events]
    return el(
        "div",
        "",
        el("table", "listing quality", el("thead", "", el("tr", "", *top)), el("tbody", "", *rows)),
        _render_noise(figures, language),
    )


def _render_row(name: str, figures: dict[str, dict[str, float]], language: str) -> Node:
    row, baseline = figures[name], figures.get(f"{name}{_BASELINE}", {})
    share = translate("{n} of {all}", language).format(
        n=render_number(row["status acceptable"], language), all=render_number(row["claims"], language)
    )
    said = [
        _number(row.get("supports F1"), language),
        _number(row.get("contradicts F1"), language),
        _number(row.get("wrong side"), language),
        share,
        _number(row.get("origins right"), language),
        _number(baseline.get("macro F1"), language),
    ]
    return el(
        "tr",
        "",
        el("td", "", name.replace("_", " ")),
        *(el("td", "number", one) for one in said),
    )


def _number(value: Any, language: str) -> str:
    return render_number(round(value, 2), language) if isinstance(value, int | float) else "\u2013"


def _render_noise(figures: dict[str, dict[str, float]], language: str) -> Node | None:
    """How many sentences that have nothing to do with the claims were taken for evidence."""
    noise = next((row for row in figures.values() if "sentences" in row), None)
    if noise is None:
        return None
    said = translate("Of {n} unrelated sentences, {m} were taken for evidence.", language)
    counts = {
        "n": render_number(noise["sentences"], language),
        "m": render_number(noise.get("decisive quotes", 0), language),
    }
    return el("p", "soft small meanings", said.format(**counts))
