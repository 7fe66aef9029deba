"""Which figures of a claim stay where not all have room."""

from __future__ import annotations

import pytest

from claimdesk.figure_rows import FigureRow, rank_rows
from claimdesk.model import Interval, Stance

Row = tuple[str, Stance, bool]

# Rows in order of their days: who, which side, whether it counts; and the order in which they are kept.
ROWS: list[tuple[list[Row], list[int], str]] = [
    ([], [], "none"),
    ([("Ana", "supports", True), ("Ana", "supports", True)], [1, 0], "the latest of one origin"),
    ([("Ana", "supports", True), *[("Budi", "contradicts", True)] * 3], [3, 0, 2, 1], "the only supporter"),
    ([("Ana", "supports", False), ("Budi", "contradicts", True), ("Budi", "contradicts", True)],
     [2, 0, 1], "an origin that does not count before a repeat"),
    ([("Ana", "supports", True), ("Budi", "supports", True), ("Cici", "contradicts", True),
      ("Cici", "contradicts", True)], [3, 1, 0, 2], "a second supporter before a repeat"),
    ([("Ana", "mentions", False), ("Budi", "supports", True)], [1, 0], "what counts comes first"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "order", "note"), ROWS, ids=[row[-1] for row in ROWS])
def test_each_side_and_origin_is_kept_before_repeats(rows: list[Row], order: list[int], note: str) -> None:
    drawn = [
        FigureRow("3 Mar", who, "3,000", Interval(3000, 3000), counts, "ink", side)
        for who, side, counts in rows
    ]
    assert rank_rows(drawn) == order, note
