"""Sorted numbers of places, each once, and what is done with many of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
NOTHING: Numbers = np.zeros(0, np.int64)


def union(rows: Sequence[Numbers]) -> Numbers:
    """All numbers of sorted `rows`, sorted, each once. (`np.unique` would not use that they are sorted.)"""
    rows = [row for row in rows if len(row)]
    if len(rows) < 2:
        return rows[0] if rows else NOTHING
    merged = np.concatenate(rows)
    merged.sort(kind="stable")
    first = np.ones(len(merged), np.bool_)
    np.not_equal(merged[1:], merged[:-1], out=first[1:])
    return merged[first]


def stand_in(wanted: Numbers, among: Numbers) -> NDArray[np.bool_]:
    """Which of `wanted` are `among` others; both are sorted. Made for few in many."""
    if not len(among):
        return np.zeros(len(wanted), np.bool_)
    at = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
    found: NDArray[np.bool_] = among[at] == wanted
    return found
