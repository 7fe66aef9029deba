"""The signs of the desk: status tile, stance sign, confidence bars, basis box. A word stands beside each.

A status is a tile with a seat for support (left) and one for contradiction (right). Hue is direction, fill is
strength, the sign is the meaning. Signs are hidden from screen readers, which read the word.
"""

from __future__ import annotations

from claimdesk.model import BasisName, ConfidenceName, Stance, StatusName
from claimdesk.ui.markup import Node, el

PLUS, MINUS, DOT, DASH, ARROW = "+", "\u2212", "\u00b7", "\u2014", "\u2192"

# Seats from left to right, as (class, sign); one seat takes the whole width.
SEATS: dict[StatusName, tuple[tuple[str, str], ...]] = {
    "corroborated": (("sup", PLUS), ("sup", PLUS)),
    "single source": (("sup", PLUS), ("sup-empty", "")),
    "contested": (("sup", PLUS), ("con", MINUS)),
    "contradicted": (("con", DASH),),
    "superseded": (("plain", ARROW),),
    "unverified": (("plain", "?"),),
    "no evidence": (("dashed", ""),),
}
STANCE_SIGNS: dict[Stance, str] = {"supports": PLUS, "contradicts": MINUS, "mentions": DOT}
STANCE_HUES: dict[Stance, str] = {"supports": "sup", "contradicts": "con", "mentions": "mention"}
_BARS: dict[ConfidenceName, int] = {"low": 1, "moderate": 2, "high": 3}
_BOXES: dict[BasisName, str] = {"suggested": "", "partly reviewed": "half", "reviewed": "ticked"}


def render_tile(status: StatusName, large: bool = False) -> Node:
    """The tile of a status: 30 × 17 px in lists, 44 × 25 px where `large`."""
    seats = [el("span", f"seat {css}", sign) for css, sign in SEATS[status]]
    return el("span", "tile large" if large else "tile", *seats, aria_hidden="true")


def render_bars(confidence: ConfidenceName) -> Node:
    """Three rising bars, as many filled as the confidence has steps."""
    filled = _BARS[confidence]
    bars = [el("span", "bar full" if step < filled else "bar") for step in range(3)]
    return el("span", "bars", *bars, aria_hidden="true")


def render_box(basis: BasisName) -> Node:
    """A box, dashed, half filled or ticked: what share of the quotes a person has reviewed."""
    return el("span", f"box {_BOXES[basis]}".strip(), aria_hidden="true")


def render_stance(stance: Stance) -> Node:
    """The sign of a stance in its colour."""
    return el("span", f"stance {STANCE_HUES[stance]}", STANCE_SIGNS[stance], aria_hidden="true")
