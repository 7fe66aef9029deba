"""Which stretch of a passage each frame credits.

A frame's stretch ends where the clause of the next one starts, so that of *A mengatakan X, sedangkan B
bertahan pada Y* each has his own; of two frames around the same words (*BNPB menerima laporan …, ujar X*)
both have them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimdesk.text.speech_frames import Frame, Sentence


def bound_frames(s: Sentence, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The sorted frames with `low` and `high` set to the units that each credits."""
    lows = [0] * len(frames)
    highs = [len(s.units)] * len(frames)
    for at in range(len(frames) - 1):
        highs[at], lows[at + 1] = _boundary(s, frames[at], frames[at + 1], lows[at])
    bound: list[Frame] = []
    for frame, low, high in zip(frames, lows, highs, strict=True):
        if frame.kind == "before" or _leads(s, frame):
            low = frame.last
        elif frame.kind == "data" or _is_subordinate(s, frame):
            low = max(low, frame.clause)
        elif frame.kind == "after":
            high = min(high, frame.first)
        elif bound and _adds_speaker(s, frame):
            low, high = bound[-1].low, frame.first
        bound.append(replace(frame, low=low, high=max(low, high)))
    return tuple(bound)


def _boundary(s: Sentence, left: Frame, right: Frame, low: int) -> tuple[int, int]:
    """Where what `left` credits from `low` on ends, and where what `right` credits begins."""
    if _adds_speaker(s, right):
        return right.first, low
    if left.kind == "before" and _compares(s, right):
        start = max(left.last, right.first if s.has(right.first - 1, "likening") else right.clause)
        return start, start
    if right.kind in ("before", "data") or _leads(s, right) or _is_subordinate(s, right):
        start = max(left.last, right.clause)
        return start, start
    for here in range(right.first - 1, left.last, -1):
        if s.is_break(here) or (s.has(here, "coordinator") and s.marks(here - 1, ",")):
            return here, here
    if left.kind == "before" and right.kind in ("after", "along"):
        return right.first, low
    return left.last, left.last


def _is_subordinate(s: Sentence, frame: Frame) -> bool:
    """Whether the frame is a clause that hangs on another one: *…, as supporters vowed to appeal*."""
    return frame.kind == "whole" and not frame.back and s.has(frame.clause - 1, "subordinator", "that")


def _adds_speaker(s: Sentence, frame: Frame) -> bool:
    """Whether a relative clause names one more speaker of what went before: *…, yang juga disampaikan Y*."""
    return frame.kind == "whole" and s.has(frame.clause, "relative")


def _compares(s: Sentence, frame: Frame) -> bool:
    """Whether the frame tells what somebody else says, beside it: *bukan 23 orang seperti diklaim Y*, *lebih
    dari 17 orang yang dilaporkan Y*.
    """
    compared = s.has(frame.first - 1, "likening", "relative")
    return frame.kind == "whole" and not frame.back and compared


def _leads(s: Sentence, frame: Frame) -> bool:
    """Whether a *menurut* stands before what it credits: at the start of its clause, with more behind it."""
    if frame.kind != "along" or frame.last >= len(s.units) - 1 or s.marks(frame.last, "."):
        return False
    first = frame.first
    if first > 2 and s.marks(first - 1, ","):
        return False  # "A, according to X, B": both are his
    return first == 0 or s.is_joint(first - 1) or s.has(first - 1, "intro", "adverb")
