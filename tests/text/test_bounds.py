"""What each bound makes of each kind of interval, and what a share of one is."""

from __future__ import annotations

import math

import pytest

from claimdesk.model import Interval
from claimdesk.text.bounds import bound_interval, share_of

EXACT = Interval(600, 600)
OPEN = Interval(200, math.inf)
RANGE = Interval(11, 19)
FEW = Interval(200, 1000, high_open=True)
BELOW_NOUGHT = Interval(-5, -5)

# interval, bounds nearest first, what comes out, note
BOUNDS = [
    (EXACT, [], "[600, 600]", "no bound"),
    (EXACT, ["more_than"], "(600, inf]", "more than an exact number is not the number"),
    (EXACT, ["at_least"], "[600, inf]", "at least is"),
    (EXACT, ["at_most"], "[0, 600]", "up to"),
    (EXACT, ["less_than"], "[0, 600)", "below"),
    (EXACT, ["almost"], "[570, 600)", "half as wide as about, below"),
    (EXACT, ["just_over"], "(600, 630]", "the same above"),
    (EXACT, ["about"], "[540, 660]", "a tenth each way"),
    (EXACT, ["share"], "[540, 660]", "nobody counts out half of a crowd"),
    (EXACT, ["odd"], "[600, 700)", "up to the next hundred"),
    (EXACT, ["about", "at_least"], "[600, inf]", "what has a direction decides"),
    (EXACT, ["at_least", "about"], "[600, inf]", "wherever it stands"),
    (EXACT, ["at_most", "at_least"], "[0, 600]", "of two with a direction the nearest"),
    (EXACT, ["share", "at_most"], "[0, 600]", "a share has no direction"),
    (OPEN, ["more_than"], "[200, inf]", "more than hundreds may be two hundred"),
    (OPEN, ["at_least"], "[200, inf]", "at least hundreds"),
    (OPEN, ["at_most"], "[200, inf]", "up to hundreds has no top"),
    (OPEN, ["less_than"], "[200, inf]", "nor has fewer than hundreds"),
    (OPEN, ["about"], "[200, inf]", "hundreds are about hundreds"),
    (RANGE, ["more_than"], "[11, inf]", "more than some teens may be eleven"),
    (RANGE, ["at_most"], "[0, 19]", "up to the top of a range"),
    (RANGE, ["less_than"], "[0, 19)", "below the top"),
    (RANGE, ["almost"], "[11, 19]", "a range is inexact as it is"),
    (RANGE, ["about"], "[11, 19]", "the same"),
    (RANGE, ["odd"], "[11, 19]", "the same"),
    (FEW, ["at_least"], "[200, inf]", "at least a few hundred"),
    (FEW, ["at_most"], "[0, 1000)", "up to a few hundred"),
    (FEW, ["less_than"], "[200, 1000)", "below a few hundred tells nothing more"),
    (BELOW_NOUGHT, ["at_least"], "[-5, -5]", "below nought no bound is read"),
    (BELOW_NOUGHT, ["about"], "[-5, -5]", "the same"),
    (Interval(0, 0), ["at_least"], "[0, inf]", "nought is not below nought"),
]  # fmt: skip


def _write(one: Interval) -> str:
    return f"{'(' if one.low_open else '['}{one.low:g}, {one.high:g}{')' if one.high_open else ']'}"


@pytest.mark.parametrize(("interval", "bounds", "wanted", "note"), BOUNDS)
def test_bounds(interval: Interval, bounds: list[str], wanted: str, note: str) -> None:
    assert _write(bound_interval(interval, bounds, 0.1)) == wanted, note


@pytest.mark.parametrize(
    ("width", "wanted"), [(0.0, "[600, 600]"), (0.25, "[450, 750]"), (0.5, "[300, 900]")]
)
def test_the_width_of_about_is_given(width: float, wanted: str) -> None:
    assert _write(bound_interval(EXACT, ["about"], width)) == wanted


@pytest.mark.parametrize(
    ("whole", "percent", "wanted", "note"),
    [
        (Interval(1000, 1000), Interval(25, 25), "[225, 275]", "about a quarter"),
        (Interval(1000, 2000), Interval(10, 20), "[100, 400]", "least of least, most of most"),
        (Interval(1000, 1000), Interval(0, 25), "[0, 250]", "up to a quarter"),
        (OPEN, Interval(25, 25), "[50, inf]", "a quarter of hundreds"),
        (Interval(1000, 1000), Interval(50, math.inf), "[500, inf]", "more than half"),
    ],
)
def test_a_percentage_of_a_number(whole: Interval, percent: Interval, wanted: str, note: str) -> None:
    assert _write(share_of(whole, percent, 0.1)) == wanted, note
