"""Stance: phrase side x figure gate x cue gate, as one table.

`BEARING` first turns side and cues into how the passage bears on the claim's matter; `STANCE` then lets the
figure have its say. A denial or the curator's own contradicting words keep their side without a figure; a
mere negation without one does not.
"""

from __future__ import annotations

from typing import Literal

from claimdesk.evidence.comparison import FigureVerdict
from claimdesk.evidence.cue_gate import CueOutcome
from claimdesk.model import Side, Stance

Bearing = Literal["for", "against", "denied", "negated", "open"]

# side, cue outcome, denied -> bearing
BEARING: dict[tuple[Side, CueOutcome, bool], Bearing] = {
    ("supports", "same", False): "for",
    ("supports", "same", True): "for",
    ("supports", "turned", False): "negated",
    ("supports", "turned", True): "denied",
    ("supports", "open", False): "open",
    ("supports", "open", True): "open",
    ("contradicts", "same", False): "against",
    ("contradicts", "same", True): "against",
    ("contradicts", "turned", False): "for",
    ("contradicts", "turned", True): "for",
    ("contradicts", "open", False): "open",
    ("contradicts", "open", True): "open",
}

# bearing, figure verdict -> stance
STANCE: dict[tuple[Bearing, FigureVerdict], Stance] = {
    ("for", "none"): "supports",
    ("for", "agrees"): "supports",
    ("for", "conflicts"): "contradicts",
    ("for", "compatible"): "mentions",
    ("for", "missing"): "mentions",
    ("for", "unasked"): "mentions",
    ("for", "elsewhere"): "mentions",
    ("against", "none"): "contradicts",
    ("against", "agrees"): "contradicts",
    ("against", "conflicts"): "contradicts",
    ("against", "compatible"): "contradicts",
    ("against", "missing"): "mentions",
    ("against", "unasked"): "contradicts",
    ("against", "elsewhere"): "mentions",
    ("denied", "none"): "contradicts",
    ("denied", "agrees"): "contradicts",
    ("denied", "conflicts"): "mentions",
    ("denied", "compatible"): "mentions",
    ("denied", "missing"): "mentions",
    ("denied", "unasked"): "contradicts",
    ("denied", "elsewhere"): "mentions",
    ("negated", "none"): "contradicts",
    ("negated", "agrees"): "contradicts",
    ("negated", "conflicts"): "mentions",
    ("negated", "compatible"): "mentions",
    ("negated", "missing"): "mentions",
    ("negated", "unasked"): "mentions",
    ("negated", "elsewhere"): "mentions",
    ("open", "none"): "mentions",
    ("open", "agrees"): "mentions",
    ("open", "conflicts"): "mentions",
    ("open", "compatible"): "mentions",
    ("open", "missing"): "mentions",
    ("open", "unasked"): "mentions",
    ("open", "elsewhere"): "mentions",
}


def stance_of(side: Side, cues: CueOutcome, denied: bool, figure: FigureVerdict) -> Stance:
    """The stance of a passage that matched a phrase of `side`; `denied`: it denies what the phrase says."""
    return STANCE[BEARING[side, cues, denied], figure]
