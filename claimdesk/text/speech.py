"""Who says what in one passage: its frames, and the stretch of the passage that each of them credits.

What stands inside a whole quotation frames nothing: there the quoted one speaks. A frame's stretch ends where the
clause of the next one starts, so that of *A mengatakan X, sedangkan B bertahan pada Y* each has his own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimdesk.text.speech_bases import find_along, find_data, find_label
from claimdesk.text.speech_frames import Frame, Sentence
from claimdesk.text.speech_subjects import says_more
from claimdesk.text.speech_verbs import find_active, find_inverted, find_passive


def find_frames(s: Sentence) -> tuple[Frame, ...]:
    """The frames of a passage in order, with what they credit; cited bases are in `via` of the frame they serve."""
    found: list[Frame] = []
    label = find_label(s)
    if label is not None:
        found.append(label)
    floor = label.last if label and label.kind == "before" else 0
    for at, unit in enumerate(s.units):
        if unit.quoted == 2 or not unit.tags or any(frame.first <= at < frame.last for frame in found[-2:]):
            continue
        frame = _frame_at(s, at, floor, found)
        if frame is not None:
            found.append(frame)
            if frame.kind in ("before", "whole") and not s.has(frame.last - 2, "relative"):
                floor = frame.last
    found.extend(_data_frames(s, found))
    return _bound(s, _serve(s, sorted(found, key=lambda frame: frame.first)))


def _frame_at(s: Sentence, at: int, floor: int, found: Sequence[Frame]) -> Frame | None:
    """The frame that the unit `at` makes, the likeliest reading first."""
    unit = s.units[at]
    frame = None
    if unit.has("inverted"):
        frame = find_inverted(s, at)
    if frame is None and (unit.has("say", "weak") or (s.heading and unit.has("headline"))):
        frame = find_active(s, at, floor, found[-1] if found else None)
    if frame is None and unit.has("passive", "conveyed", "quoted"):
        frame = find_passive(s, at)
    if frame is None and unit.has("according", "basis", "using"):
        frame = find_along(s, at)
    return frame


def _data_frames(s: Sentence, found: Sequence[Frame]) -> list[Frame]:
    """Frames of data where nobody else speaks: outside other frames' words and not inside what they credit."""
    frames: list[Frame] = []
    for at, unit in enumerate(s.units):
        if not unit.has("data") or unit.quoted == 2:
            continue
        if any(frame.first <= at < frame.last for frame in (*found, *frames)):
            continue
        if any(
            frame.kind != "basis" and not _parted(s, frame, at) and not frame.back
            for frame in found
            if _speaks(frame)
        ):
            continue
        frame = find_data(s, at)
        if frame is not None and not any(frame.first < one.last and one.first < frame.last for one in found):
            frames.append(frame)
    return frames


def _speaks(frame: Frame) -> bool:
    return frame.kind in ("before", "after", "along")


def _parted(s: Sentence, frame: Frame, at: int) -> bool:
    """Whether a joint that sets clauses against each other parts the unit `at` from `frame`."""
    low, high = (frame.last, at) if frame.last <= at else (at, frame.first)
    return any(s.is_break(here) for here in range(low, high))


def _serve(s: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """The frames that speak, each with its bases; a basis or *menurut* that no speaker needs speaks itself."""
    speaking = [frame for frame in frames if frame.kind not in ("basis", "along")]
    for frame in frames:
        if frame.kind == "along" and not any(_serves(s, frame, one) for one in speaking):
            speaking.append(frame)
    for frame in frames:
        if frame.kind == "basis" and not speaking:
            speaking.append(replace(frame, kind="along"))
    served = []
    for frame in sorted(speaking, key=lambda one: one.first):
        bases = tuple(
            one.phrase
            for one in frames
            if one.phrase is not None
            and one not in speaking
            and _nearest(one, speaking) == frame
            and one.phrase != frame.phrase
        )
        served.append(replace(frame, via=(*frame.via, *bases)))
    return served


def _serves(s: Sentence, along: Frame, speaker: Frame) -> bool:
    """Whether *menurut* only tells where `speaker` has it from."""
    return speaker.kind in ("before", "after", "whole") and not _parted(s, speaker, along.first)


def _nearest(basis: Frame, speaking: Sequence[Frame]) -> Frame:
    before = [frame for frame in speaking if frame.first <= basis.first]
    return before[-1] if before else speaking[0]


def _bound(s: Sentence, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames with the stretch that each credits."""
    lows = [0] * len(frames)
    highs = [len(s.units)] * len(frames)
    for at in range(len(frames) - 1):
        highs[at], lows[at + 1] = _boundary(s, frames[at], frames[at + 1], lows[at])
    bound: list[Frame] = []
    for frame, low, high in zip(frames, lows, highs, strict=True):
        if frame.kind == "before" or (frame.kind == "along" and _leads(s, frame)):
            low = frame.last
        elif frame.kind == "data" or _is_subordinate(s, frame):
            low = max(low, frame.clause)
        elif frame.kind == "after":
            high = min(high, frame.first)
        elif bound and _adds_speaker(s, frame):
            low, high = bound[-1].low, frame.first
        bound.append(replace(frame, low=low, high=max(low, high)))
    return tuple(bound)


def _opens_clause(s: Sentence, frame: Frame) -> bool:
    """Whether nothing before the frame's own clause is credited by it."""
    leads = frame.kind == "along" and _leads(s, frame)
    return leads or frame.kind in ("before", "data") or _is_subordinate(s, frame)


def _is_subordinate(s: Sentence, frame: Frame) -> bool:
    """Whether the frame is a clause that hangs on another one: *…, as supporters vowed to appeal*."""
    return frame.kind == "whole" and not frame.back and s.has(frame.clause - 1, "subordinator", "that")


def _adds_speaker(s: Sentence, frame: Frame) -> bool:
    """Whether a relative clause names one more speaker of what went before: *…, yang juga disampaikan Y*."""
    return frame.kind == "whole" and s.has(frame.clause, "relative")


def _boundary(s: Sentence, left: Frame, right: Frame, low: int) -> tuple[int, int]:
    """Where what `left` credits ends, and where what `right` credits begins."""
    if _adds_speaker(s, right):
        return right.first, low
    if _opens_clause(s, right):
        return (max(left.last, right.clause),) * 2
    for here in range(right.first - 1, left.last, -1):
        if s.is_break(here) or (s.units[here].has("coordinator") and s.marks(here - 1, ",")):
            return here, here
    if left.kind == "before" and right.kind in ("after", "along"):
        return right.first, low  # "BNPB menerima laporan …, ujar X": X says what BNPB got
    return left.last, left.last


def _leads(s: Sentence, frame: Frame) -> bool:
    """Whether a *menurut* stands before what it credits: at the start of its clause, with more behind it."""
    starts = frame.first == 0 or s.is_joint(frame.first - 1) or s.has(frame.first - 1, "intro", "adverb")
    ends = frame.last >= len(s.units) - 1 or s.marks(frame.last, ".")
    trailing = s.marks(frame.first - 1, ",") and not s.is_break(frame.first - 2) and frame.first > 2
    return starts and not ends and not (trailing and not says_more(s, frame.last))
