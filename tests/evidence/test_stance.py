"""The stance table: whole, symmetrical where it must be, and right in the cases that DESIGN names."""

from __future__ import annotations

from itertools import product

import pytest

from claimdesk.evidence.comparison import FigureVerdict
from claimdesk.evidence.cue_gate import CueOutcome
from claimdesk.evidence.stance import BEARING, STANCE, Bearing, stance_of
from claimdesk.model import SIDES, Side, Stance

OUTCOMES: tuple[CueOutcome, ...] = ("same", "turned", "open")
VERDICTS: tuple[FigureVerdict, ...] = (
    *("none", "agrees", "conflicts", "compatible", "missing", "unasked", "elsewhere"),
)

CASES: list[tuple[Side, CueOutcome, bool, FigureVerdict, Stance, str]] = [
    ("supports", "same", False, "none", "supports", "plain support"),
    ("supports", "same", False, "agrees", "supports", "figure inside the claim's interval"),
    ("supports", "same", False, "conflicts", "contradicts", "another figure for the same thing"),
    ("supports", "same", False, "compatible", "mentions", "a weaker figure"),
    ("supports", "same", False, "missing", "mentions", "the claim counts, the passage does not"),
    ("supports", "turned", True, "unasked", "contradicts", "a denial of words without a figure"),
    ("supports", "turned", True, "missing", "mentions", "who denies the matter has not spoken of the figure"),
    ("supports", "turned", False, "unasked", "mentions", "a mere negation needs a figure"),
    ("supports", "turned", True, "agrees", "contradicts", "the very figure denied"),
    ("supports", "turned", True, "conflicts", "mentions", "another figure denied says nothing"),
    ("contradicts", "same", False, "unasked", "contradicts", "the curator's contradicting words"),
    ("contradicts", "same", False, "missing", "mentions", "contradicting words with a figure ask for one"),
    ("contradicts", "turned", False, "none", "supports", "the contradiction itself negated"),
    ("contradicts", "turned", True, "none", "supports", "the contradiction itself denied"),
    ("supports", "same", False, "elsewhere", "mentions", "a figure of another place"),
]

# One letter a verdict, in the order of VERDICTS: supports, contradicts, mentions.
GRID = {"for": "sscmmmm", "against": "ccccmcm", "denied": "ccmmmcm", "negated": "ccmmmmm", "open": "mmmmmmm"}
# One bearing an outcome, in the order of OUTCOMES: what is not a denial, what is.
BEARINGS: dict[Side, tuple[str, str]] = {
    "supports": ("for negated open", "for denied open"),
    "contradicts": ("against for open", "against for open"),
}


@pytest.mark.parametrize("bearing", GRID)
def test_each_row_of_the_table(bearing: Bearing) -> None:
    assert "".join(STANCE[bearing, verdict][0] for verdict in VERDICTS) == GRID[bearing]


@pytest.mark.parametrize("side", SIDES)
def test_how_a_side_bears_on_the_matter(side: Side) -> None:
    for denied, wanted in zip((False, True), BEARINGS[side], strict=True):
        assert " ".join(BEARING[side, outcome, denied] for outcome in OUTCOMES) == wanted


def test_the_table_has_a_row_for_everything_that_can_happen() -> None:
    for side, outcome, denied in product(SIDES, OUTCOMES, (False, True)):
        bearing = BEARING[side, outcome, denied]
        for verdict in VERDICTS:
            assert STANCE[bearing, verdict] in {"supports", "contradicts", "mentions"}
    assert len(STANCE) == len({bearing for bearing, _ in STANCE}) * len(VERDICTS)


@pytest.mark.parametrize(("side", "outcome", "denied", "verdict", "stance", "note"), CASES)
def test_stance(
    side: Side, outcome: CueOutcome, denied: bool, verdict: FigureVerdict, stance: Stance, note: str
) -> None:
    assert stance_of(side, outcome, denied, verdict) == stance, note


def test_an_open_act_decides_nothing() -> None:
    for side, denied, verdict in product(SIDES, (False, True), VERDICTS):
        assert stance_of(side, "open", denied, verdict) == "mentions"


def test_what_is_elsewhere_decides_nothing() -> None:
    for side, outcome, denied in product(SIDES, OUTCOMES, (False, True)):
        assert stance_of(side, outcome, denied, "elsewhere") == "mentions"


def test_more_support_for_one_side_is_never_read_as_the_other() -> None:
    """A supporting phrase said plainly never contradicts, unless its figure does."""
    for verdict in VERDICTS:
        expected = {"conflicts": "contradicts"}.get(verdict)
        stance = stance_of("supports", "same", False, verdict)
        assert stance == expected if expected else stance != "contradicts"
